import { afterEach, describe, expect, it } from 'vitest';
import { DATED_REPORTS, recordWindow } from '../../../src/core/history/record-days.ts';
import { dayCloser, hourMarker } from '../../../src/flows/history/close-day.ts';
import { CATALOG } from '../../../src/reports/catalog.ts';
import { BOGOTA, dump, openPast, type Past } from './history-fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let past: Past;
const at = async (start: string, reports = CATALOG) => (past = await openPast(start, reports));
const close = () => past.clock.passing(dayCloser(past)(BOGOTA));
const mark = () => past.clock.passing(hourMarker(past)(BOGOTA));

afterEach(() => past.close());

describe('closing a day', () => {
  it('keeps what each report says of the day that is over, whole', async () => {
    await at('2025-11-14T00:30:00');
    const closed = await close();
    expect(closed.pieces.map(({ report, kind }) => `${report} ${kind}`)).toEqual(
      DATED_REPORTS.map((report) => `${report} kept`),
    );
    const window = recordWindow('2025-11-13', null, BOGOTA.zone);
    const read = await past.readReport({
      operation: BOGOTA,
      report: 'hold',
      window,
      campaign: null,
      urgency: 'person',
    });
    if (!read.ok) throw new Error(read.problem.code);
    expect(await past.reader.day(BOGOTA, 'hold', '2025-11-13')).toEqual({
      kind: 'kept',
      sealed: read.value.sealed,
      rows: read.value.rows,
      asOf: window.to,
    });
    expect(read.value.rows.used).toBeGreaterThan(0);
  });

  it('changes nothing the second time, and asks nothing', async () => {
    await at('2025-11-14T00:30:00');
    await close();
    const before = await dump(past.store, true);
    past.asked();
    past.clock.move(20 * MINUTE);
    expect((await close()).pieces.every(({ kind }) => kind === 'there')).toBe(true);
    expect(await dump(past.store, true)).toEqual(before);
    expect(past.asked()).toBe(0);
  });

  it('closes a day once, however the clock moves over its midnight', async () => {
    await at('2025-11-13T23:50:00');
    const closedDays = async () => {
      await close();
      return (await dump(past.store)).map((one) => (one as { key: string }).key.slice(-10));
    };
    expect(new Set(await closedDays())).toEqual(new Set(['2025-11-12']));
    past.clock.move(39 * MINUTE);
    expect(new Set(await closedDays())).toEqual(new Set(['2025-11-12']));
    past.clock.move(2 * MINUTE);
    expect((await closedDays()).filter((date) => date === '2025-11-13')).toHaveLength(DATED_REPORTS.length);
    const kept = await dump(past.store, true);
    past.asked();
    for (const minutes of [-50, 10, 45, -20, 20]) {
      past.clock.move(minutes * MINUTE);
      await close();
    }
    expect(await dump(past.store, true)).toEqual(kept);
    expect(past.asked()).toBe(0);
  });

  it('takes an answer that somebody got meanwhile, but not one from before the day had settled', async () => {
    await at('2025-11-14T00:27:00');
    const window = recordWindow('2025-11-13', null, BOGOTA.zone);
    const ask = () =>
      past.readReport({ operation: BOGOTA, report: 'agents', window, campaign: null, urgency: 'person' });
    await ask();
    past.clock.move(4 * MINUTE);
    expect((await close()).stopped?.until).toBe(past.clock.now() + MINUTE);
    expect(await past.reader.day(BOGOTA, 'agents', '2025-11-13')).toEqual({ kind: 'none' });
    past.clock.move(5 * MINUTE);
    await ask();
    past.clock.move(6 * HOUR);
    past.asked();
    await close();
    expect(past.wolkvox.log.map(({ api }) => api)).not.toContain('cdr_2');
    expect((await past.reader.day(BOGOTA, 'agents', '2025-11-13')).kind).toBe('kept');
  });

  it('tells an empty day from one that nobody could read and one that nobody asked for', async () => {
    await at('2025-11-14T00:30:00');
    past.wolkvox.fail({ kind: 'empty', api: 'cdr_2' });
    past.wolkvox.fail({ kind: 'not json', api: 'agent_3' });
    past.wolkvox.fail({ kind: 'maintenance', api: 'diagram_2' });
    await close();
    expect(await past.reader.day(BOGOTA, 'agents', '2025-11-13')).toEqual({ kind: 'empty' });
    expect(await past.reader.day(BOGOTA, 'aux', '2025-11-13')).toEqual({
      kind: 'hole',
      because: 'wolkvox.bad-answer',
    });
    expect(await past.reader.day(BOGOTA, 'hold', '2025-11-13')).toEqual({
      kind: 'hole',
      because: 'wolkvox.maintenance',
    });
    expect(await past.reader.day(BOGOTA, 'preview', '2025-11-13')).toEqual({ kind: 'none' });
  });

  it('does not take a day for a quiet one of which the greater part cannot be read', async () => {
    await at('2025-11-14T00:30:00');
    const readReport: typeof past.readReport = async (asked) => {
      const read = await past.readReport(asked);
      const rows = { read: 100, used: 40, skipped: { unreadable: 60 } };
      return read.ok ? { ...read, value: { ...read.value, rows } } : read;
    };
    await past.clock.passing(dayCloser({ ...past, readReport })(BOGOTA));
    const unread = { kind: 'hole', because: 'wolkvox.bad-answer' };
    expect(await past.reader.day(BOGOTA, 'agents', '2025-11-13')).toEqual(unread);
    expect(await past.reader.day(BOGOTA, 'aux', '2025-11-13')).toEqual(unread);
  });

  it('gives each date of a stretch its own word', async () => {
    await at('2025-11-14T00:30:00');
    await close();
    const days = await past.reader.days(BOGOTA, 'aux', '2025-11-12', '2025-11-14');
    expect(days.map(({ date, day }) => `${date} ${day.kind}`)).toEqual([
      '2025-11-12 none',
      '2025-11-13 kept',
      '2025-11-14 none',
    ]);
  });

  it('never guesses at a day of another version, and asks for it anew while it can', async () => {
    await at('2025-11-14T00:30:00');
    await close();
    const newer = {
      ...CATALOG,
      agents: { ...CATALOG.agents, version: CATALOG.agents.version + 1 },
    };
    const { historyReader } = await import('../../../src/flows/history/history-reader.ts');
    const reader = historyReader({ store: past.store, reports: newer });
    expect(await reader.day(BOGOTA, 'agents', '2025-11-13')).toEqual({ kind: 'hole', because: 'old-version' });
  });
});

