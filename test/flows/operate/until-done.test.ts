import { describe, expect, it, vi } from 'vitest';
import { untilDone } from '../../../src/flows/operate/until-done.ts';
import { handClock } from '../../fixtures/hand-clock.ts';

const MINUTE = 60_000;

function trial(failures: number) {
  const clock = handClock(0);
  const giveUp = new AbortController();
  const seen = { tries: 0, causes: [] as unknown[] };
  const work = async (): Promise<void> => {
    seen.tries += 1;
    if (seen.tries <= failures) throw new Error(`failure ${seen.tries}`);
  };
  untilDone(work, { clock, signal: giveUp.signal, failed: (cause) => seen.causes.push(cause) });
  return { clock, giveUp, seen };
}

describe('what is done until it is done', () => {
  it('is done once where nothing fails', async () => {
    const { clock, seen } = trial(0);
    await vi.waitFor(() => expect(seen.tries).toBe(1));
    clock.move(10 * MINUTE);
    expect(seen).toEqual({ tries: 1, causes: [] });
  });

  it('is tried again a minute after each failure, and each failure is told', async () => {
    const { clock, seen } = trial(2);
    for (const tries of [1, 2]) {
      await vi.waitFor(() => expect(clock.waiting).toBe(1));
      expect(seen.tries).toBe(tries);
      clock.move(MINUTE);
    }
    await vi.waitFor(() => expect(seen.tries).toBe(3));
    expect(seen.causes).toEqual([new Error('failure 1'), new Error('failure 2')]);
    expect(clock.waiting).toBe(0);
  });

  it('is given up where the signal says so', async () => {
    const { clock, giveUp, seen } = trial(9);
    await vi.waitFor(() => expect(clock.waiting).toBe(1));
    giveUp.abort();
    clock.move(MINUTE);
    await vi.waitFor(() => expect(clock.waiting).toBe(0));
    expect(seen.tries).toBe(1);
  });
});
