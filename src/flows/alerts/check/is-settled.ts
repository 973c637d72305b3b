import type { Rule } from '../../../core/alerts/rule.ts';
import type { AlertState } from '../../../core/alerts/state.ts';
import type { Sheet } from '../cards/sheet.ts';

/** As long as the owner is left in peace after having been told of trouble. */
const OWNER_QUIET_MS = 60 * 60_000;

/** Whether there is nothing to remember of a rule: no problem, no card, nobody to be told. The usual state of nearly all rules. */
export function isSettled({ cases, cards }: Sheet): boolean {
  return Object.keys(cards).length === 0 && Object.values(cases).every(({ state }) => isCalm(state));
}

/** A sheet that was never there, or is forgotten as soon as the engine tidies up. */
export function isBlank({ cases, cards }: Sheet): boolean {
  return Object.keys(cases).length === 0 && Object.keys(cards).length === 0;
}

/** A state without what no longer matters: the problem before once a new one would be another card, and when the owner was told. */
export function faded({ repeatMs }: Pick<Rule, 'repeatMs'>, state: AlertState, at: number): AlertState {
  const { before, ownerAt, noData, error } = state;
  const isPast = before !== null && before.loudAt !== null && (repeatMs === null || at >= before.loudAt + repeatMs);
  const isQuiet = ownerAt !== null && noData === null && error === null && at >= ownerAt + OWNER_QUIET_MS;
  if (!isPast && !isQuiet) return state;
  return { ...state, before: isPast ? null : before, ownerAt: isQuiet ? null : ownerAt };
}

/** Two calm states that differ in nothing but the last figure: the later one need not be written. */
export function isSameCalm(was: AlertState, now: AlertState): boolean {
  return isCalm(was) && isCalm(now);
}

function isCalm({ phase, ends, noData, error, before, ownerAt }: AlertState): boolean {
  const troubled = noData !== null || error !== null || ownerAt !== null;
  return phase.kind === 'ok' && ends.length === 0 && before === null && !troubled;
}