describe('marking the hours', () => {
  it('keeps the figures of the running day up to each full hour of work that has settled', async () => {
    await at('2025-11-13T10:40:00');
    await mark();
    const marks = await past.reader.marks(BOGOTA, 'agents', '2025-11-13');
    expect(marks.map(({ hour, kind }) => `${hour} ${kind}`)).toEqual(['8 kept', '9 kept', '10 kept']);
    const window = recordWindow('2025-11-13', 10, BOGOTA.zone);
    const read = await past.readReport({
      operation: BOGOTA,
      report: 'agents',
      window,
      campaign: null,
      urgency: 'person',
    });
    const last = marks.at(-1);
    if (!read.ok || last?.kind !== 'kept') throw new Error('not read');
    for (const { id } of CATALOG.agents.metrics) {
      expect(last.figures[id]).toEqual(CATALOG.agents.read(read.value.sealed, id, 'all'));
    }
    expect(last.at).toBe(window.to);
  });

  it('keeps the promises of each skill beside them', async () => {
    await at('2025-11-13T12:40:00');
    await mark();
    const last = (await past.reader.marks(BOGOTA, 'hold', '2025-11-13')).at(-1);
    if (last?.kind !== 'kept') throw new Error('not kept');
    const skills = Object.values(last.skills ?? {});
    expect(skills.length).toBeGreaterThan(0);
    expect(skills.every(({ debt, yes, ok, fail }) => debt === yes - ok - fail)).toBe(true);
    expect(last.figures['offered']?.value).toBe(skills.reduce((sum, { treatment }) => sum + treatment, 0));
  });

  it('asks for no hour twice, and for none when nobody works', async () => {
    await at('2025-11-13T10:40:00');
    await mark();
    past.clock.move(HOUR);
    past.asked();
    await mark();
    expect(past.asked()).toBe(DATED_REPORTS.length);
    past.clock.move(2 * 24 * HOUR);
    await mark();
    expect(past.asked()).toBe(0);
  });
});
