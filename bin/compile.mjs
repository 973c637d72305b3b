// Compiles what the bot loads, once, after an installation: the first start is then as quick as the later ones. Without it all works too.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCompiled, newEnough, shipped } from './run.mjs';

const root = new URL('../', import.meta.url);
/** What does its work as soon as it is loaded. */
const programs = ['main.ts', 'cli.ts', 'adapters/store/initialise.ts'];
/** The demo and its simulators are no part of the bot. */
const others = /^(?:demo\.ts$|demo\b|simulators\b)/;

const load = () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !programs.includes(file) && !others.test(file))
    .map((file) => new URL(`src/${file}`, root).href);
  const stopped = programs.map((file) => unrun(new URL(`src/${file}`, root).href));
  return Promise.allSettled([...Object.keys(dependencies), ...files, ...stopped].map((name) => import(name)));
};

/** A module that has a program compiled and not run: what stands before it throws first. */
function unrun(program) {
  const source = `import 'data:text/javascript,throw 0'; import ${JSON.stringify(program)};`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

if (newEnough) await loadCompiled(load);
else spawnSync(shipped, [fileURLToPath(import.meta.url)]);
