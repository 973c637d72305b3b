// Reads one file in one of three ways and prints its time, memory and longest pause.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { readRows } from '../src/adapters/wolkvox/rows/read-rows.ts';
import { type Operation, PLAIN_OPERATION } from '../src/core/operation.ts';
import { preview } from '../src/reports/preview/index.ts';
import { gauge } from './gauge.ts';

const PIECE = 64 * 1024;
const WARM_UP = 4 * 1024 * 1024;
const [how = '', from = '', path = ''] = process.argv.slice(2);

const operation: Operation = { ...PLAIN_OPERATION, id: 'bench', name: 'Bench' };
const window = { from: Date.parse('2026-11-19T00:00:00-05:00'), to: Date.parse('2026-11-20T00:00:00-05:00') };

type Chunks = AsyncIterable<Uint8Array>;

const WAYS: Readonly<Record<string, (chunks: Chunks) => Promise<number>>> = {
  async summary(chunks) {
    const fold = preview.fold({ operation, window });
    const read = await readRows(chunks, fold.add, Number.POSITIVE_INFINITY);
    if (read.fault !== null) throw new Error(read.fault);
    return fold.finish().rows.read;
  },
  async rows(chunks) {
    return (await readRows(chunks, () => {}, Number.POSITIVE_INFINITY)).rows;
  },
  async parse(chunks) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const parsed: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && 'data' in parsed && Array.isArray(parsed.data)
      ? parsed.data.length
      : 0;
  },
};

const way = WAYS[how];
if (way === undefined) throw new Error(`no such way: ${how}`);
// The bot is a process that lives long: what is measured is not its first answer.
for (let turn = 0; turn < 3; turn += 1) await way(piecesOf(await beginningOf(path)));
const whole = from === 'memory' ? await readFile(path) : null;
const chunks = whole === null ? createReadStream(path, { highWaterMark: PIECE }) : piecesOf(whole);
const { ms, memory, pause, result } = await gauge(() => way(chunks));
if (result !== 60_000) throw new Error(`${result} rows were read`);
process.stdout.write(JSON.stringify({ ms, memory, pause }));

/** The first rows of the file as an answer of their own. */
async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(WARM_UP), 0, WARM_UP, 0);
  await file.close();
  return Buffer.concat([buffer.subarray(0, buffer.lastIndexOf('},{') + 1), Buffer.from(']}')]);
}

async function* piecesOf(whole: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += PIECE) yield whole.subarray(at, at + PIECE);
}
