import type { Outcome } from '../../core/errors.ts';
import type { Clock } from '../../ports.ts';

/**
 * The same question within `forMs` gets the same answer, and those who ask meanwhile wait for it. Failures are not kept.
 * At most `most` answers: the oldest goes first.
 */
export function remembered<T>(
  { clock, forMs, most }: { readonly clock: Clock; readonly forMs: number; readonly most: number },
  load: (key: string) => Promise<Outcome<T>>,
): (key: string) => Promise<Outcome<T>> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Outcome<T>> }>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined && clock.now() < known.until) return known.answer;
    const answer = load(key).then((outcome) => {
      if (!outcome.ok && kept.get(key)?.answer === answer) kept.delete(key);
      return outcome;
    });
    kept.delete(key);
    kept.set(key, { until: clock.now() + forMs, answer });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
