// Prints what the rule for aux time costs and finds, beside the plain modified z-score: `npm run simulate:aux [days] [seed]`.
import { EQUAL, falseAlarms, power, REALISTIC, type Shares, TIMES_THE_MEDIAN } from './aux-model.ts';

const [days = 20_000, seed = 20_261_121] = process.argv.slice(2).map(Number);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const line = (what: string, { plain, oneDay, lasting }: Shares): string =>
  [what.padEnd(44), ...[plain, oneDay, lasting].map((share) => percent(share).padStart(10))].join('');

console.log(`${days} days, seed ${seed}; 12 agents, lognormal times with σ 0.35\n`);
console.log(
  ['', 'plain z', 'one day', '3 of 5']
    .map((head, index) => (index === 0 ? head.padEnd(44) : head.padStart(10)))
    .join(''),
);
console.log('Days on which somebody innocent is accused');
const costs = [EQUAL, REALISTIC].map((floor) => ({ floor, shares: falseAlarms(floor, days, seed) }));
for (const { floor, shares } of costs) console.log(line(`  six states of ${floor.minutes.join(', ')} min`, shares));
console.log(`Days on which an agent at ${TIMES_THE_MEDIAN} times the median is found`);
const found = [...new Set(REALISTIC.minutes)].map((minutes) => ({
  minutes,
  shares: power(EQUAL, minutes, days, seed),
}));
for (const { minutes, shares } of found) console.log(line(`  in a state of ${minutes} min`, shares));

console.log('  (times the median, yet few minutes over it, is no case: thirty is the least)');

const isFair = costs.every(({ shares }) => shares.lasting <= 0.01);
const isSharp = found.slice(0, 1).every(({ shares }) => shares.lasting >= shares.plain);
console.log(`\nAt most 1 % of days accuse somebody: ${isFair ? 'reached' : 'NOT reached'}`);
console.log(`No less is found in a state of an hour than by the plain rule: ${isSharp ? 'reached' : 'NOT reached'}`);
process.exitCode = isFair && isSharp ? 0 : 1;
