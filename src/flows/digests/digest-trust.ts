import type { PartSaid } from './digest-part.ts';

/** The trust lines of all parts as one: what all of them say is said once, the rest with the name of its part. */
export function digestTrust(parts: readonly PartSaid[]): readonly string[] {
  const told = parts.filter(({ trust }) => trust.length > 0);
  const [first] = told;
  if (first === undefined) return [];
  if (told.length === 1) return first.trust;
  const common = first.trust.filter((said) => told.every(({ trust }) => trust.includes(said)));
  const own = told.flatMap(({ title, trust }) => {
    const rest = trust.filter((said) => !common.includes(said));
    return rest.length === 0 ? [] : [`${title}: ${rest.join(', ')}`];
  });
  return [...common, ...own];
}
