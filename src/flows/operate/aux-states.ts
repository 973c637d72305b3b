import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { windowOf } from '../../core/period/calendar.ts';
import { dayOf } from '../../core/period/recent.ts';
import type { Clock, Wolkvox } from '../../ports.ts';
import { CATALOG } from '../../reports/catalog.ts';

/** An auxiliary state as one whole day had it: `median` seconds of those who used it. */
export type StateSeen = { readonly state: string; readonly users: number; readonly median: number };
export type DaySeen = { readonly date: string; readonly states: readonly StateSeen[] };

const figuresSchema = z.object({
  states: z.array(z.object({ state: z.string(), users: z.number(), median: z.number() })),
});
const DAYS_BACK = 7;

/**
 * The auxiliary states of the last day that has any, most time first; null: none in a week. For a first configuration, so it asks
 * wolkvox outside the lane, day by day, spaced as the operation's pacing has it.
 */
export async function readAuxStates(
  wolkvox: Pick<Wolkvox, 'ask'>,
  clock: Clock,
  operation: Operation,
): Promise<Outcome<DaySeen | null>> {
  for (let back = 1; back <= DAYS_BACK; back += 1) {
    await clock.wait(operation.pacing.spacingMs);
    const day = dayOf(clock.now(), operation.zone, back);
    const window = windowOf(day, operation.zone);
    const fold = CATALOG.aux.fold({ operation, window });
    const question = { kind: 'report', report: 'aux', window, campaign: null } as const;
    const answer = await wolkvox.ask(operation, question, fold.add);
    if (!answer.ok) return answer;
    const { states } = figuresSchema.parse(CATALOG.aux.figures(fold.finish().sealed));
    const named = states.filter(({ state }) => state !== '');
    if (named.length > 0 && day.kind === 'day') return done({ date: day.date, states: named });
  }
  return done(null);
}
