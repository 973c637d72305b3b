import type { Operation } from '../operation.ts';
import { dateAt } from '../period/local-time.ts';
import { type IsHoliday, ruleStretch } from './active-hours.ts';
import { evaluate } from './evaluate.ts';
import { told } from './notices.ts';
import type { Condition, Rule } from './rule.ts';
import type { Seen } from './seen.ts';
import { type AlertState, type Episode, NEW_STATE, openEpisode } from './state.ts';

/** What was seen at an instant of the past, epoch ms. */
export type Moment = { readonly at: number; readonly seen: Seen };

/**
 * What a rule would have done. `times`: problems it would have told of; `messages`: with their repeats. `days`: local dates that the
 * history is of. `judged` of all `checks` could be judged; on the others there was too little, or nothing.
 */
export type Backtest = {
  readonly times: number;
  readonly messages: number;
  readonly days: number;
  readonly checks: number;
  readonly judged: number;
  readonly episodes: readonly Episode[];
};

type Clockwork = Pick<Operation, 'zone' | 'hours'> & Partial<Pick<Operation, 'country'>>;

/**
 * The rule's own state machine, replayed over a history in order of time with nobody answering. What lies further apart than the rule
 * checks is taken as checked that seldom: otherwise no history of hours could fulfil a `for` of minutes.
 */
export function backtest(
  rule: Rule,
  history: readonly Moment[],
  operation: Clockwork,
  isHoliday?: IsHoliday,
): Backtest {
  const paced = { ...rule, everyMs: Math.max(rule.everyMs, stepOf(history)) };
  const found = new Map<number, Episode>();
  let [state, messages, judged]: [AlertState, number, number] = [NEW_STATE, 0, 0];
  for (const { at, seen } of history) {
    const active = ruleStretch(rule, operation, at, isHoliday);
    const decision = evaluate(paced, state, { at, seen, active, expectsData: false });
    state = decision.state;
    if (decision.why.verdict !== null && decision.why.step !== 'kept') judged += 1;
    for (const notice of decision.notices) {
      if (notice.kind === 'fire' || notice.kind === 'repeat' || notice.kind === 'back') messages += 1;
      state = told(state, notice, at);
      if (notice.kind === 'end') found.set(notice.ended.episode.firedAt, notice.ended.episode);
    }
    const open = openEpisode(state);
    if (open !== null) found.set(open.firedAt, open);
  }
  const days = new Set(history.map(({ at }) => dateAt(at, operation.zone))).size;
  return { times: found.size, messages, days, checks: history.length, judged, episodes: [...found.values()] };
}

/** The same rule with another threshold: its recovery threshold keeps its share of it. */
export function withThreshold(rule: Rule, threshold: number): Rule {
  return { ...rule, condition: moved(rule.condition, threshold) };
}

function moved(condition: Condition, threshold: number): Condition {
  switch (condition.kind) {
    case 'aux':
      return condition;
    case 'above':
    case 'below': {
      const share = condition.threshold === 0 ? 1 : condition.recover / condition.threshold;
      const isShare = condition.kind === 'below' && condition.recover <= 1 && threshold <= 1;
      const recover = isShare ? Math.min(1, plain(threshold * share)) : plain(threshold * share);
      const held = condition.kind === 'above' ? Math.min(recover, threshold) : Math.max(recover, threshold);
      return { ...condition, threshold, recover: held };
    }
    case 'above-usual':
    case 'below-usual':
      return { ...condition, share: threshold, recover: plain(threshold * (condition.recover / condition.share)) };
  }
}

/** Without the hair of binary fractions, which would show where the rule is written down. */
function plain(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The usual distance between two moments, ms. */
function stepOf(history: readonly Moment[]): number {
  const steps = history
    .slice(1)
    .map(({ at }, index) => at - (history[index]?.at ?? at))
    .toSorted((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}
