import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startSlack } from '../../src/simulators/slack/index.ts';
import { startWolkvox } from '../../src/simulators/wolkvox/index.ts';
import { freePort } from '../fixtures/redis-server.ts';
import { type Image, placed, runSteps } from './run-steps.ts';

const READY_WITHIN_MS = 60_000;
const ENDED_WITHIN_MS = 35_000;

export type Tried = {
  readonly installMs: number;
  readonly readyMs: number;
  readonly endMs: number;
  /** What `/readyz` answered, how the health check ended, how the bot ended after SIGTERM. */
  readonly readyz: number;
  readonly health: number | string | null;
  readonly code: number | null;
  readonly uid: number;
  readonly megabytes: number;
  /** Files that appeared or changed outside of `/tmp` and the volume. */
  readonly written: readonly string[];
};

/** Runs the steps of the Dockerfile in a clean folder and starts what they made against simulators, as the image's user. */
export async function tryImage(context: string, say: (line: string) => void): Promise<Tried> {
  const from = performance.now();
  const image = await runSteps(context, say);
  const now = (): number => Date.now();
  const [slack, wolkvox] = await Promise.all([startSlack({ now }), startWolkvox({ now })]);
  try {
    await closed(image.root, image.user === null);
    const installMs = performance.now() - from;
    const before = await filesOf(image.root);
    const port = await freePort();
    const env = {
      ...inside(image),
      HOST: '127.0.0.1',
      PORT: String(port),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      WOLKVOX_URL: wolkvox.url,
      WOLKVOX_TOKEN: wolkvox.token,
    };
    const as = { cwd: join(image.root, image.workdir), env, ...image.user };
    const [node = '', ...words] = image.command;
    const started = performance.now();
    const bot = spawn(join(image.root, 'usr/local/bin', node), words, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    bot.stderr.setEncoding('utf8').on('data', (text: string) => say(text.trimEnd()));
    const ended = once(bot, 'exit');
    const readyz = await readyAt(port, bot);
    const readyMs = performance.now() - started;
    const [probe = '', ...asked] = image.health;
    const health = await promisify(execFile)(join(image.root, 'usr/local/bin', probe), asked, as).then(
      () => 0,
      ({ code }: { readonly code?: number | string | null }) => code ?? null,
    );
    const told = performance.now();
    bot.kill('SIGTERM');
    const impatience = setTimeout(() => bot.kill('SIGKILL'), ENDED_WITHIN_MS);
    const [code]: (number | null)[] = await ended;
    clearTimeout(impatience);
    const after = await filesOf(image.root);
    return {
      installMs,
      readyMs,
      endMs: performance.now() - told,
      readyz,
      health,
      code: code ?? null,
      uid: image.user?.uid ?? process.getuid?.() ?? 0,
      megabytes: [...before.values()].reduce((sum, { size }) => sum + size, 0) / 1024 / 1024,
      written: [...after].filter(([path, { stamp }]) => before.get(path)?.stamp !== stamp).map(([path]) => path),
    };
  } finally {
    await Promise.all([slack.close(), wolkvox.close()]);
    await image.remove();
  }
}

function inside({ root, env }: Image): Readonly<Record<string, string>> {
  return { PATH: '/usr/bin:/bin', TMPDIR: join(root, 'tmp'), ...placed(root, env) };
}

async function readyAt(port: number, bot: { readonly exitCode: number | null }): Promise<number> {
  const until = performance.now() + READY_WITHIN_MS;
  for (let status = 0; ; ) {
    status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || bot.exitCode !== null || performance.now() > until) return status;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const OPEN = /^(tmp|app\/data)(\/|$)/;

/** Without another user to become, the files themselves are closed: the root of the container is read-only. */
async function closed(root: string, byMode: boolean): Promise<void> {
  await chmod(dirname(root), 0o755);
  if (!byMode) return;
  for (const path of await paths(root)) {
    if (!OPEN.test(path)) await chmod(join(root, path), (await stat(join(root, path))).mode & 0o555);
  }
}

async function paths(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

async function filesOf(root: string): Promise<ReadonlyMap<string, { readonly stamp: string; readonly size: number }>> {
  const wanted = (await paths(root)).filter((path) => !OPEN.test(path) && path !== 'usr/local/bin/node');
  return new Map(
    await Promise.all(
      wanted.map(async (path) => {
        const { mtimeMs, size } = await stat(join(root, path));
        return [path, { stamp: `${mtimeMs} ${size}`, size }] as const;
      }),
    ),
  );
}
