#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { run } from './run.mjs';

// Loading leaves garbage that a heap which may grow would keep for ever: until the bot is ready V8 collects it early instead.
setFlagsFromString('--optimize-for-size');
await run(import.meta.url, '../src/main.ts');
setFlagsFromString('--no-optimize-for-size');
