import { BadBody, type Envelope, envelopeOf, isObject, type OnRow, parseOr } from './body.ts';

/** Reads a body that is small or has no list in it: an error, one object as `data`, or nothing at all. */
export function readWholeBody(text: string, onRow: OnRow): { rows: number; envelope: Envelope | null } {
  const start = text.trimStart().charAt(0);
  if (start === '<') throw new BadBody('html');
  const body = parseOr(text, start === '{' || start === '[' ? 'truncated' : 'not-json');
  if (Array.isArray(body)) return { rows: handOver(body, onRow), envelope: null };
  if (!isObject(body)) throw new BadBody('not-json');
  return { rows: handOver(rowsOf(body), onRow), envelope: envelopeOf(body) };
}

function rowsOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const data = body['data'];
  if (Array.isArray(data)) return data;
  if (isObject(data)) return isNumbered(data) ? Object.values(data) : [data];
  if (data === null) return [];
  if (data === undefined && isError(body)) return [];
  throw new BadBody('no-data');
}

/** PHP writes a list with gaps as an object of its indexes; an empty one too. */
function isNumbered(data: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(data).every(([key, value]) => /^\d+$/.test(key) && isObject(value));
}

/** An error says no `data`; a success without it is not an answer. */
function isError(body: Readonly<Record<string, unknown>>): boolean {
  const code = Number(body['code']);
  return Number.isFinite(code) && code !== 0 && (code < 200 || code > 299);
}

function handOver(rows: readonly unknown[], onRow: OnRow): number {
  for (const row of rows) onRow(row);
  return rows.length;
}
