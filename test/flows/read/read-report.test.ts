import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, failed } from '../../../src/core/errors.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { namesReader } from '../../../src/flows/read/read-names.ts';
import { quotaReader } from '../../../src/flows/read/read-quota.ts';
import { type Reading, type ReadReport, reportReader } from '../../../src/flows/read/read-report.ts';
import type { Lanes, Store, Wolkvox } from '../../../src/ports.ts';
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
import { directLanes, type Ports, portsOf } from './fetch-fixture.ts';

const DAY = 24 * HOUR;
const midnight = Date.parse('2026-11-20T00:00:00-05:00');
const window = { from: midnight - DAY, to: midnight };

let simulator: WolkvoxSimulator;
let wolkvox: Wolkvox;
let clock: MovedClock;
let ports: Ports;
let lanes: ReturnType<typeof directLanes>;
let operation: Operation;
let read: ReadReport;
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
  simulator.heal();
  simulator.scenario.disabled = [];
  simulator.clearLog();
  simulator.setTokensUsed(0);
  operations += 1;
  operation = operationOf({ id: `operation-${operations}` });
  ports = portsOf(embedded.store, wolkvox, clock);
  lanes = directLanes(ports);
  read = reportReader({ ...ports, lanes });
});

const reading = (over: Partial<Reading> = {}): Reading => ({
  operation,
  report: 'agents',
  window,
  campaign: null,
  urgency: 'person',
  ...over,
});

/** A store that counts how often documents are read. */
function countingReads(store: Store): { store: Store; reads: () => number } {
  let reads = 0;
  const get: Store['documents']['get'] = (collection, key) => {
    reads += 1;
    return store.documents.get(collection, key);
  };
  return { store: { ...store, documents: { ...store.documents, get } }, reads: () => reads };
}

describe('a report read', () => {
  it('is given to another process where the one that read it had to leave', async () => {
    const leaving: Lanes = {
      ...lanes,
      ask: (...asked) => {
        lanesLeft += 1;
        return lanesLeft === 1 ? Promise.resolve(done(failed('bot.stopping'))) : lanes.ask(...asked);
      },
    };
    let lanesLeft = 0;
    expect(await reportReader({ ...ports, lanes: leaving })(reading())).toMatchObject({ ok: true });
    const closed: Lanes = { ...lanes, ask: () => Promise.resolve(failed('bot.stopping')) };
    const other = { ...reading(), report: 'aux' } as const;
    expect(await reportReader({ ...ports, lanes: closed })(other)).toMatchObject({ problem: { code: 'bot.stopping' } });
  });

  it('is asked once and then comes from the cache until it is five minutes old', async () => {
    expect(await read(reading())).toMatchObject({
      ok: true,
      value: { fresh: false, fetchedAt: NOW, requests: 1, window },
    });
    clock.move(4 * MINUTE);
    expect(await read(reading({ urgency: 'digest' }))).toMatchObject({
      ok: true,
      value: { fresh: true, fetchedAt: NOW },
    });
    clock.move(MINUTE);
    expect(await read(reading())).toMatchObject({ ok: true, value: { fresh: false, fetchedAt: NOW + 5 * MINUTE } });
    expect(simulator.log).toHaveLength(2);
  });

  it('costs one read of the store where another process has asked, and none after that', async () => {
    await read(reading());
    const { store, reads } = countingReads(embedded.store);
    const elsewhere = reportReader({ ...ports, store, lanes });
    expect(await elsewhere(reading())).toMatchObject({ ok: true, value: { fresh: true } });
    expect(reads()).toBe(1);
    await elsewhere(reading());
    expect(reads()).toBe(1);
    expect(lanes.asked).toHaveLength(1);
  });

  it('is asked once for all who ask meanwhile', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => read(reading())));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(lanes.asked).toHaveLength(1);
    expect(simulator.log).toHaveLength(1);
  });

  it('lets whoever is more urgent ask for himself, so that the lane can raise the question', async () => {
    await Promise.all([read(reading({ urgency: 'history' })), read(reading())]);
    expect(lanes.asked.map(({ urgency }) => urgency)).toEqual(['history', 'person']);
    expect(simulator.log).toHaveLength(1);
  });

  it('is asked anew when its stored summary is of another version', async () => {
    await read(reading());
    const agents = { ...ports.reports.agents, opens: (sealed: { version: number }) => sealed.version === 2 };
    const newer = reportReader({ ...ports, lanes, reports: { ...ports.reports, agents } });
    await newer(reading());
    expect(lanes.asked).toHaveLength(2);
  });

  it('offers the last answer with the failure', async () => {
    await read(reading());
    clock.move(10 * MINUTE);
    simulator.fail('maintenance');
    expect(await read(reading())).toMatchObject({
      ok: false,
      problem: { code: 'wolkvox.maintenance' },
      last: { fetchedAt: NOW },
    });
    expect(await read(reading({ report: 'hold' }))).toMatchObject({ ok: false, last: null });
  });

  it('says that the store is away when it is', async () => {
    const documents = { ...embedded.store.documents, get: () => Promise.reject(new Error('away')) };
    const ping = () => Promise.reject(new Error('away'));
    const broken = reportReader({ ...ports, lanes, store: { ...embedded.store, documents, ping } });
    expect(await broken(reading())).toMatchObject({ ok: false, problem: { code: 'store.unavailable' }, last: null });
  });

  it('does not blame a store that answers for a defect of ours', async () => {
    const documents = { ...embedded.store.documents, get: () => Promise.reject(new TypeError('a defect')) };
    const broken = reportReader({ ...ports, lanes, store: { ...embedded.store, documents } });
    expect(await broken(reading())).toMatchObject({ ok: false, problem: { code: 'unexpected' }, last: null });
  });

  it('is a defect of ours, not of wolkvox, when the lane gives back what is none of ours', async () => {
    const odd: Lanes = { ...lanes, ask: async () => ({ ok: true, value: 'odd' }) };
    expect(await reportReader({ ...ports, lanes: odd })(reading())).toMatchObject({ problem: { code: 'unexpected' } });
  });
});

