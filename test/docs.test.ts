import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCommand } from '../src/core/command/read-command.ts';
import { LOCALES } from '../src/core/i18n/locale.ts';
import { REPORT_IDS } from '../src/core/request.ts';
import { REPORTS } from '../src/reports/catalog.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length));

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
];
const TOP = ['src', 'test', 'docs', 'bench', 'bin', '.ci'];
const ROOMS = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const NAMES = new Set(
  TOP.flatMap(filesUnder)
    .concat(readdirSync(ROOT))
    .map((path) => path.split('/').at(-1)),
);
/** Files that the reader makes. */
const OF_THE_READER = ['vigia.yml', '.env', 'vigia-backup.jsonl', 'answer.json'];

/** What is written as code: spans and fenced blocks. */
function codeIn(text: string): readonly string[] {
  const fences = [...text.matchAll(/^```\w*\n(.*?)^```/gms)].map(([, code = '']) => code);
  const spans = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...fences.flatMap((code) => code.split('\n')), ...spans];
}

/** `<id>` and `<locale>` stand for each of them. */
function meant(path: string): readonly string[] {
  const ids = path.includes('<id>') ? REPORT_IDS.map((id) => path.replaceAll('<id>', id)) : [path];
  return ids.flatMap((one) =>
    one.includes('<locale>') ? LOCALES.map((locale) => one.replaceAll('<locale>', locale)) : [one],
  );
}

/** The paths of this repository that a piece of code names, from its root. */
function pathsIn(code: string): readonly string[] {
  return code.split(/[\s,:()]+/).flatMap((word) => {
    const [first = '', ...more] = word.replace(/\/$/, '').split('/');
    if (/[*…]|^reports\/x|\/x\b/.test(word) || OF_THE_READER.includes(word)) return [];
    if (TOP.includes(first)) return meant(word);
    if (more.length > 0) return ROOMS.includes(first) ? meant(`src/${word}`) : [];
    return /^[.\w-]+\.(ts|mjs|md|yml|json|example)$/.test(word) && !NAMES.has(word) ? [word] : [];
  });
}

