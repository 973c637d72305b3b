import { endBy } from '../../../core/alerts/evaluate.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { planCards } from './plan-cards.ts';
import type { AlertCard, Case, Sheet } from './sheet.ts';

/** What a state of a rule means something for: with another of these, what is open is about something else. */
function meaningOf(rule: Omit<Rule, 'origin'>): string {
  const { operation, report, metric, scope, condition, windowMs, channel } = rule;
  return JSON.stringify([operation, report, metric, scope, condition.kind, windowMs, channel]);
}

/** The rule that a card speaks of: the one of now while its problem is open under it; else the one that it was told under. */
export function ruleOfCard({ members, rule: kept }: AlertCard, rule: Rule): Rule {
  if (kept === null) return rule;
  const isOver = members.every(({ over }) => over !== null);
  return isOver || meaningOf(kept) !== meaningOf(rule) ? { ...kept, origin: rule.origin } : rule;
}

/** With the rule written down on all cards that are open, so that they can be ended when it is no more. */
export function withRule(sheet: Sheet, { origin: _origin, ...kept }: Rule): Sheet {
  const cards = Object.entries(sheet.cards).map(([id, card]): readonly [string, AlertCard] => {
    const isOpen = card.closedAt === null && card.members.some(({ over }) => over === null);
    return [id, isOpen ? { ...card, rule: kept } : card];
  });
  return { ...sheet, cards: Object.fromEntries(cards) };
}

/** The rule that the open cards of a sheet were told under; null where that is not known. */
export function lastRule({ cards }: Sheet): Rule | null {
  const kept = Object.values(cards).find(({ closedAt, rule }) => closedAt === null && rule !== null)?.rule ?? null;
  return kept && { ...kept, origin: 'file' };
}

/** Whether what is open was told under a rule that meant something else. */
export function isOutgrown({ cards }: Sheet, rule: Rule): boolean {
  return Object.values(cards).some(
    ({ rule: kept, members }) =>
      kept !== null && members.some(({ over }) => over === null) && meaningOf(kept) !== meaningOf(rule),
  );
}

/** Ends all of a sheet because its rule was paused, removed or changed: nothing of before counts for what comes. */
export function endAll(sheet: Sheet, at: number): Sheet {
  const cases = Object.entries(sheet.cases).map(([instance, one]): readonly [string, Case] => [
    instance,
    { ...one, state: { ...endBy(one.state, 'rule', at), before: null, noData: null, error: null, ownerAt: null } },
  ]);
  return planCards({ ...sheet, cases: Object.fromEntries(cases) }, at);
}

export function hasOpen({ cases }: Sheet): boolean {
  return Object.values(cases).some(({ state }) => state.phase.kind !== 'ok');
}

export function hasOpenCards({ cards }: Sheet): boolean {
  return Object.values(cards).some(({ closedAt }) => closedAt === null);
}

export function hasTrouble({ cases }: Sheet): boolean {
  return Object.values(cases).some(({ state }) => state.noData !== null || state.error !== null);
}
