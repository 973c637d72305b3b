import { assertNever, type ProblemCode } from '../errors.ts';
import type { Verdict } from './judge.ts';
import type { Rule } from './rule.ts';
import type { Tick } from './seen.ts';
import { type AlertState, type Ended, type Episode, openEpisode, type Trouble } from './state.ts';

/**
 * What is to be told. `fire`, `repeat` (still bad after the repeat interval) and `back` (after a snooze) are new messages in the rule's
 * channel; `edit` and `end` change the card that is there (an `end` whose `loudAt` is null was never posted: it is posted as over).
 * `owner` goes to the rule's owner alone: the floor is not told of data that is missing.
 */
export type Notice =
  | { readonly kind: 'fire' | 'repeat' | 'back' | 'edit'; readonly episode: Episode }
  | { readonly kind: 'end'; readonly ended: Ended }
  | {
      readonly kind: 'owner';
      readonly about: 'no-data' | 'error';
      readonly code: ProblemCode | null;
      readonly since: number;
      /** When it ended; null: it goes on. */
      readonly overAt: number | null;
    };

/** How long it lasts before the owner hears of it, and how long there is quiet between two such messages. */
export const NO_DATA_AFTER_MS = 30 * 60_000;
export const ERROR_AFTER_MS = 15 * 60_000;
const OWNER_QUIET_MS = 60 * 60_000;

/** All that is due at a tick, the ends of before first. Nothing in it is remembered as told until `told` says so. */
export function dueNotices(
  rule: Pick<Rule, 'repeatMs'>,
  state: AlertState,
  verdict: Verdict | null,
  { at, active }: Pick<Tick, 'at' | 'active'>,
): readonly Notice[] {
  const ends = state.ends.map((ended): Notice => ({ kind: 'end', ended }));
  const episode = openEpisode(state);
  const own = episode === null ? null : episodeNotice(rule, state, episode, verdict, at);
  const owner = active === null ? [] : ownerNotices(state, at);
  return [...ends, ...(own === null ? [] : [own]), ...owner];
}

function episodeNotice(
  { repeatMs }: Pick<Rule, 'repeatMs'>,
  { phase }: AlertState,
  episode: Episode,
  verdict: Verdict | null,
  at: number,
): Notice | null {
  const { loudAt, snooze, taken } = episode;
  const stillBad = phase.kind === 'firing' && (verdict?.kind === 'bad' || verdict?.kind === 'between');
  if (loudAt === null) return { kind: 'fire', episode };
  if (snooze !== null && snooze.until <= at && stillBad) return { kind: 'back', episode };
  if (snooze === null && taken === null && repeatMs !== null && at >= loudAt + repeatMs && stillBad) {
    return { kind: 'repeat', episode };
  }
  return { kind: 'edit', episode };
}

function ownerNotices({ noData, error, ownerAt }: AlertState, at: number): readonly Notice[] {
  const quiet = ownerAt !== null && at < ownerAt + OWNER_QUIET_MS;
  const notice = (about: 'no-data' | 'error', trouble: Trouble, code: ProblemCode | null, after: number): Notice[] => {
    const { since, toldAt, overAt } = trouble;
    const due = toldAt === null ? !quiet && at - since >= after : overAt !== null;
    return due ? [{ kind: 'owner', about, code, since, overAt }] : [];
  };
  return [
    ...(noData === null ? [] : notice('no-data', noData, null, NO_DATA_AFTER_MS)),
    ...(error === null ? [] : notice('error', error, error.code, ERROR_AFTER_MS)),
  ];
}

/** Whether what was due is due still: nobody told of it, took it or put it off meanwhile. */
export function isStillDue(state: AlertState, notice: Notice): boolean {
  switch (notice.kind) {
    case 'edit':
    case 'owner':
      return true;
    case 'end':
      return state.ends.some(({ episode }) => episode.firedAt === notice.ended.episode.firedAt);
    case 'fire':
    case 'repeat':
    case 'back': {
      const { episode } = notice;
      const now = [openEpisode(state), ...state.ends.map((end) => end.episode)].find(
        (one) => one?.firedAt === episode.firedAt,
      );
      if (now === undefined || now === null || now.louds !== episode.louds) return false;
      if (notice.kind === 'fire') return true;
      const untouched = now.snooze?.until === episode.snooze?.until;
      return untouched && openEpisode(state) !== null && (notice.kind === 'back' || now.taken === null);
    }
    default:
      return assertNever(notice);
  }
}

/** The state once Slack has accepted a notice; one that is no longer about anything changes nothing. */
export function told(state: AlertState, notice: Notice, at: number): AlertState {
  switch (notice.kind) {
    case 'edit':
      return state;
    case 'end':
      return { ...state, ends: state.ends.filter(({ episode }) => episode.firedAt !== notice.ended.episode.firedAt) };
    case 'owner':
      return ownerTold(state, notice, at);
    case 'fire':
    case 'repeat':
    case 'back':
      return heard(state, notice.episode.firedAt, (episode) => ({
        ...episode,
        louds: episode.louds + 1,
        loudAt: at,
        snooze: notice.kind === 'back' ? null : episode.snooze,
      }));
    default:
      return assertNever(notice);
  }
}

/** Also where the episode has ended meanwhile: its end then knows that there is a card. */
function heard(state: AlertState, firedAt: number, change: (episode: Episode) => Episode): AlertState {
  const changed = (episode: Episode): Episode => (episode.firedAt === firedAt ? change(episode) : episode);
  const { phase, before, ends } = state;
  return {
    ...state,
    phase: 'episode' in phase ? { ...phase, episode: changed(phase.episode) } : phase,
    before: before === null ? null : changed(before),
    ends: ends.map((end) => ({ ...end, episode: changed(end.episode) })),
  };
}

function ownerTold(state: AlertState, { about, overAt }: Extract<Notice, { kind: 'owner' }>, at: number): AlertState {
  const mark = <T extends Trouble>(trouble: T | null): T | null => {
    if (trouble === null) return null;
    return overAt === null ? { ...trouble, toldAt: at } : trouble.overAt === null ? trouble : null;
  };
  return about === 'no-data'
    ? { ...state, noData: mark(state.noData), ownerAt: at }
    : { ...state, error: mark(state.error), ownerAt: at };
}
