import { z } from 'zod';
import { notAPerson } from '../../core/values/agent-kind.ts';
import { readCount, readNumber } from '../../core/values/number.ts';
import { readName } from '../../core/values/text.ts';
import type { FoldContext, RowResult } from '../report.ts';

/** `cost` null: the field was blank or could not be read, which is not a cost of 0. */
export type AgentsRow = { readonly name: string; readonly calls: number; readonly cost: number | null };

/** Any scalar, or missing: the readers below say what it is worth. */
const field = z.unknown().optional();
const rawSchema = z.object({ agent_name: field, calls: field, cost: field });

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<AgentsRow> {
  const parsed = rawSchema.safeParse(raw);
  if (!parsed.success) return { skip: 'unreadable' };
  const name = readName(parsed.data.agent_name);
  const skip = notAPerson([name], operation.ignoreAgents);
  if (skip !== null) return { skip };
  const calls = readCount(parsed.data.calls);
  if (name === null || calls === null) return { skip: 'unreadable' };
  const cost = readNumber(parsed.data.cost);
  return { row: { name, calls, cost: cost !== null && cost >= 0 ? cost : null } };
}
