import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoSchedules } from '../../src/demo/schedules.ts';
import { handClock } from '../fixtures/hand-clock.ts';
import { notingLog } from '../fixtures/quiet-log.ts';

const ZONE = 'America/Bogota';
/** Friday, 20 November 2026. */
const at = (time: string): number => Date.parse(`2026-11-20T${time}-05:00`);

const clock = handClock(at('10:40:30'));
const log = notingLog();
const schedules = demoSchedules(clock, log);
const runs: string[] = [];
const note = async (id: string, slot: number) => void runs.push(`${id} ${new Date(slot).toISOString().slice(11, 16)}`);
const moveTo = async (time: string) => {
  await vi.waitFor(() => expect(clock.waiting).toBe(1));
  clock.move(at(time) - clock.now());
  await vi.waitFor(() => expect(clock.waiting).toBe(1));
  return runs.splice(0);
};

afterEach(() => {
  runs.length = 0;
});

describe('the schedules of the demo', () => {
  it("go by the demo's clock, once for each time, and end when they are told", async () => {
    await schedules.every('own/one', '* * * * *', ZONE, (slot) => note('own', slot));
    await schedules.serve('many', note);
    await schedules.declare('many/a', '42 10 * * 1-5', ZONE);
    await schedules.declare('many/b', '41 10 * * 1-5', ZONE);
    expect(await moveTo('10:40:50')).toEqual([]);
    expect(await moveTo('10:41:00')).toEqual(['own 15:41', 'many/b 15:41']);
    await schedules.declare('many/a', '42 10 * * 1-5', ZONE);
    await schedules.keepOnly('many', ['many/a']);
    expect(await moveTo('10:42:10')).toEqual(['own 15:42', 'many/a 15:42']);
    await schedules.end('own/one');
    expect(await moveTo('10:44:10')).toEqual([]);
  });

  it('log what fails, and stop', async () => {
    await schedules.every('bad/one', '* * * * *', ZONE, () => Promise.reject(new Error('no')));
    expect(await moveTo('10:45:00')).toEqual([]);
    expect(log.noted.map(({ event }) => event)).toEqual(['schedule.failed']);
    await schedules.close();
    expect(clock.waiting).toBe(0);
  });
});
