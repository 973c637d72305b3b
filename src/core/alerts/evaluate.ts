import { assertNever } from '../errors.ts';
import { judge, type Verdict } from './judge.ts';
import { dueNotices, type Notice } from './notices.ts';
import type { Rule } from './rule.ts';
import type { Tick } from './seen.ts';
import {
  type AlertState,
  type Ended,
  type Ending,
  type Episode,
  openEpisode,
  type Phase,
  type Point,
} from './state.ts';
import { restedTrouble, troubled } from './trouble.ts';

/** What a tick did, in the order of a problem's life. `kept`: nothing could be judged, so all stays. `given-up`: so for a day. `old`: not newer than the last one. */
export type Step =
  | 'old'
  | 'outside-hours'
  | 'calm'
  | 'pends'
  | 'waits'
  | 'calms'
  | 'fires'
  | 'goes-on'
  | 'recovers'
  | 'relapses'
  | 'resolves'
  | 'given-up'
  | 'kept';

/** `verdict` null: the tick was not judged at all. */
export type Why = { readonly step: Step; readonly verdict: Verdict | null };

export type Decision = { readonly state: AlertState; readonly why: Why; readonly notices: readonly Notice[] };

/** Bad readings that lie further apart than this many checks do not make one stretch: what happened between nobody saw. */
const UNSEEN_CHECKS = 3;
const UNSEEN_LEAST_MS = 15 * 60_000;
/** What nothing told of for so long is not left open for ever, and is not said to be over either. */
const GIVEN_UP_AFTER_MS = 24 * 60 * 60_000;
/** Ends that Slack did not take: the oldest give way. */
const MOST_ENDS = 5;

type EvaluatedRule = Pick<Rule, 'condition' | 'floor' | 'forMs' | 'keepFiringForMs' | 'repeatMs' | 'everyMs'>;

/**
 * What a rule makes of a tick: the new state, why, and what is to be told now, again until `told` marks it. A tick that is not newer than
 * the last one changes nothing. `for` and `keep_firing_for` mean what they do in Prometheus; the recovery threshold holds a pending or
 * firing rule as Grafana's does, but only a reading beyond the threshold itself fires and only a good one resolves.
 */
export function evaluate(rule: EvaluatedRule, was: AlertState, tick: Tick): Decision {
  const { at, active } = tick;
  if (was.at !== null && at <= was.at) return { state: was, why: { step: 'old', verdict: null }, notices: [] };
  const open =
    active === null || (was.at !== null && was.at < active.from)
      ? shut(was, active === null ? at : (was.at ?? at))
      : was;
  if (active === null) {
    const state = { ...restedTrouble(open), at };
    return { state, why: { step: 'outside-hours', verdict: null }, notices: dueNotices(rule, state, null, tick) };
  }
  const verdict = judge(rule, tick.seen);
  const troubles = troubled(open, verdict, tick);
  const { state, step } = stepped(rule, { ...troubles, at }, verdict, at);
  return { state, why: { step, verdict }, notices: dueNotices(rule, state, verdict, tick) };
}

/** Ends what is open for a reason that is not a reading: the hours, a justified case, a rule that was paused or removed. */
export function endBy(state: AlertState, how: Exclude<Ending, 'resolved'>, at: number): AlertState {
  const episode = openEpisode(state);
  if (episode === null) return { ...state, phase: { kind: 'ok', since: at } };
  return ended(state, { episode, at, how, last: state.last });
}

function shut(was: AlertState, at: number): AlertState {
  return was.phase.kind === 'ok' ? was : endBy(was, 'hours', at);
}

type Stepped = { readonly state: AlertState; readonly step: Step };

function stepped(rule: EvaluatedRule, was: AlertState, verdict: Verdict, at: number): Stepped {
  switch (verdict.kind) {
    case 'bad':
      return worse(rule, was, { at, ...verdict.found }, at);
    case 'between': {
      const last = { at, ...verdict.found };
      const step = was.phase.kind === 'ok' ? 'calm' : was.phase.kind === 'pending' ? 'waits' : 'goes-on';
      return { state: { ...was, last, phase: peaked(rule, was.phase, last) }, step };
    }
    case 'good':
      return better(rule, { ...was, last: { at, ...verdict.found } }, at, 'resolved');
    case 'gone':
      return better(rule, was, at, verdict.justified ? 'justified' : 'resolved');
    case 'too-few':
    case 'no-usual':
    case 'no-data':
    case 'error':
      return unheardOf(was, at) ? { state: endBy(was, 'unseen', at), step: 'given-up' } : { state: was, step: 'kept' };
    default:
      return assertNever(verdict);
  }
}

