import type { Because } from '../../core/access.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Reader } from '../answer/identify.ts';
import type { Which } from '../answer/manage.ts';
import { findEntry, type FoundEntry, mayChangeEntry } from '../book/find-entry.ts';
import type { BookedRule, RuleBook } from './rule-book.ts';

/** The rule that a button or a person means: by its id, else by its name. */
export function findRule(book: Pick<RuleBook, 'get' | 'list'>, which: Which): Promise<FoundEntry<Rule, BookedRule>> {
  return findEntry(book, which);
}

/** Why somebody may not change rules at all, or this one: one of somebody else's takes more. */
export function mayChangeRule(reader: Reader, rule: Pick<Rule, 'owner'> | null): Because | null {
  return mayChangeEntry(reader, 'manage-alerts', rule);
}
