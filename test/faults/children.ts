import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Loading is most of what a child does: what was compiled is kept. */
const COMPILED = join(tmpdir(), `vigia-test-${process.getuid?.() ?? 0}`, 'compiled');
const FILE = fileURLToPath(new URL('digest-child.ts', import.meta.url));

/** What a child is told at its start. `times`: how much faster its clock runs; 0: waiting takes no time. */
export type Told = {
  readonly apiUrl: string;
  readonly token: string;
  readonly store: string;
  readonly now: number;
  readonly times: number;
  /** How long another's intent must not move, by the child's clock. */
  readonly unmovedMs?: number;
};

export type Child = {
  /** Opens the store and finishes what others began. */
  readonly begin: (told: Told) => Promise<void>;
  /** Runs a slot: resolves once it began; `done` resolves once it is over, or the process is. */
  readonly run: (id: string, at: number) => Promise<{ readonly done: Promise<'done' | 'gone'> }>;
  readonly kill: () => Promise<void>;
};

/** A process that posts digests; it loads while others still work. */
export function spawnChild(): Child {
  const child: ChildProcess = fork(FILE, [], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = new Set<string>();
  child.on('message', (what) => {
    if (typeof what === 'string') said.add(what);
  });
  const gone = once(child, 'exit').then(() => 'gone' as const);
  const hears = async (what: string): Promise<void> => {
    while (!said.delete(what)) {
      if ((await Promise.race([once(child, 'message'), gone])) === 'gone')
        throw new Error(`the child ended before it said ${what}`);
    }
  };
  return {
    async begin(told) {
      await hears('here');
      child.send(told);
      await hears('ready');
    },
    async run(id, at) {
      child.send({ run: id, at });
      await hears('begun');
      const done = hears('done').then(
        () => 'done' as const,
        () => 'gone' as const,
      );
      return { done };
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
