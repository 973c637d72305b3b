import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHolidays } from '../../../src/adapters/holidays.ts';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { type DatedReport, recordWindow } from '../../../src/core/history/record-days.ts';
import { keepFigure } from '../../../src/core/history/stored.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { addDays } from '../../../src/core/period/dates.ts';
import { instantAt } from '../../../src/core/period/local-time.ts';
import type { Period } from '../../../src/core/period/period.ts';
import { PLAIN_VIEW, type ReportId, type View } from '../../../src/core/request.ts';
import { historyReader } from '../../../src/flows/history/history-reader.ts';
import {
  HISTORY_COLLECTIONS,
  recordKey,
  saveDay,
  saveMark,
  SLICES,
} from '../../../src/flows/history/history-records.ts';
import { hourKey } from '../../../src/flows/history/history-slices.ts';
import type { Answer } from '../../../src/flows/read/read-report.ts';
import { type Compared, type UsualFound, usualReader } from '../../../src/flows/history/usual-reader.ts';
import { CATALOG } from '../../../src/reports/catalog.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const BOGOTA: Operation = { ...laneOperation('bogota'), country: 'CO' };
const SANTIAGO: Operation = { ...BOGOTA, id: 'santiago', zone: 'America/Santiago', country: 'CL' };
const MADRID: Operation = { ...BOGOTA, id: 'madrid', zone: 'Europe/Madrid', country: 'ES' };
const NO_SUNDAYS: Operation = { ...BOGOTA, hours: 'mon-sat 07:00-19:00' };

let opened: Embedded;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.store.close());
beforeEach(async () => {
  const { documents } = opened.store;
  for (const collection of HISTORY_COLLECTIONS) {
    for (const { key } of await documents.list(collection)) await documents.delete(collection, key);
  }
});

const rowsOf: Readonly<Record<'agents' | 'preview' | 'live', (many: number, campaign: string) => unknown[]>> = {
  agents: (many) => [{ agent_name: 'ROJAS ANA', calls: String(many), cost: '10' }],
  preview: (many, campaign) =>
    Array.from({ length: 100 }, (_, at) => ({
      type_of_row: 'CALL',
      campaign_id: campaign,
      agent_id: '1',
      customer_id: String(at),
      call_result: at < many ? 'ANSWER' : 'NO-ANSWER',
      date: '2026-11-19 10:00:00',
      conn_id: `1.${campaign}.${at}`,
    })),
  live: (many) => Array.from({ length: 100 }, (_, at) => inbound(at, at < many ? 'ABANDON' : 'ANSWER')),
};
const inbound = (at: number, result: string) => ({ conn_id: String(at), type_call: 'INBOUND', result, date: '' });

function folded(report: 'agents' | 'preview' | 'live', operation: Operation, many: number, campaign = '7') {
  const fold = CATALOG[report].fold({ operation, window: { from: 0, to: 1 } });
  for (const row of rowsOf[report](many, campaign)) fold.add(row);
  return fold.finish();
}

async function keepDay(report: 'agents' | 'preview', operation: Operation, date: string, many: number): Promise<void> {
  const { sealed, rows } = folded(report, operation, many);
  const asOf = recordWindow(date, null, operation.zone).to;
  await saveDay(
    opened.store.documents,
    recordKey(operation, report, date),
    { v: 1, k: 'kept', sealed, rows, asOf },
    'absent',
  );
}
async function keepMark(report: DatedReport, operation: Operation, date: string, hour: number, calls: number) {
  const figures = { calls: calls };
  const mark = { k: 'kept', version: CATALOG[report].version, figures } as const;
  await saveMark(opened.store.documents, recordKey(operation, report, date), hour, mark, () => false);
}
async function keepSlice(operation: Operation, slot: number, abandoned: number) {
  const figures = { abandonment: keepFigure({ value: abandoned / 100, count: abandoned, of: 100 }) };
  const slots = { [slot]: { k: 'kept', version: CATALOG.live.version, asOf: slot, figures } };
  await opened.store.documents.put(SLICES, hourKey(operation, slot), { v: 1, slots });
}

type Asked = {
  readonly report?: ReportId;
  readonly operation?: Operation;
  readonly period: Period;
  /** How far the data reaches; left out: to the end. */
  readonly asOf?: number;
  readonly many?: number;
  readonly campaign?: string;
  readonly view?: Partial<View>;
};

/** Counts what is read of the store. */
let reads = 0;
async function reader() {
  const { store } = opened;
  const count = async <T>(work: Promise<T>): Promise<T> => {
    reads += 1;
    return work;
  };
  const documents = {
    ...store.documents,
    get: (collection: string, key: string) => count(store.documents.get(collection, key)),
    list: (...asked: Parameters<typeof store.documents.list>) => count(store.documents.list(...asked)),
  };
  const history = historyReader({ store: { ...store, documents }, reports: CATALOG });
  const clock = { now: () => 0, wait: () => Promise.resolve() };
  return usualReader({ history, holidays: await openHolidays(['CO', 'CL', 'ES']), clock, log: notingLog() });
}

