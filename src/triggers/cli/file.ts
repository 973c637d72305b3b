import { open } from 'node:fs/promises';
import type { ReadStream, WriteStream } from 'node:fs';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'it exists already; name another, nothing is overwritten',
  EACCES: 'this user may not open it',
  EISDIR: 'it is a folder',
};

/** Opens a file that must be there; rejects before anything is read where it cannot. */
export async function readFrom(path: string): Promise<ReadStream> {
  const file = await open(path, 'r');
  if ((await file.stat()).isDirectory()) {
    await file.close();
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  }
  return file.createReadStream();
}

/** Makes a file that only its owner can read; rejects where one is there. */
export async function writeTo(path: string): Promise<WriteStream> {
  return (await open(path, 'wx', 0o600)).createWriteStream();
}

/** What is wrong with a file that was named, in words; null for an error of another kind. */
export function fileFault(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  return REASONS[cause.code] ?? null;
}
