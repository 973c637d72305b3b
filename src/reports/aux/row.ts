import { notAPerson } from '../../core/values/agent-kind.ts';
import { readDuration } from '../../core/values/duration.ts';
import { readId, readName, readNameBesideId } from '../../core/values/text.ts';
import { wordsKey } from '../../core/values/words.ts';
import { isRow } from '../../core/values/raw-row.ts';
import type { FoldContext, RowResult } from '../report.ts';

/** `state` is as wolkvox wrote it, '' where it has no name; `key` what its spellings have in common. */
export type AuxRow = {
  readonly agent: string;
  readonly name: string | null;
  readonly state: string;
  readonly key: string;
  readonly seconds: number;
};

type Field = 'agent_id' | 'agent_name' | 'aux_state' | 'time';

/** States of the system, not of the person; this report should not hold them, its event-level siblings do. */
const SYSTEM_STATES = new Set(['ready', 'talk', 'acw', 'ring']);

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<AuxRow> {
  if (!isRow<Field>(raw)) return { skip: 'unreadable' };
  const { agent_id: id, agent_name: given, aux_state: written, time } = raw;
  const name = readName(given) ?? readNameBesideId(id);
  const agent = readId(id) ?? name;
  const state = readName(written) ?? '';
  const key = wordsKey(state);
  const skip = key === 'total' ? 'total' : notAPerson([agent, name], operation.ignoreAgents);
  if (skip !== null) return { skip };
  if (SYSTEM_STATES.has(key)) return { skip: 'other' };
  const seconds = readDuration(time);
  if (agent === null || seconds === null) return { skip: 'unreadable' };
  return { row: { agent, name, state, key, seconds } };
}