describe('a report read when the quota runs low', () => {
  const used = (count: number): Promise<void> =>
    embedded.store.counters.set(`quota/${operation.id}/2026-11-20`, count, NOW + DAY);
  /** A correction is nobody's to wait for: what is asked after it is. */
  afterEach(() => lanes.ask(operation, 'after', { kind: 'odd' }, 'history', 0));

  it('stops the history at 80 %, says until when, and asks nothing', async () => {
    await used(8_000);
    expect(await read(reading({ urgency: 'history' }))).toMatchObject({
      problem: { code: 'wolkvox.quota', retryAt: midnight + DAY },
    });
    expect(simulator.log).toHaveLength(0);
    expect(await read(reading())).toMatchObject({ ok: true });
  });

  it('lets nobody wait for the correction of the count', async () => {
    await used(20);
    await read(reading({ report: 'hold' }));
    expect(simulator.log[0]?.api).toBe('diagram_2');
    await lanes.ask(operation, 'after', { kind: 'odd' }, 'history', 0);
    expect(simulator.log[1]?.api).toBe('token_info');
  });

  it('gives alerts an answer of up to twenty minutes from 90 %', async () => {
    await read(reading({ urgency: 'alert' }));
    await used(9_000);
    clock.move(19 * MINUTE);
    expect(await read(reading({ urgency: 'alert' }))).toMatchObject({ value: { fresh: true, fetchedAt: NOW } });
    clock.move(MINUTE);
    expect(await read(reading({ urgency: 'alert' }))).toMatchObject({ value: { fresh: false } });
  });

  it('gives the check of every fifth minute an answer of its own, also where the one before came seconds late', async () => {
    clock.move(2_000);
    await read(reading({ urgency: 'alert' }));
    clock.move(5 * MINUTE - 2_000);
    expect(await read(reading({ urgency: 'person' }))).toMatchObject({ value: { fresh: true } });
    expect(await read(reading({ urgency: 'alert' }))).toMatchObject({
      value: { fresh: false, fetchedAt: clock.now() },
    });
    expect(await reportReader({ ...ports, lanes })(reading({ urgency: 'alert' }))).toMatchObject({
      value: { fresh: true },
    });
  });

  it('is corrected from the count of wolkvox, which other tokens share', async () => {
    await used(20);
    simulator.setTokensUsed(700);
    await read(reading());
    await lanes.ask(operation, 'after', { kind: 'odd' }, 'history', 0);
    expect(simulator.log.map(({ api }) => api).sort()).toEqual(['cdr_2', 'token_info']);
    expect((await quotaReader(ports)(operation)).used).toBeGreaterThanOrEqual(700);
    await read(reading({ report: 'aux' }));
    expect(simulator.log.map(({ api }) => api)).toHaveLength(3);
  });

  it('learns the limit from wolkvox where nobody configured the licences', async () => {
    operation = operationOf({ id: operation.id, licences: null });
    expect(await quotaReader(ports)(operation)).toMatchObject({ limit: null, left: null, source: 'unknown' });
    await lanes.ask(operation, 'quota', { kind: 'quota', askedAt: NOW }, 'person', 0);
    expect(await quotaReader(ports)(operation)).toMatchObject({ limit: 10_000, source: 'wolkvox' });
  });

  it('learns it from the licences where the token says none', async () => {
    operation = operationOf({ id: operation.id, licences: null });
    simulator.scenario.disabled = ['token_info'];
    await lanes.ask(operation, 'quota', { kind: 'quota', askedAt: NOW }, 'person', 0);
    expect(await quotaReader(ports)(operation)).toMatchObject({ limit: 10_000, source: 'wolkvox' });
  });
});

