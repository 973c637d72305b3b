import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Log, Store } from '../../ports.ts';
import { type DirectoryLock, lockDirectory } from './directory-lock.ts';
import { embeddedStore } from './embedded-store.ts';
import { Pool } from './pool.ts';
import { forgetExpired, migrate, tidy } from './schema.ts';
import { SETTINGS } from './settings.ts';
import { keepWasmSmall } from './small-wasm.ts';

const CLEANING_MS = 10 * 60_000;
/** Six hours: rewritten answers take a few megabytes meanwhile, and a table is done within a few hundredths of a second. */
const CLEANINGS_TO_TIDY = 36;
const INITIALISE = fileURLToPath(new URL('./initialise.ts', import.meta.url));

export type Embedded = { readonly store: Store; readonly pool: Pool; readonly close: () => Promise<void> };

/**
 * Opens the embedded engine: files under `dir`, or in memory alone when `dir` is null. One process at a time:
 * `store.locked` with the directory as a fact when another one has it. `seed`: files to start from, in memory only.
 */
export async function openEmbedded(options: {
  readonly dir: string | null;
  readonly log: Log;
  readonly seed?: Blob;
}): Promise<Outcome<Embedded>> {
  const { dir, log, seed } = options;
  if (dir === null) return done(await opened(await openMemory(seed), null, log));
  const root = resolve(dir);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(root);
  if (lock === null) return failed('store.locked', { dir: root });
  try {
    return done(await opened(await openFiles(root, log), lock, log));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openFiles(root: string, log: Log): Promise<PGlite> {
  const files = join(root, 'pg');
  if (!existsSync(files)) {
    log.info('store.initialising', { dir: root });
    await promisify(execFile)(process.execPath, [INITIALISE, files], { env: {} });
  }
  keepWasmSmall();
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ dataDir: files, postgresqlconf: [...SETTINGS] });
}

/** The files of an empty database in memory, tables included, as a seed for the next ones. */
export async function makeSeed(log: Log): Promise<Blob> {
  const db = await openMemory(undefined);
  const { close } = await opened(db, null, log);
  const seed = await db.dumpDataDir('none');
  await close();
  return seed;
}

async function openMemory(seed: Blob | undefined): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ postgresqlconf: [...SETTINGS], ...(seed === undefined ? {} : { loadDataDir: seed }) });
}

async function opened(db: PGlite, lock: DirectoryLock | null, log: Log): Promise<Embedded> {
  const pool = new Pool(db);
  await migrate(pool);
  await forgetExpired(pool);
  let cleanings = 0;
  const clean = async (): Promise<void> => {
    await forgetExpired(pool);
    // The first time soon after the start, so that a bot that is restarted each day is tidied as well.
    if (cleanings % CLEANINGS_TO_TIDY === 0) await tidy(pool);
    cleanings += 1;
  };
  const cleaning = setInterval(() => {
    clean().catch((error: unknown) => log.warn('store.cleaning-failed', { cause: String(error) }));
  }, CLEANING_MS);
  cleaning.unref();
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      clearInterval(cleaning);
      await db.close();
      lock?.release();
    })();
    return closing;
  };
  return { store: embeddedStore(pool, close), pool, close };
}
