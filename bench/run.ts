// Prints a table of ratios measured in one run: each case in a process of its own, in turns, medians of several runs.
// `npm run bench -- <words>` measures only the entries whose title has one of the words.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { ENTRIES } from './entries.ts';
import type { Case, Entry, Measured } from './entry.ts';

const run = promisify(execFile);
/** What the cases said beside their figures, such as why something is left out. */
const remarks = new Set<string>();

async function measure({ name, file, arguments: given }: Case): Promise<Readonly<Record<string, Measured>>> {
  const { stdout, stderr } = await run(process.execPath, ['--expose-gc', file, ...given], { maxBuffer: 1024 * 1024 });
  for (const line of stderr.split('\n').filter(Boolean)) remarks.add(line);
  const printed: unknown = JSON.parse(stdout);
  if (typeof printed !== 'object' || printed === null) throw new Error(`${file} printed no figures`);
  const named = Object.values(printed).some((value) => typeof value === 'object') ? printed : { [name]: printed };
  return Object.fromEntries(Object.entries(named).map(([of, figures]) => [of, numbersOf(figures)]));
}

function numbersOf(figures: object): Measured {
  return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, Number(value)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function mediansOf(all: readonly Measured[]): Measured {
  const figures = Object.keys(all[0] ?? {});
  return Object.fromEntries(figures.map((figure) => [figure, median(all.map((each) => each[figure] ?? Number.NaN))]));
}

async function measureEntry({ title, runs, prepare, cases, lines }: Entry): Promise<boolean> {
  console.log(`\n${title}`);
  const remove = await prepare();
  const all = new Map<string, Measured[]>();
  for (let turn = 0; turn < runs; turn += 1) {
    for (const each of cases) {
      for (const [name, figures] of Object.entries(await measure(each))) {
        all.set(name, [...(all.get(name) ?? []), figures]);
      }
    }
  }
  await remove();
  for (const remark of remarks) console.log(`    ${remark}`);
  remarks.clear();
  const medians = Object.fromEntries([...all].map(([name, measured]) => [name, mediansOf(measured)]));
  for (const [name, figures] of Object.entries(medians)) {
    const said = Object.entries(figures).map(([figure, value]) => `${figure} ${value.toFixed(1)}`);
    console.log(`    ${name.padEnd(10)} ${said.join('   ')}`);
  }
  const reached = lines.map((line) => {
    const value = line.value(medians);
    if (Number.isNaN(value)) {
      console.log(`  ${line.what.padEnd(28)} left out`);
      return true;
    }
    const isReached = line.reached(value);
    const verdict = isReached ? 'reached' : 'NOT reached';
    console.log(
      `  ${line.what.padEnd(28)} ${line.shown(value).padStart(9)}${line.target === null ? '' : `   target ${line.target.padEnd(10)} ${verdict}`}`,
    );
    return isReached;
  });
  return reached.every(Boolean);
}

const wanted = process.argv.slice(2);
const entries = ENTRIES.filter(({ title }) => wanted.length === 0 || wanted.some((word) => title.includes(word)));
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} processors; medians, each run in its own process`,
);
let allReached = true;
for (const entry of entries) allReached = (await measureEntry(entry)) && allReached;
process.exitCode = allReached ? 0 : 1;
