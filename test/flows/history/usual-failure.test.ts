import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW } from '../../../src/core/request.ts';
import { usualReader } from '../../../src/flows/history/usual-reader.ts';
import { CATALOG } from '../../../src/reports/catalog.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

describe('a store that does not answer', () => {
  it('leaves the card without a comparison, and is logged', async () => {
    const log = notingLog();
    const gone = () => Promise.reject(new Error('gone'));
    const operation = laneOperation('bogota');
    const read = usualReader({
      history: { day: gone, days: gone, marks: gone, slices: gone },
      holidays: { isHoliday: () => false },
      clock: { now: () => 0, wait: () => Promise.resolve() },
      log,
    });
    const window = { from: 0, to: 1 };
    const fold = CATALOG.agents.fold({ operation, window });
    fold.add({ agent_name: 'ROJAS ANA', calls: '3', cost: '1' });
    const times = { fetchedAt: 1, asOf: 1, fresh: false, requests: 1, zoneOffset: null };
    const found = await read({
      operation,
      report: CATALOG.agents,
      request: {
        report: 'agents',
        operation: 'bogota',
        period: { kind: 'day', date: '2026-11-19' },
        campaign: null,
        view: PLAIN_VIEW,
      },
      answer: { ...fold.finish(), window, windows: [window], ...times },
    });
    expect(found).toEqual({ kind: 'nothing' });
    expect(log.noted).toMatchObject([{ level: 'warn', event: 'usual.failed', fields: { operation: 'bogota' } }]);
  });
});
