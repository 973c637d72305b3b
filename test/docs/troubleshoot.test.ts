import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/core/errors.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/troubleshoot.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|---'));
const said = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n')
  .replaceAll("\\'", "'");

describe('docs/troubleshoot.md', () => {
  it('has a step for every code that a failure can have', () => {
    expect(PROBLEM_CODES.filter((code) => !rows.some((row) => row.includes(`\`${code}\``)))).toEqual([]);
  });

  it('quotes only what the bot says', () => {
    const quoted = rows.flatMap((row) =>
      [...(row.split(' | ')[0] ?? '').matchAll(/"([^"]+)"/g)].map(([, text = '']) => text),
    );
    expect(quoted.length).toBeGreaterThan(30);
    const gone = quoted.filter((text) => !said.includes(text));
    expect(gone, 'the words changed: change them in docs/troubleshoot.md as well').toEqual([]);
  });

  it('says why and what to do of everything that is seen', () => {
    const cells = rows.map((row) => row.split(/(?<!\\) \| /).length);
    expect(rows.filter((_, at) => cells[at] !== 3 && cells[at] !== 2)).toEqual([]);
  });
});
