import { z } from 'zod';
import { halfOf, rank } from '../../core/stats/rank.ts';
import { rate, rateSchema } from '../../core/stats/rate.ts';
import type { SkipReason } from '../../core/skip-reason.ts';
import type { AgentsRow } from './row.ts';

/** Costs are summed in whole millionths, so that no order of rows changes the sum. */
const MILLION = 1_000_000;

type Tally = {
  calls: number;
  costMillionths: number;
  callsWithCost: number;
  rowsWithCost: number;
  rowsWithout: number;
};
export type AgentsState = {
  readonly agents: Map<string, Tally>;
  readonly seenInWindow: Set<string>;
  readonly repeated: Set<string>;
};

const agentSchema = z.object({
  name: z.string(),
  /** By calls; ties share it. */
  rank: z.number().int(),
  calls: z.number().int(),
  share: rateSchema,
  cost: z.number().nullable(),
  costPerCall: z.number().nullable(),
  callsWithCost: z.number().int(),
  /** Came in rows without a cost: what `cost` holds is not all, or nothing. */
  costIncomplete: z.boolean(),
  /** The name came twice in one window: one agent listed twice, or two people of one name. */
  repeated: z.boolean(),
});

export const summarySchema = z.object({
  calls: z.number().int(),
  cost: z.number().nullable(),
  /** Sum of costs over the calls of those whose cost is known; never a mean of ratios. */
  costPerCall: z.number().nullable(),
  callsWithCost: z.number().int(),
  /** How many agents, the highest first, make half of the calls, of the cost. */
  halfOfCalls: z.number().int().nullable(),
  halfOfCost: z.number().int().nullable(),
  agents: z.array(agentSchema),
});
export type AgentsSummary = z.infer<typeof summarySchema>;
export type AgentFigures = z.infer<typeof agentSchema>;

export function start(): AgentsState {
  return { agents: new Map(), seenInWindow: new Set(), repeated: new Set() };
}

export function nextWindow(state: AgentsState): void {
  state.seenInWindow.clear();
}

export function add(state: AgentsState, row: AgentsRow): SkipReason | null {
  if (state.seenInWindow.has(row.name)) state.repeated.add(row.name);
  state.seenInWindow.add(row.name);
  const tally = state.agents.get(row.name) ?? {
    calls: 0,
    costMillionths: 0,
    callsWithCost: 0,
    rowsWithCost: 0,
    rowsWithout: 0,
  };
  tally.calls += row.calls;
  if (row.cost === null) tally.rowsWithout += 1;
  else {
    tally.rowsWithCost += 1;
    tally.callsWithCost += row.calls;
    tally.costMillionths += Math.round(row.cost * MILLION);
  }
  state.agents.set(row.name, tally);
  return null;
}

export function finish(state: AgentsState): AgentsSummary {
  const tallies = [...state.agents].map(([name, tally]) => ({ name, ...tally }));
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const calls = sum((tally) => tally.calls);
  const callsWithCost = sum((tally) => tally.callsWithCost);
  const costed = tallies.some(({ rowsWithCost }) => rowsWithCost > 0);
  const cost = costed ? sum((tally) => tally.costMillionths) / MILLION : null;
  const ranked = rank(
    tallies,
    (tally) => tally.calls,
    ({ name }) => name,
  );
  return {
    calls,
    cost,
    costPerCall: perCall(cost, callsWithCost),
    callsWithCost,
    halfOfCalls: halfOf(tallies.map((tally) => tally.calls)),
    halfOfCost: halfOf(tallies.map((tally) => tally.costMillionths)),
    agents: ranked.map(({ rank, item }) => {
      const own = item.rowsWithCost > 0 ? item.costMillionths / MILLION : null;
      return {
        name: item.name,
        rank,
        calls: item.calls,
        share: rate(item.calls, calls),
        cost: own,
        costPerCall: perCall(own, item.callsWithCost),
        callsWithCost: item.callsWithCost,
        costIncomplete: item.rowsWithout > 0,
        repeated: state.repeated.has(item.name),
      };
    }),
  };
}

function perCall(cost: number | null, calls: number): number | null {
  return cost === null || calls === 0 ? null : cost / calls;
}
