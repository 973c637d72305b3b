// A day of the simulated operation with bad hours planted in it, replayed in minutes: what came, beside what was planted.
import { alertDay } from '../test/end-to-end/alerts/alert-day.ts';

const startedAt = performance.now();
const { planted, came, precision, recall, requests, open } = await alertDay((line) => console.log(line));
const share = (value: number): string => `${Math.round(value * 100)} %`;
console.log('\nplanted');
for (const one of planted) {
  const found = came.filter(({ of }) => of === one);
  console.log(
    `  ${one.from}–${one.to} ${one.rule.padEnd(12)} ${found.length === 0 ? 'MISSED' : found.map(({ at }) => at).join(', ')}  ${one.what}`,
  );
}
const most = planted.reduce((sum, one) => sum + one.most, 0);
console.log(
  `\ncards ${came.length} of at most ${most}   precision ${share(precision)}   recall ${share(recall)}   still open at closing ${open.length}`,
);
console.log(`requests of the day ${requests}   replayed in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
process.exitCode = recall === 1 && came.length <= most ? 0 : 1;
process.exit();
