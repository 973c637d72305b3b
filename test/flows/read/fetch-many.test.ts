import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLanes } from '../../../src/adapters/bullmq/lanes.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import { type OpenedEngine, openEngine } from '../../../src/adapters/store/index.ts';
import { DEFAULT_PACING, type Operation } from '../../../src/core/operation.ts';
import { laneWorker } from '../../../src/flows/read/fetch-in-lane.ts';
import { type ReadReport, reportReader } from '../../../src/flows/read/read-report.ts';
import type { Lanes, Wolkvox } from '../../../src/ports.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { clientOf, HOUR, operationOf } from '../../adapters/wolkvox/wolkvox-fixture.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { type RedisServer, startRedis } from '../../fixtures/redis-server.ts';
import { portsOf } from './fetch-fixture.ts';

const SPACING = 50;
const DAY = 24 * HOUR;
const midnight = Date.parse('2026-11-20T00:00:00-05:00');
const yesterday = { from: midnight - DAY, to: midnight };

type Instance = { readonly read: ReadReport; readonly close: () => Promise<void> };

const redis: RedisServer | null = await startRedis();
afterAll(async () => {
  await redis?.close();
});

describe.skipIf(redis === null)('two instances on one Redis', () => {
  let simulator: WolkvoxSimulator;
  let operation: Operation;
  let instances: readonly [Instance, Instance];
  let operations = 0;

  beforeAll(async () => {
    simulator = await startWolkvox({ now: () => Date.parse('2026-11-20T10:33:00-05:00') });
  });
  afterAll(async () => {
    await simulator.close();
  });
  beforeEach(async () => {
    operations += 1;
    operation = operationOf({ id: `many-${operations}`, pacing: { ...DEFAULT_PACING, spacingMs: SPACING } });
    simulator.clearLog();
    instances = await Promise.all([start(), start()]);
  });
  afterEach(async () => {
    await Promise.all(instances.map(({ close }) => close()));
  });

  async function start(): Promise<Instance> {
    const log = notingLog();
    const opened = await openEngine({ redisUrl: redis?.url ?? null, dataDir: null, log });
    if (!opened.ok) throw new Error(opened.problem.code);
    const { store, engine }: OpenedEngine = opened.value;
    const wolkvox: Wolkvox = clientOf(simulator.url, simulator.token, systemClock);
    const ports = portsOf(store, wolkvox, systemClock);
    const lanes: Lanes = openLanes({ engine, clock: systemClock, log, laneIdOf: ({ id }) => id });
    await lanes.serve(operation, laneWorker(ports)(operation));
    return {
      read: reportReader({ ...ports, lanes }),
      async close() {
        await lanes.close();
        await wolkvox.close();
        await opened.value.close();
      },
    };
  }

  it('ask wolkvox once when two hundred people ask the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        instances[at % 2 === 0 ? 0 : 1].read({
          operation,
          report: 'preview',
          window: yesterday,
          campaign: 'all',
          urgency: 'person',
        }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.fetchedAt : null))).size).toBe(1);
    expect(simulator.log).toHaveLength(1);
  });

  it('never have two of thirty questions in flight, and never closer than the spacing', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => {
        const window = { from: midnight - (at + 1) * DAY, to: midnight - at * DAY };
        return instances[at % 2 === 0 ? 0 : 1].read({
          operation,
          report: 'agents',
          window,
          campaign: null,
          urgency: 'digest',
        });
      }),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const requests = [...simulator.log].sort((one, other) => one.startedMs - other.startedMs);
    expect(requests).toHaveLength(30);
    expect(requests.every(({ inFlightAtStart }) => inFlightAtStart === 0)).toBe(true);
    for (const [at, request] of requests.entries()) {
      const before = requests[at - 1];
      if (before === undefined) continue;
      expect(request.startedMs - before.startedMs).toBeGreaterThanOrEqual(SPACING);
      // Our clock counts whole milliseconds, the simulator parts of them.
      expect(request.startedMs - (before.endedMs ?? Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(SPACING - 1);
    }
  });
});
