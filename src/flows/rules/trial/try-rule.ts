import { activeStretch } from '../../../core/alerts/active-hours.ts';
import { evaluate, type Why } from '../../../core/alerts/evaluate.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { NEW_STATE } from '../../../core/alerts/state.ts';
import type { Card, Section } from '../../../core/card/card.ts';
import { alertCardWords } from '../../../core/i18n/alerts/alert-card-words.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import { problem } from '../../../core/errors.ts';
import { ruleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import { ruleListWords } from '../../../core/i18n/alerts/rule-list-words.ts';
import type { Operation } from '../../../core/operation.ts';
import { whySaid } from '../../../core/phrases/alert-reason.ts';
import type { Clock } from '../../../ports.ts';
import type { Reader } from '../../answer/identify.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { alertCard, type DrawnFor } from '../../alerts/cards/alert-card.ts';
import { figureSaid, limitsSaid, type Told, unitOfRule, whenSaid } from '../../alerts/cards/alert-figures.ts';
import { observe, type Observed } from '../../alerts/check/observe.ts';
import { planCards } from '../../alerts/cards/plan-cards.ts';
import type { ReadRules } from '../../alerts/check/readings.ts';
import { type Case, EMPTY_SHEET } from '../../alerts/cards/sheet.ts';

/** Judges a rule now and gives what it would say, to the one who asks alone; nothing is remembered of it. */
export type TryRuleNow = (
  rule: Rule,
  operation: Operation,
  reader: Pick<Reader, 'locale' | 'audience'>,
) => Promise<Card>;

type Judged = Observed & { readonly one: Case; readonly why: Why };

const MINUTE = 60_000;
const MOST_LINES = 5;
const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export function ruleTrier({
  readRules,
  clock,
  formatFor,
  nameOf,
}: {
  readonly readRules: ReadRules;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  readonly nameOf: (user: string) => Promise<string>;
}): TryRuleNow {
  return async (rule, operation, reader) => {
    const now = clock.now();
    const { locale } = reader;
    const w = ruleListWords(locale);
    const reading = (await readRules([rule], now)).get(rule);
    const judged = (reading === undefined ? [] : observe(rule, reading, {})).map((observed) =>
      judgeNow(rule, observed, now),
    );
    const told: Told = { locale, format: formatFor(locale, operation), words: alertCardWords(locale) };
    const owner = rule.owner === null ? null : await nameOf(rule.owner);
    const drawn: DrawnFor = { rule, operation, locale, audience: reader.audience, format: told.format, owner, now };
    const bad = judged.filter(({ one }) => one.state.phase.kind === 'firing');
    const [only, ...others] = bad;
    const notes = [
      ...(only !== undefined && others.length === 0
        ? [whySaid(only.why, { locale, format: told.format, unit: unitOfRule(rule) })]
        : []),
      ...(activeStretch(rule.active, operation, now) === null ? [w.test.outside] : []),
      ...(bad.length > 0 && rule.forMs > 0
        ? [w.test.after(ruleFormWords(locale).span(Math.round(rule.forMs / MINUTE)))]
        : []),
    ].map((text): Section => ({ kind: 'text', text }));
    if (bad.length > 0) {
      const cards = cardsOf(bad, drawn, now);
      return {
        headline: w.test.would(rule.name),
        sections: [...cards.flatMap(shown), ...notes],
        trust: cards[0]?.trust ?? [],
        actions: [],
      };
    }
    const lines = judged.flatMap((one) => calmSaid(one, rule, operation, told, now));
    const said = lines.length === 0 ? [w.test.noData] : [...new Set(lines)].slice(0, MOST_LINES);
    const data = judged.map(({ one }) => one.basis).find((basis) => basis !== null) ?? null;
    return {
      headline: w.test.wouldNot(rule.name),
      sections: [...said.map((text): Section => ({ kind: 'text', text })), ...notes],
      trust: [operation.name, ...(data === null ? [] : [told.words.dataOf(told.format.time(data.fetchedAt))])],
      actions: [],
    };
  };
}

/** As if it had lasted long enough. */
function judgeNow(rule: Rule, observed: Observed, at: number): Judged {
  const tick = { at, seen: observed.seen, active: ALWAYS, expectsData: false };
  const { state, why } = evaluate({ ...rule, forMs: 0 }, NEW_STATE, tick);
  const { subject, basis } = observed;
  return { ...observed, one: { subject, state, basis }, why };
}

/** The very cards that would be posted, without their buttons. */
function cardsOf(bad: readonly Judged[], drawn: DrawnFor, at: number): readonly Card[] {
  const cases = Object.fromEntries(bad.map(({ instance, one }) => [instance, one]));
  const sheet = planCards({ ...EMPTY_SHEET, cases }, at);
  const key = { operation: drawn.operation.id, rule: drawn.rule.id };
  return Object.entries(sheet.cards)
    .filter(([, { movedTo }]) => movedTo === null)
    .map(([id, card]) => alertCard(sheet, card, { ...key, card: id }, drawn));
}

function shown({ headline, sections }: Card): readonly Section[] {
  return [{ kind: 'text', text: [{ bold: headline }] }, ...sections.filter(({ kind }) => kind !== 'actions')];
}

function calmSaid(
  { why: { verdict }, one, instance }: Judged,
  rule: Rule,
  operation: Operation,
  told: Told,
  now: number,
): readonly string[] {
  if (verdict === null) return [];
  const { test } = ruleListWords(told.locale);
  const name = one.basis?.name ?? null;
  switch (verdict.kind) {
    case 'good':
    case 'between':
    case 'bad': {
      const figure = figureSaid(rule, { at: now, ...verdict.found }, name, told);
      const when = one.basis === null ? '' : ` ${whenSaid(rule, one.basis, told)}`;
      return [test.now(`${figure}${when}`, told.format.list(limitsSaid(rule, one.basis?.usual ?? null, told)))];
    }
    case 'too-few': {
      const point = { at: now, value: verdict.of === 0 ? 0 : (verdict.count ?? 0) / verdict.of };
      const figure = figureSaid(rule, { ...point, count: verdict.count, of: verdict.of }, name, told);
      return [test.tooFew({ figure, floor: told.format.number(verdict.floor) })];
    }
    case 'no-usual':
      return [test.noUsual];
    case 'no-data':
      return [test.noData];
    case 'error': {
      const { what } = problemSaid(problem(verdict.code), {
        locale: told.locale,
        operation: operation.name,
        format: told.format,
        now,
      });
      return [what];
    }
    case 'gone':
      return rule.condition.kind === 'aux' && instance === 'rule' ? [test.nobody] : [];
  }
}
