import { openLanes } from '../../../src/adapters/bullmq/lanes.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import { openEmbedded } from '../../../src/adapters/store/embedded.ts';
import { openWolkvox } from '../../../src/adapters/wolkvox/open-wolkvox.ts';
import { dayCloser } from '../../../src/flows/history/close-day.ts';
import { laneWorker } from '../../../src/flows/read/fetch-in-lane.ts';
import { historyFiller } from '../../../src/flows/history/fill-history.ts';
import { quotaReader } from '../../../src/flows/read/read-quota.ts';
import { reportReader } from '../../../src/flows/read/read-report.ts';
import { CATALOG, reportOf } from '../../../src/reports/catalog.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { BOGOTA } from './history-operation.ts';

// A process of its own that closes the day and fills the history, without the pauses that the schedule makes between steps.
const [dir = '', url = '', token = ''] = process.argv.slice(2);
const log = notingLog();
const opened = await openEmbedded({ dir, log });
if (!opened.ok) throw new Error(opened.problem.code);
const { store, pool } = opened.value;
const clock = systemClock;
const laneIdOf = () => 'lane';
const metrics = { count: () => {}, gauge: () => {}, observe: () => {}, text: async () => '' };
const wolkvox = openWolkvox({
  servers: () => ({ baseUrl: url, token }),
  endpoints: (report) => reportOf(report).endpoint,
  clock,
  log,
});
const lanes = openLanes({ engine: { kind: 'embedded', pool }, clock, log, laneIdOf, lockMs: 600 });
const common = { store, wolkvox, lanes, clock, log, metrics, random: Math.random, laneIdOf, reports: CATALOG };
await lanes.serve(BOGOTA, laneWorker(common)(BOGOTA));
const parts = { ...common, readReport: reportReader(common), readQuota: quotaReader(common) };
process.stdout.write('begun\n');
await dayCloser(parts)(BOGOTA);
for (;;) {
  // A filler of its own for each step: one that waits would only come back after minutes.
  const filled = await historyFiller(parts)(BOGOTA);
  if (filled?.asked === 0) break;
}
process.stdout.write('done\n');
await lanes.close();
await wolkvox.close();
await opened.value.close();
