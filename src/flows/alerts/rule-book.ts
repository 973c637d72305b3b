import { z } from 'zod';
import { type Rule, storedRuleSchema } from '../../core/alerts/rule.ts';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Settings } from '../../core/settings.ts';
import type { Store, StoredDocument } from '../../ports.ts';

export const RULES = 'rules';
export const RULE_PAUSED = 'rule-paused';
const PAGE = 500;

/** A rule and the revision to save over; null where the file is its home, which nothing here writes. */
export type BookedRule = { readonly rule: Rule; readonly revision: number | null };
const pausedSchema = z.object({ v: z.literal(1), paused: z.boolean() });

/** All rules of both homes: those of the YAML file, and those made in Slack, which give way where an id is the same. */
export function ruleBook({
  store: { documents },
  settings,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly settings: Pick<Settings, 'rules'>;
}) {
  const ofFile = new Map(settings.rules.map((rule) => [rule.id, rule]));

  const all = async (collection: string): Promise<readonly StoredDocument[]> => {
    const found: StoredDocument[] = [];
    for (let after = ''; ; after = found.at(-1)?.key ?? '') {
      const page = await documents.list(collection, { after, limit: PAGE });
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  };
  const withPause = (rule: Rule, flag: unknown): Rule => {
    const read = pausedSchema.safeParse(flag);
    return read.success ? { ...rule, paused: read.data.paused } : rule;
  };

  return {
    /** In the order of their ids; the file's rules as they are paused now. */
    async list(): Promise<readonly Rule[]> {
      const [stored, flags] = await Promise.all([all(RULES), ofFile.size === 0 ? [] : all(RULE_PAUSED)]);
      const flagOf = new Map(flags.map(({ key, value }) => [key, value]));
      const own = [...ofFile.values()].map((rule) => withPause(rule, flagOf.get(rule.id)));
      const made = stored.flatMap(({ key, value }) => (ofFile.has(key) ? [] : opened(value)));
      return [...own, ...made].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async get(id: string): Promise<BookedRule | null> {
      const own = ofFile.get(id);
      if (own !== undefined) {
        return { rule: withPause(own, (await documents.get(RULE_PAUSED, id))?.value), revision: null };
      }
      const there = await documents.get(RULES, id);
      const [rule] = opened(there?.value);
      return there === null || rule === undefined ? null : { rule, revision: there.revision };
    },
    /** The rules made in Slack whose id the file has too: they are kept, and not in force. */
    async givenWay(): Promise<readonly Rule[]> {
      const found = await Promise.all([...ofFile.keys()].map((id) => documents.get(RULES, id)));
      return found.flatMap((there) => opened(there?.value));
    },
    /**
     * Writes a rule made in Slack and gives its new revision. `config.invalid` with `because`: `changed` (somebody was faster, or the id
     * is taken) or `file` (the file's, read-only here).
     */
    async save(rule: Rule, expected: number | 'absent'): Promise<Outcome<number>> {
      if (ofFile.has(rule.id) || rule.origin === 'file') return failed('config.invalid', { because: 'file' });
      const { origin: _origin, ...fields } = rule;
      const value = storedRuleSchema.parse({ v: 1, ...fields });
      const revision = await documents.put(RULES, rule.id, value, { expected });
      return revision === null ? failed('config.invalid', { because: 'changed' }) : done(revision);
    },
    /** Forgets a rule made in Slack; one of the file stays. */
    async remove(id: string): Promise<void> {
      if (!ofFile.has(id)) await documents.delete(RULES, id);
    },
    /** Whether there was such a rule; of either home. */
    async pause(id: string, paused: boolean): Promise<boolean> {
      const own = ofFile.get(id);
      if (own !== undefined) {
        if (own.paused === paused) await documents.delete(RULE_PAUSED, id);
        else await documents.put(RULE_PAUSED, id, { v: 1, paused });
        return true;
      }
      for (;;) {
        const there = await documents.get(RULES, id);
        const [rule] = opened(there?.value);
        if (there === null || rule === undefined) return false;
        if (rule.paused === paused) return true;
        const { origin: _origin, ...fields } = rule;
        const value = { v: 1, ...fields, paused };
        if ((await documents.put(RULES, id, value, { expected: there.revision })) !== null) return true;
      }
    },
  };
}
export type RuleBook = ReturnType<typeof ruleBook>;

function opened(value: unknown): readonly Rule[] {
  const read = storedRuleSchema.safeParse(value);
  if (!read.success) return [];
  const { v: _version, ...fields } = read.data;
  return [{ ...fields, origin: 'slack' }];
}
