import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/operation.ts';
import type { Outcome } from '../../../src/core/errors.ts';
import { answerKey, type ReportQuestion } from '../../../src/flows/read/fetch-answer.ts';
import { consumptionGuard } from '../../../src/flows/read/fetch-guard.ts';
import { fetchReport } from '../../../src/flows/read/fetch-report.ts';
import { loadPace } from '../../../src/flows/read/fetch-pace.ts';
import { quotaReader } from '../../../src/flows/read/read-quota.ts';
import type { Wolkvox } from '../../../src/ports.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import {
  clientOf,
  HOUR,
  MINUTE,
  type MovedClock,
  movedClock,
  NOW,
  operationOf,
} from '../../adapters/wolkvox/wolkvox-fixture.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { COUNTING, type Counted, plantedRows, type Ports, portsOf } from './fetch-fixture.ts';

const DAY = 24 * HOUR;
const ZONE = 'America/Bogota';
const midnight = Date.parse('2026-11-20T00:00:00-05:00');

let simulator: WolkvoxSimulator;
let wolkvox: Wolkvox;
let clock: MovedClock;
let ports: Ports;
let operation: Operation;
let embedded: Awaited<ReturnType<typeof openTestStore>>;
let operations = 0;

beforeAll(async () => {
  embedded = await openTestStore();
  clock = movedClock();
  simulator = await startWolkvox({ now: () => clock.now() });
  wolkvox = clientOf(simulator.url, simulator.token, clock);
});
afterAll(async () => {
  await wolkvox.close();
  await simulator.close();
  await embedded.close();
});
beforeEach(() => {
  clock.move(NOW - clock.now());
  clock.waits.length = 0;
  simulator.heal();
  simulator.clearLog();
  simulator.setTokensUsed(0);
  for (const api of ['cdr_2', 'agent_3', 'campaign_5', 'calls_last_10']) simulator.plant(api, null);
  operations += 1;
  operation = operationOf({ id: `operation-${operations}` });
  ports = portsOf(embedded.store, wolkvox, clock);
});

const question = (over: Partial<ReportQuestion> = {}): ReportQuestion => ({
  report: 'agents',
  window: { from: midnight - DAY, to: midnight },
  campaign: null,
  ...over,
});
const fetch = (asked: ReportQuestion, signal = new AbortController().signal): Promise<Outcome<null>> =>
  fetchReport(ports, operation, asked, signal);

async function stored(asked: ReportQuestion): Promise<{ sealed: { summary: Counted } } & Record<string, unknown>> {
  const key = answerKey(operation, COUNTING[asked.report], asked);
  const found = await embedded.store.documents.get('answers', key);
  return found?.value as { sealed: { summary: Counted } } & Record<string, unknown>;
}

describe('an answer fetched', () => {
  it('is stored with what is known of it: rows, age, window, requests', async () => {
    const rows = plantedRows(10, midnight - DAY, midnight, ZONE);
    simulator.plant('cdr_2', [...rows.all, { id: 1 }, 'TOTAL']);
    expect(await fetch(question())).toEqual({ ok: true, value: null });
    expect(await stored(question())).toMatchObject({
      version: 1,
      rows: { read: 12, used: 10, skipped: { unreadable: 2 } },
      fetchedAt: NOW,
      asOf: midnight,
      windows: [{ from: midnight - DAY, to: midnight }],
      requests: 1,
    });
  });

  it('is not asked again while it is young enough, and is after that', async () => {
    simulator.plant('cdr_2', []);
    await fetch(question());
    clock.move(5 * MINUTE - 1);
    await fetch(question());
    expect(simulator.log).toHaveLength(1);
    clock.move(1);
    await fetch(question());
    expect(simulator.log).toHaveLength(2);
  });

  it('is complete until about twenty past when it is read at ten thirty-three', async () => {
    simulator.plant('cdr_2', []);
    const today = question({ window: { from: midnight, to: midnight + DAY } });
    await fetch(today);
    expect(await stored(today)).toMatchObject({ asOf: Date.parse('2026-11-20T10:20:00-05:00') });
  });

  it('stands for the last ten minutes where the report knows no others', async () => {
    const live = question({ report: 'live' });
    await fetch(live);
    expect(await stored(live)).toMatchObject({ window: { from: NOW - 10 * MINUTE, to: NOW }, asOf: NOW });
    expect(simulator.log[0]?.query).toEqual({});
  });
});

