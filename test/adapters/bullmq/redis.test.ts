import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openLanes } from '../../../src/adapters/bullmq/lanes.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import type { Lanes } from '../../../src/ports.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { freePort, startRedis } from '../../fixtures/redis-server.ts';

const PATIENCE = 20_000;
const SERVE = fileURLToPath(new URL('./serve-lane.ts', import.meta.url));
const redis = await startRedis();

describe.skipIf(redis === null)('lanes of several processes on one Redis', () => {
  const url = redis?.url ?? '';
  const log = notingLog();
  const opened: Lanes[] = [];
  const children: ChildProcess[] = [];
  let used = 0;
  const fresh = (inFlight: 1 | 2 = 1) => laneOperation(`op${(used += 1)}`, inFlight);
  const lanes = (to = url): Lanes => {
    const one = openLanes({
      engine: { kind: 'redis', url: to },
      clock: systemClock,
      log,
      laneIdOf: (operation) => operation.id,
      lockMs: 1_000,
    });
    opened.push(one);
    return one;
  };
  const serveElsewhere = async (
    id: string,
    how: 'end' | 'hang',
  ): Promise<{ child: ChildProcess; heard: () => string }> => {
    const child = spawn(process.execPath, [SERVE, url, id, how], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    let heard = '';
    child.stdout?.on('data', (data: Buffer) => (heard += data.toString()));
    await vi.waitFor(() => expect(heard).toContain('serving'), 10_000);
    return { child, heard: () => heard };
  };

  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
    await redis?.back();
    await Promise.all(opened.splice(0).map((one) => one.close()));
    log.noted.length = 0;
  });
  afterAll(async () => {
    await redis?.close();
  });

  it.each([1, 2] as const)('run no more than %i at once, wherever they run', async (inFlight) => {
    const bogota = fresh(inFlight);
    const [here, there] = [lanes(), lanes()];
    let running = 0;
    let most = 0;
    for (const one of [here, there]) {
      await one.serve(bogota, async () => {
        most = Math.max(most, (running += 1));
        await systemClock.wait(5);
        running -= 1;
      });
    }
    const asks = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? here : there).ask(bogota, `k${Math.floor(at / 2)}`, at, 'digest', PATIENCE),
    );
    expect((await Promise.all(asks)).every((outcome) => outcome.ok)).toBe(true);
    expect(most).toBe(inFlight);
  });

  it('answer an asker in one process by a worker in another', async () => {
    const bogota = fresh();
    const { child } = await serveElsewhere(bogota.id, 'end');
    const outcome = await lanes().ask(bogota, 'k', 'p', 'person', PATIENCE);
    expect(outcome).toEqual({ ok: true, value: `by ${child.pid}` });
  });

  it('take up again the job of a process that was killed, and still answer who waited', async () => {
    const bogota = fresh();
    const { child, heard } = await serveElsewhere(bogota.id, 'hang');
    const one = lanes();
    const ask = one.ask(bogota, 'k', 'p', 'person', PATIENCE);
    await vi.waitFor(() => expect(heard()).toContain('started p'), 10_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await one.serve(bogota, async () => 'by the one that lives');
    expect(await ask).toEqual({ ok: true, value: 'by the one that lives' });
  });

  it('answer who waits while all connections are cut', async () => {
    const bogota = fresh();
    const one = lanes();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    await one.serve(bogota, async () => {
      start();
      await released;
      return 'kept';
    });
    const ask = one.ask(bogota, 'k', {}, 'person', PATIENCE);
    await started;
    const admin = new Redis(url);
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    admin.disconnect();
    release();
    expect(await ask).toEqual({ ok: true, value: 'kept' });
  });

  it('answer who waits over a restart of Redis', async () => {
    const bogota = fresh();
    const one = lanes();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    await one.serve(bogota, async () => {
      start();
      await released;
      return 'kept';
    });
    const ask = one.ask(bogota, 'k', {}, 'person', PATIENCE);
    await started;
    await redis?.away();
    release();
    await redis?.back();
    expect(await ask).toEqual({ ok: true, value: 'kept' });
  });

  it('submit again what Redis lost', async () => {
    const bogota = fresh();
    const one = lanes();
    const ask = one.ask(bogota, 'k', 'again', 'person', PATIENCE);
    await vi.waitFor(async () => expect(await one.counts()).toMatchObject({ prioritized: 1 }));
    const admin = new Redis(url);
    await admin.flushall();
    admin.disconnect();
    await lanes().serve(bogota, async (payload) => payload);
    expect(await ask).toEqual({ ok: true, value: 'again' });
  });

  it('say at once that the store is away, and work when it is back', async () => {
    const bogota = fresh();
    const one = lanes();
    await one.serve(bogota, async () => 'back');
    expect(await one.ask(bogota, 'k', {}, 'person', PATIENCE)).toMatchObject({ ok: true });
    await redis?.away();
    for (const attempt of [1, 2, 3]) {
      const outcome = await one.ask(bogota, `k${attempt}`, {}, 'person', PATIENCE);
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'store.unavailable', mayPass: true } });
    }
    await redis?.back();
    await vi.waitFor(
      async () => expect(await one.ask(bogota, 'k', {}, 'person', PATIENCE)).toMatchObject({ ok: true }),
      {
        timeout: 15_000,
        interval: 100,
      },
    );
    expect(log.noted.filter(({ event }) => event === 'lane.troubled').length).toBeLessThan(4);
  });

  it('say it also where Redis was never there, and close all the same', async () => {
    const bogota = fresh();
    const one = lanes(`redis://:not-for-logs@127.0.0.1:${await freePort()}`);
    await one.serve(bogota, async () => 'never');
    expect(await one.ask(bogota, 'k', {}, 'person', PATIENCE)).toMatchObject({
      problem: { code: 'store.unavailable' },
    });
    await one.close();
    expect(JSON.stringify(log.noted)).not.toContain('not-for-logs');
  });

  it('close while Redis is away', async () => {
    const bogota = fresh();
    const one = lanes();
    await one.serve(bogota, async () => 'once');
    await one.ask(bogota, 'k', {}, 'person', PATIENCE);
    await redis?.away();
    await expect(one.close()).resolves.toBeUndefined();
  });

  it('put neither the key nor the payload into names that Redis shows', async () => {
    const bogota = fresh();
    const one = lanes();
    void one.ask(bogota, 'agents +57 300 111 22 33', {}, 'person', PATIENCE);
    await vi.waitFor(async () => expect(await one.counts()).toMatchObject({ prioritized: 1 }));
    const admin = new Redis(url);
    const names = await admin.keys('*');
    admin.disconnect();
    expect(names.every((key) => key.startsWith('{vigia}:'))).toBe(true);
    expect(names.join(' ')).not.toContain('300');
  });
});
