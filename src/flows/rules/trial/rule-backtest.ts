import type { IsHoliday } from '../../../core/alerts/active-hours.ts';
import { backtest, type Moment } from '../../../core/alerts/backtest.ts';
import { limitsOf } from '../../../core/alerts/rule-choices.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { type Suggestion, suggestThreshold } from '../../../core/alerts/suggest-threshold.ts';
import type { Operation } from '../../../core/operation.ts';
import { addDays } from '../../../core/period/dates.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import type { Clock, Holidays } from '../../../ports.ts';
import type { ReadRuleHistory, RuleHistory } from './rule-history.ts';

/**
 * What a rule would have done. `tried`: other limits, from strict to loose. `suggested`: the one that its history
 * speaks for; `isSuggested`: it is the one it has. `short`: too little history; from `from` on (a local date) there is enough.
 */
export type RuleTrial =
  | {
      readonly kind: 'tried';
      readonly grain: 'pieces' | 'hours' | 'days';
      readonly times: number;
      readonly days: number;
      readonly judged: number;
      readonly checks: number;
      readonly tried: readonly { readonly limit: number; readonly times: number }[];
      readonly suggested: number | null;
      readonly isSuggested: boolean;
    }
  | { readonly kind: 'short'; readonly days: number; readonly from: string }
  | { readonly kind: 'not-kept' };
export type TryRule = (rule: Rule, operation: Operation) => Promise<RuleTrial>;

/** Fewer days say nothing of a usual week. */
const FEWEST_DAYS = 5;
const SHOWN = 3;
/** Somebody who changes a limit asks again at once, and the history is the same. */
const FRESH_MS = 60_000;
const MOST_KEPT = 20;

/** Tries a rule on what is kept, by replaying the state machine that would judge it. */
export function ruleTester({
  read,
  clock,
  holidays,
}: {
  readonly read: ReadRuleHistory;
  readonly clock: Clock;
  readonly holidays: Holidays;
}): TryRule {
  const isHoliday: IsHoliday = (date, country) => holidays.isHoliday(date, country);
  const lately = new Map<string, { readonly at: number; readonly history: Promise<RuleHistory> }>();
  /** By history: what it speaks for does not depend on the limit that is being tried. */
  const advised = new WeakMap<RuleHistory, Map<string, Suggestion | null>>();

  const historyOf = (rule: Rule, operation: Operation): Promise<RuleHistory> => {
    const { report, metric, scope, windowMs, condition, active } = rule;
    const usual = condition.kind.endsWith('usual');
    const key = JSON.stringify([
      operation.id,
      report,
      metric,
      scope,
      windowMs,
      usual,
      condition.kind === 'aux',
      active,
    ]);
    const known = lately.get(key);
    if (known !== undefined && clock.now() - known.at < FRESH_MS) return known.history;
    if (lately.size >= MOST_KEPT) lately.clear();
    const history = read(rule, operation);
    lately.set(key, { at: clock.now(), history });
    history.catch(() => lately.delete(key));
    return history;
  };

  const adviceOf = (rule: Rule, moments: readonly Moment[], operation: Operation, history: RuleHistory) => {
    const known = advised.get(history) ?? new Map<string, Suggestion | null>();
    advised.set(history, known);
    const limits = limitsOf(rule.condition);
    const share = limits === null || limits.limit === 0 ? 0 : Math.round((limits.recover / limits.limit) * 100);
    const { forMs, keepFiringForMs, repeatMs, everyMs, floor, active, condition } = rule;
    const key = JSON.stringify([forMs, keepFiringForMs, repeatMs, everyMs, floor, active, condition.kind, share]);
    const there = known.get(key);
    if (there !== undefined) return there;
    const advice = suggestThreshold(rule, metricOf(rule)?.unit ?? 'count', moments, operation, isHoliday);
    known.set(key, advice);
    return advice;
  };

  return async (rule, operation) => {
    const history = await historyOf(rule, operation);
    if (history.kind === 'not-kept') return history;
    const { grain, cases } = history;
    const { active, forMs, keepFiringForMs } = history.rule;
    const replayed = grain === 'days' ? { ...rule, active, forMs, keepFiringForMs } : rule;
    const runs = cases.map((moments) => backtest(replayed, moments, operation, isHoliday));
    const days = Math.max(0, ...runs.map((run) => run.days));
    if (days < FEWEST_DAYS) {
      return { kind: 'short', days, from: addDays(dateAt(clock.now(), operation.zone), FEWEST_DAYS - days) };
    }
    const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((all, run) => all + of(run), 0);
    const [judged, checks] = [sum((run) => run.judged), sum((run) => run.checks)];
    const own = limitsOf(rule.condition)?.limit ?? null;
    const [only, ...more] = cases;
    const advice = only === undefined || more.length > 0 ? null : adviceOf(replayed, only, operation, history);
    return {
      kind: 'tried',
      grain,
      times: sum((run) => run.times),
      days,
      judged,
      checks,
      tried: advice === null ? [] : near(advice, own),
      suggested: advice?.best ?? null,
      isSuggested: advice?.best === own,
    };
  };
}

/** The limits that are worth a look beside the own one: the best and its neighbours, or the own one's; each another number of times. */
function near(
  { tried, best }: Suggestion,
  own: number | null,
): readonly { readonly limit: number; readonly times: number }[] {
  const distinct = tried.filter(
    ({ threshold, times }, index) => threshold === best || index === 0 || tried[index - 1]?.times !== times,
  );
  const others = distinct.filter(({ threshold }) => threshold !== own);
  const isRising = (tried[0]?.threshold ?? 0) <= (tried.at(-1)?.threshold ?? 0);
  const stricter = others.filter(({ threshold }) => own !== null && threshold < own === isRising).length;
  const centre = best === own ? stricter : others.findIndex(({ threshold }) => threshold === best);
  const from = Math.max(0, Math.min(centre - 1, others.length - SHOWN));
  return others.slice(from, from + SHOWN).map(({ threshold, times }) => ({ limit: threshold, times }));
}