describe('a window that is longer than wolkvox takes', () => {
  it('is asked in two for forty days, and the merged answer equals the whole', async () => {
    const from = midnight - 40 * DAY;
    const rows = plantedRows(4_000, from, midnight, ZONE);
    simulator.plant('agent_3', rows.of);
    const asked = question({ report: 'aux', window: { from, to: midnight } });
    expect(await fetch(asked)).toMatchObject({ ok: true });
    expect(simulator.log).toHaveLength(2);
    const { sealed, windows } = await stored(asked);
    expect(sealed.summary).toMatchObject({
      rows: 4_000,
      twice: 0,
      sum: rows.all.reduce((sum, { n }) => sum + n, 0),
    });
    expect(sealed.summary.days).toHaveLength(40);
    expect(windows).toHaveLength(2);
  });

  it('is cut in time where 61,000 rows are more than one answer holds: nothing missing, nothing twice', async () => {
    const rows = plantedRows(61_000, midnight - DAY, midnight, ZONE);
    simulator.plant('campaign_5', rows.of);
    const asked = question({ report: 'preview', campaign: 'all' });
    expect(await fetch(asked)).toMatchObject({ ok: true });
    expect(simulator.log.map(({ query }) => [query['date_ini'], query['date_end']])).toEqual([
      ['20261119000000', '20261119235959'],
      ['20261119000000', '20261119115959'],
      ['20261119120000', '20261119235959'],
    ]);
    const { sealed, rows: counted } = await stored(asked);
    expect(sealed.summary).toMatchObject({ rows: 61_000, twice: 0, sum: rows.all.reduce((sum, { n }) => sum + n, 0) });
    expect(counted).toEqual({ read: 61_000, used: 61_000, skipped: {} });
  });

  it('is cut in time also where wolkvox refuses what is too much', async () => {
    simulator.scenario.capMode = 'error';
    simulator.plant('campaign_5', plantedRows(61_000, midnight - DAY, midnight, ZONE).of);
    const asked = question({ report: 'preview', campaign: 'all' });
    await fetch(asked);
    simulator.scenario.capMode = 'truncate';
    expect((await stored(asked)).sealed.summary).toMatchObject({ rows: 61_000, twice: 0 });
  });

  it('is cut at the change of the month where wolkvox wants one month at a time', async () => {
    simulator.scenario.sameMonthOnly = true;
    simulator.plant('cdr_2', []);
    const asked = question({ window: { from: midnight - 25 * DAY, to: midnight } });
    expect(await fetch(asked)).toMatchObject({ ok: true });
    simulator.scenario.sameMonthOnly = false;
    expect(simulator.log).toHaveLength(3);
  });

  it('fails as a whole when a part of it fails', async () => {
    simulator.plant('agent_3', ({ date_ini }) => (date_ini === '20261111000000' ? [{}] : []));
    simulator.fail({ kind: 'maintenance', api: 'agent_3', times: 1 });
    const asked = question({ report: 'aux', window: { from: midnight - 40 * DAY, to: midnight } });
    expect(await fetch(asked)).toMatchObject({ ok: false, problem: { code: 'wolkvox.maintenance' } });
    expect(await stored(asked)).toBeUndefined();
  });
});