async function ask(asked: Asked, by?: Awaited<ReturnType<typeof reader>>): Promise<UsualFound> {
  const { report = 'agents', operation = BOGOTA, period, many = 100, campaign = null, view } = asked;
  if (report !== 'agents' && report !== 'preview' && report !== 'live') throw new Error('not in this test');
  const { sealed, rows } = folded(report, operation, many, campaign ?? '7');
  const window =
    period.kind === 'day' ? recordWindow(period.date, null, operation.zone) : { from: 0, to: asked.asOf ?? 1 };
  const asOf = asked.asOf ?? window.to;
  const answer: Answer = {
    sealed,
    rows,
    fetchedAt: asOf,
    asOf,
    fresh: false,
    window,
    windows: [window],
    requests: 1,
    zoneOffset: null,
  };
  const request = { report, operation: operation.id, period, campaign, view: { ...PLAIN_VIEW, ...view } };
  return (by ?? (await reader()))({ operation, report: CATALOG[report], request, answer });
}

function compared(found: UsualFound): Compared {
  if (found.kind !== 'compared') throw new Error(found.kind);
  return found;
}
const day = (date: string) => ({ kind: 'day', date }) as const;
const datesOf = ({ comparable }: Compared) =>
  comparable.periods.map((period) => (period.kind === 'day' ? period.date : ''));

describe('a day that is over', () => {
  it('is held against the last eight of its weekday, the middle half of them', async () => {
    for (let week = 1; week <= 12; week += 1) await keepDay('agents', BOGOTA, addDays('2026-11-19', -7 * week), week);
    const found = compared(await ask({ period: day('2026-11-19'), many: 9 }));
    expect(found.figures[0]).toMatchObject({
      id: 'calls',
      found: { kind: 'usual', median: 4.5, low: 2.75, high: 6.25, days: 8 },
    });
    expect(found.until).toBeNull();
  });

  it('leaves holiday Mondays out', async () => {
    for (let week = 1; week <= 6; week += 1) await keepDay('agents', BOGOTA, addDays('2026-11-23', -7 * week), 10);
    const found = compared(await ask({ period: day('2026-11-23') }));
    expect(datesOf(found)).toEqual(['2026-11-09', '2026-10-26', '2026-10-19']);
    expect(found.comparable.leftOut).toHaveLength(3);
    expect(found.figures[0]?.found).toMatchObject({ kind: 'too-few', have: 3, since: '2026-11-30' });
  });

  it('of which nothing is usual says why', async () => {
    expect(await ask({ period: day('2026-11-16') })).toMatchObject({ kind: 'rest', rest: 'holiday' });
    expect(await ask({ operation: NO_SUNDAYS, period: day('2026-11-22') })).toMatchObject({ rest: 'not-worked' });
  });

  it('is the same over the end of a month and of February', async () => {
    for (let week = 1; week <= 5; week += 1) await keepDay('agents', BOGOTA, addDays('2028-02-29', -7 * week), 10);
    const leap = compared(await ask({ period: day('2028-02-29') }));
    expect(datesOf(leap)).toEqual(['2028-02-22', '2028-02-15', '2028-02-08', '2028-02-01', '2028-01-25']);
    await keepDay('agents', BOGOTA, '2028-02-29', 10);
    expect(datesOf(compared(await ask({ period: day('2028-03-07') })))[0]).toBe('2028-02-29');
  });

  it('is compared by campaign where one is asked, and days without it do not count', async () => {
    for (let week = 1; week <= 5; week += 1) await keepDay('preview', BOGOTA, addDays('2026-11-19', -7 * week), 40);
    const own = { report: 'preview', period: day('2026-11-19'), many: 60 } as const;
    const found = compared(await ask({ ...own, campaign: '7' }));
    expect(found.figures[0]).toMatchObject({ id: 'contact_rate', found: { median: 0.4, days: 5 } });
    expect(found.figures[0]?.against).toMatchObject({ place: 'far-above' });
    const other = compared(await ask({ ...own, campaign: '8' }));
    expect(other.figures[0]?.found).toMatchObject({ kind: 'too-few', have: 0 });
  });

  it('is read of the store once', async () => {
    for (let week = 1; week <= 16; week += 1) await keepDay('agents', BOGOTA, addDays('2026-11-19', -7 * week), 10);
    const by = await reader();
    reads = 0;
    await ask({ period: day('2026-11-19') }, by);
    expect(reads).toBeLessThanOrEqual(16);
    reads = 0;
    await ask({ period: day('2026-11-19'), view: { by: 'cost' } }, by);
    expect(reads).toBe(0);
  });

  it('has a course of the two weeks up to it, with the range of each day', async () => {
    for (let back = 0; back <= 60; back += 1) await keepDay('agents', BOGOTA, addDays('2026-11-19', -back), 10 + back);
    reads = 0;
    const found = compared(await ask({ period: day('2026-11-19'), view: { versus: 'usual' } }));
    expect(found.course.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_, at) => addDays('2026-11-06', at)),
    );
    // Monday 16 was a holiday: it has a figure, and nothing usual.
    expect(found.course.filter(({ usual }) => usual === null)).toHaveLength(1);
    expect(reads).toBeLessThanOrEqual(18);
  });
});

