import { type Rule, storedRuleSchema } from '../../core/alerts/rule.ts';
import type { Settings } from '../../core/settings.ts';
import type { Store } from '../../ports.ts';
import { type Book, openBook } from '../book/book.ts';

export const RULES = 'rules';
export const RULE_PAUSED = 'rule-paused';

/** A rule and the revision to save over; null where the file is its home, which nothing here writes. */
export type BookedRule = { readonly rule: Rule; readonly revision: number | null };
export type RuleBook = Omit<Book<Rule>, 'get'> & { readonly get: (id: string) => Promise<BookedRule | null> };

/** All rules of both homes. */
export function ruleBook({
  store: { documents },
  settings,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly settings: Pick<Settings, 'rules'>;
}): RuleBook {
  const book = openBook<Rule>(documents, settings.rules, {
    collection: RULES,
    flags: RULE_PAUSED,
    read: (value) => {
      const read = storedRuleSchema.safeParse(value);
      if (!read.success) return null;
      const { v: _version, ...fields } = read.data;
      return { ...fields, origin: 'slack' };
    },
    write: ({ origin: _origin, ...fields }) => storedRuleSchema.parse({ v: 1, ...fields }),
  });
  return {
    ...book,
    async get(id) {
      const found = await book.get(id);
      return found && { rule: found.entry, revision: found.revision };
    },
  };
}
