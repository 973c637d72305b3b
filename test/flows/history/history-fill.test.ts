import { afterEach, describe, expect, it } from 'vitest';
import { DATED_REPORTS, recordWindow } from '../../../src/core/history/record-days.ts';
import { backUpFrom, restoreInto } from '../../../src/flows/operate/back-up.ts';
import { dayCloser } from '../../../src/flows/history/close-day.ts';
import { historyFiller } from '../../../src/flows/history/fill-history.ts';
import { keepHistory } from '../../../src/flows/history/history-jobs.ts';
import { loadProgress } from '../../../src/flows/history/history-progress.ts';
import { historyReader } from '../../../src/flows/history/history-reader.ts';
import { sliceKeeper } from '../../../src/flows/history/history-slices.ts';
import { historyTrimmer } from '../../../src/flows/history/history-trim.ts';
import type { Answer, ReadReport } from '../../../src/flows/read/read-report.ts';
import type { Window } from '../../../src/core/window.ts';
import type { ReportId } from '../../../src/core/request.ts';
import { failed } from '../../../src/core/errors.ts';
import { CATALOG, reportOf } from '../../../src/reports/catalog.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { BOGOTA as WHOLE, dump, openPast, type Past } from './history-fixture.ts';

/** Two hours a day are enough here. */
const BOGOTA = { ...WHOLE, hours: 'mon-fri 09:00-11:00' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How many reports are kept of each day. */
const KEPT = DATED_REPORTS.length;
let past: Past;
const at = async (start: string) => (past = await openPast(start));
afterEach(() => past.close());

function nothingFound(report: ReportId, window: Window, now: number): Answer {
  const fold = reportOf(report).fold({ operation: BOGOTA, window });
  const times = {
    fetchedAt: now,
    asOf: window.to,
    fresh: false,
    window,
    windows: [window],
    requests: 1,
    zoneOffset: null,
  };
  return { ...fold.finish(), ...times };
}

/** Steps as the schedule makes them, until nothing is left to do or so many were made. */
async function fill(most = 200): Promise<number> {
  const step = historyFiller(past);
  for (let steps = 1; steps <= most; steps += 1) {
    const filled = await past.clock.passing(step(BOGOTA), 10 * MINUTE);
    if (filled !== null && filled.asked === 0 && filled.until !== null) return steps;
    past.clock.move(3 * MINUTE);
  }
  return most;
}

describe('filling the history', { timeout: 120_000 }, () => {
  it('goes back 28 days on a first start, newest first, whole days before hours', async () => {
    await at('2025-11-14T10:40:00');
    await past.clock.passing(historyFiller(past)(BOGOTA));
    const first = await past.reader.days(BOGOTA, 'agents', '2025-10-17', '2025-11-13');
    expect(first.filter(({ day }) => day.kind !== 'none').map(({ date }) => date)).toEqual([
      '2025-11-11',
      '2025-11-12',
      '2025-11-13',
    ]);
    past.clock.move(3 * MINUTE);
    expect(await fill()).toBeLessThan(150);
    for (const report of DATED_REPORTS) {
      const days = await past.reader.days(BOGOTA, report, '2025-10-16', '2025-11-13');
      expect(days.map(({ day }) => day.kind === 'none')).toEqual([true, ...Array.from({ length: 28 }, () => false)]);
    }
    expect((await past.reader.marks(BOGOTA, 'aux', '2025-10-17')).map(({ hour }) => hour)).toEqual([10, 11]);
    const progress = await loadProgress(past.store.documents, BOGOTA);
    expect(progress).toMatchObject({
      from: '2025-10-17',
      days: { wanted: 28 * KEPT, done: 28 * KEPT, holes: 0 },
      marks: { wanted: 20 * 2 * KEPT, done: 20 * 2 * KEPT, holes: 0 },
    });
  });

  it('asks at the lowest priority, and stops at four fifths of the daily quota', async () => {
    await at('2025-11-14T10:40:00');
    await past.store.counters.set(`quota/bogota/2025-11-14`, 7_990, past.clock.now() + DAY);
    past.wolkvox.setTokensUsed(7_990);
    const step = historyFiller(past);
    const stopped = await past.clock.passing(step(BOGOTA));
    expect(stopped?.until).toBe(Date.parse('2025-11-15T00:00:00-05:00'));
    expect(past.asked()).toBeLessThanOrEqual(12);
    past.clock.move(3 * MINUTE);
    expect(await step(BOGOTA)).toBeNull();
    past.clock.move(14 * HOUR);
    expect((await past.clock.passing(step(BOGOTA)))?.asked).toBe(12);
  });

  it('keeps hours of past days for a day with quota to spare', async () => {
    await at('2025-11-14T10:40:00');
    await past.store.counters.set(`quota/bogota/2025-11-14`, 5_000, past.clock.now() + DAY);
    past.wolkvox.setTokensUsed(5_000);
    await fill();
    expect(await loadProgress(past.store.documents, BOGOTA)).toMatchObject({
      days: { done: 28 * KEPT },
      marks: { done: 0 },
    });
    past.clock.move(14 * HOUR);
    await fill();
    expect((await loadProgress(past.store.documents, BOGOTA))?.marks.done).toBeGreaterThan(0);
  });

  it('shows a hole while wolkvox is away, and fills it afterwards', async () => {
    await at('2025-11-13T00:40:00');
    past.wolkvox.scenario.firewall = true;
    await past.clock.passing(dayCloser(past)(BOGOTA), 10 * MINUTE);
    expect(await past.reader.day(BOGOTA, 'agents', '2025-11-12')).toEqual({
      kind: 'hole',
      because: 'wolkvox.unreachable',
    });
    const step = historyFiller(past);
    for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
      await past.clock.passing(step(BOGOTA), 10 * MINUTE);
      past.clock.move(30 * MINUTE);
    }
    expect((await loadProgress(past.store.documents, BOGOTA))?.days.holes).toBeGreaterThan(0);
    past.wolkvox.heal();
    for (let minutes = 0; minutes < 26 * 60; minutes += 30) {
      await past.clock.passing(step(BOGOTA), 10 * MINUTE);
      past.clock.move(30 * MINUTE);
    }
    await fill();
    for (const report of DATED_REPORTS) {
      expect((await past.reader.day(BOGOTA, report, '2025-11-12')).kind).toBe('kept');
      expect((await past.reader.day(BOGOTA, report, '2025-11-13')).kind).toBe('kept');
    }
    const progress = await loadProgress(past.store.documents, BOGOTA);
    expect(progress?.days).toMatchObject({ holes: 0 });
    expect(progress?.days.done).toBe(progress?.days.wanted);
  });

  it('asks for a lasting hole ever less often, daily in the end, and gives it up after 31 days', async () => {
    await at('2025-11-14T00:30:00');
    const sick = recordWindow('2025-11-13', null, BOGOTA.zone);
    const tries: number[] = [];
    const readReport: ReadReport = async (reading) => {
      const now = past.clock.now();
      if (reading.report === 'hold' && reading.window.from === sick.from) {
        tries.push(now);
        return { ...failed('wolkvox.bad-answer'), last: null };
      }
      return { ok: true, value: nothingFound(reading.report, reading.window, now) };
    };
    const step = historyFiller({ ...past, readReport });
    for (let hour = 0; hour < 34 * 24; hour += hour < 96 ? 1 : 12) {
      await step({ ...BOGOTA, hours: 'sun 09:00-10:00' });
      past.clock.move(hour < 96 ? HOUR : 12 * HOUR);
    }
    const pauses = tries.slice(1).map((now, at) => Math.round((now - (tries[at] ?? 0)) / HOUR));
    // The first pause is longer: what nobody asked for yet goes first.
    expect(pauses.slice(1, 8)).toEqual([1, 1, 2, 4, 8, 16, 24]);
    // Longer steps from the fifth day on: one pause falls between two of them.
    expect(new Set(pauses.slice(10))).toEqual(new Set([24]));
    expect(new Date(tries.at(-1) ?? 0).toISOString().slice(0, 10)).toBe('2025-12-14');
    expect(await past.reader.day(BOGOTA, 'hold', '2025-11-13')).toEqual({
      kind: 'hole',
      because: 'wolkvox.bad-answer',
    });
  });
});

