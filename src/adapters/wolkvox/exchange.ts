import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Pool } from 'undici';
import { BadBody, type BodyFault, type Envelope, type OnRow } from './rows/body.ts';
import { openRowReader } from './rows/row-reader.ts';

/** wolkvox's own limit is 256 MB; one megabyte more lets an answer of just that size pass. */
const LARGEST_ANSWER = 257 * 1024 * 1024;
const LARGEST_ERROR = 1024 * 1024;
const PAUSE_EVERY = 1024 * 1024;

/** `serverTime`: the Date header, epoch ms. `bytes`: decoded. */
export type Exchanged = {
  readonly status: number;
  readonly envelope: Envelope | null;
  readonly fault: BodyFault | null;
  readonly rows: number;
  readonly bytes: number;
  readonly serverTime: number | null;
};

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
  const {
    statusCode: status,
    headers,
    body,
  } = await pool.request({
    path,
    method: 'GET',
    headers: { 'wolkvox-token': token, accept: 'application/json', 'accept-encoding': 'gzip, br' },
    signal,
  });
  onAnswered();
  const date = Date.parse(String(headers['date'] ?? ''));
  const serverTime = Number.isNaN(date) ? null : date;
  const isWell = status >= 200 && status < 300;
  const take = isWell ? { onRow, largest: LARGEST_ANSWER } : { onRow: () => {}, largest: LARGEST_ERROR };
  const read = await readBody(body, String(headers['content-encoding'] ?? ''), take.onRow, take.largest);
  return { status, serverTime, ...read };
}

type Read = Pick<Exchanged, 'envelope' | 'fault' | 'rows' | 'bytes'>;

async function readBody(body: Readable, encoding: string, onRow: OnRow, largest: number): Promise<Read> {
  let bytes = 0;
  const reader = openRowReader(onRow);
  const consume = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    let untilPause = PAUSE_EVERY;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largest) throw new BadBody('too-large');
      reader.write(chunk);
      untilPause -= chunk.length;
      if (untilPause > 0) continue;
      untilPause = PAUSE_EVERY;
      await letOthersRun();
    }
  };
  try {
    if (encoding === 'gzip') await pipeline(body, createGunzip({ chunkSize: 65_536 }), consume);
    else if (encoding === 'br') await pipeline(body, createBrotliDecompress({ chunkSize: 65_536 }), consume);
    else await pipeline(body, consume);
    return { ...reader.end(), fault: null, bytes };
  } catch (error) {
    if (!(error instanceof BadBody)) throw error;
    return { envelope: null, fault: error.fault, rows: 0, bytes };
  }
}
