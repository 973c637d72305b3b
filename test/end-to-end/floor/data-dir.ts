import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { openEmbedded } from '../../../src/adapters/store/embedded.ts';
import { newestSchema } from '../../../src/adapters/store/schema.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

/** A data directory with an empty store in it: making one takes seconds, so that the first is kept and copied. */
export async function freshDataDir(): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'vigia-floor-'));
  await cp(await pattern(), join(dir, 'pg'), { recursive: true });
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function pattern(): Promise<string> {
  const home = join(tmpdir(), `vigia-test-${process.getuid?.() ?? 0}`);
  const made = join(home, `pg-${manifest.dependencies['@electric-sql/pglite']}-${newestSchema()}`);
  if (await isThere(made)) return made;
  await mkdir(home, { recursive: true });
  const draft = await mkdtemp(join(home, 'draft-'));
  const opened = await openEmbedded({ dir: draft, log: notingLog() });
  if (!opened.ok) throw new Error(opened.problem.code);
  await opened.value.close();
  await rename(join(draft, 'pg'), made).catch(async (error: unknown) => {
    // Another test file was faster.
    if (!(await isThere(made))) throw error;
  });
  await rm(draft, { recursive: true, force: true });
  return made;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
