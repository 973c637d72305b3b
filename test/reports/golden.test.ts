import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/core/card/card.ts';
import { cardWords, toBlocks } from '../../src/core/card/to-blocks.ts';
import { toText } from '../../src/core/card/to-text.ts';
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts';
import { PLAIN_VIEW, REPORT_IDS, type ReportId } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, request, rowsOf, THURSDAY, HOUR, VIEWER_IN_CHANNEL } from './fixture.ts';

type Story = { readonly rows: string; readonly previous?: string; readonly some?: Partial<CardContext> };

function storiesOf(report: ReportId): Record<string, Story> {
  const [comparedWith, morning] = [{ kind: 'day', date: '2026-11-18' } as const, THURSDAY + 9 * HOUR];
  const view = { ...PLAIN_VIEW, top: 2, by: 'cost' } as const;
  return {
    typical: { rows: 'typical' },
    'compared with the day before': { rows: 'typical', previous: 'previous', some: { comparedWith } },
    'top 2 by cost, while it runs': {
      rows: 'typical',
      some: { request: request(report, { view, campaign: report === 'preview' ? '22109' : null }), now: morning },
    },
    'for a viewer in a channel': { rows: 'typical', some: { audience: VIEWER_IN_CHANNEL } },
    ...(report === 'live' ? { 'line problem': { rows: 'line-problem' } } : {}),
    'nothing came': { rows: 'empty' },
    'nothing came yet': { rows: 'empty', some: { now: morning } },
    malformed: { rows: 'malformed' },
  };
}

function told(report: ReportId, locale: Locale, story: Story): unknown {
  const { sealed, rows } = folded(report, [rowsOf(report, story.rows)]);
  const previous = story.previous === undefined ? null : folded(report, [rowsOf(report, story.previous)]).sealed;
  const body = reportOf(report).card(sealed, context(report, rows, locale, story.some), previous);
  const card: Card = { headline: body.headline, sections: body.sections, trust: body.notes, actions: [] };
  const words = cardWords(locale);
  return { rows, card: body, blocks: toBlocks(card, { rung: 'native', words }), text: toText(card, words) };
}

describe('golden cards', () => {
  it.each(REPORT_IDS.flatMap((report) => LOCALES.map((locale) => [report, locale] as const)))(
    'says of %s in %s what was read aloud and agreed',
    (report, locale) => {
      const stories = Object.entries(storiesOf(report)).map(([name, story]) => [name, told(report, locale, story)]);
      const now = `${JSON.stringify(Object.fromEntries(stories), null, 2)}\n`;
      const file = new URL(`../golden/${report}.${locale}.json`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, now);
      const agreed = existsSync(file) ? readFileSync(file, 'utf8') : '';
      expect(now, 'the card changed: read it aloud, and if it is meant, run  npm run golden').toBe(agreed);
    },
  );
});
