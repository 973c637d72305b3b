import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { added, livePieces, PIECE_MS, together } from '../../../../src/flows/alerts/check/live-pieces.ts';
import type { HistorySlice } from '../../../../src/flows/history/history-reader.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const bogota = laneOperation('bogota');
const rate = (count: number, of: number) => ({ value: of > 0 ? count / of : null, count, of });
const piece = (minute: number, count: number, of: number) => ({
  asOf: NOON + minute * MINUTE,
  figures: { abandonment: rate(count, of), abandoned: { value: count, count: null, of: null } },
});
const ABANDONMENT = { id: 'abandonment', unit: 'rate' } as const;

describe('a window of several pieces', () => {
  it('adds counts and works the rate out anew, never a mean of rates', () => {
    const pieces = [piece(0, 9, 10), piece(-10, 0, 50), piece(-20, 1, 40)];
    expect(together(pieces, ABANDONMENT, 30 * MINUTE)).toEqual({
      figure: rate(10, 100),
      from: NOON - 30 * MINUTE,
      to: NOON,
      whole: true,
    });
  });

  it('counts no call twice where pieces overlap, and reaches back by one piece more at most', () => {
    const pieces = [piece(5, 1, 10), piece(0, 9, 10), piece(-10, 2, 10), piece(-20, 3, 10), piece(-30, 50, 50)];
    const found = together(pieces, ABANDONMENT, 30 * MINUTE);
    expect(found?.figure).toEqual(rate(6, 30));
    expect(found?.from).toBe(NOON - 30 * MINUTE);
  });

  it('says that it is not whole, and of how much it is', () => {
    const found = together([piece(0, 1, 10), piece(-50, 9, 10)], ABANDONMENT, 30 * MINUTE);
    expect(found).toMatchObject({ whole: false, from: NOON - 10 * MINUTE, figure: rate(1, 10) });
  });

  it('is nothing where there is no piece, and has no rate where nobody called', () => {
    expect(together([], ABANDONMENT, 30 * MINUTE)).toBeNull();
    expect(together([{ asOf: NOON, figures: {} }], ABANDONMENT, 10 * MINUTE)?.figure.value).toBeNull();
  });

  it('never holds more than its window and one piece, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 130 }), { maxLength: 20 }), (minutes) => {
        const pieces = minutes.sort((one, other) => one - other).map((minute) => piece(-minute, 1, 1));
        const found = together(pieces, ABANDONMENT, 30 * MINUTE);
        expect(found === null).toBe(pieces.length === 0);
        const [many, long] = found === null ? [0, 0] : [found.figure.of ?? 0, found.to - found.from];
        expect(many).toBeLessThanOrEqual(3);
        expect(long).toBeLessThanOrEqual(40 * MINUTE);
        expect(long).toBeGreaterThanOrEqual(many * (PIECE_MS - MINUTE));
      }),
    );
  });

  it('adds things that are counted, and leaves out what has nothing to say', () => {
    const count = (value: number | null) => ({ value, count: null, of: null });
    expect(added('count', [count(3), count(null), count(4)])).toEqual(count(7));
    expect(added('rate', [rate(0, 0), rate(1, 4)])).toEqual(rate(1, 4));
  });
});

describe('the pieces that are kept', () => {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  const slices: HistorySlice[] = [];
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(() => opened.store.close());
  const keeper = () =>
    livePieces({
      store: opened.store,
      history: { slices: async (_, date) => (date === '2026-11-19' ? slices : []) },
      version: 1,
    });

  it('are those of earlier checks, those of the history beside them, and none of another version', async () => {
    const pieces = keeper();
    await pieces.with(bogota, piece(-10, 1, 10));
    slices.push({
      slot: NOON - 20 * MINUTE,
      kind: 'kept',
      asOf: NOON - 20 * MINUTE,
      figures: piece(-20, 2, 10).figures,
    });
    slices.push({ slot: NOON - 30 * MINUTE, kind: 'hole', because: 'wolkvox.timeout' });
    slices.push({ slot: NOON - 40 * MINUTE, kind: 'empty', asOf: NOON - 40 * MINUTE });
    const found = await pieces.with(bogota, piece(0, 4, 10));
    expect(found.map(({ asOf }) => (asOf - NOON) / MINUTE)).toEqual([0, -10, -20, -40]);
    expect(together(found, ABANDONMENT, 30 * MINUTE)?.figure).toEqual(rate(7, 30));
    expect(await pieces.with(bogota, piece(0, 4, 10))).toEqual(found);
    const other = livePieces({ store: opened.store, history: { slices: async () => [] }, version: 2 });
    expect(await other.with(bogota, piece(10, 1, 1))).toHaveLength(1);
  });
});
