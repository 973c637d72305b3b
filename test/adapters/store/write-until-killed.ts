import { openEmbedded } from '../../../src/adapters/store/embedded.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

// A process of its own that writes documents into a directory and says each one that was acknowledged, until it is killed.
const opened = await openEmbedded({ dir: process.argv[2] ?? '', log: notingLog() });
if (!opened.ok) {
  process.stdout.write(`${opened.problem.code} ${String(opened.problem.facts['dir'])}\n`);
  process.exit(75);
}
for (let n = 0; ; n += 1) {
  await opened.value.store.documents.put('kept', `n${n}`, n);
  await opened.value.store.counters.add('kept', 1, Date.UTC(2099, 0, 1));
  process.stdout.write(`n${n}\n`);
}
