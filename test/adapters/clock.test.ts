import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';

describe('systemClock', () => {
  it('counts on in epoch milliseconds', () => {
    const first = systemClock.now();
    expect(first).toBeGreaterThan(Date.UTC(2026, 0, 1));
    expect(systemClock.now()).toBeGreaterThanOrEqual(first);
  });

  it('waits', async () => {
    await systemClock.wait(1);
    await systemClock.wait(0);
    await systemClock.wait(-5);
  });

  it('stops waiting when the signal aborts', async () => {
    const stop = new AbortController();
    const waited = systemClock.wait(60 * 60_000, stop.signal);
    stop.abort();
    await waited;
  });

  it('does not wait at all for a signal that has aborted', async () => {
    await systemClock.wait(60 * 60_000, AbortSignal.abort());
  });

  it('takes a wait longer than a timer can hold', async () => {
    const stop = new AbortController();
    let over = false;
    const waited = systemClock.wait(60 * 24 * 60 * 60_000, stop.signal).then(() => (over = true));
    await systemClock.wait(10);
    expect(over).toBe(false);
    stop.abort();
    await waited;
  });
});
