import { describe, expect, test } from 'vitest';
import { bogota, openTestDesk, type TextRow } from './wolkvox-desk.ts';

const evening = '2026-07-14T21:00:00';
const day = ['20260714000000', '20260714235959'] as const;
const parts = [
  ['20260714000000', '20260714085959'],
  ['20260714090000', '20260714101733'],
  ['20260714101734', '20260714150000'],
  ['20260714150001', '20260714235959'],
] as const;

function seconds(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}

function amount(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')) * 100);
}

function sums(rows: readonly TextRow[], keyOf: (row: TextRow) => string, valueOf: (row: TextRow) => number) {
  const all = new Map<string, number>();
  for (const row of rows) all.set(keyOf(row), (all.get(keyOf(row)) ?? 0) + valueOf(row));
  return Object.fromEntries([...all].sort(([one], [other]) => one.localeCompare(other)));
}

async function wholeAndSplit(api: string): Promise<{ whole: TextRow[]; split: TextRow[] }> {
  const desk = await openTestDesk(evening);
  const whole = await desk.report(api, ...day);
  const split: TextRow[] = [];
  for (const [from, to] of parts) split.push(...(await desk.report(api, from, to)).rows);
  return { whole: whole.rows, split };
}

describe('a window in parts sums to the whole', () => {
  test('calls and cost of agents do', async () => {
    const { whole, split } = await wholeAndSplit('cdr_2');
    const name = (row: TextRow): string => row['agent_name'] ?? '';
    for (const value of [(row: TextRow) => Number(row['calls']), (row: TextRow) => amount(row['cost'] ?? '')]) {
      expect(sums(split, name, value)).toEqual(sums(whole, name, value));
    }
  });

  test('aux time of each agent and state does', async () => {
    const { whole, split } = await wholeAndSplit('agent_3');
    const key = (row: TextRow): string => `${row['agent_id']} ${row['aux_state']}`;
    const time = (row: TextRow): number => seconds(row['time'] ?? '');
    expect(sums(split, key, time)).toEqual(sums(whole, key, time));
  });

  test('rows of preview campaigns do, each in one part only', async () => {
    const { whole, split } = await wholeAndSplit('campaign_5');
    expect(whole.length).toBeGreaterThan(500);
    expect(split.map((row) => JSON.stringify(row))).toEqual(whole.map((row) => JSON.stringify(row)));
  });

  test('smart hold of each skill does', async () => {
    const { whole, split } = await wholeAndSplit('diagram_2');
    for (const field of ['treatment', 'customer_say_no', 'customer_say_yes', 'recall_ok', 'recall_fail']) {
      const key = (row: TextRow): string => row['skill_id'] ?? '';
      const value = (row: TextRow): number => Number(row[field]);
      expect(sums(split, key, value)).toEqual(sums(whole, key, value));
    }
  });
});

