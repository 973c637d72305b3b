import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** `to`: a path from `src/`, or the name of a package or of a part of Node. */
export type Import = {
  readonly to: string;
  readonly local: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
};

/** `path` from `src/`. `code`: the text with its comments and the insides of its quoted strings blanked, line by line as it was. */
export type Source = {
  readonly path: string;
  readonly lines: number;
  readonly code: string;
  readonly imports: readonly Import[];
};

const ROOT = new URL('../../src/', import.meta.url);

/** Every TypeScript file of the bot. */
export function readSources(): readonly Source[] {
  return readSourceTexts().map(({ path, text }) => parseSource(path, text));
}

/** The same, as they are written. */
export function readSourceTexts(): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));
}

export function parseSource(path: string, text: string): Source {
  const { code, bare } = blanked(text);
  return { path, lines: text.replace(/\n$/, '').split('\n').length, code: bare, imports: importsOf(path, code) };
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

const STATIC = /(?<![\w.$])(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s*\bfrom\s*)?['"]([^'"]+)['"]/g;
const DYNAMIC = /(?<![\w.$])import\s*\(\s*['"]([^'"]+)['"]/g;

function importsOf(path: string, code: string): readonly Import[] {
  const written = [...code.matchAll(STATIC)].map((match) => {
    const names =
      /\{([^}]*)\}/
        .exec(match[2] ?? '')?.[1]
        ?.split(',')
        .filter((name) => name.trim() !== '') ?? [];
    const inlineTypes =
      names.length > 0 && names.every((name) => /^\s*type\s/.test(name)) && /^\s*\{/.test(match[2] ?? '');
    return { specifier: match[3] ?? '', typeOnly: match[1] !== undefined || inlineTypes, offset: match.index };
  });
  const asked = [...code.matchAll(DYNAMIC)].map((match) => ({
    specifier: match[1] ?? '',
    typeOnly: false,
    offset: match.index,
  }));
  return [...written, ...asked].map(({ specifier, typeOnly, offset }) => {
    const local = specifier.startsWith('.');
    const to = local ? posix.normalize(posix.join(posix.dirname(path), specifier)) : packageOf(specifier);
    return { to, local, typeOnly, line: lineAt(code, offset) };
  });
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** `code` without comments; `bare` without the insides of '…' and "…" as well. A quote in a regular expression spoils its own line at most. */
function blanked(text: string): { readonly code: string; readonly bare: string } {
  const token = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;
  const blank = (found: string): string => found.replaceAll(/[^\n]/g, ' ');
  const isComment = (found: string): boolean => found.startsWith('/');
  const code = text.replaceAll(token, (found) => (isComment(found) ? blank(found) : found));
  const bare = text.replaceAll(token, (found) => (isComment(found) || /^['"]/.test(found) ? blank(found) : found));
  return { code, bare };
}
