import { describe, expect, it } from 'vitest';
import { dataUntil, isFresh, liveWindow, youngFor } from '../../../src/core/pacing/freshness.ts';

const MINUTE = 60_000;
const at = (time: string): number => Date.parse(`2026-11-20T${time}:00-05:00`);
const today = { from: at('00:00'), to: at('00:00') + 24 * 60 * MINUTE };

describe('freshness', () => {
  it('lasts five minutes and not one millisecond more', () => {
    expect(isFresh(0, 5 * MINUTE - 1, 5 * MINUTE)).toBe(true);
    expect(isFresh(0, 5 * MINUTE, 5 * MINUTE)).toBe(false);
  });

  it('bears a clock elsewhere that is a little ahead', () => {
    expect(isFresh(1_000, 0, 5 * MINUTE)).toBe(true);
  });
});

describe('how young an answer has to be', () => {
  it('is a little less for a check, which comes by the clock', () => {
    expect(youngFor('person', 5 * MINUTE)).toBe(5 * MINUTE);
    expect(youngFor('alert', 5 * MINUTE)).toBe(4.5 * MINUTE);
  });
});

describe('until when the data is complete', () => {
  it('is the last ten-minute mark that was ten minutes old', () => {
    expect(dataUntil(today, at('10:33'), true)).toBe(at('10:20'));
    expect(dataUntil(today, at('10:30'), true)).toBe(at('10:20'));
    expect(dataUntil(today, at('10:29'), true)).toBe(at('10:10'));
  });

  it('is the end of a window that has been over for long enough', () => {
    const morning = { from: at('08:00'), to: at('10:00') };
    expect(dataUntil(morning, at('10:33'), true)).toBe(at('10:00'));
    expect(dataUntil(morning, at('10:05'), true)).toBe(at('09:50'));
  });

  it('is never before the window', () => {
    expect(dataUntil(today, at('00:05'), true)).toBe(today.from);
  });

  it('is the very moment for a real-time answer', () => {
    const now = at('10:33');
    expect(dataUntil(liveWindow(now), now, false)).toBe(now);
    expect(liveWindow(now)).toEqual({ from: at('10:23'), to: now });
  });
});
