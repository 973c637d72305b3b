import { z } from 'zod';
import { inOrder } from '../../core/stats/rank.ts';
import { rate, rateSchema } from '../../core/stats/rate.ts';
import type { SkipReason } from '../../core/skip-reason.ts';
import { FAMILIES, type Family, type LiveRow } from './row.ts';

type Call = { readonly family: Family; readonly result: string; readonly at: number | null };

type Keyless = { readonly family: Family; readonly result: string; readonly times: number };

/** One entry per call: the endpoint answers for ten minutes only, and the same call may come again with its later result. */
export type LiveState = { readonly byKey: Map<string, Call>; readonly withoutKey: Map<string, Keyless> };

/** What dialling a number can end in, in the vocabulary of wolkvox's documentation. */
const DIALLED = ['answer', 'answer machine', 'no answer', 'busy', 'failed', 'congestion', 'chanunavail'];
/** Ends that the line or the carrier causes, not the person who was called. */
const LINE_FAULTS = ['failed', 'congestion', 'chanunavail'];

export const summarySchema = z.object({
  calls: z.number().int(),
  inbound: z.object({
    calls: z.number().int(),
    answered: z.number().int(),
    abandoned: z.number().int(),
    /** Abandoned over answered and abandoned. */
    abandonment: rateSchema,
  }),
  outbound: z.object({
    calls: z.number().int(),
    dialled: z.number().int(),
    contact: rateSchema,
    machine: rateSchema,
    /** Failed, congested and unavailable over dialled. */
    lineFaults: rateSchema,
  }),
  internal: z.number().int(),
  transfer: z.number().int(),
  conference: z.number().int(),
  /** Kinds that are not calls of these families (chat, say): counted, never judged. */
  other: z.number().int(),
  /** Every result by family, unknown ones included. */
  results: z.array(z.object({ family: z.enum(FAMILIES), result: z.string(), calls: z.number().int() })),
});
export type LiveSummary = z.infer<typeof summarySchema>;

export function start(): LiveState {
  return { byKey: new Map(), withoutKey: new Map() };
}

export function add(state: LiveState, { key, family, result, at }: LiveRow): SkipReason | null {
  const call = { family, result, at };
  if (key === null) {
    const kind = `${family}/${result}`;
    const times = state.withoutKey.get(kind)?.times ?? 0;
    state.withoutKey.set(kind, { family, result, times: times + 1 });
    return null;
  }
  const known = state.byKey.get(key);
  if (known === undefined || isLater(call, known)) state.byKey.set(key, call);
  return known === undefined ? null : 'duplicate';
}

/** By date; where that does not decide, by the words themselves, so that no order of rows shows. */
function isLater(call: Call, known: Call): boolean {
  const [one, other] = [call.at ?? -1, known.at ?? -1];
  if (one !== other) return one > other;
  return `${call.family}/${call.result}` > `${known.family}/${known.result}`;
}

export function finish({ byKey, withoutKey }: LiveState): LiveSummary {
  const counts = new Map(FAMILIES.map((family) => [family, new Map<string, number>()]));
  const count = (family: Family, result: string, times: number): void => {
    const own = counts.get(family);
    own?.set(result, (own.get(result) ?? 0) + times);
  };
  for (const { family, result } of byKey.values()) count(family, result, 1);
  for (const { family, result, times } of withoutKey.values()) count(family, result, times);
  const of = (family: Family, words: readonly string[]): number =>
    words.reduce((sum, word) => sum + (counts.get(family)?.get(word) ?? 0), 0);
  const all = (family: Family): number => of(family, [...(counts.get(family)?.keys() ?? [])]);
  const listed = (family: Family) =>
    [...(counts.get(family) ?? [])]
      .map(([result, calls]) => ({ result, calls }))
      .sort((a, b) => b.calls - a.calls || inOrder(a.result, b.result));
  const answered = of('inbound', ['answer']);
  const abandoned = of('inbound', ['abandon']);
  const dialled = of('outbound', DIALLED);
  return {
    calls: FAMILIES.reduce((sum, family) => sum + all(family), 0),
    inbound: { calls: all('inbound'), answered, abandoned, abandonment: rate(abandoned, answered + abandoned) },
    outbound: {
      calls: all('outbound'),
      dialled,
      contact: rate(of('outbound', ['answer']), dialled),
      machine: rate(of('outbound', ['answer machine']), dialled),
      lineFaults: rate(of('outbound', LINE_FAULTS), dialled),
    },
    internal: all('internal'),
    transfer: all('transfer'),
    conference: all('conference'),
    other: all('other'),
    results: FAMILIES.flatMap((family) => listed(family).map((one) => ({ family, ...one }))),
  };
}
