const LOWER = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'e', 'da', 'do', 'dos', 'das']);

/** A name that came all in capitals as people write it (`COM-JUAN PÉREZ` as `COM-Juan Pérez`); any other is left as it came. */
export function readableName(name: string): string {
  if (name !== name.toLocaleUpperCase('es') || name.startsWith('Routing')) return name;
  const prefix = /^\p{Lu}{2,5}-/u.exec(name)?.[0] ?? '';
  const words = name.slice(prefix.length).toLocaleLowerCase('es').split(' ');
  return prefix + words.map((word, index) => (index > 0 && LOWER.has(word) ? word : capitalised(word))).join(' ');
}

function capitalised(word: string): string {
  return word.replace(
    /(^|[^\p{L}\p{M}])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('es'),
  );
}

/** `Ana Lucía Restrepo` as `A. L. R.` */
export function initials(name: string): string {
  const letters = name.split(/[\s-]+/u).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  return letters.length === 0 ? '—' : letters.map((letter) => `${letter.toLocaleUpperCase('es')}.`).join(' ');
}

/** A label of at most `most` characters that still tells people apart: second names give way to initials before anything is cut. */
export function shortName(name: string, most: number): string {
  const words = name.split(' ');
  for (const index of [1, 3, 4, 5, 2]) {
    if (length(words.join(' ')) <= most) break;
    const word = words[index];
    if (word !== undefined && length(word) > 2) words[index] = `${/\p{L}/u.exec(word)?.[0] ?? ''}.`;
  }
  const short = Array.from(words.join(' '));
  return short.length <= most
    ? short.join('')
    : `${short
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Labels for the bars of one chart: short, and each one different from the others. */
export function shortLabels(names: readonly string[], most: number): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let label = shortName(name, most);
    for (let copy = 2; taken.has(label); copy += 1)
      label = `${shortName(name, most - String(copy).length - 1)} ${copy}`;
    taken.add(label);
    return label;
  });
}

function length(text: string): number {
  return Array.from(text).length;
}