describe('what may pass', () => {
  it('is tried again, and the rows of the failed try are forgotten', async () => {
    const rows = plantedRows(500, midnight - DAY, midnight, ZONE);
    simulator.plant('cdr_2', rows.of);
    simulator.fail({ kind: 'truncated body', times: 1 });
    expect(await fetch(question())).toMatchObject({ ok: true });
    expect(simulator.log).toHaveLength(2);
    expect(await stored(question())).toMatchObject({ sealed: { summary: { rows: 500, twice: 0 } }, requests: 2 });
  });

  it('is waited for in seconds where too many ask at once', async () => {
    simulator.fail({ kind: 'simultaneous', times: 3 });
    expect(await fetch(question())).toMatchObject({ ok: true });
    expect(simulator.log).toHaveLength(4);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(20_000);
  });

  it.each([
    ['server error', 3, 'wolkvox.failing'],
    ['reset', 3, 'wolkvox.unreachable'],
    ['not json', 2, 'wolkvox.bad-answer'],
    ['maintenance', 1, 'wolkvox.maintenance'],
    ['token wrong', 1, 'wolkvox.token'],
    ['quota', 1, 'wolkvox.quota'],
  ] as const)('has its limits: %s is asked %i times', async (fault, times, code) => {
    simulator.fail(fault);
    expect(await fetch(question())).toMatchObject({ ok: false, problem: { code } });
    expect(simulator.log).toHaveLength(times);
  });

  it('rests after three failures in a row, then one probe goes out', async () => {
    simulator.fail('server error');
    await fetch(question());
    const resting = await fetch(question());
    expect(resting).toMatchObject({ problem: { code: 'wolkvox.resting', facts: { cause: 'wolkvox.failing' } } });
    expect(simulator.log).toHaveLength(3);
    simulator.heal();
    clock.move(2 * MINUTE);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });

  it('does not rest for other operations', async () => {
    simulator.fail('server error');
    await fetch(question());
    simulator.heal();
    operation = operationOf({ id: `${operation.id}-b` });
    expect(await fetch(question())).toMatchObject({ ok: true });
  });

  it('is left to minutes where it is maintenance, with when it is tried again', async () => {
    simulator.fail('maintenance');
    await fetch(question());
    simulator.heal();
    expect(await fetch(question())).toMatchObject({
      problem: { code: 'wolkvox.maintenance', retryAt: NOW + 5 * MINUTE },
    });
    clock.move(5 * MINUTE);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });
});

describe('the quota', () => {
  it('is counted, failed requests included', async () => {
    simulator.fail({ kind: 'server error', times: 1 });
    await fetch(question());
    const quota = await quotaReader(ports)(operation);
    expect(quota).toEqual({
      limit: 10_000,
      used: 2,
      left: 9_998,
      resetAt: midnight + DAY,
      source: 'configuration',
    });
  });

  it('refuses at 100 % until the local midnight, without asking', async () => {
    const key = `quota/${operation.id}/2026-11-20`;
    await embedded.store.counters.set(key, 10_000, NOW + DAY);
    expect(await fetch(question())).toMatchObject({
      problem: { code: 'wolkvox.quota', retryAt: midnight + DAY, facts: { limit: 10_000, used: 10_000 } },
    });
    expect(simulator.log).toHaveLength(0);
    clock.move(midnight + DAY - NOW);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });

  it('is believed to be used up when wolkvox says so, whatever was counted', async () => {
    simulator.fail({ kind: 'quota', times: 1 });
    await fetch(question());
    expect(await fetch(question())).toMatchObject({ problem: { code: 'wolkvox.quota', retryAt: midnight + DAY } });
    expect(simulator.log).toHaveLength(1);
    expect(await quotaReader(ports)(operation)).toMatchObject({ used: 10_000, left: 0 });
  });
});

describe('a clock that is set back while a request waits for its turn', () => {
  it('does not make it wait for the old time to come again', async () => {
    await fetch(question());
    const waits: number[] = [];
    const setBack = async (ms: number) => {
      waits.push(ms);
      clock.move(-HOUR);
    };
    ports = portsOf(embedded.store, wolkvox, { ...clock, wait: setBack });
    expect(await fetch(question({ report: 'aux' }))).toMatchObject({ ok: true });
    expect(waits).toEqual([operation.pacing.spacingMs]);
  });
});

