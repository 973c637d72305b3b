import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALL_MS = 300_000;

export type Clone = {
  readonly folder: string;
  readonly home: string;
  /** What is started here keeps its temporary files there. */
  readonly temporary: string;
  readonly remove: () => void;
};

/**
 * What a stranger has after `git clone` and `npm ci`: the files that git knows, in a folder of their own, and what they depend on: installed
 * anew, or (nothing is fetched then) that of this folder.
 */
export async function clone(root: string, install: boolean): Promise<Clone> {
  const top = await mkdtemp(join(tmpdir(), 'vigia-walk-'));
  const [folder, home, temporary] = [join(top, 'vigia'), join(top, 'home'), join(top, 'tmp')];
  await Promise.all([mkdir(home), mkdir(temporary)]);
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 1e8,
  });
  for (const path of stdout.split('\0').filter((one) => one !== '')) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
  }
  if (install) await run('npm', ['ci', '--prefer-offline'], { cwd: folder, timeout: INSTALL_MS, maxBuffer: 1e8 });
  else await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, home, temporary, remove: () => rmSync(top, { recursive: true, force: true }) };
}
