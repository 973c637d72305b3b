import { BadBody, type Envelope, envelopeOf, isObject, type OnRow, type RowReader } from './body.ts';
import { findList } from './find-list.ts';
import { OptimisticSplitter } from './optimistic-splitter.ts';
import { openPatientParser } from './patient-parser.ts';
import { readWholeBody } from './whole-body.ts';

const LONGEST_HEAD = 64 * 1024;
const LONGEST_WHOLE = 4 * 1024 * 1024;
const LONGEST_WAIT = 512 * 1024;
const PIECE = 64 * 1024;
const LESS_THAN = 0x3c;

type Stage =
  | { readonly kind: 'head'; readonly lookForList: boolean; readonly bytes: Buffer }
  | { readonly kind: 'cutting'; readonly head: Buffer; readonly splitter: OptimisticSplitter }
  | { readonly kind: 'patient'; readonly before: number; readonly parser: RowReader };

/** Reads a body of any size in bounded memory; `onRow` gets each element of `data`, of a bare list, or `data` itself if it is one object. */
export function openRowReader(onRow: OnRow): RowReader {
  let stage: Stage = { kind: 'head', lookForList: true, bytes: Buffer.alloc(0) };
  const take = (piece: Uint8Array): void => {
    if (stage.kind === 'head') stage = takeHead(stage, piece, onRow);
    else if (stage.kind === 'cutting') stage = cut(stage, piece, onRow);
    else stage.parser.write(piece);
  };
  return {
    write(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE) take(chunk.subarray(at, at + PIECE));
    },
    end() {
      if (stage.kind === 'head') return readWholeBody(withoutMark(stage.bytes).toString('utf8'), onRow);
      if (stage.kind === 'patient') {
        const { rows, envelope } = stage.parser.end();
        return { rows: rows + stage.before, envelope };
      }
      const { head, splitter } = stage;
      const after = splitter.end((text) => bodyAround(head, text) !== undefined);
      return { rows: splitter.rows, envelope: bodyAround(head, after) ?? null };
    },
  };
}

function takeHead(stage: Stage & { kind: 'head' }, piece: Uint8Array, onRow: OnRow): Stage {
  const bytes = withoutMark(Buffer.concat([stage.bytes, piece]));
  if (bytes.length > LONGEST_WHOLE) throw new BadBody('row-too-large');
  if (bytes.find((byte) => byte > 0x20) === LESS_THAN) throw new BadBody('html');
  const place = stage.lookForList ? findList(bytes) : 'none';
  if (typeof place === 'object') {
    const head = Buffer.from(bytes.subarray(0, place.at));
    return cut({ kind: 'cutting', head, splitter: new OptimisticSplitter(onRow) }, bytes.subarray(place.at + 1), onRow);
  }
  return { kind: 'head', lookForList: place === 'unknown' && bytes.length < LONGEST_HEAD, bytes };
}

function cut(stage: Stage & { kind: 'cutting' }, piece: Uint8Array, onRow: OnRow): Stage {
  const { head, splitter } = stage;
  splitter.write(piece);
  if (splitter.waiting <= LONGEST_WAIT) return stage;
  const parser = openPatientParser(isBare(head), onRow);
  parser.write(head);
  parser.write(Buffer.from('['));
  parser.write(splitter.rest);
  return { kind: 'patient', before: splitter.rows, parser };
}

/** The envelope that both sides of the list make, null for a bare list, undefined where they do not fit together. */
function bodyAround(head: Buffer, after: string): Envelope | null | undefined {
  try {
    const body: unknown = JSON.parse(`${head.toString('utf8')}[]${after}`);
    if (Array.isArray(body)) return isBare(head) ? null : undefined;
    if (!isObject(body)) return undefined;
    const data = body['data'];
    return Array.isArray(data) && data.length === 0 ? envelopeOf(body) : undefined;
  } catch {
    return undefined;
  }
}

function isBare(head: Buffer): boolean {
  return head.toString('latin1').trim() === '';
}

/** Drops a byte order mark. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
