import type { Verdict } from './judge.ts';
import type { Tick } from './seen.ts';
import type { AlertState, Trouble } from './state.ts';

/**
 * Keeps the two clocks of what cannot be judged: no data, and no answer. An answer without data ends the second and starts the first; a
 * figure ends both, also one that is too little to judge. While no data is expected, having none is no trouble, and no end of one.
 */
export function troubled(
  was: AlertState,
  verdict: Verdict,
  { at, expectsData }: Pick<Tick, 'at' | 'expectsData'>,
): AlertState {
  if (verdict.kind === 'error') {
    const { code } = verdict;
    return { ...was, error: { ...begun(was.error, at), code } };
  }
  const error = was.error === null ? null : over(was.error, at);
  if (verdict.kind === 'no-data')
    return { ...was, error, noData: expectsData ? begun(was.noData, at) : asleep(was.noData) };
  return { ...was, error, noData: was.noData === null ? null : over(was.noData, at) };
}

/** Outside of its hours nothing is known to be over: what the owner was told of waits for data, and all other clocks begin anew. */
export function restedTrouble(was: AlertState): AlertState {
  return { ...was, noData: asleep(was.noData), error: asleep(was.error) };
}

function asleep<T extends Trouble>(was: T | null): T | null {
  return was === null || was.toldAt === null ? null : was;
}

function begun(was: Trouble | null, at: number): Trouble {
  if (was === null) return { since: at, toldAt: null, overAt: null };
  return { since: was.since, toldAt: was.toldAt, overAt: null };
}

/** Over at once where nobody was told; else until the owner knows that too. */
function over<T extends Trouble>(was: T, at: number): T | null {
  return was.toldAt === null ? null : { ...was, overAt: was.overAt ?? at };
}
