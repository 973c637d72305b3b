import { hygieneOf } from '../../core/alerts/hygiene.ts';
import type { Section } from '../../core/card/card.ts';
import { alertShiftWords } from '../../core/i18n/alerts/alert-shift-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import type { EndedLog } from './cards/ended-log.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { weekLines } from './tell-week.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What the week before an instant says of an operation's rules, for a digest; null where nothing is odd. */
export type ReadHygiene = (operation: Operation, at: number, locale: Locale) => Promise<readonly Section[] | null>;

export function hygieneReader({
  ended,
  book,
}: {
  readonly ended: EndedLog;
  readonly book: Pick<RuleBook, 'list'>;
}): ReadHygiene {
  return async (operation, at, locale) => {
    const past = await ended.between(operation.id, at - WEEK_MS, at);
    const findings = hygieneOf(past, operation.zone);
    if (findings.length === 0) return null;
    const names = new Map((await book.list()).map(({ id, name }) => [id, name]));
    const lines = weekLines(findings, (id) => names.get(id) ?? id, locale);
    return [{ kind: 'lines', title: alertShiftWords(locale).week, lines }];
  };
}
