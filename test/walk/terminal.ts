import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Clone } from './clone.ts';

const ENDS_WITHIN_MS = 35_000;

export type Typed = {
  /** Resolves with what the pattern found in what was printed so far; rejects where the command ends before. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Ctrl+C, and the end of it; throws where it has to be killed. */
  readonly interrupt: () => Promise<void>;
  /** How it ends by itself. */
  readonly ends: Promise<number | null>;
  readonly printed: () => string;
};

/** Types a command in the clone, as somebody does whose environment has nothing of ours in it. */
export function type(
  { folder, home, temporary }: Clone,
  line: string,
  env: Readonly<Record<string, string>> = {},
): Typed {
  const [command = '', ...words] = line.split(' ');
  const { PATH } = process.env;
  const child = spawn(command, words, {
    cwd: folder,
    env: { PATH, HOME: home, TMPDIR: temporary, npm_config_update_notifier: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in a terminal reaches npm and what npm started.
    detached: true,
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const listener of listeners) listener();
    });
  }
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // It ended meanwhile.
    }
  };
  const orphaned = () => signal('SIGKILL');
  process.once('exit', orphaned);
  const ends = once(child, 'close').then(([code]: (number | null)[]) => {
    process.removeListener('exit', orphaned);
    return code ?? null;
  });
  return {
    ends,
    printed: () => printed,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(printed);
          if (found === null) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        void ends.then((code) => reject(new Error(`${line} ended with ${code}:\n${printed}`)));
      }),
    async interrupt() {
      signal('SIGINT');
      let killed = false;
      const impatience = setTimeout(() => {
        killed = true;
        signal('SIGKILL');
      }, ENDS_WITHIN_MS);
      await ends;
      clearTimeout(impatience);
      if (killed) throw new Error(`${line} did not end by itself:\n${printed}`);
    },
  };
}
