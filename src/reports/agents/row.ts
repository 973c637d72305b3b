import { notAPerson } from '../../core/values/agent-kind.ts';
import { readCount, readNumber } from '../../core/values/number.ts';
import { readName } from '../../core/values/text.ts';
import { isRow } from '../../core/values/raw-row.ts';
import type { FoldContext, RowResult } from '../report.ts';

/** `cost` null: the field was blank or could not be read, which is not a cost of 0. */
export type AgentsRow = { readonly name: string; readonly calls: number; readonly cost: number | null };

type Field = 'agent_name' | 'calls' | 'cost';

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<AgentsRow> {
  if (!isRow<Field>(raw)) return { skip: 'unreadable' };
  const name = readName(raw.agent_name);
  const skip = notAPerson([name], operation.ignoreAgents);
  if (skip !== null) return { skip };
  const calls = readCount(raw.calls);
  if (name === null || calls === null) return { skip: 'unreadable' };
  const cost = readNumber(raw.cost);
  return { row: { name, calls, cost: cost !== null && cost >= 0 ? cost : null } };
}
