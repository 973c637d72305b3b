import { type AlertState, type Episode, openEpisode } from './state.ts';

export type Answerer = { readonly by: string; readonly name: string };

/** What people do with an open alert. `until`: epoch ms; `to`: a Slack user id. */
export type AlertAnswer =
  | { readonly kind: 'take' | 'release' | 'unsnooze' }
  | { readonly kind: 'snooze'; readonly until: number }
  | { readonly kind: 'assign'; readonly to: string };

/**
 * `taken`: somebody else has it, or has just taken it. `over`: nothing is open any more. `same`: it is so already. None of them changes
 * the state; whoever asked is told what is so.
 */
export type Answered =
  | { readonly kind: 'done'; readonly state: AlertState; readonly episode: Episode }
  | { readonly kind: 'taken'; readonly episode: Episode }
  | { readonly kind: 'same'; readonly episode: Episode }
  | { readonly kind: 'over' };

/**
 * An answer to the alert that a card shows; `firedAt` is that card's, so that a button of an old card never touches a new problem. Of
 * two who take it at once one wins: the caller saves by revision and asks again with what is there then.
 */
export function answered(state: AlertState, firedAt: number, answer: AlertAnswer, who: Answerer, at: number): Answered {
  const episode = openEpisode(state);
  if (episode === null || episode.firedAt !== firedAt) return { kind: 'over' };
  const change = (fields: Partial<Episode>): Answered => {
    const next = { ...episode, ...fields };
    const { phase } = state;
    return {
      kind: 'done',
      episode: next,
      state: { ...state, phase: 'episode' in phase ? { ...phase, episode: next } : phase },
    };
  };
  switch (answer.kind) {
    case 'take':
      if (episode.taken === null) return change({ taken: { ...who, at } });
      return { kind: episode.taken.by === who.by ? 'same' : 'taken', episode };
    case 'release':
      if (episode.taken === null) return { kind: 'same', episode };
      return episode.taken.by === who.by ? change({ taken: null }) : { kind: 'taken', episode };
    case 'assign':
      return change({ assigned: { ...who, at, to: answer.to } });
    case 'snooze':
      if (answer.until <= at || episode.snooze?.until === answer.until) return { kind: 'same', episode };
      return change({ snooze: { ...who, at, until: answer.until }, snoozes: episode.snoozes + 1 });
    case 'unsnooze':
      return episode.snooze === null ? { kind: 'same', episode } : change({ snooze: null });
  }
}
