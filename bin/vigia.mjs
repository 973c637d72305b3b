#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot read the TypeScript of src/, so this finds the one that npm brought.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const newEnough = major > 22 || (major === 22 && minor >= 19);
const shipped = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (newEnough) {
  await import('../src/cli.ts');
} else if (existsSync(shipped)) {
  const child = spawn(shipped, [fileURLToPath(new URL('../src/cli.ts', import.meta.url)), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} else {
  process.stderr.write(`config.node: Vigía needs Node 22.19 or newer; this is ${process.versions.node}. Run "npm ci" here, or install a newer Node.\n`);
  process.exit(78);
}
