import { fileURLToPath } from 'node:url';
import { clone } from './clone.ts';
import { walkAlone } from './walk-alone.ts';
import { walkDemo } from './walk-demo.ts';

const BOUND_MS = 6 * 60_000;
const install = process.argv.includes('--install');
const started = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const note = (did: string, saw: string) => {
  const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(6);
  say(`${seconds} s  ${did}\n          ${saw.replaceAll(/\s+/g, ' ')}`);
};

const bound = setTimeout(() => {
  say(`not done after ${BOUND_MS / 60_000} minutes`);
  process.exit(1);
}, BOUND_MS);

const copy = await clone(fileURLToPath(new URL('../../', import.meta.url)), install);
process.once('exit', copy.remove);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  note(install ? 'git clone, npm ci' : 'git clone (dependencies of this folder; with --install: npm ci)', copy.folder);
  await walkDemo(copy, { byTheClock: true }, note);
  await walkAlone(copy, note);
  say('The walk is done.');
} finally {
  clearTimeout(bound);
}