describe('a week', () => {
  it('is held against weeks of the same days of work, each the sum of its days', async () => {
    for (let back = 1; back <= 56; back += 1) await keepDay('agents', BOGOTA, addDays('2026-11-23', -back), 10);
    const found = compared(await ask({ period: { kind: 'week', monday: '2026-11-23' }, many: 140 }));
    expect(found.figures[0]).toMatchObject({ id: 'calls', found: { median: 70, days: 5 }, against: { change: 1 } });
    expect(found.figures.map(({ id }) => id)).toEqual(['calls', 'cost']);
    expect(found.course).toEqual([]);
  });
});

describe('a running day', () => {
  const at = (time: string, date = '2026-11-19') => instantAt(date, time, 'America/Bogota');

  it('is held, at the last full hour that is kept of it, against that hour of the others', async () => {
    for (let week = 0; week <= 5; week += 1) {
      await keepMark('agents', BOGOTA, addDays('2026-11-19', -7 * week), 9, 90 + week);
      await keepMark('agents', BOGOTA, addDays('2026-11-19', -7 * week), 10, 100 + week);
    }
    const found = compared(await ask({ period: day('2026-11-19'), asOf: at('10:25'), many: 150 }));
    expect(found.until).toBe('10:00');
    expect(found.figures[0]).toMatchObject({ own: { value: 100 }, found: { median: 103, days: 5 } });
    const earlier = compared(await ask({ period: day('2026-11-19'), asOf: at('09:59') }));
    expect(earlier.until).toBe('09:00');
  });

  // Chile's clocks went forward on 6 September 2026, Spain's back on 25 October.
  it.each([
    [SANTIAGO, '2026-09-10', 1],
    [MADRID, '2026-10-29', -1],
  ])('is held against the same hour by the clock, over a change of the clocks: %#', async (operation, date, sooner) => {
    const ten = (back: number) => instantAt(addDays(date, -7 * back), '10:00', operation.zone);
    expect(ten(0) - ten(1)).toBe((7 * 24 - sooner) * 3_600_000);
    for (let week = 0; week <= 5; week += 1) {
      await keepMark('agents', operation, addDays(date, -7 * week), 9, 1);
      await keepMark('agents', operation, addDays(date, -7 * week), 10, 100 + week);
      await keepMark('agents', operation, addDays(date, -7 * week), 11, 999);
    }
    const found = compared(await ask({ operation, period: day(date), asOf: instantAt(date, '10:25', operation.zone) }));
    expect(found.until).toBe('10:00');
    expect(found.figures[0]).toMatchObject({ own: { value: 100 }, found: { median: 103, days: 5 } });
  });

  it('is compared with nothing before an hour of it is kept', async () => {
    for (let week = 1; week <= 5; week += 1)
      await keepMark('agents', BOGOTA, addDays('2026-11-19', -7 * week), 10, 100);
    expect(await ask({ period: day('2026-11-19'), asOf: at('10:25') })).toEqual({ kind: 'too-early' });
  });
});

describe('the ten minutes of now', () => {
  it('are held against those at the same time by the clock, over a change of the clocks', async () => {
    // Chile's clocks went forward on 6 September 2026.
    const slot = (date: string) => instantAt(date, '10:40', SANTIAGO.zone);
    expect(slot('2026-09-10') - slot('2026-09-03')).toBe((7 * 24 - 1) * 3_600_000);
    for (let week = 1; week <= 5; week += 1)
      await keepSlice(SANTIAGO, slot(addDays('2026-09-17', -7 * week)), 5 + week);
    const asked = { report: 'live', operation: SANTIAGO, period: day('2026-09-17') } as const;
    const found = compared(await ask({ ...asked, asOf: slot('2026-09-17') + 130_000, many: 30 }));
    expect(found.at).toBe('10:40');
    expect(found.figures[0]).toMatchObject({ id: 'abandonment', found: { median: 0.08, days: 5 } });
    expect(found.figures[0]?.against).toMatchObject({ place: 'far-above' });
  });
});

describe('what is not compared', () => {
  it('is a stretch that no full hours bound, one campaign of a running day, and a period of which nothing came', async () => {
    const { from, to } = recordWindow('2026-11-19', 3, BOGOTA.zone);
    expect(await ask({ period: { kind: 'span', from, to } })).toEqual({ kind: 'not-alike' });
    const running = { period: day('2026-11-19'), asOf: instantAt('2026-11-19', '10:25', BOGOTA.zone) };
    expect(await ask({ ...running, report: 'preview', campaign: '7' })).toEqual({ kind: 'one-campaign' });
    const nothing = { report: 'preview', period: day('2026-11-19'), many: 0 } as const;
    expect((await ask(nothing)).kind).toBe('compared');
  });
});
