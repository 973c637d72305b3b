import type { SmartHold } from '../operation/events.ts';
import { skills } from '../operation/roster.ts';
import { percentage, type Row } from './row.ts';

export function smartHoldRows(holds: readonly SmartHold[]): Row[] {
  const rows: Row[] = [];
  for (const skill of skills) {
    const own = holds.filter((hold) => hold.skillId === skill.id);
    const count = (test: (hold: SmartHold) => boolean): string => String(own.filter(test).length);
    const recovered = own.filter((hold) => hold.recall === 'ok').length;
    if (own.length === 0) continue;
    rows.push({
      skill_id: skill.id,
      treatment: String(own.length),
      customer_say_no: count((hold) => hold.said === 'no'),
      customer_say_yes: count((hold) => hold.said === 'yes'),
      recall_fail: count((hold) => hold.recall === 'fail'),
      recall_ok: String(recovered),
      service_level_up: percentage((recovered / own.length) * 0.25),
    });
  }
  if (rows.length === 0) return [];
  const blank = { treatment: '', customer_say_no: '', customer_say_yes: '', recall_fail: '', recall_ok: '' };
  const without = skills.filter((skill) => !skill.smartHold);
  return [...rows, ...without.map((skill) => ({ skill_id: skill.id, ...blank, service_level_up: '' }))];
}
