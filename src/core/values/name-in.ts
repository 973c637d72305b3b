/** The name of an id in a catalogue, or null; ids come from outside, so only the catalogue's own entries count. */
export function nameIn(names: Readonly<Record<string, string>>, id: string): string | null {
  return Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}
