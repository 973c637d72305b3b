import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Card } from '../../src/core/card/card.ts';
import { cardWords, toBlocks } from '../../src/core/card/to-blocks.ts';
import { toText } from '../../src/core/card/to-text.ts';
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts';
import { PLAIN_VIEW, REPORT_IDS, type ReportId } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, OPERATION, request, rowsOf, THURSDAY, HOUR, VIEWER_IN_CHANNEL } from './fixture.ts';

const auxRow = z.object({ agent_id: z.string(), agent_name: z.string(), aux_state: z.string(), time: z.string() });
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
    ...overDays(report, morning),
    'nothing came': { rows: 'empty' },
    'nothing came yet': { rows: 'empty', some: { now: morning } },
    malformed: { rows: 'malformed' },
  };
}

/** What other days and hours add to a card of one day. */
function overDays(report: ReportId, morning: number): Record<string, Story> {
  if (report === 'hold') {
    const mark = (hour: number, yes: number, ok: number) => ({
      time: `${String(hour).padStart(2, '0')}:00`,
      at: THURSDAY + hour * HOUR,
      skills: { 6110: { yes, ok, fail: 0 } },
    });
    const ledger = { marks: [mark(6, 9, 9), mark(7, 30, 18), mark(9, 60, 31)], asOf: morning + (5 * HOUR) / 6 };
    const operation = { ...OPERATION, hours: 'mon-fri 07:00-11:00' };
    return { 'hour by hour, before closing': { rows: 'typical', some: { operation, ledger, now: morning + HOUR } } };
  }
  if (report !== 'aux') return {};
  const uses = rowsOf('aux', 'typical').flatMap((raw) => {
    const read = auxRow.safeParse(raw);
    if (!read.success || !/break/i.test(read.data.aux_state)) return [];
    if (/TOTAL|PRUEBA|Routing/.test(read.data.agent_name)) return [];
    const [hours = 0, minutes = 0, seconds = 0] = read.data.time.split(':').map(Number);
    return [{ id: read.data.agent_id, seconds: hours * 3600 + minutes * 60 + seconds }];
  });
  const days = ['2026-11-18', '2026-11-17', '2026-11-13', '2026-11-12'].map((date) => ({
    date,
    states: [{ key: 'break', state: 'Break', uses }],
  }));
  const [most] = uses.toSorted((one, other) => other.seconds - one.seconds);
  const accepted = { agent: most?.id ?? '', state: 'break', why: 'calamidad', by: 'U01', name: 'Laura', at: 0 };
  const auxPast = { days, justified: [{ ...accepted, date: '2026-11-19' }] };
  return {
    'over days': { rows: 'typical', some: { auxPast: { days, justified: [] } } },
    'one justified': { rows: 'typical', some: { auxPast } },
    'one justified, for a viewer in a channel': { rows: 'typical', some: { auxPast, audience: VIEWER_IN_CHANNEL } },
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
