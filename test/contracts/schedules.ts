import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';
import { openSchedules } from '../../src/adapters/bullmq/schedules.ts';
import type { Schedules } from '../../src/ports.ts';
import { notingLog } from '../fixtures/quiet-log.ts';

type Engine = Parameters<typeof openSchedules>[0]['engine'];

const ZONE = 'America/Bogota';
const at = (time: string): number => Date.parse(`2025-11-14T${time}:00-05:00`);
const soon = { timeout: 15_000, interval: 20 };

/** What every maker of the schedules keeps. Only `Date` is moved: sockets and timers stay real. */
export function describeSchedules(
  name: string,
  open: () => Promise<{ readonly engine: Engine; readonly close: () => Promise<void> }>,
  { processes }: { readonly processes: boolean },
): void {
  describe(`the schedules on ${name}`, () => {
    let engine: Engine;
    let closeEngine: () => Promise<void>;
    let used = 0;
    const opened: Schedules[] = [];
    const log = notingLog();
    const fresh = () => `group${(used += 1)}/one`;
    const boot = (): Schedules => {
      const one = openSchedules({ engine, clock: systemClock, log });
      opened.push(one);
      return one;
    };
    const noting = () => {
      const runs: number[] = [];
      return { runs, handler: async (slot: number) => void runs.push(slot) };
    };
    const stop = async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
    };

    beforeAll(async () => {
      ({ engine, close: closeEngine } = await open());
    });
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'], now: at('10:02') });
    });
    afterEach(async () => {
      await stop();
      vi.useRealTimers();
      log.noted.length = 0;
    });
    afterAll(async () => {
      await closeEngine();
    });

    it('run by the clock, each time with its nominal time', async () => {
      vi.useRealTimers();
      const { runs, handler } = noting();
      await boot().every(fresh(), '* * * * * *', ZONE, handler);
      await vi.waitFor(() => expect(runs.length).toBeGreaterThan(1), soon);
      expect(runs.every((slot) => slot % 1_000 === 0)).toBe(true);
      expect(new Set(runs).size).toBe(runs.length);
    });

    it('make up once for what was missed while nobody was there, and go on by the clock', async () => {
      const id = fresh();
      const { runs, handler } = noting();
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await stop();
      vi.setSystemTime(at('12:31'));
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await vi.waitFor(() => expect(runs).toEqual([at('10:05')]), soon);
      await stop();
      vi.setSystemTime(at('12:36'));
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await vi.waitFor(() => expect(runs).toEqual([at('10:05'), at('12:35')]), soon);
    });

    it('keep the run that is due over any number of starts', async () => {
      const id = fresh();
      const { runs, handler } = noting();
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await stop();
      for (const time of ['10:03', '10:04']) {
        vi.setSystemTime(at(time));
        await boot().every(id, '*/5 * * * *', ZONE, handler);
        await stop();
      }
      expect(runs).toEqual([]);
      vi.setSystemTime(at('10:06'));
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await vi.waitFor(() => expect(runs).toEqual([at('10:05')]), soon);
    });

    it('come again where the clock was a year ahead when they were declared, and is set back', async () => {
      for (const [cron, next] of [
        ['*/5 * * * *', '10:05'],
        ['30 12 * * *', '12:30'],
      ] as const) {
        const id = fresh();
        const { runs, handler } = noting();
        vi.setSystemTime(at('10:02') + 365 * 24 * 3_600_000);
        await boot().every(id, cron, ZONE, handler);
        await stop();
        vi.setSystemTime(at('10:02'));
        await boot().every(id, cron, ZONE, handler);
        await stop();
        vi.setSystemTime(at(next) + 30_000);
        await boot().every(id, cron, ZONE, handler);
        await vi.waitFor(() => expect(runs).toEqual([at(next)]), soon);
        await stop();
      }
    });

    it('follow a pattern or a zone that was changed', async () => {
      const id = fresh();
      const { runs, handler } = noting();
      await boot().every(id, '30 12 * * *', ZONE, handler);
      await stop();
      await boot().every(id, '30 12 * * *', 'America/Mexico_City', handler);
      await stop();
      vi.setSystemTime(at('12:31'));
      await boot().every(id, '30 12 * * *', 'America/Mexico_City', handler);
      await stop();
      expect(runs).toEqual([]);
      vi.setSystemTime(at('13:31'));
      await boot().every(id, '30 12 * * *', 'America/Mexico_City', handler);
      await vi.waitFor(() => expect(runs).toEqual([at('13:30')]), soon);
    });

    it('go on after a handler that throws', async () => {
      const id = fresh();
      const { runs, handler } = noting();
      const throwing = async (slot: number) => {
        await handler(slot);
        throw new Error('broken');
      };
      await boot().every(id, '*/5 * * * *', ZONE, throwing);
      for (const time of ['10:06', '10:11']) {
        await stop();
        vi.setSystemTime(at(time));
        const before = runs.length;
        await boot().every(id, '*/5 * * * *', ZONE, throwing);
        await vi.waitFor(() => expect(runs.length).toBe(before + 1), soon);
      }
      expect(log.noted.filter(({ event }) => event === 'schedule.failed')).toHaveLength(2);
    });

    it('end those of a group that nobody names any more', async () => {
      const id = fresh();
      const other = id.replace('one', 'other');
      const { runs, handler } = noting();
      const first = boot();
      await first.every(id, '*/5 * * * *', ZONE, handler);
      await first.every(other, '*/5 * * * *', ZONE, async (slot) => void runs.push(-slot));
      await first.keepOnly(id.split('/', 1)[0] ?? '', [id]);
      await stop();
      vi.setSystemTime(at('10:06'));
      await boot().every(id, '*/5 * * * *', ZONE, handler);
      await vi.waitFor(() => expect(runs).toEqual([at('10:05')]), soon);
      expect(log.noted).toEqual([]);
    });

    it('run in whichever process serves their group, whoever declared them', async () => {
      const id = fresh();
      const group = id.split('/', 1)[0] ?? '';
      const other = `${group}/other`;
      const runs: string[] = [];
      const web = boot();
      await web.declare(id, '*/5 * * * *', ZONE);
      await web.declare(other, '*/5 * * * *', ZONE);
      await web.declare(id, '*/5 * * * *', ZONE);
      vi.setSystemTime(at('10:06'));
      await boot().serve(group, async (name, slot) => void runs.push(`${name} ${slot}`));
      await vi.waitFor(
        () => expect(runs.toSorted()).toEqual([`${id} ${at('10:05')}`, `${other} ${at('10:05')}`]),
        soon,
      );
    });

    it('come no more once ended, in any process, and ending what is not there is no fault', async () => {
      const id = fresh();
      const group = id.split('/', 1)[0] ?? '';
      const runs: string[] = [];
      const one = boot();
      await one.declare(id, '*/5 * * * *', ZONE);
      await one.declare(`${group}/stays`, '*/5 * * * *', ZONE);
      const two = boot();
      await two.end(id);
      await two.end(id);
      vi.setSystemTime(at('10:06'));
      await one.serve(group, async (name) => void runs.push(name));
      await vi.waitFor(() => expect(runs).toEqual([`${group}/stays`]), soon);
    });

    it('wait for a run that is under way when they are closed, and tell it to stop', async () => {
      const id = fresh();
      await boot().every(id, '*/5 * * * *', ZONE, async () => {});
      await stop();
      vi.setSystemTime(at('10:06'));
      const seen: string[] = [];
      await boot().every(id, '*/5 * * * *', ZONE, async (_, signal) => {
        seen.push('begun');
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        seen.push('stopped');
      });
      await vi.waitFor(() => expect(seen).toEqual(['begun']), soon);
      await stop();
      expect(seen).toEqual(['begun', 'stopped']);
    });

    it.runIf(processes)('run once where several processes declare the same', async () => {
      const id = fresh();
      const { runs, handler } = noting();
      await Promise.all([1, 2, 3].map(() => boot().every(id, '*/5 * * * *', ZONE, handler)));
      await stop();
      vi.setSystemTime(at('10:11'));
      await Promise.all([1, 2, 3].map(() => boot().every(id, '*/5 * * * *', ZONE, handler)));
      await vi.waitFor(() => expect(runs).toEqual([at('10:05')]), soon);
      await stop();
      expect(runs).toEqual([at('10:05')]);
    });
  });
}
