import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../src/core/i18n/locale.ts';
import { REPORT_IDS } from '../src/core/request.ts';
import { REPORTS } from '../src/reports/catalog.ts';

const ROOT = new URL('../', import.meta.url);
const at = (path: string): URL => new URL(path, ROOT);
const folders = readdirSync(at('src/reports/'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const fixtures = existsSync(at('test/fixtures/'))
  ? readdirSync(at('test/fixtures/'), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  : [];

describe('the catalogue of reports', () => {
  it('has a line for every folder, and a folder for every line', () => {
    expect(REPORTS.map(({ id }) => id).sort()).toEqual(folders);
    expect(REPORTS.map(({ id }) => id).sort()).toEqual([...REPORT_IDS].sort());
  });

  it('has no word that means two reports', () => {
    const words = REPORTS.flatMap(({ aliases }) => aliases.map((word) => word.toLowerCase()));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});

describe.each(REPORTS.map((report) => ({ id: report.id, report })))('the report $id', ({ id, report }) => {
  it('is called by its id first', () => {
    expect(report.aliases[0]).toBe(id);
    expect(existsSync(at(`src/reports/${id}/index.ts`)), `src/reports/${id}/index.ts defines it`).toBe(true);
  });

  it('has words for itself and for each of its metrics, in every language', () => {
    const metrics = report.metrics.map((metric) => metric.id).sort();
    expect(new Set(metrics).size).toBe(metrics.length);
    for (const locale of LOCALES) {
      const { title, what, metrics: named } = report.words[locale];
      expect([locale, title !== '', what !== '']).toEqual([locale, true, true]);
      expect([locale, Object.keys(named).sort()]).toEqual([locale, metrics]);
    }
  });

  it('has a fixture: test/fixtures/ with its id as the name of a file or folder', () => {
    const own = fixtures.filter((path) => new RegExp(`(^|/)${id}([./-]|$)`).test(path));
    expect(own, `add test/fixtures/${id}.json (invented rows, as wolkvox sends them)`).not.toEqual([]);
  });

  it.each(LOCALES)('has a golden card in %s', (locale) => {
    const path = `test/golden/${id}.${locale}.json`;
    expect(existsSync(at(path)), `${path} is missing: npm run golden`).toBe(true);
  });

  it('has a page in docs/reports that names its source and every metric', () => {
    const path = `docs/reports/${id}.md`;
    expect(existsSync(at(path)), `write ${path}`).toBe(true);
    const page = readFileSync(at(path), 'utf8');
    expect(page).toContain(report.endpoint.api);
    expect(report.metrics.map((metric) => `${id}.${metric.id}`).filter((name) => !page.includes(name))).toEqual([]);
  });
});
