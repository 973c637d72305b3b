import type { PartSaid } from './digest-part.ts';

type Rested = PartSaid & { readonly trust: NonNullable<PartSaid['trust']> };

/**
 * The trust lines of all parts as one: each window once, with the parts that are of it; what several say is said once. `as`: in whose
 * words, the channel's or those of a supervisor alone.
 */
export function digestTrust(parts: readonly PartSaid[], as: 'brief' | 'full'): readonly string[] {
  const rested = parts.filter((part): part is Rested => part.trust !== null);
  const windows = new Map<string, Rested[]>();
  for (const part of rested) {
    const { operation, window, until } = part.trust;
    const key = JSON.stringify([operation, window, until]);
    windows.set(key, [...(windows.get(key) ?? []), part]);
  }
  const first = rested[0]?.trust.operation;
  const groups = [...windows.values()].map((group, nth) =>
    group.flatMap(({ title, trust: { operation, window, until, rows } }, at) => [
      ...(at === 0 ? [nth > 0 && operation === first ? window : `${operation}, ${window}`, until] : []),
      rested.length > 1 ? `${title}: ${rows}` : rows,
    ]),
  );
  const said = [
    ...rested.map(({ trust }) => trust.age),
    ...parts.flatMap((part) => [...part[as].notes, ...(part.trust?.notes ?? []), ...part.notes]),
  ];
  return [...groups.flat(), ...new Set(said)];
}
