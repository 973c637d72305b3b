import type { Clock } from '../../ports.ts';

type Remembered<T> = { readonly value: T; readonly until: number };

export type Memory<T> = {
  readonly get: (key: string) => T | undefined;
  readonly keep: (key: string, value: T, forGood: boolean) => void;
};

/** What was worked out or read before, at most so many: the oldest goes first. What is not kept for good is gone after `forMs`. */
export function remembering<T>(most: number, forMs: number, clock: Clock): Memory<T> {
  const all = new Map<string, Remembered<T>>();
  return {
    get(key) {
      const known = all.get(key);
      return known === undefined || known.until <= clock.now() ? undefined : known.value;
    },
    keep(key, value, forGood) {
      all.delete(key);
      all.set(key, { value, until: forGood ? Number.POSITIVE_INFINITY : clock.now() + forMs });
      for (const oldest of all.keys()) if (all.size > most) all.delete(oldest);
    },
  };
}
