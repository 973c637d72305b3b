import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ADDRESS = /Vigía, demo: (http:\/\/127\.0\.0\.1:\d+\/)/;

export type Demo = {
  readonly url: string;
  /** What the process said so far. */
  readonly said: () => { readonly out: string; readonly err: string };
  /** Where it keeps what it keeps while it runs. */
  readonly temporary: string;
  /** Ends it as Ctrl+C does, and gives how it ended. */
  readonly interrupt: () => Promise<number | null>;
  readonly close: () => Promise<void>;
};

/** The demo as somebody starts it, in a process of its own; its own temporary directory, so that one can see what it leaves. */
export async function startDemo(port = '0'): Promise<Demo> {
  const temporary = mkdtempSync(join(tmpdir(), 'vigia-page-'));
  const env = { ...process.env, PORT: port, TMPDIR: temporary, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['src/demo.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said = { out: '', err: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      const address = ADDRESS.exec(said.out)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then((code) => reject(new Error(`the demo ended with ${code}: ${said.err}`)));
  });
  const interrupt = () => {
    child.kill('SIGINT');
    return ended;
  };
  return {
    url,
    said: () => ({ ...said }),
    temporary,
    interrupt,
    close: async () => {
      await interrupt();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
