import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';

describe('systemClock', () => {
  it('counts on in epoch milliseconds', () => {
    const first = systemClock.now();
    expect(first).toBeGreaterThan(Date.UTC(2026, 0, 1));
    expect(systemClock.now()).toBeGreaterThanOrEqual(first);
  });

  it('waits until its time has come, which what is over already has', async () => {
    const ended: string[] = [];
    const waits = [['later', 20] as const, ['now', 0] as const, ['before', -5] as const].map(([name, ms]) =>
      systemClock.wait(ms).then(() => ended.push(name)),
    );
    await Promise.resolve();
    expect(ended).not.toContain('later');
    await Promise.all(waits);
    expect(ended.at(-1)).toBe('later');
  });

  it('stops waiting when the signal aborts', async () => {
    const stop = new AbortController();
    const waited = systemClock.wait(60 * 60_000, stop.signal);
    stop.abort();
    await expect(waited).resolves.toBeUndefined();
  });

  it('does not wait at all for a signal that has aborted', async () => {
    await expect(systemClock.wait(60 * 60_000, AbortSignal.abort())).resolves.toBeUndefined();
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
