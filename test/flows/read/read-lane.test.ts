import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterAnswer } from '../../../src/core/pacing/circuit.ts';
import { NEW_PACE } from '../../../src/core/pacing/pace.ts';
import { PLAIN_OPERATION } from '../../../src/core/operation.ts';
import { changePace } from '../../../src/flows/read/fetch-pace.ts';
import { laneReader } from '../../../src/flows/read/read-lane.ts';
import type { Store } from '../../../src/ports.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

const NOW = Date.parse('2026-11-20T15:40:00Z');
const clock = { now: () => NOW, wait: () => Promise.resolve() };

describe('what keeps a lane from being asked', () => {
  let store: Store;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ store, close } = await openTestStore());
  });
  afterAll(() => close());

  const readLane = (lane: string) => laneReader({ store, clock, laneIdOf: () => lane })(PLAIN_OPERATION);
  const remember = (lane: string, change: Partial<typeof NEW_PACE>) =>
    changePace(store.documents, lane, (pace) => ({ next: { ...pace, ...change }, value: null }));

  it('is nothing in a lane that was never asked', async () => {
    expect(await readLane('new')).toBeNull();
  });

  it('is the wrong token, also after its rest is over, until a good answer comes', async () => {
    const circuit = afterAnswer(NEW_PACE.circuit, 'wolkvox.token', NOW - 3_600_000);
    await remember('token', { circuit });
    expect(await readLane('token')).toMatchObject({ code: 'wolkvox.token' });
    await remember('token', { circuit: afterAnswer(circuit, null, NOW) });
    expect(await readLane('token')).toBeNull();
  });

  it('is the quota on the day it was used up, until the local midnight', async () => {
    await remember('quota', { usedUpOn: '2026-11-20' });
    expect(await readLane('quota')).toMatchObject({
      code: 'wolkvox.quota',
      retryAt: Date.parse('2026-11-21T05:00:00Z'),
    });
    await remember('quota', { usedUpOn: '2026-11-19' });
    expect(await readLane('quota')).toBeNull();
  });
});
