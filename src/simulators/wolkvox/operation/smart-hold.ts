import type { SmartHold } from './events.ts';
import { type Random, seededRandom } from './random.ts';
import { skills } from './roster.ts';
import { busynessAt, type DayPlan, opening, spellOn, within } from './shift.ts';

function holdAt(day: string, second: number, skillId: string, random: Random): SmartHold {
  const choice = random.unit();
  const luck = random.unit();
  const delay = random.between(180, 1500);
  const said = choice < 0.3 ? 'no' : choice < 0.93 ? 'yes' : 'nothing';
  if (said !== 'yes' || luck < 0.008)
    return { day, second, readyAt: second, skillId, said, recall: 'none', recallAt: null };
  return { day, second, readyAt: second, skillId, said, recall: luck < 0.16 ? 'fail' : 'ok', recallAt: second + delay };
}

function forget(holds: readonly SmartHold[], plan: DayPlan): SmartHold[] {
  const debt = plan.badDays.promiseDebt;
  const range = spellOn(plan.day, debt);
  let left = debt?.calls ?? 0;
  let promises = 0;
  return holds.map((hold) => {
    if (hold.said !== 'yes' || left === 0 || !within(hold.second, range)) return hold;
    promises += 1;
    if (promises % 5 === 0) return hold;
    left -= 1;
    return { ...hold, recall: 'none', recallAt: null };
  });
}

export function smartHoldsOf(plan: DayPlan): SmartHold[] {
  const { start, end } = opening(plan);
  const holds: SmartHold[] = [];
  for (const skill of skills.filter((each) => each.smartHold)) {
    const random = seededRandom(plan.seed, plan.day, 'hold', skill.id);
    for (let at = start; ; ) {
      at += random.waiting(640 / skill.weight / busynessAt(plan, at));
      if (at >= end) break;
      holds.push(holdAt(plan.day, Math.round(at), skill.id, random));
    }
  }
  return forget(
    holds.sort((one, other) => one.second - other.second),
    plan,
  );
}