describe('the slices of live', () => {
  it('are kept for each ten minutes of work, with their evidence', async () => {
    await at('2025-11-13T10:00:20');
    const keep = sliceKeeper(past);
    expect(await past.clock.passing(keep(BOGOTA))).toBe('kept');
    expect(await keep(BOGOTA)).toBe('there');
    past.clock.move(10 * MINUTE);
    past.wolkvox.fail({ kind: 'maintenance', api: 'calls_last_10' });
    expect(await past.clock.passing(keep(BOGOTA))).toBe('hole');
    past.wolkvox.heal();
    past.clock.move(10 * MINUTE);
    expect(await past.clock.passing(keep(BOGOTA))).toBe('kept');
    const slices = await past.reader.slices(BOGOTA, '2025-11-13');
    expect(slices.map(({ kind }) => kind)).toEqual(['kept', 'hole', 'kept']);
    expect(slices[1]).toMatchObject({ because: 'wolkvox.maintenance' });
    const [slice] = slices;
    if (slice?.kind !== 'kept') throw new Error('not kept');
    const { value, count, of } = slice.figures['abandonment'] ?? { value: null, count: null, of: null };
    expect(value).toBe((count ?? 0) / (of ?? 1));
    expect(Object.keys(slice.figures)).toEqual(CATALOG.live.metrics.map(({ id }) => id));
  });

  it('are not kept outside the hours, nor twice for the same minutes', async () => {
    await at('2025-11-13T10:07:00');
    const keep = sliceKeeper(past);
    expect(await past.clock.passing(keep(BOGOTA))).toBe('kept');
    past.clock.move(4 * MINUTE);
    expect(await past.clock.passing(keep(BOGOTA))).toBe('overlaps');
    past.clock.move(9 * HOUR);
    expect(await keep(BOGOTA)).toBe('closed');
    expect(await past.reader.slices(BOGOTA, '2025-11-13')).toHaveLength(1);
  });
});

