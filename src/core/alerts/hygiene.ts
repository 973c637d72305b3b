import { dateAt } from '../period/local-time.ts';
import { wasSeenTo, isAnswered, type Past } from './handover.ts';

/**
 * What is odd about a rule after a week. `never-answered`: nobody did anything about any of its alerts. `flapping`: it came and went more
 * than four times on one day. `always-snoozed`: each was put off and none was taken. `always-left`: its hours ended each unresolved.
 */
export const ODDITIES = ['never-answered', 'flapping', 'always-snoozed', 'always-left'] as const;
export type Oddity = (typeof ODDITIES)[number];
/** `times`: its alerts of the week; `most`: on its busiest day, returns included. */
export type Finding = {
  readonly rule: string;
  readonly oddity: Oddity;
  readonly times: number;
  readonly most: number;
};

/** Fewer alerts than this say nothing about how a rule is answered. */
const ENOUGH_TIMES = 3;
const FLAPPING_A_DAY = 5;

/** One finding for each rule that is worth a word, the busiest first; `past`: what ended within the week. */
export function hygieneOf(past: readonly Past<{ readonly rule: string }>[], zone: string): readonly Finding[] {
  const byRule = Map.groupBy(past, ({ about }) => about.rule);
  return [...byRule]
    .flatMap(([rule, own]) => {
      const most = busiest(own, zone);
      const oddity = oddityOf(own, most);
      return oddity === null ? [] : [{ rule, oddity, times: own.length, most }];
    })
    .toSorted((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1));
}

function oddityOf(own: readonly Past<unknown>[], most: number): Oddity | null {
  const episodes = own.map(({ ended }) => ended.episode);
  if (most >= FLAPPING_A_DAY) return 'flapping';
  if (own.length < ENOUGH_TIMES) return null;
  if (!episodes.some(wasSeenTo)) return 'never-answered';
  if (episodes.every(({ snoozes }) => snoozes > 0) && !episodes.some(isAnswered)) return 'always-snoozed';
  return own.every(({ ended }) => ended.how === 'hours') ? 'always-left' : null;
}

/** A problem that came back ends again each time, with one return more: its ends are not added to its returns. */
function timesOf(own: readonly Past<unknown>[]): number {
  const problems = Map.groupBy(own, ({ ended: { episode } }) => episode.firedAt);
  return [...problems.values()].reduce((sum, ends) => {
    const returns = Math.max(...ends.map(({ ended }) => ended.episode.returns));
    return sum + Math.max(ends.length, 1 + returns);
  }, 0);
}

function busiest(own: readonly Past<unknown>[], zone: string): number {
  const days = Map.groupBy(own, ({ ended }) => dateAt(ended.episode.firedAt, zone));
  return Math.max(0, ...[...days.values()].map(timesOf));
}
