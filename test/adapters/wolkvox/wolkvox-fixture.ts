import { openWolkvox, type Patience } from '../../../src/adapters/wolkvox/open-wolkvox.ts';
import { type Operation, PLAIN_OPERATION } from '../../../src/core/operation.ts';
import type { Clock, Wolkvox } from '../../../src/ports.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

export const NOW = Date.parse('2026-11-20T10:33:00-05:00');
export const HOUR = 60 * 60_000;
export const MINUTE = 60_000;

/** A clock that only moves when it is told to, or when somebody waits. */
export type MovedClock = Clock & { readonly move: (ms: number) => void; readonly waits: number[] };

export function movedClock(start = NOW): MovedClock {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    move: (ms) => {
      now += ms;
    },
    wait: async (ms) => {
      waits.push(ms);
      now += Math.max(0, ms);
    },
  };
}

export const operationOf = (overrides: Partial<Operation> = {}): Operation => ({
  ...PLAIN_OPERATION,
  id: 'bogota',
  name: 'Operación Bogotá',
  currency: 'COP',
  licences: 10,
  country: 'CO',
  ...overrides,
});

export function clientOf(baseUrl: string, token: string, clock: Clock, patience?: Patience): Wolkvox {
  return openWolkvox({
    servers: () => ({ baseUrl, token }),
    endpoints: (report) => reportOf(report).endpoint,
    clock,
    log: notingLog(),
    ...(patience === undefined ? {} : { patience }),
  });
}
