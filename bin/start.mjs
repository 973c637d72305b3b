#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { run } from './run.mjs';

// Loading is the most garbage the bot ever makes at once, and V8 keeps the space that it grew for it: it may grow once the bot is ready.
setFlagsFromString('--semi-space-growth-factor=1');
await run(import.meta.url, '../src/main.ts');
setFlagsFromString('--semi-space-growth-factor=2');
