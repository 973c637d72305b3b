// Plain JavaScript on purpose: an older Node cannot read the TypeScript of src/, so this finds the one that npm brought.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Whether the Node that runs this can read src/. */
export const newEnough = major > 22 || (major === 22 && minor >= 19);
/** The Node that npm brought, where it brought one. */
export const shipped = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
/** In a folder that only the owner of the installation can write: who writes here decides what runs. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/vigia', import.meta.url));

/**
 * Loads what `load` imports with what Node compiled of it before, and keeps what it compiles now, so that later starts take the types
 * out of nothing; where the folder cannot be written nothing is kept, and nothing else changes.
 */
export async function loadCompiled(load) {
  module.enableCompileCache(compiled);
  await load();
  // A process that is killed later would keep nothing for the next start.
  module.flushCompileCache();
}

/** Runs a program of src/ for the file that calls it. */
export async function run(caller, program) {
  if (newEnough) {
    await loadCompiled(() => import(program));
  } else if (existsSync(shipped)) {
    const child = spawn(shipped, [fileURLToPath(caller), ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  } else {
    process.stderr.write(
      `config.node: Vigía needs Node 22.19 or newer; this is ${process.versions.node}. Run "npm ci" here, or install a newer Node.\n`,
    );
    process.exit(78);
  }
}
