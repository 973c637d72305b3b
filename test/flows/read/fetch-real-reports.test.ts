import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_AUX } from '../../../src/core/operation.ts';
import { REPORT_IDS } from '../../../src/core/request.ts';
import { reportReader } from '../../../src/flows/read/read-report.ts';
import { summarySchema } from '../../../src/reports/aux/summary.ts';
import { CATALOG } from '../../../src/reports/catalog.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { clientOf, HOUR, type MovedClock, movedClock, operationOf } from '../../adapters/wolkvox/wolkvox-fixture.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { directLanes, portsOf } from './fetch-fixture.ts';

const midnight = Date.parse('2026-11-20T00:00:00-05:00');
const window = { from: midnight - 24 * HOUR, to: midnight };

describe('a week that goes on', () => {
  it('allows for the days that have begun, not for those to come', async () => {
    const clock = movedClock();
    const simulator = await startWolkvox({ now: () => clock.now() });
    const embedded = await openTestStore();
    const wolkvox = clientOf(simulator.url, simulator.token, clock);
    const ports = { ...portsOf(embedded.store, wolkvox, clock), reports: CATALOG };
    const read = reportReader({ ...ports, lanes: directLanes(ports) });
    const operation = operationOf({ aux: { ...DEFAULT_AUX, allowances: { almuerzo: 3_600 } } });
    const monday = midnight - 4 * 24 * HOUR;
    const week = { from: monday, to: monday + 7 * 24 * HOUR };
    const answer = await read({ operation, report: 'aux', window: week, campaign: null, urgency: 'person' });
    if (!answer.ok) throw new Error(answer.problem.code);
    const { states } = summarySchema.parse(answer.value.sealed.summary);
    const lunch = states.find(({ key }) => key === 'almuerzo')?.verdict;
    expect(lunch).toMatchObject({ kind: 'allowance', allowed: 5 * 3_600 });
    await wolkvox.close();
    await embedded.close();
    await simulator.close();
  });
});

describe('the five reports, read from a wolkvox', () => {
  let simulator: WolkvoxSimulator;
  let clock: MovedClock;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    clock = movedClock();
    simulator = await startWolkvox({ now: () => clock.now() });
    closing.push(simulator.close);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it.each([{ malformed: false }, { malformed: true }, { pretty: true }, { gzip: true }])(
    'count every row that came, used or not: %o',
    async (habit) => {
      Object.assign(simulator.scenario, { malformed: false, pretty: false, gzip: false }, habit);
      const embedded = await openTestStore();
      const wolkvox = clientOf(simulator.url, simulator.token, clock);
      const ports = { ...portsOf(embedded.store, wolkvox, clock), reports: CATALOG };
      const read = reportReader({ ...ports, lanes: directLanes(ports) });
      for (const report of REPORT_IDS) {
        const answer = await read({ operation: operationOf(), report, window, campaign: 'all', urgency: 'person' });
        if (!answer.ok) throw new Error(answer.problem.code);
        const { rows, sealed } = answer.value;
        const skipped = Object.values(rows.skipped).reduce((sum, count) => sum + count, 0);
        expect(rows.used).toBeGreaterThan(0);
        expect(rows.used + skipped).toBe(rows.read);
        if ('malformed' in habit && habit.malformed) expect(rows.skipped.unreadable).toBeGreaterThan(0);
        expect(CATALOG[report].opens(sealed)).toBe(true);
      }
      await wolkvox.close();
      await embedded.close();
    },
  );
});
