import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEXICON } from '../src/core/command/lexicon.ts';
import { LOCALES } from '../src/core/i18n/locale.ts';
import { words } from '../src/core/i18n/words.ts';
import { REPORT_IDS } from '../src/core/request.ts';
import { REPORTS } from '../src/reports/catalog.ts';

const ROOT = new URL('../', import.meta.url);
const at = (path: string): URL => new URL(path, ROOT);
const folders = readdirSync(at('src/reports/'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const FIXTURES = ['typical', 'previous', 'empty', 'malformed'];

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

  it.each(FIXTURES)('has the fixture %s: invented rows, as wolkvox sends them', (name) => {
    const path = `test/fixtures/${id}/${name}.json`;
    expect(existsSync(at(path)), `write ${path}`).toBe(true);
  });

  it.each(LOCALES)('has words of its own in %s to be asked by, and a line in the help', (locale) => {
    const own = LEXICON[locale].entries.filter(({ means }) => means.is === 'report' && means.report === id);
    expect(own, `src/core/command/lexicon/${locale}.ts`).toHaveLength(1);
    const asks = words(locale).help.asks.filter(({ report }) => report === id);
    expect(asks, `src/core/i18n/words/${locale}/command.ts`).toHaveLength(1);
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
