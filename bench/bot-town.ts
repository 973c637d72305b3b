import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { startRedis } from '../test/fixtures/redis-server.ts';
import type { Asked, Bot, Open, Told } from './bot-story.ts';

const here = import.meta.dirname;
const compile = promisify(execFile);
const STARTS_WITHIN_MS = 60_000;

export type Running = {
  /** From the spawn to the first time it was ready, ms. */
  readonly startMs: number;
  /** What the process holds in memory now, MB. */
  readonly memory: () => number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};
export type StartOptions = {
  /** Where Node keeps compiled code between starts; the bare app keeps none, as it was written. */
  readonly temp: string;
  readonly sockets?: 1 | 2;
  /** A file with the message that the `same` bot answers. */
  readonly message?: string;
};
export type Town = {
  /** The bare app and ours; ours on Redis is left out where there is no redis-server. */
  readonly bots: readonly Bot[];
  readonly folder: () => Promise<string>;
  /** A folder with the compiled code that an installation leaves. */
  readonly installed: () => Promise<string>;
  readonly ask: <Kind extends Told['kind']>(asked: Asked, kind: Kind) => Promise<Extract<Told, { kind: Kind }>>;
  readonly start: (bot: Bot, options: StartOptions) => Promise<Running>;
  readonly close: () => Promise<void>;
};

/** Everything the bots need, on loopback, in processes of its own. What was started is ended by `close`, each by its own id. */
export async function openTown(): Promise<Town> {
  const root = await mkdtemp(join(tmpdir(), 'vigia-bench-bot-'));
  const folder = (): Promise<string> => mkdtemp(join(root, 'f-'));
  const redis = await startRedis();
  const world = fork(join(here, 'bot-world.ts'), { execArgv: [] });
  const open = await told(world, 'open');
  const running = new Set<ChildProcess>();

  const start = async (bot: Bot, { temp, sockets = 1, message }: StartOptions): Promise<Running> => {
    const cwd = await folder();
    const env = environment(bot, open, { temp, cwd, sockets, message, redisUrl: redis?.url });
    const file = isBare(bot) ? join(here, 'bot-bare.mjs') : join(here, '../bin/start.mjs');
    const from = performance.now();
    const child = spawn(process.execPath, [file], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    await ready(child, bot);
    const startMs = performance.now() - from;
    const pid = child.pid ?? 0;
    const stop = async (): Promise<void> => {
      running.delete(child);
      await ended(child);
    };
    return { startMs, memory: () => residentOf(pid), pid, stop };
  };

  return {
    bots: redis === null ? ['bare', 'embedded'] : ['bare', 'redis', 'embedded'],
    folder,
    async installed() {
      const temp = await folder();
      await compile(process.execPath, [join(here, '../bin/compile.mjs')], { env: { NODE_COMPILE_CACHE: temp } });
      return temp;
    },
    async ask(asked, kind) {
      world.send(asked);
      return told(world, kind);
    },
    start,
    async close() {
      await Promise.all([...running, world].map(ended));
      await redis?.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

type Surroundings = {
  readonly temp: string;
  readonly cwd: string;
  readonly sockets: number;
  readonly message: string | undefined;
  readonly redisUrl: string | undefined;
};

const isBare = (bot: Bot): boolean => bot === 'bare' || bot === 'same';

function environment(bot: Bot, open: Open, { temp, cwd, sockets, message, redisUrl }: Surroundings): NodeJS.ProcessEnv {
  const slack = {
    PATH: process.env['PATH'],
    TMPDIR: temp,
    SLACK_BOT_TOKEN: open.tokens.bot,
    SLACK_APP_TOKEN: open.tokens.app,
    SLACK_API_URL: open.slack[bot],
  };
  if (isBare(bot)) return { ...slack, SOCKETS: String(sockets), MESSAGE: message };
  return {
    ...slack,
    WOLKVOX_URL: open.wolkvox.url,
    WOLKVOX_TOKEN: open.wolkvox.token,
    NODE_COMPILE_CACHE: temp,
    VIGIA_DATA_DIR: join(cwd, 'data'),
    PORT: '0',
    ...(bot === 'redis' ? { REDIS_URL: redisUrl } : {}),
  };
}

async function told<Kind extends Told['kind']>(
  world: ChildProcess,
  kind: Kind,
): Promise<Extract<Told, { kind: Kind }>> {
  const [message]: Told[] = await once(world, 'message');
  if (message === undefined || !isOf(message, kind)) throw new Error(`the world told ${JSON.stringify(message)}`);
  return message;
}

function isOf<Kind extends Told['kind']>(message: Told, kind: Kind): message is Extract<Told, { kind: Kind }> {
  return message.kind === kind;
}

/** Resolves at the line that says so; the log goes on to be read, so that the pipe never fills. */
async function ready(child: ChildProcess, bot: Bot): Promise<void> {
  const { stdout } = child;
  if (stdout === null) throw new Error('nobody hears the bot');
  const late = AbortSignal.timeout(STARTS_WITHIN_MS);
  await new Promise<void>((resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error(`${bot} is not ready`)));
    child.once('exit', (code) => reject(new Error(`${bot} ended with ${code}`)));
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.includes('"event":"ready"')) resolve();
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exit;
  clearTimeout(patience);
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}
