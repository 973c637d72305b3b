import { distance } from 'fastest-levenshtein';
import { aKnownName, type Mistake, type Note, shown } from './mistake.ts';
import type { Parser } from './parsed.ts';
import { Secret } from './secret.ts';

export type Env = Readonly<Record<string, string | undefined>>;
/** Gives a file's text; throws as `node:fs` does (`code: 'ENOENT'` where it is not there). */
export type ReadFile = (path: string) => string;

export const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'WOLKVOX_TOKEN',
  'REDIS_URL',
] as const;
export const PLAIN = [
  'SLACK_API_URL',
  'SLACK_COMMAND',
  'WOLKVOX_SERVER',
  'WOLKVOX_URL',
  'VIGIA_CONFIG',
  'VIGIA_ZONE',
  'VIGIA_LOCALE',
  'VIGIA_CURRENCY',
  'VIGIA_LICENCES',
  'VIGIA_DATA_DIR',
  'VIGIA_ROLE',
  'HOST',
  'PORT',
  'LOG_LEVEL',
] as const;
export type SecretName = (typeof SECRETS)[number];
export type PlainName = (typeof PLAIN)[number];

const allNames: ReadonlySet<string> = new Set([...PLAIN, ...SECRETS]);
const KNOWN: readonly string[] = [...PLAIN, ...SECRETS].filter((name) => name.startsWith('VIGIA_'));

export type Variables = {
  /** The value, or null where it is unset, empty or wrong; what is wrong has been noted. */
  readonly read: <T>(name: PlainName, parser: Parser<T>) => T | null;
  /** From `NAME` or `NAME_FILE`. `what` completes "expected …" and the check never prints the value. */
  readonly secret: (name: string, what: string, fits: (value: string) => boolean) => Secret | null;
  /** Whether something was given, right or wrong: what is wrong is not also missing. */
  readonly given: (name: string) => boolean;
  /** Notes that a needed variable is not there, naming one that looks like a slip of it. */
  readonly missing: (name: SecretName | PlainName, what: string) => void;
};

/** Reads the environment; whatever is wrong goes to `note`. An empty variable counts as one that is not set. */
export function variables(env: Env, readFile: ReadFile, note: Note): Variables {
  const value = (name: string): string | null => (env[name] ?? '').trim() || null;
  const given = (name: string): boolean => value(name) !== null || value(`${name}_FILE`) !== null;

  const fromFile = (name: string, path: string): string | null => {
    try {
      const text = readFile(path).replace(/\r?\n$/, '');
      if (text !== '') return text;
      note(mistake('unreadable', `${name}_FILE`, 'a file that holds the secret', `an empty file, ${shown(path)}`));
    } catch (cause) {
      note(mistake('unreadable', `${name}_FILE`, 'a file that can be read', `${shown(path)} (${faultOf(cause)})`));
    }
    return null;
  };

  return {
    given,
    read(name, parser) {
      const text = value(name);
      if (text === null) return null;
      const parsed = parser(text);
      if (parsed.ok) return parsed.value;
      note(mistake('invalid', name, parsed.expected, shown(text)));
      return null;
    },
    secret(name, what, fits) {
      const [inline, path] = [value(name), value(`${name}_FILE`)];
      if (inline !== null && path !== null) {
        note(mistake('conflict', name, `${name} or ${name}_FILE, not both`, 'both'));
        return null;
      }
      const text = inline ?? (path === null ? null : fromFile(name, path));
      if (text === null) return null;
      if (!fits(text)) {
        note(mistake('invalid', path === null ? name : `${name}_FILE`, what, kindOf(text)));
        return null;
      }
      return new Secret(text, { kind: 'variable', name });
    },
    missing(name, what) {
      const slip = Object.keys(env).find((other) => isSlipOf(other, name) && value(other) !== null);
      note(mistake('missing', name, what, slip === undefined ? null : `nothing (but ${slip} is set: is it a slip?)`));
    },
  };
}

/** A name of ours that nobody knows is a setting that silently does nothing: each is a mistake. */
export function noteUnknownNames(env: Env, note: Note): void {
  for (const name of Object.keys(env).sort()) {
    if (name.startsWith('VIGIA_') && !KNOWN.includes(name))
      note(mistake('unknown', name, aKnownName(name, KNOWN), name));
  }
}

/** What a secret looks like, without any of it. */
export function kindOf(text: string): string {
  const slack = /^(xox[a-z]|xapp)-/.exec(text)?.[1];
  if (slack !== undefined) return `a value that starts with ${slack}-`;
  const scheme = /^([a-z]+):\/\//.exec(text)?.[1];
  return scheme === undefined ? 'a value of another form' : `a value that starts with ${scheme}://`;
}

/** The code of an error of `node:fs`; null for an error of another kind. */
export function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'one that this user may not read',
  EISDIR: 'a folder',
};

/** What is there instead of a file that can be read. */
export function faultOf(cause: unknown): string {
  const code = codeOf(cause);
  return code === null ? 'an unknown error' : (FAULTS[code] ?? code);
}

function mistake(kind: Mistake['kind'], where: string, what: string, came: string | null): Mistake {
  return { kind, where, line: null, expected: what, came };
}

function isSlipOf(other: string, name: string): boolean {
  const sameFamily = other.split('_')[0] === name.split('_')[0];
  return sameFamily && !allNames.has(other.replace(/_FILE$/, '')) && distance(other, name) <= 2;
}
