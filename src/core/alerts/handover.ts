import { type AlertState, type Ended, type Episode, openEpisode } from './state.ts';

/** A problem of a rule, with whatever the caller needs to name it. */
export type Watched<About> = { readonly about: About; readonly state: AlertState };
export type Past<About> = { readonly about: About; readonly ended: Ended };
export type Open<About> = { readonly about: About; readonly episode: Episode };

/**
 * What one shift leaves to the next. `untaken`: nobody has it; `taken`: somebody does; `snoozed`: put off until later, whoever has it.
 * Longest standing first. `left`: still bad when the hours of its rule ended, mostly with the shift itself. `ended`: over within the shift,
 * newest first; `answered`: how many of those somebody saw to.
 */
export type Handover<About> = {
  readonly untaken: readonly Open<About>[];
  readonly taken: readonly Open<About>[];
  readonly snoozed: readonly Open<About>[];
  readonly left: readonly Past<About>[];
  readonly ended: readonly Past<About>[];
  readonly answered: number;
};

/** The alerts of a shift, epoch ms, at its end. Null where there is nothing to hand over: no alert was open in it. */
export function handoverOf<About>(
  watched: readonly Watched<About>[],
  past: readonly Past<About>[],
  shift: { readonly from: number; readonly to: number },
): Handover<About> | null {
  const open = watched
    .flatMap(({ about, state }) => {
      const episode = openEpisode(state);
      return episode === null ? [] : [{ about, episode }];
    })
    .toSorted((a, b) => a.episode.since - b.episode.since);
  const isSnoozed = ({ episode }: Open<About>): boolean => (episode.snooze?.until ?? 0) > shift.to;
  const awake = open.filter((one) => !isSnoozed(one));
  const left = past
    .filter(({ ended: { at, how } }) => how === 'hours' && at > shift.from && at <= shift.to)
    .toSorted((a, b) => a.ended.episode.since - b.ended.episode.since);
  const ended = past
    .filter(({ ended: { at, how } }) => how !== 'hours' && at >= shift.from && at < shift.to)
    .toSorted((a, b) => b.ended.at - a.ended.at);
  if (open.length + left.length + ended.length === 0) return null;
  return {
    untaken: awake.filter(({ episode }) => !isAnswered(episode)),
    taken: awake.filter(({ episode }) => isAnswered(episode)),
    snoozed: open.filter(isSnoozed),
    left,
    ended,
    answered: ended.filter(({ ended: { episode } }) => wasSeenTo(episode)).length,
  };
}

/** Whether somebody has it: took it, or was given it. */
export function isAnswered({ taken, assigned }: Episode): boolean {
  return taken !== null || assigned !== null;
}

/** Whether anybody did anything about it, putting it off included. */
export function wasSeenTo(episode: Episode): boolean {
  return isAnswered(episode) || episode.snoozes > 0;
}
