import { z } from 'zod';
import { readCount, readPercent } from '../../core/values/number.ts';
import { readId } from '../../core/values/text.ts';
import { wordsKey } from '../../core/values/words.ts';
import type { RowResult } from '../report.ts';

/** `gain`: by how much smart hold raised the skill's service level, a fraction of 1; null where it did not come. */
export type HoldRow = {
  readonly skill: string;
  readonly offered: number;
  readonly yes: number;
  readonly no: number;
  readonly ok: number;
  readonly fail: number;
  readonly gain: number | null;
};

/** Any scalar, or missing: the readers below say what it is worth. */
const field = z.unknown().optional();
const rawSchema = z.object({
  skill_id: field,
  treatment: field,
  customer_say_yes: field,
  customer_say_no: field,
  recall_ok: field,
  recall_fail: field,
  service_level_up: field,
});

/** All five counts or none: a debt of which one part is not known would be a guess. None at all: a skill without smart hold. */
export function readRow(raw: unknown): RowResult<HoldRow> {
  const parsed = rawSchema.safeParse(raw);
  if (!parsed.success) return { skip: 'unreadable' };
  const skill = readId(parsed.data.skill_id);
  if (skill !== null && wordsKey(skill) === 'total') return { skip: 'total' };
  const offered = readCount(parsed.data.treatment);
  const yes = readCount(parsed.data.customer_say_yes);
  const no = readCount(parsed.data.customer_say_no);
  const ok = readCount(parsed.data.recall_ok);
  const fail = readCount(parsed.data.recall_fail);
  const counts = [offered, yes, no, ok, fail];
  if (skill !== null && counts.every((count) => count === null)) return { skip: 'blank' };
  if (skill === null || offered === null || yes === null || no === null || ok === null || fail === null) {
    return { skip: 'unreadable' };
  }
  return { row: { skill, offered, yes, no, ok, fail, gain: readPercent(parsed.data.service_level_up) } };
}
