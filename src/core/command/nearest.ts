import { distance } from 'fastest-levenshtein';
import { LOCALES, type Locale } from '../i18n/locale.ts';
import { LEXICON } from './lexicon.ts';
import { fold } from './tokens.ts';

const MOST = 3;
const LONGEST_WORD = 40;
/** Of another language only words this long, and all but written right: short ones are near to anything. */
const LEAST_ABROAD = 5;
/** What a word of a phrase counts beyond its own distance, so that a whole word that is as near comes first. */
const PART = 0.5;

type Candidate = { readonly say: string; readonly folded: string; readonly key: string };

const KNOWN: Readonly<Record<Locale, readonly Candidate[]>> = {
  es: candidates('es'),
  en: candidates('en'),
  pt: candidates('pt'),
};

/**
 * The words nearest to one that is not known, at most three and one for each meaning, the person's language first; none where
 * nothing is near. Two words are held against phrases only. `names` are operations that may be meant.
 */
export function nearestTo(words: string, locale: Locale, names: readonly string[]): readonly string[] {
  const wanted = fold(words).slice(0, LONGEST_WORD);
  const own = pick(wanted, [
    ...KNOWN[locale],
    ...names.map((say) => ({ say, folded: fold(say), key: `operation ${say}` })),
  ]);
  if (own.length > 0) return own;
  return pick(
    wanted,
    LOCALES.filter((other) => other !== locale).flatMap((other) => KNOWN[other]),
  ).filter((say) => wanted.length >= LEAST_ABROAD && distance(wanted, fold(say)) <= 1);
}

/** The words for what can be done that are nearest to one that is not known, at most three, the person's language first. */
export function nearestVerbs(word: string, locale: Locale): readonly string[] {
  const wanted = fold(word).slice(0, LONGEST_WORD);
  const own = pick(wanted, named(LEXICON[locale].verbs));
  if (own.length > 0) return own;
  return pick(
    wanted,
    LOCALES.filter((other) => other !== locale).flatMap((other) => named(LEXICON[other].verbs)),
  );
}

/** The names nearest to one that is not there, at most three. */
export function nearestNames(name: string, names: readonly string[]): readonly string[] {
  return pick(
    fold(name).slice(0, LONGEST_WORD),
    names.map((say) => ({ say, folded: fold(say), key: say })),
  );
}

function candidates(locale: Locale): readonly Candidate[] {
  const { entries, subjects } = LEXICON[locale];
  // Short forms of weekdays and of `aquí` are near to any short word, and a week alone is what was not understood.
  const phrases = entries.flatMap(({ means, say }) =>
    (means.is === 'weekOf' ? [] : means.is === 'weekday' || means.is === 'here' ? say.slice(0, 1) : say)
      .filter((text) => !text.includes('#'))
      .map((text) => ({ say: text, folded: fold(text), key: JSON.stringify(means) })),
  );
  return [...phrases, ...named(subjects)];
}

function named(words: Readonly<Record<string, readonly string[]>>): readonly Candidate[] {
  return Object.entries(words).flatMap(([key, say]) => say.map((text) => ({ say: text, folded: fold(text), key })));
}

function pick(wanted: string, from: readonly Candidate[]): readonly string[] {
  const near = from
    .filter(({ say }) => !wanted.includes(' ') || say.includes(' '))
    .map(({ say, folded, key }) => ({ say, key, away: away(wanted, folded) }))
    .filter(({ say, away }) => away <= reach(wanted) && (away < 2 || fold(say)[0] === wanted[0]))
    .sort((a, b) => a.away - b.away);
  const best = near[0]?.away ?? 0;
  const chosen = new Map<string, string>();
  for (const { say, key, away } of near) {
    if (away < best + PART && !chosen.has(key)) chosen.set(key, say);
  }
  return [...new Set(chosen.values())].slice(0, MOST);
}

/** A word that is nearly one of a phrase's words is near the phrase. */
function away(wanted: string, phrase: string): number {
  const words = phrase.split(' ').filter((part) => part.length > 3);
  const parts = words.map((part) => distance(wanted, part)).filter((apart) => apart <= 1);
  return Math.min(distance(wanted, phrase), ...parts.map((apart) => apart + PART));
}

function reach(wanted: string): number {
  if (wanted.length <= 4) return 1;
  return wanted.length <= 7 ? 2 : 3;
}
