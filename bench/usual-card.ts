// Makes the card of a large floor's day, with what it is held against in the store and without, in turns; prints ms a card.
import { openEmbedded } from '../src/adapters/store/embedded.ts';
import { cardWords, toBlocks } from '../src/core/card/to-blocks.ts';
import { toText } from '../src/core/card/to-text.ts';
import { recordWindow } from '../src/core/history/record-days.ts';
import { addDays } from '../src/core/period/dates.ts';
import { PLAIN_VIEW, type Versus } from '../src/core/request.ts';
import { formats } from '../src/flows/read/format-for.ts';
import { historyReader } from '../src/flows/history/history-reader.ts';
import { DAYS, recordKey } from '../src/flows/history/history-records.ts';
import type { Answer, ReadReport } from '../src/flows/read/read-report.ts';
import { reportRunner, type RunReport } from '../src/flows/read/run-report.ts';
import { usualReader } from '../src/flows/history/usual-reader.ts';
import { CATALOG } from '../src/reports/catalog.ts';
import { NO_NAMES } from '../src/reports/report.ts';
import { FLOOR, floorDay } from './floor-day.ts';

const DATE = '2026-11-19';
const CARDS = 300;
const WARM_UP = 60;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const window = recordWindow(DATE, null, FLOOR.zone);
const clock = { now: () => window.to + 8 * 3_600_000, wait: () => Promise.resolve() };

const opened = await openEmbedded({ dir: null, log: quiet });
if (!opened.ok) throw new Error(opened.problem.code);
const { store, close } = opened.value;
for (let back = 1; back <= 70; back += 1) {
  const date = addDays(DATE, -back);
  for (const report of ['agents', 'preview'] as const) {
    const { sealed, rows } = floorDay(report, back, 1, window);
    const day = { v: 1, k: 'kept', sealed, rows, asOf: recordWindow(date, null, FLOOR.zone).to };
    await store.documents.put(DAYS, recordKey(FLOOR, report, date), day);
  }
}

const answers = new Map(
  (['agents', 'preview'] as const).map((report): readonly [string, Answer] => {
    const { sealed, rows } = floorDay(report, 0, 1, window);
    const read = { fetchedAt: clock.now(), asOf: window.to, fresh: true, requests: 1, zoneOffset: null };
    return [report, { sealed, rows, window, windows: [window], ...read }];
  }),
);
const readReport: ReadReport = async ({ report }) => {
  const value = answers.get(report);
  if (value === undefined) throw new Error(`there is no ${report} here`);
  return { ok: true, value };
};
const ports = { clock, readReport, readNames: async () => ({ names: NO_NAMES, missing: false }) };
const history = historyReader({ store, reports: CATALOG });
const readUsual = usualReader({ history, holidays: { isHoliday: () => false }, clock, log: quiet });
const formatFor = formats();
const bare = reportRunner(ports, formatFor, '/vigia');
const held = reportRunner({ ...ports, readUsual }, formatFor, '/vigia');

/** Makes a card and the message of it; gives what that took. */
async function make(run: RunReport, report: 'agents' | 'preview', versus: Versus | null): Promise<number> {
  const campaign = report === 'preview' ? 'all' : null;
  const view = { ...PLAIN_VIEW, versus };
  const request = { report, operation: FLOOR.id, period: { kind: 'day', date: DATE }, campaign, view } as const;
  const audience = {
    role: 'supervisor',
    place: 'private',
    names: 'full',
    outliersByName: true,
    agentCosts: true,
  } as const;
  const startedAt = performance.now();
  const shown = await run({ request, operation: FLOOR, locale: 'es', audience, urgency: 'person' });
  if (!shown.ok) throw new Error(shown.problem.code);
  const words = cardWords('es');
  JSON.stringify([toBlocks(shown.value.card, { rung: 'native', words }), toText(shown.value.card, words)]);
  return performance.now() - startedAt;
}

const kinds = {
  bare: [bare, null],
  held: [held, null],
  previous: [bare, 'previous'],
  compared: [held, 'usual'],
} as const;
const figures: Record<string, Record<string, number>> = { first: {} };
for (const report of ['agents', 'preview'] as const) {
  const first = await make(held, report, null);
  figures['first'] = { ...figures['first'], [report]: first };
  const took = new Map<string, number[]>();
  for (let turn = -WARM_UP; turn < CARDS; turn += 1) {
    for (const [kind, [run, versus]] of Object.entries(kinds)) {
      const ms = await make(run, report, versus);
      if (turn >= 0) took.set(kind, [...(took.get(kind) ?? []), ms]);
    }
  }
  for (const [kind, all] of took) {
    const sorted = all.toSorted((one, other) => one - other);
    figures[kind] = { ...figures[kind], [report]: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
  }
}
await close();
process.stdout.write(JSON.stringify(figures));
