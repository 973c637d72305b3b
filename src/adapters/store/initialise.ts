import { rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { SETTINGS } from './settings.ts';
import { keepWasmSmall } from './small-wasm.ts';

// Run as a process of its own: making a new database peaks at several hundred megabytes, which a process never gives back.
const files = process.argv[2];
if (files === undefined) throw new Error('which directory?');
const draft = `${files}.new`;
await rm(draft, { recursive: true, force: true });
keepWasmSmall();
const db = await PGlite.create({ dataDir: draft, postgresqlconf: [...SETTINGS] });
await db.close();
await rename(draft, files);
