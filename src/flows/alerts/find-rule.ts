import { type Because, may } from '../../core/access.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import { nearestNames } from '../../core/command/nearest.ts';
import { sameName } from '../../core/command/read-manage.ts';
import type { Reader } from '../answer/identify.ts';
import type { Which } from '../answer/manage.ts';
import type { BookedRule, RuleBook } from './rule-book.ts';

/** `among`: several of that name, or the ones nearest to a name that nobody has. */
export type FoundRule =
  | { readonly kind: 'found'; readonly booked: BookedRule }
  | { readonly kind: 'unknown' | 'several'; readonly name: string; readonly among: readonly Rule[] };

/** The rule that a button or a person means: by its id, else by its name. */
export async function findRule(book: Pick<RuleBook, 'get' | 'list'>, which: Which): Promise<FoundRule> {
  const name = 'id' in which ? which.id : which.name;
  const known = await book.get(name);
  if (known !== null) return { kind: 'found', booked: known };
  const all = await book.list();
  const named = 'id' in which ? [] : all.filter((rule) => sameName(rule.name, name) || sameName(rule.id, name));
  const [only, ...others] = named;
  if (only === undefined) {
    const near = nearestNames(name, [...new Set(all.flatMap((rule) => [rule.name, rule.id]))]);
    const among = all.filter((rule) => near.includes(rule.name) || near.includes(rule.id));
    return { kind: 'unknown', name, among: among.slice(0, 3) };
  }
  if (others.length > 0) return { kind: 'several', name, among: named };
  const booked = await book.get(only.id);
  return booked === null ? { kind: 'unknown', name, among: [] } : { kind: 'found', booked };
}

/** Why somebody may not change rules at all, or this one: one of somebody else's takes more. */
export function mayChangeRule({ actor: { role, user } }: Reader, rule: Pick<Rule, 'owner'> | null): Because | null {
  const any = may(role, 'manage-alerts');
  if (!any.ok) return any.because;
  if (rule === null || rule.owner === null || rule.owner === user) return null;
  const others = may(role, 'manage-others');
  return others.ok ? null : others.because;
}
