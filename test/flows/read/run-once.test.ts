import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/core/errors.ts';
import { PLAIN_OPERATION } from '../../../src/core/operation.ts';
import type { Order, RunReport } from '../../../src/flows/read/run-report.ts';
import { runOnce } from '../../../src/flows/read/run-once.ts';
import type { Clock } from '../../../src/ports.ts';

const order: Order = {
  request: {
    report: 'agents',
    operation: PLAIN_OPERATION.id,
    period: { kind: 'day', date: '2026-11-20' },
    campaign: null,
    view: { top: null, by: null, versus: null },
  },
  operation: PLAIN_OPERATION,
  locale: 'es',
  audience: { role: 'viewer', place: 'private', names: 'full', outliersByName: false, agentCosts: false },
  urgency: 'person',
};

function kitchen() {
  let now = Date.parse('2026-11-21T08:00:00-05:00');
  let made = 0;
  const clock: Clock = { now: () => now, wait: async () => {} };
  const run: RunReport = async () => {
    made += 1;
    return { ok: false, problem: problem('wolkvox.unreachable', { made }), last: null };
  };
  return {
    once: runOnce(run, clock),
    made: () => made,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('runOnce', () => {
  it('makes one card for all who ask the same at once', async () => {
    const { once, made } = kitchen();
    const all = await Promise.all(Array.from({ length: 50 }, () => once({ ...order })));
    expect(made()).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  it('makes another for another language, audience or top', async () => {
    const { once, made } = kitchen();
    await Promise.all([
      once(order),
      once({ ...order, locale: 'en' }),
      once({ ...order, audience: { ...order.audience, agentCosts: true } }),
      once({ ...order, request: { ...order.request, view: { ...order.request.view, top: 3 } } }),
    ]);
    expect(made()).toBe(4);
  });

  it('keeps no failure for those who ask after it', async () => {
    const { once, made } = kitchen();
    await once(order);
    await once(order);
    expect(made()).toBe(2);
  });

  it('makes a new one a second later', async () => {
    const { once, made, pass } = kitchen();
    const first = once(order);
    pass(1_000);
    await Promise.all([first, once(order)]);
    expect(made()).toBe(2);
  });

  it('holds on to no card that nobody can join any more', async () => {
    const clock = { at: 0, now: () => clock.at, wait: async () => {} };
    const made: WeakRef<object>[] = [];
    const once = runOnce(async () => {
      const shown = { ok: true, value: Object.create(null) } as const;
      made.push(new WeakRef(shown));
      return shown;
    }, clock);
    for (let top = 1; top <= 50; top += 1) {
      await once({ ...order, request: { ...order.request, view: { ...order.request.view, top } } });
      clock.at += 1_000;
    }
    setFlagsFromString('--expose-gc');
    await new Promise((resolve) => setImmediate(resolve));
    runInNewContext('gc')();
    expect(made.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(2);
  });
});