describe('the history as a whole', () => {
  it('is declared for each operation in its own zone, and goes when the operation goes', async () => {
    await at('2025-11-14T10:40:00');
    const lima = { ...BOGOTA, id: 'lima', zone: 'America/Lima' };
    await keepHistory(past, [BOGOTA, lima]);
    expect(past.schedules.declared.get('history/close/lima')).toMatchObject({
      cron: '30 0 * * *',
      zone: 'America/Lima',
    });
    await keepHistory(past, [lima]);
    expect([...past.schedules.declared.keys()].every((id) => id.endsWith('/lima'))).toBe(true);
    await past.clock.passing(past.schedules.run('history/fill/lima', past.clock.now()));
    expect((await past.reader.day(lima, 'agents', '2025-11-13')).kind).toBe('kept');
  });

  it('forgets what is older than 400 days', async () => {
    await at('2025-11-14T00:30:00');
    await past.clock.passing(dayCloser(past)(BOGOTA));
    past.clock.move(399 * DAY);
    expect(await historyTrimmer(past)(BOGOTA)).toBe(0);
    past.clock.move(DAY);
    expect(await historyTrimmer(past)(BOGOTA)).toBe(KEPT);
    expect(await dump(past.store)).toEqual([]);
  });

  it('goes with a backup to another store', async () => {
    await at('2025-11-13T10:40:00');
    await past.clock.passing(sliceKeeper(past)(BOGOTA));
    await past.clock.passing(historyFiller(past)(BOGOTA));
    const other = await openTestStore();
    const restored = await restoreInto(other.store)(backUpFrom(past.store)());
    expect(restored.ok).toBe(true);
    expect(await dump(other.store)).toEqual(await dump(past.store));
    expect(await loadProgress(other.store.documents, BOGOTA)).toEqual(await loadProgress(past.store.documents, BOGOTA));
    const reader = historyReader({ store: other.store, reports: CATALOG });
    expect(await reader.day(BOGOTA, 'aux', '2025-11-12')).toEqual(await past.reader.day(BOGOTA, 'aux', '2025-11-12'));
    await other.close();
  });
});
