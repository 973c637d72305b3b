import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLanes } from '../../src/adapters/bullmq/lanes.ts';
import { systemClock } from '../../src/adapters/clock.ts';
import type { Clock, Lanes } from '../../src/ports.ts';
import { handClock } from '../fixtures/hand-clock.ts';
import { laneOperation } from '../fixtures/lane-operation.ts';
import { notingLog } from '../fixtures/quiet-log.ts';

type LaneEngine = Parameters<typeof openLanes>[0]['engine'];
type Gate = { readonly opened: Promise<void>; open(): void };

const PATIENCE = 20_000;

/** What every maker of the lanes keeps. */
export function describeLanes(
  name: string,
  open: () => Promise<{ readonly engine: LaneEngine; readonly close: () => Promise<void> }>,
): void {
  describe(`the lanes on ${name}`, () => {
    let engine: LaneEngine;
    let closeEngine: () => Promise<void>;
    let used = 0;
    const opened: Lanes[] = [];
    const log = notingLog();
    const fresh = () => laneOperation(`op${(used += 1)}`);
    const lanes = (clock: Clock = systemClock): Lanes => {
      const one = openLanes({ engine, clock, log, laneIdOf: (operation) => operation.id.replace(/ .*/, '') });
      opened.push(one);
      return one;
    };

    beforeAll(async () => {
      ({ engine, close: closeEngine } = await open());
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
      log.noted.length = 0;
    });
    afterAll(async () => {
      await closeEngine();
    });

    it('gives the asker what the handler returned for the payload', async () => {
      const bogota = fresh();
      const one = lanes();
      await one.serve(bogota, async (payload) => ({ seen: payload }));
      const outcome = await one.ask(bogota, 'k', { day: '2026-11-19', rows: [1, 2] }, 'person', PATIENCE);
      expect(outcome).toEqual({ ok: true, value: { seen: { day: '2026-11-19', rows: [1, 2] } } });
    });

    it('gives null for a handler that returns nothing', async () => {
      const bogota = fresh();
      const one = lanes();
      await one.serve(bogota, async () => {});
      expect(await one.ask(bogota, 'k', null, 'person', PATIENCE)).toEqual({ ok: true, value: null });
    });

    it('runs one job at a time in a lane', async () => {
      const bogota = fresh();
      const one = lanes();
      let running = 0;
      let most = 0;
      await one.serve(bogota, async () => {
        most = Math.max(most, (running += 1));
        await turns(3);
        running -= 1;
      });
      const asks = Array.from({ length: 8 }, (_, at) => one.ask(bogota, `k${at}`, at, 'digest', PATIENCE));
      expect((await Promise.all(asks)).every((outcome) => outcome.ok)).toBe(true);
      expect(most).toBe(1);
    });

    it('runs a question once for a hundred who ask it while it waits or runs', async () => {
      const bogota = fresh();
      const one = lanes();
      const gate = newGate();
      let runs = 0;
      await one.serve(bogota, async () => {
        runs += 1;
        await gate.opened;
        return 'figures';
      });
      const asks = Array.from({ length: 50 }, () => one.ask(bogota, 'same', {}, 'person', PATIENCE));
      await vi.waitFor(() => expect(runs).toBe(1));
      asks.push(...Array.from({ length: 50 }, () => one.ask(bogota, 'same', {}, 'person', PATIENCE)));
      gate.open();
      const outcomes = await Promise.all(asks);
      expect(outcomes).toHaveLength(100);
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(
        new Set([JSON.stringify({ ok: true, value: 'figures' })]),
      );
      expect(runs).toBe(1);
    });

    it('runs it anew for who asks after it ended', async () => {
      const bogota = fresh();
      const one = lanes();
      let runs = 0;
      await one.serve(bogota, async () => (runs += 1));
      expect(await one.ask(bogota, 'same', {}, 'person', PATIENCE)).toEqual({ ok: true, value: 1 });
      expect(await one.ask(bogota, 'same', {}, 'person', PATIENCE)).toEqual({ ok: true, value: 2 });
    });

    it('lets two lanes run side by side', async () => {
      const [bogota, lima] = [fresh(), fresh()];
      const one = lanes();
      const [first, second] = [newGate(), newGate()];
      await one.serve(bogota, async () => {
        first.open();
        await second.opened;
      });
      await one.serve(lima, async () => {
        second.open();
        await first.opened;
      });
      const both = await Promise.all([
        one.ask(bogota, 'k', {}, 'person', PATIENCE),
        one.ask(lima, 'k', {}, 'person', PATIENCE),
      ]);
      expect(both.map((outcome) => outcome.ok)).toEqual([true, true]);
    });

    it('keeps operations of one token in one lane, each with its handler and its keys', async () => {
      const bogota = fresh();
      const cali = { ...bogota, id: `${bogota.id} cali` };
      const one = lanes();
      let running = 0;
      let most = 0;
      const handler = (name: string) => async () => {
        most = Math.max(most, (running += 1));
        await turns(3);
        running -= 1;
        return name;
      };
      await one.serve(bogota, handler('bogota'));
      await one.serve(cali, handler('cali'));
      const both = await Promise.all([
        one.ask(bogota, 'same', {}, 'person', PATIENCE),
        one.ask(cali, 'same', {}, 'person', PATIENCE),
      ]);
      expect(both).toEqual([
        { ok: true, value: 'bogota' },
        { ok: true, value: 'cali' },
      ]);
      expect(most).toBe(1);
    });

    it('takes a person before an alert, an alert before a digest and a digest before history', async () => {
      const { one, bogota, order, gate } = await busyLane();
      const asks = [
        one.ask(bogota, 'history', 'history', 'history', PATIENCE),
        one.ask(bogota, 'digest', 'digest', 'digest', PATIENCE),
        one.ask(bogota, 'alert', 'alert', 'alert', PATIENCE),
        one.ask(bogota, 'person', 'person', 'person', PATIENCE),
      ];
      await waiting(one, 4);
      gate.open();
      await Promise.all(asks);
      expect(order).toEqual(['first', 'person', 'alert', 'digest', 'history']);
    });

    it('moves a waiting job to the front when somebody more urgent joins it, from here or from elsewhere', async () => {
      const { one, bogota, order, gate } = await busyLane();
      const elsewhere = lanes();
      const asks = [
        one.ask(bogota, 'a', 'a', 'alert', PATIENCE),
        one.ask(bogota, 'b', 'b', 'history', PATIENCE),
        one.ask(bogota, 'c', 'c', 'history', PATIENCE),
      ];
      await waiting(one, 3);
      asks.push(one.ask(bogota, 'b', 'b', 'person', PATIENCE), elsewhere.ask(bogota, 'c', 'c', 'person', PATIENCE));
      await turns(80);
      gate.open();
      expect((await Promise.all(asks)).every((outcome) => outcome.ok)).toBe(true);
      expect([order[0], new Set(order.slice(1, 3)), order[3]]).toEqual(['first', new Set(['b', 'c']), 'a']);
    });

    it('does not move a job back when somebody less urgent joins it', async () => {
      const { one, bogota, order, gate } = await busyLane();
      const asks = [one.ask(bogota, 'a', 'a', 'person', PATIENCE), one.ask(bogota, 'b', 'b', 'alert', PATIENCE)];
      await waiting(one, 2);
      asks.push(lanes().ask(bogota, 'a', 'a', 'history', PATIENCE), one.ask(bogota, 'a', 'a', 'history', PATIENCE));
      await turns(20);
      gate.open();
      await Promise.all(asks);
      expect(order).toEqual(['first', 'a', 'b']);
    });

    it('says that it is in progress when patience runs out, and goes on', async () => {
      const bogota = fresh();
      const clock = handClock(0);
      const one = lanes(clock);
      const gate = newGate();
      let runs = 0;
      await one.serve(bogota, async () => {
        runs += 1;
        await gate.opened;
        return 'late';
      });
      const hurried = one.ask(bogota, 'k', {}, 'person', 2_000);
      const patient = one.ask(bogota, 'k', {}, 'person', 60_000);
      await vi.waitFor(() => expect(clock.waiting).toBe(2));
      clock.move(2_000);
      expect(await hurried).toMatchObject({ ok: false, problem: { code: 'wolkvox.in-progress', mayPass: true } });
      gate.open();
      expect(await patient).toEqual({ ok: true, value: 'late' });
      expect(runs).toBe(1);
      expect(clock.waiting).toBe(0);
    });

    it('tells every asker that a handler threw, logs it once without its text, and is free for the next', async () => {
      const bogota = fresh();
      const one = lanes();
      let runs = 0;
      await one.serve(bogota, async () => {
        runs += 1;
        await turns(3);
        if (runs === 1) throw new TypeError('573001112233 is not a number');
        return 'well';
      });
      const outcomes = await Promise.all([
        one.ask(bogota, 'k', {}, 'person', PATIENCE),
        one.ask(bogota, 'k', {}, 'person', PATIENCE),
        lanes().ask(bogota, 'k', {}, 'person', PATIENCE),
      ]);
      expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.problem.code))).toEqual(
        outcomes.map(() => 'unexpected'),
      );
      const told = log.noted.filter(({ level }) => level === 'error');
      expect(told).toMatchObject([{ event: 'lane.handler-failed', fields: { cause: 'TypeError' } }]);
      expect(JSON.stringify(log.noted)).not.toContain('573001112233');
      expect(await one.ask(bogota, 'k', {}, 'person', PATIENCE)).toEqual({ ok: true, value: 'well' });
    });

    it('counts jobs by state', async () => {
      const { one, bogota, gate } = await busyLane();
      const ask = one.ask(bogota, 'a', 'a', 'digest', PATIENCE);
      await waiting(one, 1);
      expect(await one.counts()).toMatchObject({ active: 1, prioritized: 1, failed: 0 });
      gate.open();
      await ask;
    });

    it('closes only when the job that runs has ended, and tells its asker', async () => {
      const bogota = fresh();
      const one = lanes();
      const [started, gate] = [newGate(), newGate()];
      let closed = false;
      await one.serve(bogota, async () => {
        started.open();
        await gate.opened;
        return 'finished';
      });
      const ask = one.ask(bogota, 'k', {}, 'person', PATIENCE);
      await started.opened;
      const closing = one.close().then(() => (closed = true));
      await turns(20);
      expect(closed).toBe(false);
      expect(await one.ask(bogota, 'other', {}, 'person', PATIENCE)).toMatchObject({
        problem: { code: 'bot.stopping' },
      });
      gate.open();
      await closing;
      expect(await ask).toEqual({ ok: true, value: 'finished' });
    });

    it('tells what still runs to end once its patience is over, and the asker what became of it', async () => {
      const bogota = fresh();
      const clock = handClock(0);
      const one = lanes(clock);
      const started = newGate();
      await one.serve(bogota, async (_, signal) => {
        started.open();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return 'cut short';
      });
      const ask = one.ask(bogota, 'k', {}, 'person', 600_000);
      await started.opened;
      const closing = one.close(30_000);
      await vi.waitFor(() => expect(clock.waiting).toBe(2));
      clock.move(30_000);
      await closing;
      expect(await ask).toEqual({ ok: true, value: 'cut short' });
    });

    it('leaves what waits to the next who serves', async () => {
      const bogota = fresh();
      const one = lanes();
      const ask = one.ask(bogota, 'k', 'kept', 'person', PATIENCE);
      await waiting(one, 1);
      await one.close();
      expect(await ask).toMatchObject({ problem: { code: 'wolkvox.in-progress' } });
      const seen = newGate();
      await lanes().serve(bogota, async (payload) => {
        if (payload === 'kept') seen.open();
      });
      await seen.opened;
    });

    async function busyLane() {
      const bogota = fresh();
      const one = lanes();
      const [started, gate] = [newGate(), newGate()];
      const order: unknown[] = [];
      await one.serve(bogota, async (payload) => {
        order.push(payload);
        started.open();
        await gate.opened;
      });
      void one.ask(bogota, 'first', 'first', 'history', PATIENCE);
      await started.opened;
      return { one, bogota, order, gate };
    }
  });
}

/** Until so many jobs wait in line. */
async function waiting(lanes: Lanes, jobs: number): Promise<void> {
  await vi.waitFor(async () => {
    const counts = await lanes.counts();
    expect((counts['prioritized'] ?? 0) + (counts['waiting'] ?? 0)).toBe(jobs);
  });
}

function newGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** Lets so many rounds of sockets and timers pass. */
async function turns(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}
