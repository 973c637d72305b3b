import { readInstant } from '../../core/values/instant.ts';
import { readKey } from '../../core/values/text.ts';
import { readWord } from '../../core/values/words.ts';
import { isRow } from '../../core/values/raw-row.ts';
import type { FoldContext, RowResult } from '../report.ts';

export const FAMILIES = ['inbound', 'outbound', 'internal', 'transfer', 'conference', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

/** `key`: the call's conn_id, null where it has none. `at`: epoch ms, null where the date cannot be read. `result`: folded, '' for none. */
export type LiveRow = {
  readonly key: string | null;
  readonly family: Family;
  readonly result: string;
  readonly at: number | null;
};

/** `type_call` is what older servers call `type_interaction`. */
type Field = 'type_interaction' | 'type_call' | 'result' | 'date' | 'conn_id';

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<LiveRow> {
  if (!isRow<Field>(raw)) return { skip: 'unreadable' };
  const kind = readWord(raw.type_interaction) || readWord(raw.type_call);
  const result = readWord(raw.result);
  if (kind === 'total') return { skip: 'total' };
  if (kind === '' || result === '') return { skip: 'unreadable' };
  const at = readInstant(raw.date, operation.zone);
  return { row: { key: readKey(raw.conn_id), family: familyOf(kind), result, at } };
}

function familyOf(kind: string): Family {
  if (kind === 'inbound' || kind === 'transfer' || kind === 'conference') return kind;
  if (kind === 'outbound' || kind === 'outbound ma' || kind === 'out pre') return 'outbound';
  return kind.startsWith('internal') ? 'internal' : 'other';
}
