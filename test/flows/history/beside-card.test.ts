import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auxPastReader } from '../../../src/flows/history/aux-days.ts';
import { recordKey, saveDay, saveMark } from '../../../src/flows/history/history-records.ts';
import { historyReader } from '../../../src/flows/history/history-reader.ts';
import { justifications } from '../../../src/flows/history/justify-store.ts';
import { ledgerMarksReader } from '../../../src/flows/history/ledger-marks.ts';
import type { Store } from '../../../src/ports.ts';
import { CATALOG, reportOf } from '../../../src/reports/catalog.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { BOGOTA } from './history-fixture.ts';

const CASE = { date: '2026-11-18', agent: '12/309', state: 'break', why: 'cita', by: 'U01', name: 'Laura', at: 1_000 };
const HOLIDAY = '2026-11-16';

let store: Store;
beforeEach(async () => {
  ({ store } = await openTestStore());
});
afterEach(() => store.close());

async function keep(date: string, minutes: number): Promise<void> {
  const fold = reportOf('aux').fold({ operation: BOGOTA, window: { from: 0, to: 86_400_000 } });
  fold.add({ agent_id: '12301', agent_name: 'A', aux_state: 'Break', time: `00:${minutes}:00` });
  fold.add({ agent_id: '12302', agent_name: 'B', aux_state: 'Baño', time: '00:10:00' });
  const { sealed, rows } = fold.finish();
  await saveDay(store.documents, recordKey(BOGOTA, 'aux', date), { v: 1, k: 'kept', sealed, rows, asOf: 0 }, 'absent');
}
function readPast(date: string) {
  return auxPastReader({
    history: historyReader({ store, reports: CATALOG }),
    justifications: justifications(store),
    holidays: { isHoliday: (on) => on === HOLIDAY },
  })({ ...BOGOTA, country: 'CO' }, date);
}

describe('what is kept beside a day of aux', () => {
  it('is the days of work before it, newest first: no holiday, no Sunday, no hole, never the day itself', async () => {
    for (const [date, minutes] of [
      ['2026-11-19', 19],
      ['2026-11-18', 18],
      ['2026-11-15', 15],
      [HOLIDAY, 16],
      ['2026-11-13', 13],
      ['2026-10-01', 11],
    ] as const) {
      await keep(date, minutes);
    }
    const { days } = await readPast('2026-11-19');
    expect(days.map(({ date }) => date)).toEqual(['2026-11-18', '2026-11-13']);
    expect(days[0]?.states.find(({ key }) => key === 'break')).toEqual({
      key: 'break',
      state: 'Break',
      uses: [{ id: '12301', seconds: 18 * 60 }],
    });
  });

  it('brings what was justified on those days and on the day itself, of that operation alone', async () => {
    const kept = justifications(store);
    const dates = ['2026-10-21', '2026-10-22', '2026-11-19', '2026-11-20'];
    for (const date of dates) await kept.add('bogota', { ...CASE, date });
    await kept.add('bogota2', { ...CASE, date: '2026-11-19' });
    const { justified } = await readPast('2026-11-19');
    expect(justified).toEqual([
      { ...CASE, date: '2026-10-22' },
      { ...CASE, date: '2026-11-19' },
    ]);
  });
});

describe('justified cases', () => {
  it('belong to the first of any number at once', async () => {
    const kept = justifications(store);
    const told = await Promise.all(Array.from({ length: 8 }, (_, at) => kept.add('bogota', { ...CASE, by: `U${at}` })));
    expect(told.filter((before) => before === null)).toHaveLength(1);
    const [first] = (await readPast('2026-11-19')).justified;
    expect(new Set(told.flatMap((before) => before?.by ?? []))).toEqual(new Set([first?.by]));
  });

  it('are taken back once', async () => {
    const kept = justifications(store);
    await kept.add('bogota', CASE);
    expect(await kept.remove('bogota', CASE)).toEqual(CASE);
    expect(await kept.remove('bogota', CASE)).toBeNull();
    expect((await readPast('2026-11-19')).justified).toEqual([]);
  });
});

describe('the promises of a day hour by hour', () => {
  it('leave holes out, and count an empty hour as nobody', async () => {
    const key = recordKey(BOGOTA, 'hold', '2026-11-19');
    const never = () => false;
    const { version } = reportOf('hold');
    await saveMark(store.documents, key, 8, { k: 'empty' }, never);
    await saveMark(store.documents, key, 9, { k: 'hole', because: 'missed', tries: 0, nextAt: 0 }, never);
    const skills = { 6110: [37, 98, 52, 9, 170, 60] as [number, number, number, number, number, number] };
    await saveMark(store.documents, key, 10, { k: 'kept', version, figures: {}, skills }, never);
    const marks = await ledgerMarksReader(historyReader({ store, reports: CATALOG }))(BOGOTA, '2026-11-19');
    expect(marks).toMatchObject([
      { time: '08:00', skills: {} },
      { time: '10:00', at: Date.parse('2026-11-19T10:00:00-05:00'), skills: { 6110: { yes: 98, ok: 52, fail: 9 } } },
    ]);
  });
});