/** The links to what is here: the file, empty for the page itself, and the heading, empty for none. */
const linksIn = (text: string): readonly { readonly file: string; readonly heading: string }[] =>
  [...text.matchAll(/\]\(([^)\s#]*)(?:#([^)\s]*))?[^)]*\)/g)]
    .map(([, file = '', heading = '']) => ({ file, heading }))
    .filter(({ file }) => !file.includes('://'));

/** The anchors that GitHub makes of a page's headings. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...page.replaceAll(/^```.*?^```/gms, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.map((anchor, index) => {
    const before = headings.slice(0, index).filter((other) => other === anchor).length;
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
const commands = [...read('src/triggers/cli/run-cli.ts').matchAll(/case '([a-z]+)':/g)].map(([, name]) => name ?? '');
const commandLine = filesUnder('src/triggers/cli').map(read).join('\n');
const variables = [...read('src/config/variables.ts').matchAll(/^ {2}'([A-Z_]+)',$/gm)].map(([, name]) => name);

/** `vigia …` on its own, by npm, or by its file. */
const COMMAND_LINE = /(?:^\s*|npm run |bin\/)vigia(?:\.mjs)?(?: --)? ([a-z]+)/g;
const OURS = /\b(?:SLACK|WOLKVOX|VIGIA|REDIS)_[A-Z][A-Z_]*\b/g;
/** Names that an example gives to variables of its own, as `${NAME}`, are the reader's. */
function variablesIn(text: string): readonly string[] {
  const own = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  return [...text.matchAll(OURS)].map(([name]) => name.replace(/_FILE$/, '')).filter((name) => !own.includes(name));
}

const ZONE = 'America/Bogota';
const operations = [
  { id: 'bogota', name: 'Operación Bogotá', zone: ZONE },
  { id: 'lima', name: 'Operación Lima', zone: ZONE },
];

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);
  const code = codeIn(text);

  it('names only paths that exist', () => {
    expect(code.flatMap(pathsIn).filter((named) => !existsSync(join(ROOT, named)))).toEqual([]);
  });

  it('links only to what exists', () => {
    expect(linksIn(text).filter(({ file }) => !existsSync(join(ROOT, dirname(path), file)))).toEqual([]);
  });

  it('links only to headings that are there', () => {
    const broken = linksIn(text).filter(({ file, heading }) => {
      const target = file === '' ? text : file.endsWith('.md') ? read(join(dirname(path), file)) : null;
      return heading !== '' && target !== null && !anchorsOf(target).includes(decodeURIComponent(heading));
    });
    expect(broken).toEqual([]);
  });

  it('names only scripts of package.json', () => {
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short,
    );
    expect(named.filter((script) => script === undefined || !(script in scripts))).toEqual([]);
  });

  it('names only commands that the command line knows', () => {
    const named = code.flatMap((piece) => [...piece.matchAll(COMMAND_LINE)].map(([, command = '']) => command));
    expect(named.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('gives the command line only options that it reads', () => {
    // What stands before the command is read by somebody else: docker, npm.
    const options = code
      .map((piece) => piece.slice([...piece.matchAll(COMMAND_LINE)][0]?.index ?? piece.length))
      .flatMap((piece) => [...piece.matchAll(/ --[a-z]+/g)].map(([option]) => option.trim()));
    expect(options.filter((option) => !commandLine.includes(`'${option}'`))).toEqual([]);
  });

  it('names only variables that the configuration knows', () => {
    expect(variablesIn(text).filter((name) => !variables.includes(name))).toEqual([]);
  });

  it('shows only commands that the bot understands', () => {
    const shown = code.flatMap((piece) => [...piece.matchAll(/\/wolkvox ([^#]+)/g)].map(([, words = '']) => words));
    const unclear = shown
      .filter((words) => !words.includes('<'))
      .filter((words) => {
        const now = Date.UTC(2026, 10, 20, 20);
        const context = { now, operations, defaultOperation: 'bogota', reports: REPORTS, locale: 'es' as const };
        return readCommand(words, context).kind === 'unclear';
      });
    expect(unclear).toEqual([]);
  });
});

describe('the documents together', () => {
  it('explain every variable of the environment in docs/configure.md', () => {
    const page = read('docs/configure.md');
    expect(variables).toContain('LOG_LEVEL');
    expect(variables.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('explain every variable of .env.example, and that names no other', () => {
    const named = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.filter((name) => !variables.includes(name))).toEqual([]);
  });

  it('leave nothing in .env.example that a copy would take for a value', () => {
    expect([...read('.env.example').matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([line]) => line)).toEqual([]);
  });

  it('tell of every command of the command line', () => {
    const told = DOCUMENTS.flatMap((path) => codeIn(read(path))).flatMap((piece) =>
      [...piece.matchAll(COMMAND_LINE)].map(([, command]) => command),
    );
    expect(commands.filter((command) => command !== 'help' && !told.includes(command))).toEqual([]);
  });

  it('say in Spanish only the labels that people see', () => {
    const shown = ['src/core/i18n', 'src/flows', 'src/reports'].flatMap(filesUnder).map(read).join('\n');
    const labels = DOCUMENTS.filter((path) => path.startsWith('docs/es/')).flatMap((path) =>
      [...read(path).matchAll(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g)].map(([, label = '']) => label),
    );
    expect(labels.filter((label) => /\p{L}/u.test(label) && !shown.includes(label))).toEqual([]);
  });

  it('tell of each report in Spanish too', () => {
    const headings = [...read('docs/es/reportes.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(headings).toEqual(Object.values(REPORTS).map((report) => report.words.es.title));
  });

  it('give a user of Redis the rights that the tests try', () => {
    const [rights = ''] = /~\{vigia\}:\*[^']+/.exec(read('test/fixtures/redis-kinds.ts')) ?? [];
    expect(rights).toContain('-@dangerous');
    expect(read('docs/operate.md')).toContain(` ${rights}\``);
  });

  it('keep ARCHITECTURE.md to 150 lines', () => {
    expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it('show in README.md how to try it and how to test it', () => {
    expect(read('README.md')).toMatch(/npm ci && npm run demo/);
    expect(read('README.md')).toMatch(/npm ci && npm test/);
  });
});
