import { execFile } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ignoredBy, stagesOf } from './dockerfile.ts';

const run = promisify(execFile);
const STEP_MS = 180_000;

/** What the image would hold and how it would be started, in a folder of this machine. */
export type Image = {
  /** Stands for `/` of the image. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: { readonly uid: number; readonly gid: number } | null;
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly remove: () => Promise<void>;
};

type Unfinished = Omit<Image, 'remove'>;

/** The user of the image that the Dockerfile calls `node`; null where this process may not become another. */
function userOf(name: string): Image['user'] {
  return name === 'node' && process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : null;
}

/**
 * Does what the Dockerfile says without an engine: each stage is a folder, `/app` its place in there, and the Node of this process stands
 * for the one of the base image. What is copied is what .dockerignore lets in. `say` hears each step.
 */
export async function runSteps(context: string, say: (step: string) => void): Promise<Image> {
  const top = await mkdtemp(join(tmpdir(), 'vigia-image-'));
  await chmod(top, 0o755);
  const ignored = ignoredBy(await readFile(join(context, '.dockerignore'), 'utf8'));
  const stages = stagesOf(await readFile(join(context, 'Dockerfile'), 'utf8'));
  const folders = new Map<string, string>();
  const empty: Unfinished = { root: top, workdir: '/', env: {}, user: null, command: [], health: [] };
  let last = empty;
  for (const [at, { name, instructions }] of stages.entries()) {
    const root = join(top, name || `stage-${at}`);
    await mkdir(join(root, 'tmp'), { recursive: true });
    await chmod(join(root, 'tmp'), 0o777);
    await mkdir(join(root, 'usr/local/bin'), { recursive: true });
    await copyFile(process.execPath, join(root, 'usr/local/bin/node'), constants.COPYFILE_FICLONE);
    folders.set(name || String(at), root);
    let stage: Unfinished = { ...empty, root };
    for (const { keyword, rest } of instructions) {
      say(`${keyword} ${rest.slice(0, 110)}`);
      stage = await step(stage, keyword, rest, { context, ignored, folders });
    }
    last = stage;
  }
  return { ...last, remove: () => rm(top, { recursive: true, force: true }) };
}

type Surroundings = {
  readonly context: string;
  readonly ignored: (path: string) => boolean;
  readonly folders: ReadonlyMap<string, string>;
};

async function step(stage: Unfinished, keyword: string, rest: string, around: Surroundings): Promise<Unfinished> {
  const cwd = join(stage.root, stage.workdir);
  switch (keyword) {
    case 'WORKDIR':
      await mkdir(join(stage.root, rest), { recursive: true });
      return { ...stage, workdir: rest };
    case 'ENV': {
      const pairs = rest
        .split(/\s+/)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
      return { ...stage, env: { ...stage.env, ...Object.fromEntries(pairs) } };
    }
    case 'COPY':
      await copy(cwd, rest, around);
      return stage;
    case 'RUN': {
      const owner = userOf('node') ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
      const here = rest
        .replaceAll(/(?<=\s)\/app\b/g, join(stage.root, 'app'))
        .replaceAll('node:node', `${owner.uid}:${owner.gid}`);
      // The cache here is the machine's, not one of the image.
      const ofImage = here.replace('npm cache clean --force', 'true');
      const env = buildEnv(stage);
      await run('/bin/sh', ['-euc', ofImage], { cwd, env, ...stage.user, timeout: STEP_MS, maxBuffer: 1e8 });
      return stage;
    }
    case 'USER':
      return { ...stage, user: userOf(rest) };
    case 'CMD':
      return { ...stage, command: strings(rest) };
    case 'HEALTHCHECK':
      return { ...stage, health: strings(rest.slice(rest.indexOf('CMD') + 3)) };
    case 'VOLUME':
    case 'EXPOSE':
    case 'STOPSIGNAL':
      return stage;
    default:
      throw new Error(`this script does not know what ${keyword} does: teach it`);
  }
}

/** npm keeps what it has fetched before; the network is asked for the rest alone. */
function buildEnv({ root, env, user }: Unfinished): NodeJS.ProcessEnv {
  const PATH = `${join(root, 'usr/local/bin')}:${process.env['PATH'] ?? ''}`;
  const HOME = user === null ? process.env['HOME'] : join(root, 'tmp');
  const npm = Object.entries(process.env).filter(([name]) => /^npm_config_(registry|cache|userconfig)$/i.test(name));
  return { PATH, HOME, ...Object.fromEntries(npm), npm_config_prefer_offline: 'true', ...placed(root, env) };
}

/** The environment of the image, its absolute paths taken into the folder that stands for its root. */
export function placed(root: string, env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.startsWith('/') ? join(root, value) : value]),
  );
}

async function copy(cwd: string, rest: string, { context, ignored, folders }: Surroundings): Promise<void> {
  const words = rest.split(/\s+/);
  const flag = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop() ?? '.';
  const from = flag === undefined ? context : folders.get(flag);
  if (from === undefined) throw new Error(`COPY from a stage that is not there: ${rest}`);
  const wanted = (source: string) => flag !== undefined || !ignored(relative(context, source));
  for (const path of paths) {
    const source = join(from, path);
    const into = target.endsWith('/') && paths.length > 1 ? join(cwd, target, path) : join(cwd, target);
    await mkdir(dirname(into), { recursive: true });
    await cp(source, into, { recursive: true, filter: wanted, verbatimSymlinks: true });
  }
}

/** The list of words that a CMD in the form of exec holds. */
function strings(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json.trim());
  if (!Array.isArray(parsed)) throw new Error(`not a list: ${json}`);
  return parsed.map(String);
}
