import type { Clock } from '../../ports.ts';
import type { Order, RunReport } from './run-report.ts';

const TOGETHER_MS = 1_000;

type Made = { readonly startedAt: number; readonly shown: ReturnType<RunReport> };

/**
 * The same order for the same audience within one second is made once, so that a whole floor that asks at eight o'clock costs one card.
 * A failure is shared only by those who came before it was known.
 */
export function runOnce(run: RunReport, clock: Clock): RunReport {
  const kept = new Map<string, Made>();

  return (order) => {
    const key = keyOf(order);
    const now = clock.now();
    const known = kept.get(key);
    if (known !== undefined && isTogether(known, now)) return known.shown;
    const made: Made = { startedAt: now, shown: run(order) };
    const forget = () => {
      if (kept.get(key) === made) kept.delete(key);
    };
    made.shown.then(({ ok }) => {
      if (!ok) forget();
    }, forget);
    // A card brings its whole table with it: what nobody can join any more is not held on to.
    for (const [other, { startedAt }] of kept) if (!isTogether({ startedAt }, now)) kept.delete(other);
    kept.set(key, made);
    return made.shown;
  };
}

function isTogether({ startedAt }: Pick<Made, 'startedAt'>, now: number): boolean {
  return Math.abs(now - startedAt) < TOGETHER_MS;
}

function keyOf({ request, operation, locale, audience, urgency }: Order): string {
  return JSON.stringify([request, operation.id, locale, audience, urgency]);
}