describe('a job that runs twice', () => {
  it('does not consume twice where the first run died after it had sent', async () => {
    const dead = consumptionGuard(
      embedded.store.documents,
      clock,
      answerKey(operation, COUNTING.agents, question()),
      'dead',
    );
    await dead.beforeSend();
    expect(await fetch(question())).toMatchObject({
      problem: { code: 'wolkvox.in-progress', retryAt: NOW + 90_000 },
    });
    expect(simulator.log).toHaveLength(0);
  });

  it('asks again once the dead run could have no answer any more, long before its figures would be stale', async () => {
    const key = answerKey(operation, COUNTING.agents, question());
    await consumptionGuard(embedded.store.documents, clock, key, 'dead').beforeSend();
    clock.move(89_000 - 15_000);
    expect(await fetch(question())).toMatchObject({ problem: { retryAt: NOW + 90_000 } });
    clock.move(1_000);
    expect(await fetch(question())).toMatchObject({ ok: true });
    expect(simulator.log).toHaveLength(1);
  });

  it('asks again at once where the clock was set back by more since', async () => {
    const key = answerKey(operation, COUNTING.agents, question());
    await consumptionGuard(embedded.store.documents, clock, key, 'dead').beforeSend();
    clock.move(-3_600_000);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });

  it('takes over the answer of the first run where that is still at it', async () => {
    simulator.plant('cdr_2', []);
    simulator.fail({ kind: 'hang', times: 1 });
    const first = fetch(question());
    await simulator.whenLogged(1);
    ports = {
      ...portsOf(embedded.store, wolkvox, clock, 0.25),
      clock: {
        ...clock,
        async wait(ms) {
          await clock.wait(ms);
          simulator.release();
          await first;
        },
      },
    };
    const second = fetch(question());
    expect(await first).toEqual({ ok: true, value: null });
    expect(await second).toEqual({ ok: true, value: null });
    expect(simulator.log).toHaveLength(1);
  });

  it('lets a failed question be asked again at once', async () => {
    simulator.fail({ kind: 'maintenance', times: 1 });
    await fetch(question());
    clock.move(5 * MINUTE);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });
});

describe('what is seen of a request', () => {
  it('is one line and one count each, by its meaning, without rows or secrets', async () => {
    simulator.fail({ kind: 'server error', times: 1 });
    await fetch(question());
    const lines = ports.log.noted.filter(({ event }) => event === 'wolkvox.request');
    expect(lines.map(({ fields }) => fields['meaning'])).toEqual(['wolkvox.failing', 'rows']);
    expect(lines[0]?.fields).toMatchObject({ report: 'agents', operation: operation.id, status: 500 });
    expect(JSON.stringify(ports.log.noted)).not.toContain(simulator.token);
    const counted = ports.metrics.noted.filter(({ name }) => name === 'vigia_wolkvox_requests_total');
    expect(counted.map(({ labels }) => labels['meaning'])).toEqual(['wolkvox.failing', 'rows']);
  });

  it('warns when the rows prove another zone than the configured one', async () => {
    operation = operationOf({ id: operation.id, zone: 'America/Mexico_City' });
    await fetch(question({ report: 'preview', campaign: 'all' }));
    const warned = ports.log.noted.find(({ event }) => event === 'wolkvox.zone-differs');
    expect(warned?.fields).toMatchObject({ expected: -360, seen: -300 });
  });

  it('leaves the lane as it was found when a report has a defect', async () => {
    const broken = {
      ...COUNTING.agents,
      fold: () => ({
        ...COUNTING.agents.fold({ operation, window: question().window }),
        add: () => {
          throw new Error('a defect');
        },
      }),
    };
    await expect(
      fetchReport(
        { ...ports, reports: { ...COUNTING, agents: broken } },
        operation,
        question(),
        new AbortController().signal,
      ),
    ).rejects.toThrow('a defect');
    expect((await loadPace(embedded.store.documents, operation.id)).lastEnd).toBe(NOW);
    expect(await fetch(question())).toMatchObject({ ok: true });
  });
});
