import { z } from 'zod';
import { countKey, countsOf, emptyCounts, type KeyCounts } from '../../core/stats/key-counts.ts';
import { inOrder } from '../../core/stats/rank.ts';
import { commonest, countSpelling, type Spellings } from '../../core/values/spellings.ts';
import { readNameBesideId } from '../../core/values/text.ts';
import type { SkipReason } from '../../core/skip-reason.ts';
import type { CallRow, PreviewRow } from './row.ts';
import { emptyTally, figuresOf, figuresSchema, type Tally, tallyRow } from './tally.ts';

/** Bounds of the state: an operation has some hundred dispositions; what is beyond is counted as one. */
const MOST_CODES = 500;
const MOST_CUSTOMERS = 200_000;
const MOST_SPELLINGS = 5;

type Code = { calls: number; readonly spellings: Spellings };
export type PreviewState = {
  readonly all: Tally;
  readonly agents: Map<string, Tally>;
  readonly campaigns: Map<string, Tally>;
  readonly campaignTexts: Map<string, Set<string>>;
  readonly codes: Map<string, Code>;
  readonly hours: { calls: number; answered: number }[];
  readonly hungUp: { agent: number; customer: number; unknown: number };
  /** Calls per customer, by fingerprint: who they are is not kept, and never leaves the fold. */
  readonly customers: KeyCounts;
  callsOfUnknownCode: number;
  callsWithoutCustomer: number;
};

const count = z.number().int();
export const summarySchema = z.object({
  total: figuresSchema,
  /** Of answered calls. */
  hungUp: z.object({ agent: count, customer: count, unknown: count }),
  /** Most calls first, all calls with a disposition. */
  dispositions: z.array(z.object({ code: z.string(), calls: count })),
  otherDispositions: count,
  /** Hours of the local day with calls. */
  hours: z.array(z.object({ hour: count, calls: count, answered: count })),
  agents: z.array(figuresSchema.extend({ id: z.string() })),
  campaigns: z.array(figuresSchema.extend({ id: z.string(), name: z.string().nullable() })),
  customers: z.object({
    called: count,
    once: count,
    twice: count,
    threeOrMore: count,
    most: count,
    callsWithout: count,
  }),
});
export type PreviewSummary = z.infer<typeof summarySchema>;

export function start(): PreviewState {
  return {
    all: emptyTally(),
    agents: new Map(),
    campaigns: new Map(),
    campaignTexts: new Map(),
    codes: new Map(),
    hours: Array.from({ length: 24 }, () => ({ calls: 0, answered: 0 })),
    hungUp: { agent: 0, customer: 0, unknown: 0 },
    customers: emptyCounts(),
    callsOfUnknownCode: 0,
    callsWithoutCustomer: 0,
  };
}

export function add(state: PreviewState, row: PreviewRow): SkipReason | null {
  tallyRow(state.all, row);
  if (row.agent !== null) tallyRow(tallyOf(state.agents, row.agent), row);
  if (row.campaign !== null) {
    tallyRow(tallyOf(state.campaigns, row.campaign), row);
    if (row.campaignText !== row.campaign) keepText(state.campaignTexts, row.campaign, row.campaignText);
  }
  if (row.kind === 'call') addCall(state, row);
  return null;
}

function addCall(state: PreviewState, row: CallRow): void {
  const hour = row.hour === null ? undefined : state.hours[row.hour];
  if (hour !== undefined) {
    hour.calls += 1;
    if (row.answered === true) hour.answered += 1;
  }
  if (row.answered === true) state.hungUp[row.hungUp] += 1;
  if (row.code !== '') addCode(state, row);
  const isCounted = row.customer !== null && countKey(state.customers, row.customer, MOST_CUSTOMERS);
  if (!isCounted) state.callsWithoutCustomer += 1;
}

function addCode(state: PreviewState, { code, codeText }: CallRow): void {
  let known = state.codes.get(code);
  if (known === undefined) {
    if (state.codes.size >= MOST_CODES) {
      state.callsOfUnknownCode += 1;
      return;
    }
    known = { calls: 0, spellings: new Map() };
    state.codes.set(code, known);
  }
  known.calls += 1;
  countSpelling(known.spellings, codeText);
}

function tallyOf(tallies: Map<string, Tally>, id: string): Tally {
  let tally = tallies.get(id);
  if (tally === undefined) {
    tally = emptyTally();
    tallies.set(id, tally);
  }
  return tally;
}

function keepText(texts: Map<string, Set<string>>, campaign: string, text: string): void {
  const known = texts.get(campaign);
  if (known === undefined) texts.set(campaign, new Set([text]));
  else if (known.size < MOST_SPELLINGS) known.add(text);
}

export function finish(state: PreviewState): PreviewSummary {
  const listed = (tallies: ReadonlyMap<string, Tally>) =>
    [...tallies]
      .map(([id, tally]) => ({ id, ...figuresOf(tally) }))
      .sort((a, b) => b.calls - a.calls || inOrder(a.id, b.id));
  const calls = countsOf(state.customers);
  return {
    total: figuresOf(state.all),
    hungUp: state.hungUp,
    dispositions: [...state.codes]
      .map(([key, { calls, spellings }]) => ({ code: commonest(spellings) ?? key, calls }))
      .sort((a, b) => b.calls - a.calls || inOrder(a.code, b.code)),
    otherDispositions: state.callsOfUnknownCode,
    hours: state.hours.flatMap(({ calls, answered }, hour) => (calls > 0 ? [{ hour, calls, answered }] : [])),
    agents: listed(state.agents),
    campaigns: listed(state.campaigns).map((campaign) => ({
      ...campaign,
      name: readNameBesideId([...(state.campaignTexts.get(campaign.id) ?? [])].sort()[0]),
    })),
    customers: {
      called: calls.length,
      once: calls.filter((times) => times === 1).length,
      twice: calls.filter((times) => times === 2).length,
      threeOrMore: calls.filter((times) => times > 2).length,
      most: calls.reduce((most, times) => Math.max(most, times), 0),
      callsWithout: state.callsWithoutCustomer,
    },
  };
}
