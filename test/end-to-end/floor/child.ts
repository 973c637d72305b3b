import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FRIDAY_1040 } from './floor-clock.ts';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The time of the floor's Friday, going on as the machine's does; the same in this process and in its children. */
export const runningNow = (() => {
  const ahead = FRIDAY_1040 - Date.now();
  return () => Date.now() + ahead;
})();

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A process of its own, with nothing of this one's environment but the path; its clock stands where the floor's does. */
export function start(
  script: 'src/cli.ts' | 'src/main.ts',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly said: { out: string; err: string } } {
  const child = spawn(process.execPath, ['--import', './test/end-to-end/floor/child-world.ts', script, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', FLOOR_TIME: String(runningNow()), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(
    ([code]): Ended => ({ code: typeof code === 'number' ? code : null, ...said }),
  );
  return { child, ended, said };
}

/** `vigia …` as it is typed. */
export function vigia(line: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  return start('src/cli.ts', line.split(' ').filter(Boolean), env).ended;
}

/** Waits until the child printed a line that fits, and gives it. */
export function printed(child: ChildProcess, said: { readonly out: string }, fits: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = said.out.split('\n').find((one) => fits.test(one));
      if (line === undefined) return;
      child.stdout?.off('data', look);
      resolve(line);
    };
    child.stdout?.on('data', look);
    child.once('close', () => reject(new Error(`it ended before it said ${fits.source}: ${said.out}`)));
    look();
  });
}
