import { openLanes } from '../../../src/adapters/bullmq/lanes.ts';
import { systemClock } from '../../../src/adapters/clock.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

// A process of its own that serves one lane: says when it starts a job, and ends that job or hangs on it as it was told.
const [url = '', id = '', how = 'end'] = process.argv.slice(2);
const lanes = openLanes({
  engine: { kind: 'redis', url },
  clock: systemClock,
  log: notingLog(),
  laneIdOf: (operation) => operation.id,
  lockMs: 1_000,
});
await lanes.serve(laneOperation(id), async (payload) => {
  process.stdout.write(`started ${String(payload)}\n`);
  if (how === 'hang') await new Promise(() => {});
  await systemClock.wait(20);
  process.stdout.write(`ended ${String(payload)}\n`);
  return `by ${process.pid}`;
});
process.stdout.write('serving\n');
