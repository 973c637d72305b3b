import { type Finding, hygieneOf } from '../../core/alerts/hygiene.ts';
import type { Line } from '../../core/card/card.ts';
import { alertShiftWords } from '../../core/i18n/alerts/alert-shift-words.ts';
import { alertWords } from '../../core/i18n/alerts/alert-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import type { Settings } from '../../core/settings.ts';
import type { Log, Messenger } from '../../ports.ts';
import { ownerOf } from './cards/alert-place.ts';
import type { EndedLog } from './cards/ended-log.ts';
import type { NoteSender } from './notes.ts';
import type { RuleBook } from '../rules/rule-book.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const MOST = 10;

/** Tells each owner once a week which of their rules nobody answers, which come and go, and which are only put off. */
export type TellWeek = (operation: Operation, at: number) => Promise<void>;

export function weekTeller(parts: {
  readonly ended: EndedLog;
  readonly book: Pick<RuleBook, 'list'>;
  readonly notes: NoteSender;
  readonly settings: Pick<Settings, 'roles'>;
  readonly messenger: Pick<Messenger, 'conversationWith' | 'person'>;
  readonly log: Log;
}): TellWeek {
  const { messenger, log } = parts;
  return async (operation, at) => {
    const findings = hygieneOf(await parts.ended.between(operation.id, at - WEEK_MS, at), operation.zone);
    if (findings.length === 0) return;
    const rules = new Map((await parts.book.list()).map((rule) => [rule.id, rule]));
    const owned = Map.groupBy(findings, ({ rule }) => {
      const found = rules.get(rule);
      return found === undefined ? null : ownerOf(found, parts.settings);
    });
    for (const [owner, own] of owned) {
      if (owner === null) continue;
      const [place, person] = await Promise.all([messenger.conversationWith(owner), messenger.person(owner)]);
      if (!place.ok) {
        log.warn('alerts.week-not-told', { code: place.problem.code });
        continue;
      }
      const locale = (person.ok ? person.value.locale : null) ?? operation.locale;
      const card = {
        headline: `${alertShiftWords(locale).week}.`,
        sections: [{ kind: 'lines' as const, lines: weekLines(own, (id) => rules.get(id)?.name ?? id, locale) }],
        trust: [operation.name],
        actions: [],
      };
      await parts.notes.post(`${operation.id}/week/${at}/${owner}`, place.value, card, locale, at);
    }
  };
}

/** One line for each rule that is worth a word. */
export function weekLines(
  findings: readonly Finding[],
  nameOf: (rule: string) => string,
  locale: Locale,
): readonly Line[] {
  const { oddities } = alertWords(locale);
  return findings.slice(0, MOST).map(({ rule, oddity, times, most }) => ({
    text: [{ bold: nameOf(rule) }, `: ${oddities[oddity]({ times, most })}`],
  }));
}
