import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type ProcessIdentity, stillRuns, thisProcess } from './process-identity.ts';

const NAME = /^lock\.(\d+)$/;
/** How often the holder shows that it lives, and how long another watches before it believes that it does not. */
const HEARTBEAT = { everyMs: 1_000, silenceMs: 5_000 };

const holderSchema = z.object({ pid: z.number(), space: z.string(), started: z.string().nullable() });

export type DirectoryLock = { release(): void };

/**
 * Takes the directory for this process, or gives null when another one holds it. Survives `kill -9`: the lock of a process
 * that is gone is taken over. A holder that cannot be looked up (another container) is watched for its heartbeat.
 */
export async function lockDirectory(dir: string, heartbeat = HEARTBEAT): Promise<DirectoryLock | null> {
  for (;;) {
    const last = newestLock(dir);
    if (last !== null && (await holds(last.path, heartbeat.silenceMs))) return null;
    const number = (last?.number ?? 0) + 1;
    const path = join(dir, `lock.${number}`);
    if (!create(path, thisProcess())) continue;
    // Numbers only grow, so a slow taker who comes with an old number finds the newer lock here and steps back.
    if (newestLock(dir)?.number !== number) {
      rmSync(path, { force: true });
      continue;
    }
    for (const old of locks(dir)) if (old.number < number) rmSync(old.path, { force: true });
    return hold(path, heartbeat.everyMs);
  }
}

function hold(path: string, everyMs: number): DirectoryLock {
  let beats = 0;
  const beat = setInterval(() => {
    beats += 1;
    touch(path, beats);
  }, everyMs);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      // Emptied, not deleted: the number must not be given out again.
      if (existsSync(path)) writeFileSync(path, '');
    },
  };
}

/** The heartbeat is a count kept as the file's time of change: nobody's clock matters. */
function touch(path: string, beats: number): void {
  try {
    utimesSync(path, beats, beats);
  } catch {
    // The directory was removed under a running process: nothing is left to guard.
  }
}

async function holds(path: string, silenceMs: number): Promise<boolean> {
  const holder = readHolder(path);
  if (holder === null) return false;
  const runs = stillRuns(holder);
  if (runs !== null) return runs;
  const before = changed(path);
  await pause(silenceMs);
  return changed(path) !== before;
}

function changed(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Links a finished file into place: it appears whole, and for one taker only. */
function create(path: string, identity: ProcessIdentity): boolean {
  const draft = `${path}.${identity.pid}`;
  writeFileSync(draft, JSON.stringify(identity));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function newestLock(dir: string): { number: number; path: string } | null {
  return locks(dir).reduce<{ number: number; path: string } | null>(
    (newest, lock) => (newest === null || lock.number > newest.number ? lock : newest),
    null,
  );
}

function locks(dir: string): { number: number; path: string }[] {
  return readdirSync(dir).flatMap((name) => {
    const number = NAME.exec(name)?.[1];
    return number === undefined ? [] : [{ number: Number(number), path: join(dir, name) }];
  });
}
