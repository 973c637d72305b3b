import { type Ended, type Episode, openEpisode, type Point, statusOf } from '../../../core/alerts/state.ts';
import { WHOLE } from '../check/observe.ts';
import type { AlertCard, Basis, Sheet, Subject } from './sheet.ts';

/** A problem as its card shows it. `ended` null: it is open; `stale`: why nothing can be judged just now, for want of data or because it is too little. */
export type Member = {
  readonly instance: string;
  readonly subject: Subject;
  readonly episode: Episode;
  readonly ended: Ended | null;
  readonly open: boolean;
  readonly recovering: boolean;
  readonly stale: 'blind' | 'thin' | null;
  readonly last: Point | null;
  readonly basis: Basis | null;
};

/** The problems of a card as they are now; one that is no longer remembered at all is left out. */
export function membersOf(sheet: Sheet, card: AlertCard): readonly Member[] {
  const whole = sheet.cases[WHOLE];
  const blind = whole !== undefined && ['error', 'no-data'].includes(statusOf(whole.state));
  return card.members.flatMap(({ instance, firedAt, over }): readonly Member[] => {
    const found = sheet.cases[instance];
    const episode = found === undefined ? null : openEpisode(found.state);
    if (found !== undefined && episode?.firedAt === firedAt) {
      const { subject, basis, state } = found;
      const isPlain = subject.kind === 'rule' || subject.kind === 'scope';
      const isThin = isPlain && state.at !== null && state.last !== null && state.last.at < state.at;
      const stale = blind ? 'blind' : isThin ? 'thin' : null;
      const recovering = state.phase.kind === 'recovering';
      return [{ instance, subject, basis, episode, ended: null, open: true, recovering, stale, last: state.last }];
    }
    if (over === null) return [];
    const { ended, subject, basis } = over;
    const shut = { ended, open: false, recovering: false, stale: null, last: ended.last };
    return [{ instance, subject, basis, episode: ended.episode, ...shut }];
  });
}