describe('the operation is believable', () => {
  test('a Sunday and a closed day are a 404 that blames the dates', async () => {
    const desk = await openTestDesk(evening, { scenario: { closedDays: ['2026-07-13'] } });
    for (const api of ['cdr_2', 'agent_3', 'campaign_5', 'diagram_2']) {
      const sunday = await desk.report(api, '20260712000000', '20260712235959');
      expect([sunday.status, sunday.msg]).toEqual([404, 'Validate dates entered']);
      expect((await desk.report(api, '20260713000000', '20260713235959')).status).toBe(404);
    }
    desk.sim.scenario.emptyAs = 'list';
    const listed = await desk.report('cdr_2', '20260712000000', '20260712235959');
    expect([listed.status, listed.rows]).toEqual([200, []]);
  });

  test('the same window asked twice, also of another simulator of the same seed, gives the same rows', async () => {
    const one = await openTestDesk(evening, { seed: 7 });
    const two = await openTestDesk(evening, { seed: 7 });
    const other = await openTestDesk(evening, { seed: 8 });
    for (const api of ['cdr_2', 'agent_3', 'campaign_5', 'diagram_2']) {
      const first = await one.report(api, ...day);
      expect((await one.report(api, ...day)).text).toBe(first.text);
      expect((await two.report(api, ...day)).text).toBe(first.text);
      expect((await other.report(api, ...day)).text).not.toBe(first.text);
    }
  });

  test('historic reports know of a running day only up to the last ten-minute mark', async () => {
    const desk = await openTestDesk('2026-07-14T10:30:00');
    const atMark = await desk.report('campaign_5', ...day);
    desk.setTime('2026-07-14T10:39:59');
    expect((await desk.report('campaign_5', ...day)).text).toBe(atMark.text);
    desk.setTime('2026-07-14T10:40:00');
    const later = await desk.report('campaign_5', ...day);
    expect(later.rows.length).toBeGreaterThan(atMark.rows.length);
    const dates = later.rows.map((row) => row['date'] ?? '').filter((date) => date !== '');
    expect(dates.every((date) => date < '2026-07-14 10:40:00')).toBe(true);
  });

  test('a later time of day only adds', async () => {
    const desk = await openTestDesk('2026-07-14T06:00:00', { lagMinutes: 0 });
    const before = new Map<string, number>();
    for (const clock of ['07:30', '09:17', '11:00', '13:42', '16:05', '19:30', '23:59']) {
      desk.setTime(`2026-07-14T${clock}:00`);
      const { calls, aux, holds, previews } = desk.sim.truth({ date_ini: day[0], date_end: day[1] });
      const counts = {
        calls: calls.length,
        aux: aux.length,
        holds: holds.length,
        recalls: holds.filter((hold) => hold.recall !== 'none').length,
        previews: previews.length,
      };
      for (const [name, count] of Object.entries(counts)) {
        expect(count).toBeGreaterThanOrEqual(before.get(name) ?? 0);
        before.set(name, count);
      }
    }
    expect(before.get('calls')).toBeGreaterThan(1000);
  });

  test('calls of the last ten minutes are of the last ten minutes, with an epoch that fits their date', async () => {
    const desk = await openTestDesk('2026-07-14T10:31:00');
    const live = await desk.ask('real_time.php?api=calls_last_10');
    expect(live.rows.length).toBeGreaterThan(10);
    for (const row of live.rows) {
      const digits = (row['date'] ?? '').replaceAll(/\D/g, '');
      const date = digits.replace(/(\d{4})(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6');
      const wait = bogota(date) / 1000 - Number(row['conn_id']?.split('.').at(-2));
      expect(digits > '20260714102100' && digits <= '20260714103100').toBe(true);
      expect(wait).toBeGreaterThanOrEqual(2);
      expect(wait).toBeLessThanOrEqual(600);
    }
  });

  test('31 days over a change of month are answered and 31 days and a second are not', async () => {
    const desk = await openTestDesk(evening);
    const month = await desk.report('agent_3', '20260612000000', '20260712235959');
    expect(month.status).toBe(200);
    expect(month.rows.some((row) => seconds(row['time'] ?? '') > 86_400)).toBe(true);
    expect((await desk.report('agent_3', '20260612000000', '20260713000001')).status).toBe(416);
    desk.sim.scenario.sameMonthOnly = true;
    expect((await desk.report('agent_3', '20260612000000', '20260712235959')).status).toBe(416);
  });

  test('rows can be recounted from the plain truth', async () => {
    const desk = await openTestDesk(evening);
    const { holds, previews } = desk.sim.truth({ date_ini: day[0], date_end: day[1] });
    const rows = (await desk.report('diagram_2', ...day)).rows;
    expect(rows.reduce((sum, row) => sum + Number(row['treatment']), 0)).toBe(holds.length);
    const calls = (await desk.report('campaign_5', ...day)).rows.filter(
      (row) => row['type_of_row']?.toUpperCase() === 'CALL',
    );
    expect(calls.length).toBe(previews.reduce((sum, record) => sum + record.calls.length, 0));
  });
});

describe('bad days', () => {
  test('by default two agents are far above on Break yesterday and today, and promises of today are owed', async () => {
    const desk = await openTestDesk('2026-07-14T17:30:00');
    for (const date of ['20260713', '20260714', '20260710']) {
      const { aux, holds } = desk.sim.truth({ date_ini: `${date}000000`, date_end: `${date}235959` });
      const perAgent = Map.groupBy(
        aux.filter((episode) => episode.state === 'Break'),
        (episode) => episode.agentId,
      );
      const high = [...perAgent.values()].filter((own) => own.reduce((sum, each) => sum + each.seconds, 0) > 90 * 60);
      expect(high.length).toBe(date === '20260710' ? 0 : 2);
      const owed = holds.filter((hold) => hold.said === 'yes' && hold.recall === 'none').length;
      expect(owed >= 30 && owed <= 45).toBe(date === '20260714');
    }
  });

  test('abandonment and line trouble worsen from their hour on and not before', async () => {
    const desk = await openTestDesk(evening);
    const until = { date_ini: day[0], date_end: '20260714115959' };
    const since = { date_ini: '20260714120000', date_end: day[1] };
    const before = { until: desk.sim.truth(until).calls, since: desk.sim.truth(since).calls };
    desk.sim.scenario.abandonSpike = { share: 0.5, from: '20260714120000' };
    desk.sim.scenario.lineTrouble = { share: 0.6, from: '20260714120000' };
    const after = { until: desk.sim.truth(until).calls, since: desk.sim.truth(since).calls };
    expect(after.until.map((call) => call.connId)).toEqual(before.until.map((call) => call.connId));
    const count = (calls: typeof after.since, result: string) => calls.filter((call) => call.result === result).length;
    expect(count(after.since, 'abandon')).toBeGreaterThan(3 * count(before.since, 'abandon'));
    expect(count(after.since, 'congestion')).toBeGreaterThan(3 * count(before.since, 'congestion'));
  });
});
