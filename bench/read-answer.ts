// Reads one file in one of three ways and prints its time, memory and longest pause.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readRows } from '../src/adapters/wolkvox/rows/read-rows.ts';
import { DEFAULT_AUX, DEFAULT_PACING, type Operation } from '../src/core/operation.ts';
import { preview } from '../src/reports/preview/index.ts';
import { gauge } from './gauge.ts';

const PIECE = 64 * 1024;
const [how = '', from = '', path = ''] = process.argv.slice(2);

const operation: Operation = {
  id: 'bench',
  name: 'Bench',
  zone: 'America/Bogota',
  locale: 'es',
  currency: null,
  licences: null,
  country: null,
  closures: [],
  hours: null,
  pacing: DEFAULT_PACING,
  ignoreAgents: [],
  aux: DEFAULT_AUX,
};
const window = { from: Date.parse('2026-11-19T00:00:00-05:00'), to: Date.parse('2026-11-20T00:00:00-05:00') };

const bytes = from === 'memory' ? await readFile(path) : null;
const chunks = bytes === null ? () => createReadStream(path, { highWaterMark: PIECE }) : () => piecesOf(bytes);

const WAYS: Readonly<Record<string, () => Promise<number>>> = {
  async summary() {
    const fold = preview.fold({ operation, window });
    const read = await readRows(chunks(), fold.add, Number.POSITIVE_INFINITY);
    if (read.fault !== null) throw new Error(read.fault);
    return fold.finish().rows.read;
  },
  async rows() {
    return (await readRows(chunks(), () => {}, Number.POSITIVE_INFINITY)).rows;
  },
  async parse() {
    const whole: Uint8Array[] = [];
    if (bytes === null) for await (const chunk of chunks()) whole.push(chunk);
    const text = (bytes ?? Buffer.concat(whole)).toString('utf8');
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'data' in parsed && Array.isArray(parsed.data)
      ? parsed.data.length
      : 0;
  },
};

const way = WAYS[how];
if (way === undefined) throw new Error(`no such way: ${how}`);
const { ms, memory, pause, result } = await gauge(way);
if (result !== 60_000) throw new Error(`${result} rows were read`);
process.stdout.write(JSON.stringify({ ms, memory, pause }));

async function* piecesOf(whole: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += PIECE) yield whole.subarray(at, at + PIECE);
}
