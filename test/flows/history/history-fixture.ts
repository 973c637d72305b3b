import { openWolkvox } from '../../../src/adapters/wolkvox/open-wolkvox.ts';
import type { Operation } from '../../../src/core/operation.ts';
import type { HistoryParts } from '../../../src/flows/history/history-jobs.ts';
import { historyReader } from '../../../src/flows/history/history-reader.ts';
import { DAYS, MARKS, SLICES } from '../../../src/flows/history/history-records.ts';
import { auditor } from '../../../src/flows/operate/audit.ts';
import { quotaReader } from '../../../src/flows/read/read-quota.ts';
import { reportReader } from '../../../src/flows/read/read-report.ts';
import type { Store } from '../../../src/ports.ts';
import { CATALOG, reportOf } from '../../../src/reports/catalog.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { type FloorClock, floorClock } from '../../end-to-end/floor/floor-clock.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { directLanes, portsOf } from '../read/fetch-fixture.ts';
import { handSchedules } from '../../fixtures/hand-schedules.ts';

export type Past = HistoryParts & {
  readonly clock: FloorClock;
  readonly wolkvox: WolkvoxSimulator;
  readonly schedules: ReturnType<typeof handSchedules>;
  readonly reader: ReturnType<typeof historyReader>;
  /** Questions for reports that wolkvox was asked since the last look. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

/** An operation that works from 7 to 19 on weekdays and whose requests follow each other at once. */
export const BOGOTA: Operation = {
  ...laneOperation('bogota'),
  hours: 'mon-fri 07:00-19:00',
  licences: 10,
  pacing: { inFlight: 1, spacingMs: 0, freshnessMs: 5 * 60_000 },
};

/** The flows of the history over a simulated wolkvox and an empty store, on a clock that only the test moves. */
export async function openPast(start: string, reports = CATALOG): Promise<Past> {
  const clock = floorClock(Date.parse(`${start}-05:00`));
  const [wolkvox, { store }] = await Promise.all([startWolkvox({ now: () => clock.now() }), openTestStore()]);
  const client = openWolkvox({
    servers: () => ({ baseUrl: wolkvox.url, token: wolkvox.token }),
    endpoints: (report) => reportOf(report).endpoint,
    clock,
    log: portsOf(store, noWolkvox, clock).log,
  });
  const ports = { ...portsOf(store, client, clock), reports };
  const lanes = directLanes(ports);
  const common = { ...ports, lanes };
  return {
    ...common,
    readReport: reportReader(common),
    readQuota: quotaReader(common),
    audit: auditor(ports),
    schedules: handSchedules(),
    reader: historyReader({ store, reports }),
    clock,
    wolkvox,
    asked: () => {
      const count = wolkvox.log.length;
      wolkvox.clearLog();
      return count;
    },
    close: async () => {
      await client.close();
      await Promise.all([wolkvox.close(), store.close()]);
    },
  };
}

const noWolkvox = {
  ask: () => Promise.reject(new Error('not here')),
  close: async () => {},
};

/** All that is kept, word for word; `revisions` also says what was written again. */
export async function dump({ documents }: Store, revisions = false): Promise<readonly unknown[]> {
  const all = await Promise.all(
    [DAYS, MARKS, SLICES].map(async (collection) =>
      (await documents.list(collection)).map(({ key, value, revision }) => ({
        collection,
        key,
        value,
        ...(revisions ? { revision } : {}),
      })),
    ),
  );
  return all.flat();
}
