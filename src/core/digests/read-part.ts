import { distance } from 'fastest-levenshtein';
import type { UnclearCommand } from '../command/command.ts';
import { type CommandContext, readCommand } from '../command/read-command.ts';
import { fold } from '../command/tokens.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Part } from './digest.ts';

type Extra = Exclude<Part['kind'], 'report'>;

/** What a digest may hold besides reports, as each language says it; a file of configuration takes any of them. */
const EXTRA_WORDS = {
  ledger: { es: 'promesas', en: 'ledger', pt: 'promessas' },
  quota: { es: 'cuota', en: 'quota', pt: 'cota' },
  hygiene: { es: 'higiene', en: 'hygiene', pt: 'higiene' },
} as const satisfies Readonly<Record<Extra, Readonly<Record<Locale, string>>>>;
export const EXTRA_PARTS = ['ledger', 'quota', 'hygiene'] as const satisfies readonly Extra[];
const NEAR = 2;

/** `unclear` null: understood, but nothing that a digest can hold, such as a file, the state of the bot, or another operation. */
export type PartRead =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly unclear: UnclearCommand | null };

/**
 * Reads what a digest is to hold: the words of the slash command for one report of the context's own operation, or an extra part.
 * `context.now`: a nominal time of the digest, since the words are understood anew at each.
 */
export function readPart(text: string, context: CommandContext): PartRead {
  const said = fold(text.trim());
  const extra = EXTRA_PARTS.find((kind) => wordsOf(kind).includes(said));
  if (extra !== undefined) return { ok: true, part: { kind: extra } };
  const command = readCommand(text, context);
  if (command.kind === 'unclear') return { ok: false, unclear: withExtras(command, said) };
  const fits =
    command.kind === 'report' &&
    command.request.operation === context.defaultOperation &&
    command.output.file === null &&
    !command.output.here;
  return fits
    ? { ok: true, part: { kind: 'report', words: text.trim().replaceAll(/\s+/g, ' ') } }
    : { ok: false, unclear: null };
}

/** A part as it is written: the words of its report, or the word of a language for an extra one. */
export function partText(part: Part, locale: Locale): string {
  return part.kind === 'report' ? part.words : EXTRA_WORDS[part.kind][locale];
}

function wordsOf(kind: Extra): readonly string[] {
  return Object.values(EXTRA_WORDS[kind]);
}

function withExtras(unclear: UnclearCommand, said: string): UnclearCommand {
  const near = EXTRA_PARTS.flatMap(wordsOf).filter((word) => distance(word, said) <= NEAR);
  const [only, ...others] = unclear.words;
  if (only === undefined || others.length > 0 || near.length === 0) return unclear;
  return { ...unclear, words: [{ ...only, nearest: [...new Set([...near, ...only.nearest])] }] };
}
