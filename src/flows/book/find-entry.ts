import { type Because, may } from '../../core/access.ts';
import { nearestNames } from '../../core/command/nearest.ts';
import { nearlySameName, sameName } from '../../core/command/read-manage.ts';
import type { Reader } from '../answer/identify.ts';
import type { Which } from '../answer/manage.ts';

type Named = { readonly id: string; readonly name: string };

/** `booked`: as its book gives it. `among`: several of that name, or the ones nearest to a name that nobody has. */
export type FoundEntry<E, B> =
  | { readonly kind: 'found'; readonly booked: B }
  | { readonly kind: 'unknown' | 'several'; readonly name: string; readonly among: readonly E[] };

/** The digest or rule that a button or a person means: by its id, else by its name. */
export async function findEntry<E extends Named, B>(
  book: { readonly list: () => Promise<readonly E[]>; readonly get: (id: string) => Promise<B | null> },
  which: Which,
): Promise<FoundEntry<E, B>> {
  const name = 'id' in which ? which.id : which.name;
  const known = await book.get(name);
  if (known !== null) return { kind: 'found', booked: known };
  const all = await book.list();
  const same = (is: typeof sameName) => all.filter((entry) => is(entry.name, name) || is(entry.id, name));
  const exact = 'id' in which ? [] : same(sameName);
  const named = exact.length > 0 || 'id' in which ? exact : same(nearlySameName);
  const [only, ...others] = named;
  if (only === undefined) {
    const near = nearestNames(name, [...new Set(all.flatMap((entry) => [entry.name, entry.id]))]);
    const among = all.filter((entry) => near.includes(entry.name) || near.includes(entry.id));
    return { kind: 'unknown', name, among: among.slice(0, 3) };
  }
  if (others.length > 0) return { kind: 'several', name, among: named };
  const booked = await book.get(only.id);
  return booked === null ? { kind: 'unknown', name, among: [] } : { kind: 'found', booked };
}

/** Why somebody may not change entries of a kind at all, or this one: one of somebody else's takes more. Null: they may. */
export function mayChangeEntry(
  { actor: { role, user } }: Reader,
  deed: 'manage-digests' | 'manage-alerts',
  entry: { readonly owner: string | null } | null,
): Because | null {
  const any = may(role, deed);
  if (!any.ok) return any.because;
  if (entry === null || entry.owner === null || entry.owner === user) return null;
  const others = may(role, 'manage-others');
  return others.ok ? null : others.because;
}
