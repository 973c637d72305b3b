import { LOCALES, type Locale } from '../i18n/locale.ts';
import type { ManageCommand, UnclearCommand } from './command.ts';
import { LEXICON } from './lexicon.ts';
import { MANAGE_VERBS, type ManageVerb, SUBJECTS, type Subject } from './meaning.ts';
import { nearestVerbs } from './nearest.ts';
import { FILLERS } from './phrases.ts';
import { fold, type Token, tokensOf } from './tokens.ts';

type Context = {
  readonly operations: readonly { readonly id: string; readonly name: string }[];
  readonly locale: Locale;
};

const SUBJECT_WORDS: ReadonlyMap<string, Subject> = new Map(
  LOCALES.flatMap((locale) =>
    SUBJECTS.flatMap((subject) => LEXICON[locale].subjects[subject].map((say) => [fold(say), subject] as const)),
  ),
);
const VERB_WORDS: ReadonlyMap<string, ManageVerb> = new Map(
  LOCALES.flatMap((locale) =>
    MANAGE_VERBS.flatMap((verb) => LEXICON[locale].verbs[verb].map((say) => [fold(say), verb] as const)),
  ),
);
const HELP_WORDS: ReadonlySet<string> = new Set(
  LOCALES.flatMap((locale) =>
    LEXICON[locale].entries.flatMap(({ means, say }) =>
      means.is === 'verb' && means.verb === 'help' ? say.map(fold) : [],
    ),
  ),
);
/** Before the subject: a verb, the words that change nothing, and `mis`. */
const MOST_BEFORE = 3;
const OWN: ReadonlySet<string> = new Set(['mi', 'mis', 'my', 'meu', 'meus']);

/**
 * A command about digests or alerts: the subject, a verb before or after it, and the words of a name, which may be any; null where it
 * is about something else.
 */
export function readManage(tokens: readonly Token[], context: Context): ManageCommand | UnclearCommand | null {
  const at = tokens.findIndex(({ folded }) => SUBJECT_WORDS.has(folded));
  const subject = SUBJECT_WORDS.get(tokens[at]?.folded ?? '');
  if (subject === undefined || at > MOST_BEFORE) return null;
  const before = tokens.slice(0, at).map(({ folded }) => folded);
  const meant = before.flatMap((word) => VERB_WORDS.get(word) ?? []);
  if (before.some((word) => !VERB_WORDS.has(word) && !FILLERS.has(word) && !OWN.has(word))) return null;
  const after = tokens.slice(at + 1);
  const [next] = after;
  if (next !== undefined && HELP_WORDS.has(next.folded)) return null;

  const said = meant.at(-1);
  const following = next === undefined ? undefined : VERB_WORDS.get(next.folded);
  const verb = said === undefined || said === 'list' ? following : said;
  const rest = withoutEdges(verb !== undefined && verb === following ? after.slice(1) : after);
  const operation = operationOf(rest, context.operations);
  const name = operation === null && rest.length > 0 ? rest.map(({ word }) => word).join(' ') : null;
  if (name !== null && (verb === undefined || verb === 'list')) {
    const [{ word } = { word: name }] = rest;
    return { kind: 'unclear', report: null, subject, words: [unknown(word, context.locale)], reasons: [] };
  }
  return { kind: subject, verb: verb ?? 'list', name, operation };
}

/** Whether two names are the same as people type them: accents, case and punctuation apart. */
export function sameName(one: string, other: string): boolean {
  const written = (name: string) =>
    tokensOf(name)
      .map(({ folded }) => folded)
      .join(' ');
  return written(one) === written(other);
}

/** The same, where one of the two leaves out the words that only say what it is: `el resumen de la mañana`, `mañana`. */
export function nearlySameName(one: string, other: string): boolean {
  const core = (name: string) => {
    const tokens = tokensOf(name).map(({ folded }) => folded);
    const from = tokens.findIndex((word) => !FILLERS.has(word) && !SUBJECT_WORDS.has(word));
    return (from === -1 ? tokens : tokens.slice(from)).join(' ');
  };
  return core(one) === core(other);
}

function unknown(word: string, locale: Locale) {
  return { word: word.length > 40 ? `${word.slice(0, 39)}…` : word, nearest: nearestVerbs(word, locale) };
}

function withoutEdges(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ folded }) => !FILLERS.has(folded));
  return from === -1 ? [] : tokens.slice(from);
}

function operationOf(rest: readonly Token[], operations: Context['operations']): string | null {
  const said = rest.map(({ folded }) => folded).join(' ');
  if (said === '') return null;
  return (
    operations.find(({ id, name }) => said === `op:${fold(id)}` || sameName(id, said) || sameName(name, said))?.id ??
    null
  );
}
