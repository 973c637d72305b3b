import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardWords, toBlocks } from '../../src/core/card/to-blocks.ts';
import { toText } from '../../src/core/card/to-text.ts';
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts';
import { addDays } from '../../src/core/period/dates.ts';
import { instantAt } from '../../src/core/period/local-time.ts';
import { PLAIN_VIEW, REPORT_IDS, type ReportId } from '../../src/core/request.ts';
import { formats } from '../../src/flows/read/format-for.ts';
import type { HistoryReader } from '../../src/flows/history/history-reader.ts';
import { reportRunner } from '../../src/flows/read/run-report.ts';
import { usualReader } from '../../src/flows/history/usual-reader.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import { notingLog } from '../fixtures/quiet-log.ts';
import { DAY, folded, NAMES, OPERATION, request, rowsOf, SUPERVISOR, THE_DAY_AFTER, THURSDAY } from './fixture.ts';

const DATE = '2026-11-19';
const clock = { now: () => THE_DAY_AFTER, wait: () => Promise.resolve() };

/** So many weeks of days that were, in turns, like the typical one and like the one before it, some of it gone missing. */
function past(report: ReportId, weeks: number): HistoryReader {
  const [typical, previous] = (['typical', 'previous'] as const).map((name) => {
    const rows = rowsOf(report, name);
    return folded(report, [report === 'agents' ? rows.slice(1) : rows]);
  });
  const from = addDays(DATE, -7 * weeks);
  const like = (date: string) => (Number(date.slice(-2)) % 3 === 0 ? typical : previous);
  const day: HistoryReader['day'] = async (_operation, _report, date) => {
    const found = like(date);
    if (found === undefined || date < from || date > DATE) return { kind: 'none' };
    return { kind: 'kept', ...found, asOf: instantAt(addDays(date, 1), '00:00', OPERATION.zone) };
  };
  return {
    day,
    days: async (operation, id, first, last) => {
      const dates: string[] = [];
      for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
      return Promise.all(dates.map(async (date) => ({ date, day: await day(operation, id, date) })));
    },
    marks: async () => [],
    slices: async (_operation, date) => {
      const found = like(date);
      if (found === undefined || date < from) return [];
      const slot = instantAt(date, '08:00', OPERATION.zone);
      return [{ slot, kind: 'kept', asOf: slot, figures: reportOf('live').readings(found.sealed, 'all') }];
    },
  };
}

async function told(report: ReportId, locale: Locale, weeks: number, asked: boolean): Promise<unknown> {
  const { sealed, rows } = folded(report, [rowsOf(report, 'typical')]);
  const live = report === 'live';
  const window = live ? { from: THE_DAY_AFTER - 600_000, to: THE_DAY_AFTER } : { from: THURSDAY, to: THURSDAY + DAY };
  const read = { fetchedAt: clock.now(), asOf: window.to, fresh: true, requests: 1, zoneOffset: null };
  const run = reportRunner(
    {
      clock,
      readReport: async () => ({ ok: true, value: { sealed, rows, window, windows: [window], ...read } }),
      readNames: async () => ({ names: NAMES, missing: false }),
      readUsual: usualReader({
        history: past(report, weeks),
        holidays: { isHoliday: (date) => date === '2026-10-29' || date === '2026-11-16' },
        clock,
        log: notingLog(),
      }),
    },
    formats(),
    '/vigia',
  );
  const shown = await run({
    request: request(report, { view: { ...PLAIN_VIEW, versus: asked ? 'usual' : null } }),
    operation: OPERATION,
    locale,
    audience: SUPERVISOR,
    urgency: 'person',
  });
  if (!shown.ok) throw new Error(shown.problem.code);
  const { headline, sections, trust, actions } = shown.value.card;
  // What the card says besides is in the goldens of its report.
  const usual = sections.slice(0, asked && weeks > 4 ? 2 : 0);
  const words = cardWords(locale);
  const said = report === 'hold' || report === 'aux' ? '' : headline;
  const notes = trust.slice(-2);
  const card = { headline: said, sections: usual, trust: notes, actions: [] };
  return {
    headline: said,
    usual,
    notes,
    buttons: actions.map(({ label }) => label),
    ...(usual.length > 0 ? { blocks: toBlocks(card, { rung: 'native', words }), text: toText(card, words) } : {}),
  };
}

describe('golden cards with a history', () => {
  it.each(REPORT_IDS.flatMap((report) => LOCALES.map((locale) => [report, locale] as const)))(
    'say of %s in %s what was read aloud and agreed',
    async (report, locale) => {
      const stories = {
        'eight weeks are known': await told(report, locale, 9, false),
        ...(report === 'live' ? {} : { 'compared with the usual': await told(report, locale, 9, true) }),
        'two weeks are known': await told(report, locale, 2, false),
        ...(report === 'live' ? {} : { 'compared, while nothing is known': await told(report, locale, 0, true) }),
      };
      const now = `${JSON.stringify(stories, null, 2)}\n`;
      const file = new URL(`../golden/usual-${report}.${locale}.json`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, now);
      const agreed = existsSync(file) ? readFileSync(file, 'utf8') : '';
      expect(now, 'the card changed: read it aloud, and if it is meant, run  npm run golden').toBe(agreed);
    },
  );
});
