import type { AuxPolicy } from '../operation.ts';
import { sameWords } from '../values/words.ts';
import { inOrder } from './rank.ts';
import { type Spread, spreadOf } from './spread.ts';

/** One agent's time in one state, seconds. */
export type Use = { readonly id: string; readonly seconds: number };

/** `over`: seconds above what is allowed. */
export type Excess = Use & { readonly over: number };

/** `score`: Iglewicz & Hoaglin's modified z. `ratio`: times the median. `over`: seconds above the median. */
export type Outlier = Use & { readonly score: number; readonly ratio: number; readonly over: number };

/**
 * What can fairly be said of one state in one window, and why. Highest first everywhere.
 * `group`: so many are over that it is a message about the group, and nobody is named.
 */
export type Verdict =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'allowance'; readonly allowed: number; readonly over: readonly Excess[] }
  | {
      readonly kind: 'too-small';
      readonly because: 'few-users' | 'no-spread';
      readonly highest: readonly Use[];
    }
  | { readonly kind: 'judged'; readonly out: readonly Outlier[] }
  | { readonly kind: 'group'; readonly by: 'allowance' | 'statistics'; readonly over: number; readonly users: number };

/** 0.75 quantile of the standard normal: makes the MAD of normal data an estimate of its standard deviation. */
const MAD_TO_SD = 0.6745;
const SHOWN = 3;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Judges one state, in this order: an allowance by policy alone, ordered states never, statistics only for groups that can bear them, and
 * then all four conditions at once (score, minutes, ratio, Tukey's fence). Score: Iglewicz & Hoaglin, "How to detect and handle outliers".
 * `days`: local days in the window, for allowances are per day. `justified`: agents who are as if they had not been there.
 */
export function judgeState(
  state: string,
  uses: readonly Use[],
  policy: AuxPolicy,
  days = 1,
  justified: ReadonlySet<string> = NOBODY,
): Verdict {
  const users = uses.filter(({ id, seconds }) => seconds > 0 && !justified.has(id)).toSorted(highestFirst);
  const allowance = Object.entries(policy.allowances).find(([allowed]) => sameWords(allowed, state));
  if (allowance !== undefined) return byAllowance(users, allowance[1] * days, policy);
  if (policy.ordered.some((ordered) => sameWords(ordered, state))) return { kind: 'ordered' };
  const spread = spreadOf(users.map(({ seconds }) => seconds));
  if (spread === null || users.length < policy.minAgents) return tooSmall('few-users', users);
  if (!(spread.mad > 0)) return tooSmall('no-spread', users);
  const far = users.flatMap((use) => farAbove(use, spread, policy) ?? []);
  // Counted before the fence: a quarter of the group above lifts q3, and the fence with it, over themselves.
  if (far.length > users.length * policy.groupShare) {
    return { kind: 'group', by: 'statistics', over: far.length, users: users.length };
  }
  const fence = spread.q3 + policy.minFence * (spread.q3 - spread.q1);
  return { kind: 'judged', out: far.filter(({ seconds }) => seconds > fence) };
}

function byAllowance(users: readonly Use[], allowed: number, policy: AuxPolicy): Verdict {
  const over = users.flatMap((use) => (use.seconds > allowed ? { ...use, over: use.seconds - allowed } : []));
  if (users.length >= policy.minAgents && over.length > users.length * policy.groupShare) {
    return { kind: 'group', by: 'allowance', over: over.length, users: users.length };
  }
  return { kind: 'allowance', allowed, over };
}

function tooSmall(because: 'few-users' | 'no-spread', users: readonly Use[]): Verdict {
  return { kind: 'too-small', because, highest: users.slice(0, SHOWN) };
}

function farAbove(use: Use, { median, mad }: Spread, policy: AuxPolicy): Outlier | null {
  const over = use.seconds - median;
  const score = (MAD_TO_SD * over) / mad;
  const ratio = use.seconds / median;
  const far = score > policy.minScore && over >= leastOver(median, policy) && ratio >= policy.minRatio;
  return far ? { ...use, score, ratio, over } : null;
}

/** Seconds over the median from which somebody can be out of the usual at all: fewer where the state itself is short. */
function leastOver(median: number, { minOverSeconds, minOverShare, leastOverSeconds }: AuxPolicy): number {
  return Math.min(minOverSeconds, Math.max(minOverShare * median, leastOverSeconds));
}

function highestFirst(a: Use, b: Use): number {
  return b.seconds - a.seconds || inOrder(a.id, b.id);
}
