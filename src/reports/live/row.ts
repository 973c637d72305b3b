import { z } from 'zod';
import { readInstant } from '../../core/values/instant.ts';
import { readKey } from '../../core/values/text.ts';
import { readWord } from '../../core/values/words.ts';
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

/** Any scalar, or missing: the readers below say what it is worth. */
const field = z.unknown().optional();
/** `type_call` is what older servers call `type_interaction`. */
const rawSchema = z.object({
  type_interaction: field,
  type_call: field,
  result: field,
  date: field,
  conn_id: field,
});

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<LiveRow> {
  const parsed = rawSchema.safeParse(raw);
  if (!parsed.success) return { skip: 'unreadable' };
  const kind = readWord(parsed.data.type_interaction) || readWord(parsed.data.type_call);
  const result = readWord(parsed.data.result);
  if (kind === 'total') return { skip: 'total' };
  if (kind === '' || result === '') return { skip: 'unreadable' };
  const at = readInstant(parsed.data.date, operation.zone);
  return { row: { key: readKey(parsed.data.conn_id), family: familyOf(kind), result, at } };
}

function familyOf(kind: string): Family {
  if (kind === 'inbound' || kind === 'transfer' || kind === 'conference') return kind;
  if (kind === 'outbound' || kind === 'outbound ma' || kind === 'out pre') return 'outbound';
  return kind.startsWith('internal') ? 'internal' : 'other';
}
