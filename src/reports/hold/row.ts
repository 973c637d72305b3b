import { readCount, readPercent } from '../../core/values/number.ts';
import { readId } from '../../core/values/text.ts';
import { wordsKey } from '../../core/values/words.ts';
import { isRow } from '../../core/values/raw-row.ts';
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

type Field =
  | 'skill_id'
  | 'treatment'
  | 'customer_say_yes'
  | 'customer_say_no'
  | 'recall_ok'
  | 'recall_fail'
  | 'service_level_up';

/** All five counts or none: a debt of which one part is not known would be a guess. None at all: a skill without smart hold. */
export function readRow(raw: unknown): RowResult<HoldRow> {
  if (!isRow<Field>(raw)) return { skip: 'unreadable' };
  const skill = readId(raw.skill_id);
  if (skill !== null && wordsKey(skill) === 'total') return { skip: 'total' };
  const offered = readCount(raw.treatment);
  const yes = readCount(raw.customer_say_yes);
  const no = readCount(raw.customer_say_no);
  const ok = readCount(raw.recall_ok);
  const fail = readCount(raw.recall_fail);
  const counts = [offered, yes, no, ok, fail];
  if (skill !== null && counts.every((count) => count === null)) return { skip: 'blank' };
  if (skill === null || offered === null || yes === null || no === null || ok === null || fail === null) {
    return { skip: 'unreadable' };
  }
  return { row: { skill, offered, yes, no, ok, fail, gain: readPercent(raw.service_level_up) } };
}