describe('the names', () => {
  it('are asked once a day, all catalogues that are wanted', async () => {
    const names = namesReader({ ...ports, lanes });
    const { names: found, missing } = await names(operation, ['skills', 'agents'], 'person');
    expect(missing).toBe(false);
    const skill = simulator.roster.skills[0];
    expect(found.skills[skill?.id ?? '']).toBe(skill?.name);
    expect(Object.keys(found.agents).length).toBeGreaterThan(5);
    expect(found.campaigns).toEqual({});
    await names(operation, ['skills', 'agents'], 'person');
    await namesReader({ ...ports, lanes })(operation, ['skills'], 'person');
    expect(simulator.log).toHaveLength(2);
    clock.move(DAY);
    await names(operation, ['skills'], 'person');
    expect(simulator.log).toHaveLength(3);
  });

  it('stay those of yesterday where wolkvox does not answer today', async () => {
    const names = namesReader({ ...ports, lanes });
    const before = await names(operation, ['skills'], 'person');
    clock.move(DAY);
    simulator.fail('maintenance');
    expect(await names(operation, ['skills'], 'person')).toEqual(before);
  });

  it('are missing, which is no failure, where they never came, and are not asked for at every report', async () => {
    simulator.fail('server error');
    const names = namesReader({ ...ports, lanes });
    expect(await names(operation, ['skills'], 'person')).toEqual({
      names: { skills: {}, agents: {}, campaigns: {} },
      missing: true,
    });
    const asked = lanes.asked.length;
    await names(operation, ['skills'], 'person');
    expect(lanes.asked).toHaveLength(asked);
    simulator.heal();
    clock.move(10 * MINUTE);
    expect(await names(operation, ['skills'], 'person')).toMatchObject({ missing: false });
  });

  it('are nobody’s failure when the store is away', async () => {
    const documents = { ...embedded.store.documents, get: () => Promise.reject(new Error('away')) };
    const names = namesReader({ ...ports, lanes, store: { ...embedded.store, documents } });
    expect(await names(operation, ['skills'], 'person')).toMatchObject({ missing: true });
  });
});
