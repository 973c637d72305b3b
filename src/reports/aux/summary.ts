import { z } from 'zod';
import { daysIn } from '../../core/stats/days.ts';
import { judgeState, type Use, type Verdict } from '../../core/stats/outliers.ts';
import { inOrder } from '../../core/stats/rank.ts';
import { spreadOf } from '../../core/stats/spread.ts';
import { commonest, countSpelling, type Spellings } from '../../core/values/spellings.ts';
import type { SkipReason } from '../../core/skip-reason.ts';
import type { FoldContext } from '../report.ts';
import type { AuxRow } from './row.ts';

type Agent = { readonly names: Spellings; readonly states: Map<string, number> };
export type AuxState = { readonly agents: Map<string, Agent>; readonly spellings: Map<string, Spellings> };

const useSchema = z.object({ id: z.string(), seconds: z.number() });
const verdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ordered') }),
  z.object({
    kind: z.literal('allowance'),
    allowed: z.number(),
    over: z.array(useSchema.extend({ over: z.number() })).readonly(),
  }),
  z.object({
    kind: z.literal('too-small'),
    because: z.enum(['few-users', 'no-spread']),
    highest: z.array(useSchema).readonly(),
  }),
  z.object({
    kind: z.literal('judged'),
    out: z.array(useSchema.extend({ score: z.number(), ratio: z.number(), over: z.number() })).readonly(),
  }),
  z.object({
    kind: z.literal('group'),
    by: z.enum(['allowance', 'statistics']),
    over: z.number().int(),
    users: z.number().int(),
  }),
]) satisfies z.ZodType<Verdict>;

const stateSchema = z.object({
  /** What its spellings have in common; '' for time without a state. */
  key: z.string(),
  state: z.string(),
  seconds: z.number(),
  /** Agents with any time in it; median and quartiles are of theirs. */
  users: z.number().int(),
  median: z.number(),
  q1: z.number(),
  q3: z.number(),
  verdict: verdictSchema,
});

export const summarySchema = z.object({
  seconds: z.number(),
  /** Most time first. */
  agents: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      seconds: z.number(),
      states: z.array(z.object({ key: z.string(), seconds: z.number() })),
    }),
  ),
  /** Most time first. */
  states: z.array(stateSchema),
});
export type AuxSummary = z.infer<typeof summarySchema>;
export type StateFigures = z.infer<typeof stateSchema>;
export type AgentFigures = AuxSummary['agents'][number];

export function start(): AuxState {
  return { agents: new Map(), spellings: new Map() };
}

export function add({ agents, spellings }: AuxState, row: AuxRow): SkipReason | null {
  const agent = agents.get(row.agent) ?? { names: new Map(), states: new Map() };
  if (row.name !== null) countSpelling(agent.names, row.name);
  agent.states.set(row.key, (agent.states.get(row.key) ?? 0) + row.seconds);
  agents.set(row.agent, agent);
  const written = spellings.get(row.key) ?? new Map<string, number>();
  countSpelling(written, row.state);
  spellings.set(row.key, written);
  return null;
}

export function finish(state: AuxState, { operation, window }: FoldContext): AuxSummary {
  const agents = [...state.agents]
    .map(([id, { names, states }]) => ({ id, name: commonest(names), ...sorted(states) }))
    .sort((a, b) => b.seconds - a.seconds || inOrder(a.id, b.id));
  const states = [...state.spellings].flatMap(([key, spellings]) => {
    const uses: Use[] = agents.flatMap(({ id, states: own }) => {
      const seconds = own.find((one) => one.key === key)?.seconds ?? 0;
      return seconds > 0 ? [{ id, seconds }] : [];
    });
    const spread = spreadOf(uses.map(({ seconds }) => seconds));
    if (spread === null) return [];
    const name = commonest(spellings) ?? key;
    const { users, median, q1, q3 } = spread;
    const seconds = uses.reduce((sum, use) => sum + use.seconds, 0);
    const verdict = judgeState(name, uses, operation.aux, daysIn(window));
    return [{ key, state: name, seconds, users, median, q1, q3, verdict }];
  });
  return {
    seconds: agents.reduce((sum, agent) => sum + agent.seconds, 0),
    agents,
    states: states.sort((a, b) => b.seconds - a.seconds || inOrder(a.key, b.key)),
  };
}

function sorted(states: ReadonlyMap<string, number>): Pick<AgentFigures, 'seconds' | 'states'> {
  const own = [...states].filter(([, seconds]) => seconds > 0).map(([key, seconds]) => ({ key, seconds }));
  return {
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    states: own.sort((a, b) => b.seconds - a.seconds || inOrder(a.key, b.key)),
  };
}
