import { fold } from '../command/tokens.ts';

const LONGEST = 40;

/** The id that a name gives, of letters, digits and dashes that a person could type: `resumen-de-la-manana`; else `otherwise`. */
export function idOfName(name: string, otherwise: string): string {
  const id = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return id === '' ? otherwise : id;
}
