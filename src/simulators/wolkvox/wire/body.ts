import type { Wire } from '../scenario.ts';
import type { Reply } from './refusal.ts';

const chunkSize = 65_536;

function write(value: unknown, wire: Wire): string {
  const text = JSON.stringify(value, null, wire.pretty ? 4 : undefined);
  if (wire.letters === 'utf8') return text;
  return text
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[\u0080-\uffff]/g, (letter) => String.raw`\u` + letter.charCodeAt(0).toString(16).padStart(4, '0'));
}

function nonsense(row: unknown): unknown[] {
  const keys = typeof row === 'object' && row !== null ? Object.keys(row) : [];
  return [null, 'registro dañado', {}, [], Object.fromEntries(keys.map((key) => [key, '--NaN--']))];
}

function* spoiled(rows: Iterable<unknown>): Generator {
  let seen = 0;
  for (const row of rows) {
    yield row;
    const bad = nonsense(row);
    if (seen % 6 === 0) yield bad[(seen / 6) % bad.length];
    seen += 1;
  }
}

function codeOf(wire: Wire): string | number {
  if (wire.code === 'number') return 200;
  return wire.code === 'zero' ? '0' : '200';
}

function opening(count: number, wire: Wire): string {
  if (wire.envelope === 'bare list') return '[';
  const head = write({ code: codeOf(wire), error: null, msg: `${count} records were found` }, wire).replace(
    /\s*\}$/,
    '',
  );
  return `${head},${wire.pretty ? '\n    ' : ''}"data":${wire.pretty ? ' ' : ''}[`;
}

/** Stops in the middle of the middle row where `cut` is asked. */
function* rowTexts(reply: Reply & { kind: 'rows' }, wire: Wire, cut: boolean): Generator<string> {
  yield opening(reply.rows.count, wire);
  const middle = Math.floor(reply.rows.count / 2);
  let index = 0;
  for (const row of wire.malformed ? spoiled(reply.rows.each) : reply.rows.each) {
    const text = write(row, wire);
    const lead = index === 0 ? '' : ',';
    if (cut && index === middle) {
      yield lead + text.slice(0, Math.floor(text.length / 2));
      return;
    }
    yield lead + text;
    index += 1;
  }
  if (!cut) yield wire.envelope === 'bare list' ? ']' : ']}';
}

function objectText(reply: Reply & { kind: 'rows' }, wire: Wire): string {
  const rows = [...reply.rows.each];
  const data = rows.length === 1 ? rows[0] : Object.fromEntries(rows.map((row, index) => [String(index), row]));
  return write({ code: codeOf(wire), error: null, msg: `${rows.length} records were found`, data }, wire);
}

function* texts(reply: Reply, wire: Wire, cut: boolean): Generator<string> {
  if (reply.kind === 'page') {
    yield reply.text;
  } else if (reply.kind === 'refused') {
    const text = write({ code: reply.status, error: reply.error, msg: reply.msg }, wire);
    yield cut ? text.slice(0, Math.floor(text.length / 2)) : text;
  } else if (wire.envelope === 'data object') {
    const text = objectText(reply, wire);
    yield cut ? text.slice(0, Math.floor(text.length / 2)) : text;
  } else {
    yield* rowTexts(reply, wire, cut);
  }
}

export function* bodyOf(reply: Reply, wire: Wire, cut: boolean): Generator<Buffer> {
  let pending: string[] = [];
  let size = 0;
  for (const text of texts(reply, wire, cut)) {
    pending.push(text);
    size += text.length;
    if (size < chunkSize) continue;
    yield Buffer.from(pending.join(''));
    pending = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(pending.join(''));
}
