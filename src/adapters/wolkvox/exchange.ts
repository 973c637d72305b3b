import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Pool } from 'undici';
import type { OnRow } from './rows/body.ts';
import { readRows, type RowsRead } from './rows/read-rows.ts';

/** wolkvox's own limit is 256 MB; one megabyte more lets an answer of just that size pass. */
const LARGEST_ANSWER = 257 * 1024 * 1024;
const LARGEST_ERROR = 1024 * 1024;
const PIECE = { chunkSize: 64 * 1024 };

/** `serverTime`: the Date header, epoch ms. */
export type Exchanged = RowsRead & { readonly status: number; readonly serverTime: number | null };

/**
 * One GET, once: nothing here asks again, since every request counts against the quota. Rows are handed over as they arrive.
 * Rejects with what broke on the wire; `onAnswered` was called before if an answer had begun.
 */
export async function exchange(
  pool: Pool,
  path: string,
  token: string,
  signal: AbortSignal,
  onRow: OnRow,
  onAnswered: () => void,
): Promise<Exchanged> {
  const { statusCode, headers, body } = await pool.request({
    path,
    method: 'GET',
    headers: { 'wolkvox-token': token, accept: 'application/json', 'accept-encoding': 'gzip, br' },
    signal,
  });
  onAnswered();
  const date = Date.parse(String(headers['date'] ?? ''));
  const serverTime = Number.isNaN(date) ? null : date;
  const encoding = String(headers['content-encoding'] ?? '');
  const isWell = statusCode >= 200 && statusCode < 300;
  const read = isWell
    ? await readBody(body, encoding, onRow, LARGEST_ANSWER)
    : await readBody(body, encoding, () => {}, LARGEST_ERROR);
  return { status: statusCode, serverTime, ...read };
}

/** undici's own decompression limits the bytes on the wire, not the decoded ones; zlib's streams let the reader count. */
async function readBody(body: Readable, encoding: string, onRow: OnRow, largest: number): Promise<RowsRead> {
  const found: { read: RowsRead | null } = { read: null };
  const read = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    found.read = await readRows(chunks, onRow, largest);
  };
  try {
    if (encoding === 'gzip') await pipeline(body, createGunzip(PIECE), read);
    else if (encoding === 'br') await pipeline(body, createBrotliDecompress(PIECE), read);
    else await pipeline(body, read);
  } catch (error) {
    // A reader that stops before the end breaks the stream; what it found is the cause.
    if (found.read === null) throw error;
  }
  if (found.read === null) throw new Error('the body was not read');
  return found.read;
}
