import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadBody } from '../../../src/adapters/wolkvox/rows/body.ts';
import { openRowReader } from '../../../src/adapters/wolkvox/rows/row-reader.ts';

function read(bytes: Buffer, size: number): { rows: unknown[]; count: number; envelope: unknown } {
  const rows: unknown[] = [];
  const reader = openRowReader((row) => rows.push(row));
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
  const { rows: count, envelope } = reader.end();
  return { rows, count, envelope };
}

function faultOf(text: string, size = 7): string {
  try {
    read(Buffer.from(text), size);
  } catch (error) {
    if (error instanceof BadBody) return error.fault;
    throw error;
  }
  return 'none';
}

const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('},{', '"},{"', '\\"},{\\"', ']}', '[{"data":[', 'ñandú 🙂 Bogotá', '\\', '"', 'data', '"data":['),
);
/** Node 24's JSON.parse can take a key that is one escaped sign for another (`{"\\"":1}` for `{"\\\\":1}`): no judge of such keys. */
const key = nastyText.filter((text) => !['__proto__', '\\', '"'].includes(text));
const leaf = fc.oneof(nastyText, fc.integer(), fc.boolean(), fc.constant(null));
const nested = fc.oneof(
  leaf,
  fc.array(fc.dictionary(key, leaf, { maxKeys: 3 }), { maxLength: 4 }),
  fc.dictionary(key, fc.array(leaf, { maxLength: 3 }), { maxKeys: 3 }),
);
const row = fc.dictionary(key, nested, { maxKeys: 5 });
const rowList = fc.array(row, { maxLength: 12 });
const writing = fc.record({
  indent: fc.constantFrom(undefined, 1, 2),
  escaped: fc.boolean(),
  dataLast: fc.boolean(),
  bare: fc.boolean(),
  size: fc.integer({ min: 1, max: 400 }),
});

function write(
  rows: unknown[],
  how: { indent: number | undefined; escaped: boolean; dataLast: boolean; bare: boolean },
): Buffer {
  const around = { code: '200', error: null, msg: 'a "data":[ of },{ text' };
  const body = how.bare ? rows : how.dataLast ? { ...around, data: rows } : { data: rows, ...around };
  const text = JSON.stringify(body, null, how.indent);
  const ascii = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Buffer.from(how.escaped ? text.replaceAll(/[\u0080-\uffff]/g, ascii) : text.toWellFormed());
}

describe('the row reader', () => {
  it('gives what JSON.parse gives, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(rowList, writing, (rows, how) => {
        const bytes = write(rows, how);
        const got = read(bytes, how.size);
        const whole: unknown = JSON.parse(bytes.toString());
        const again = how.bare ? got.rows : { ...(whole as object), data: got.rows };
        expect(JSON.stringify(again)).toBe(JSON.stringify(whole));
        expect(got.count).toBe(rows.length);
        expect(got.envelope).toEqual(how.bare ? null : { code: '200', error: null, msg: 'a "data":[ of },{ text' });
      }),
      { numRuns: 300 },
    );
  });

  it('never takes a truncated body for a whole one', () => {
    fc.assert(
      fc.property(rowList, writing, fc.nat(), (rows, how, where) => {
        const bytes = write(rows, how);
        const cut = bytes.subarray(0, where % bytes.length);
        expect(() => read(cut, how.size)).toThrow(BadBody);
      }),
      { numRuns: 300 },
    );
  });

  it('reads indented bodies of any length, which it cannot cut', () => {
    const rows = Array.from({ length: 9_000 }, (_, at) => ({ at, text: `${'ñ'.repeat(100)} },{ ${at}` }));
    const bytes = Buffer.from(JSON.stringify({ code: 200, data: rows, msg: 'after' }, null, 2));
    expect(bytes.length).toBeGreaterThan(1_000_000);
    const got = read(bytes, 65_536);
    expect(got.rows).toEqual(rows);
    expect(got.envelope).toEqual({ code: 200, error: undefined, msg: 'after' });
  });

  it('goes on patiently in the middle of a body when a row is too long to wait for', () => {
    const rows = [{ at: 0 }, { at: 1 }, { long: 'x'.repeat(900_000), list: [{}, {}] }, { at: 3 }, { at: 4 }];
    for (const body of [rows, { code: '200', data: rows }]) {
      expect(read(Buffer.from(JSON.stringify(body)), 60_000).rows).toEqual(rows);
    }
  });

  it('reports a long indented body that breaks off', () => {
    const text = JSON.stringify({ data: Array.from({ length: 9_000 }, () => ({ text: 'x'.repeat(100) })) }, null, 2);
    expect(faultOf(text.slice(0, -3), 65_536)).toBe('truncated');
    expect(faultOf(`${text.slice(0, -3)}!`, 65_536)).toBe('not-json');
  });

  it('refuses a row of many megabytes', () => {
    expect(faultOf(JSON.stringify({ data: [{ text: 'x'.repeat(9_000_000) }] }), 65_536)).toBe('row-too-large');
    expect(faultOf(JSON.stringify({ data: { text: 'x'.repeat(9_000_000) } }), 65_536)).toBe('row-too-large');
  });

  it('takes data that is one object for one row, and data that is null or an empty object for none', () => {
    expect(read(Buffer.from('{"code":"200","data":{"cpu":"1"}}'), 5).rows).toEqual([{ cpu: '1' }]);
    expect(read(Buffer.from('{"code":"200","data":null}'), 5).rows).toEqual([]);
    expect(read(Buffer.from('{"code":"200","data":{}}'), 5).rows).toEqual([]);
    expect(read(Buffer.from('{"code":"200","data":[]}'), 5).rows).toEqual([]);
    expect(read(Buffer.from('\ufeff[{"a":1},{"a":2}]'), 5).rows).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('is not misled by a list called data inside something else', () => {
    const text = '{"meta":{"data":[1,2]},"error":"data","data":[{"a":1},{"a":2}]}';
    expect(read(Buffer.from(text), 9).rows).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('says what is wrong with a body that is no answer', () => {
    expect(faultOf('<html><body>502 Bad Gateway</body></html>')).toBe('html');
    expect(faultOf('Service temporarily unavailable')).toBe('not-json');
    expect(faultOf('')).toBe('not-json');
    expect(faultOf('{"code":"200","msg":"ok"}')).toBe('no-data');
    expect(faultOf('{"code":"200","data":"none"}')).toBe('no-data');
    expect(faultOf('{"code":"200","data":[{"a":1},')).toBe('truncated');
  });

  it('reads an error body without rows', () => {
    const { rows, envelope } = read(Buffer.from('{"code":403,"error":"FORBIDDEN","msg":"TOKEN LIMIT EXCEEDED"}'), 11);
    expect(rows).toEqual([]);
    expect(envelope).toEqual({ code: 403, error: 'FORBIDDEN', msg: 'TOKEN LIMIT EXCEEDED' });
  });

  it('lets what the taker of a row throws pass through', () => {
    const reader = openRowReader(() => {
      throw new Error('a defect of the taker');
    });
    expect(() => {
      reader.write(Buffer.from('[{"a":1},{"a":2}]'));
      reader.end();
    }).toThrow('a defect of the taker');
  });
});
