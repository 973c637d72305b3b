import type { Card, Line, Section } from '../../core/card/card.ts';
import { ruleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import type { Reader } from '../answer/identify.ts';
import { mayChangeRule } from './find-rule.ts';
import type { RuleBook } from './rule-book.ts';
import type { RuleCards } from './rule-list.ts';
import { RULE_OPEN } from './rule-presses.ts';

/** App Home has a hundred blocks for everything. */
const MOST = 8;

/** "My alerts" in App Home: those that somebody answers for or gets; the suggested ones while there is none at all. Null for somebody who may make none. */
export function homeAlerts(book: Pick<RuleBook, 'list'>, shown: RuleCards): (reader: Reader) => Promise<Card | null> {
  return async (reader) => {
    const { actor, locale, operation } = reader;
    const w = ruleListWords(locale);
    const all = await book.list();
    const mine = all.filter(({ owner, channel }) => owner === actor.user || channel === actor.user);
    if (mine.length === 0 && mayChangeRule(reader, null) !== null) return null;
    const lines = await Promise.all(
      mine.slice(0, MOST).map(async (rule): Promise<Line> => {
        const { text } = await shown.line(rule, reader);
        return { text, action: { kind: 'button', id: `${RULE_OPEN}:show`, label: w.buttons.open, value: rule.id } };
      }),
    );
    const first: readonly Section[] = all.length === 0 ? shown.suggestions(all, operation, reader) : [];
    return {
      headline: w.home,
      sections: [lines.length === 0 ? { kind: 'text', text: w.homeNone } : { kind: 'lines', lines }, ...first],
      trust: [],
      actions: [...shown.addButton(reader), ...(all.length > 0 ? [shown.allButton(reader)] : [])],
    };
  };
}
