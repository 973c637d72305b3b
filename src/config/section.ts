import { z } from 'zod';
import { aKnownName, type Mistake, type Note, shown } from './mistake.ts';
import { expected, type Parser, understood } from './parsed.ts';
import { type Path, UNSET, type YamlFile } from './yaml-file.ts';

/** A scalar of the file read by a parser of texts; numbers and booleans are read as they are written. */
export function written<T>(parser: Parser<T>) {
  return z.unknown().transform((value, context): T => {
    const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const parsed = parser(scalar ? String(value).trim() : '');
    if (scalar && parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.ok ? 'a text' : parsed.expected, input: value });
    return z.NEVER;
  });
}

/** One scalar, or a list of them, each read by a parser of texts. */
export function oneOrMore<T>(parser: Parser<T>) {
  const one = written(parser);
  return z.unknown().transform((value, context): readonly T[] => {
    const list = Array.isArray(value) ? value : [value];
    const read = list.map((item) => one.safeParse(item));
    for (const [index, { error }] of read.entries()) {
      const path = Array.isArray(value) ? [index] : [];
      if (error !== undefined) {
        context.addIssue({ code: 'custom', message: error.issues[0]?.message ?? 'a text', input: value, path });
      }
    }
    return read.flatMap(({ data, success }) => (success ? [data] : []));
  });
}

/** Any text that is not empty. */
export const someText: Parser<string> = (text) => (text === '' ? expected('a text') : understood(text));

export function listOf<S extends z.ZodType>(item: S) {
  return z.array(item, 'a list');
}

/** A section that knows its keys and takes no other. The known ones travel in the message of the issue, for `readSection`. */
export function section<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : 'a section with keys'),
  });
}

/** Reads one part of the file; null if anything in it is wrong, all of which has been noted. */
export function readSection<T>(schema: z.ZodType<T>, file: YamlFile, path: Path, note: Note): T | null {
  const parsed = schema.safeParse(at(file.meant, path));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    for (const mistake of mistakesOf(issue, file, [...path, ...issue.path.filter(isStep)])) note(mistake);
  }
  return null;
}

function mistakesOf(issue: z.core.$ZodIssue, file: YamlFile, path: Path): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => file.mistake('unknown', [...path, key], aKnownName(key, known), shown(key)));
  }
  const [meant, raw] = [at(file.meant, path), at(file.written, path)];
  if (typeof meant === 'string' && meant.includes(UNSET)) return [];
  const kind = raw === undefined || raw === null ? 'missing' : 'invalid';
  return [file.mistake(kind, path, issue.message, isSecret(path) ? veiled(raw) : shown(raw))];
}

function veiled(raw: unknown): string | null {
  return raw === undefined || raw === null ? null : 'a value of another form';
}

function isSecret(path: Path): boolean {
  return path.some((step) => /token|secret|password/i.test(String(step)));
}

function isStep(step: PropertyKey): step is string | number {
  return typeof step !== 'symbol';
}

/** The value at a path of plain data, undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return Object.entries(inner).find(([key]) => key === String(step))?.[1];
  }, value);
}
