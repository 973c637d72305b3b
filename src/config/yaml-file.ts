import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Mistake, Note } from './mistake.ts';
import { codeOf, type Env, faultOf, type ReadFile } from './variables.ts';

export type Path = readonly (string | number)[];

/** A file as it was written and as it is meant (`${NAME}` replaced), and the means to say where something in it is. */
export type YamlFile = {
  readonly written: unknown;
  readonly meant: unknown;
  readonly mistake: (kind: Mistake['kind'], path: Path, expected: string, came: string | null) => Mistake;
};

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Reads a file that may be absent only where `optional`. Null: it is not there, or cannot be read as YAML, which was noted. */
export function readYamlFile(
  path: string,
  optional: boolean,
  env: Env,
  readFile: ReadFile,
  note: Note,
): YamlFile | null {
  const wrong = (kind: Mistake['kind'], line: number | null, expected: string, came: string | null): null => {
    note({ kind, where: path, line, expected, came });
    return null;
  };
  let text: string;
  try {
    text = readFile(path);
  } catch (cause) {
    if (optional && codeOf(cause) === 'ENOENT') return null;
    return wrong('unreadable', null, 'a file that can be read', faultOf(cause));
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    wrong('invalid', lines.linePos(error.pos[0]).line, yamlExpectation(error.code), error.code);
  }
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return null;

  const mistake: YamlFile['mistake'] = (kind, at, expected, came) => ({
    kind,
    where: `${path}: ${pathText(at)}`,
    line: lineOf(document, at, lines),
    expected,
    came,
  });
  try {
    const written: unknown = document.toJS();
    expand(document, env, readFile, (offset, name, came) =>
      note({
        kind: 'missing',
        where: path,
        line: lines.linePos(offset).line,
        expected: `the variable ${name}, which the file names`,
        came,
      }),
    );
    const meant: unknown = document.toJS();
    return { written, meant, mistake };
  } catch {
    return wrong(
      'invalid',
      null,
      'a file whose aliases (*name) all have an anchor, and not hundreds of them',
      'other aliases',
    );
  }
}

/** `operations[0].zone` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

function lineOf(document: Document, path: Path, lines: LineCounter): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent)
      ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === last)?.key
      : null;
    const node: unknown = key ?? (length === 0 ? document.contents : document.getIn(path.slice(0, length), true));
    const offset = rangeStart(node);
    if (offset !== null) return lines.linePos(offset).line;
  }
  return null;
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}

type NoteMissing = (offset: number, name: string, came: string | null) => void;

function expand(document: Document, env: Env, readFile: ReadFile, missing: NoteMissing): void {
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || !node.value.includes('${')) return;
      const offset = rangeStart(node) ?? 0;
      node.value = node.value.replaceAll(VARIABLE, (_, name: string) => valueOf(name, offset, env, readFile, missing));
    },
  });
}

function valueOf(name: string, offset: number, env: Env, readFile: ReadFile, missing: NoteMissing): string {
  const [inline, path] = [(env[name] ?? '').trim(), (env[`${name}_FILE`] ?? '').trim()];
  if (inline !== '') return inline;
  if (path === '') {
    missing(offset, name, null);
    return UNSET;
  }
  try {
    return readFile(path).replace(/\r?\n$/, '');
  } catch (cause) {
    missing(offset, name, `${name}_FILE, which cannot be read (${faultOf(cause)})`);
    return UNSET;
  }
}

/** Stands for a variable that was missing, so that the place which names it is not reported a second time. */
export const UNSET = '\u0000unset\u0000';

function yamlExpectation(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'each key once in a section';
    case 'TAB_AS_INDENT':
      return 'spaces before a key, not tabs';
    case 'BAD_INDENT':
      return 'lines of one section that start in the same column';
    case 'MULTIPLE_DOCS':
      return 'one document in the file, without a --- in its middle';
    default:
      return 'YAML';
  }
}