function unheardOf({ last, phase }: AlertState, at: number): boolean {
  return 'episode' in phase && at - (last?.at ?? phase.episode.firedAt) >= GIVEN_UP_AFTER_MS;
}

function worse(rule: EvaluatedRule, was: AlertState, last: Point, at: number): Stepped {
  const state = { ...was, last };
  const { phase } = was;
  if (phase.kind === 'firing') return { state: { ...state, phase: peaked(rule, phase, last) }, step: 'goes-on' };
  if (phase.kind === 'recovering') {
    const back: Phase = { kind: 'firing', episode: phase.episode };
    return { state: { ...state, phase: peaked(rule, back, last) }, step: 'relapses' };
  }
  const since = phase.kind === 'pending' && !unseen(rule, was, at) ? phase.since : at;
  if (at - since < rule.forMs) {
    return {
      state: { ...state, phase: { kind: 'pending', since } },
      step: phase.kind === 'pending' ? 'waits' : 'pends',
    };
  }
  return { state: fired(rule, state, since, last), step: 'fires' };
}

function better(rule: EvaluatedRule, was: AlertState, at: number, how: 'resolved' | 'justified'): Stepped {
  const { phase } = was;
  if (phase.kind === 'ok')
    return { state: phase.since === null ? { ...was, phase: { kind: 'ok', since: at } } : was, step: 'calm' };
  if (phase.kind === 'pending') return { state: { ...was, phase: { kind: 'ok', since: at } }, step: 'calms' };
  const since = phase.kind === 'recovering' ? phase.since : at;
  if (how === 'resolved' && at - since < rule.keepFiringForMs) {
    return { state: { ...was, phase: { kind: 'recovering', since, episode: phase.episode } }, step: 'recovers' };
  }
  return { state: ended(was, { episode: phase.episode, at, how, last: was.last }), step: 'resolves' };
}

/** A new problem, or the one before where its card is fresh: nobody was told of it yet, or the repeat interval has not passed. */
function fired({ repeatMs }: EvaluatedRule, was: AlertState, since: number, last: Point): AlertState {
  const { before } = was;
  const fresh =
    before !== null && (before.loudAt === null || (repeatMs !== null && last.at < before.loudAt + repeatMs))
      ? before
      : null;
  if (fresh === null) {
    const episode: Episode = {
      since,
      firedAt: last.at,
      peak: last,
      returns: 0,
      louds: 0,
      loudAt: null,
      taken: null,
      assigned: null,
      snooze: null,
      snoozes: 0,
    };
    return { ...was, phase: { kind: 'firing', episode }, before: null };
  }
  const episode = { ...fresh, returns: fresh.returns + 1 };
  const ends = was.ends.filter((one) => one.episode.firedAt !== fresh.firedAt);
  return { ...was, phase: { kind: 'firing', episode }, before: null, ends };
}

function ended(was: AlertState, end: Ended): AlertState {
  return {
    ...was,
    phase: { kind: 'ok', since: end.at },
    before: end.episode,
    ends: [...was.ends, end].slice(-MOST_ENDS),
  };
}

function peaked({ condition }: EvaluatedRule, phase: Phase, point: Point): Phase {
  if (phase.kind !== 'firing' && phase.kind !== 'recovering') return phase;
  const low = condition.kind === 'below' || condition.kind === 'below-usual';
  const { peak } = phase.episode;
  const isPeak = low ? point.value < peak.value : point.value > peak.value;
  return isPeak ? { ...phase, episode: { ...phase.episode, peak: point } } : phase;
}

function unseen({ everyMs }: EvaluatedRule, { last }: AlertState, at: number): boolean {
  return last === null || at - last.at > Math.max(UNSEEN_CHECKS * everyMs, UNSEEN_LEAST_MS);
}
