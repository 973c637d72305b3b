import { sameWords, wordsKey } from './words.ts';

/**
 * Whether a row's agent is a person to be counted: null for one, else why not. `total`: a consolidated row, in any case;
 * `pseudo`: a routing point, or a name or id that the configuration says to ignore.
 */
export function notAPerson(texts: readonly (string | null)[], ignored: readonly string[]): 'total' | 'pseudo' | null {
  for (const text of texts) {
    if (text === null) continue;
    const key = wordsKey(text);
    if (key === 'total') return 'total';
    if (key.startsWith('routing point') || ignored.some((one) => sameWords(one, text))) return 'pseudo';
  }
  return null;
}
