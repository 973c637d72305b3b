import { type Because, may } from '../../core/access.ts';
import { nearestNames } from '../../core/command/nearest.ts';
import { nearlySameName, sameName } from '../../core/command/read-manage.ts';
import type { Digest } from '../../core/digests/digest.ts';
import type { Reader } from '../answer/identify.ts';
import type { Which } from '../answer/manage.ts';
import type { Booked, DigestBook } from './digest-book.ts';

/** `among`: several of that name, or the ones nearest to a name that nobody has. */
export type Found =
  | { readonly kind: 'found'; readonly booked: Booked }
  | { readonly kind: 'unknown' | 'several'; readonly name: string; readonly among: readonly Digest[] };

/** The digest that a button or a person means: by its id, else by its name. */
export async function findDigest(book: DigestBook, which: Which): Promise<Found> {
  const name = 'id' in which ? which.id : which.name;
  const known = await book.get(name);
  if (known !== null) return { kind: 'found', booked: known };
  const all = await book.list();
  const same = (is: typeof sameName) => all.filter((digest) => is(digest.name, name) || is(digest.id, name));
  const exact = 'id' in which ? [] : same(sameName);
  const named = exact.length > 0 || 'id' in which ? exact : same(nearlySameName);
  const [only, ...others] = named;
  if (only === undefined) {
    const near = nearestNames(name, [...new Set(all.flatMap((digest) => [digest.name, digest.id]))]);
    const among = all.filter((digest) => near.includes(digest.name) || near.includes(digest.id));
    return { kind: 'unknown', name, among: among.slice(0, 3) };
  }
  if (others.length > 0) return { kind: 'several', name, among: named };
  const booked = await book.get(only.id);
  return booked === null ? { kind: 'unknown', name, among: [] } : { kind: 'found', booked };
}

/** Whether somebody may change digests at all, and this one: one of somebody else's takes more. */
export function mayChange({ actor: { role, user } }: Reader, digest: Pick<Digest, 'owner'> | null): Because | null {
  const any = may(role, 'manage-digests');
  if (!any.ok) return any.because;
  if (digest === null || digest.owner === null || digest.owner === user) return null;
  const others = may(role, 'manage-others');
  return others.ok ? null : others.because;
}
