import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { failed } from '../../../../src/core/errors.ts';
import { liveWindow } from '../../../../src/core/pacing/freshness.ts';
import type { Piece } from '../../../../src/flows/alerts/check/live-pieces.ts';
import { ruleReader, type RuleReading } from '../../../../src/flows/alerts/check/readings.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';
import { folded, OPERATION, rowsOf } from '../../../reports/fixture.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const MINUTE = 60_000;
const rate = (count: number, of: number) => ({ value: count / of, count, of });
/** What was seen ten minutes ago: forty calls, two of them lost. */
const BEFORE: Piece = {
  asOf: NOON - 10 * MINUTE,
  figures: { abandonment: rate(2, 40), abandoned: { value: 2, count: null, of: null } },
};

/** What a rule is judged on where wolkvox answers with these rows of the last ten minutes; null: it does not answer. */
async function readingOf(rule: Rule, rows: unknown[] | null): Promise<RuleReading | undefined> {
  const read = ruleReader({
    readReport: async () => {
      if (rows === null) return { ...failed('wolkvox.maintenance'), last: null };
      const { sealed, rows: count } = folded('live', [rows]);
      const answer = { sealed, rows: count, fetchedAt: NOON, asOf: NOON, fresh: false, window: liveWindow(NOON) };
      return { ok: true, value: { ...answer, windows: [answer.window], requests: 1, zoneOffset: null } };
    },
    readAuxPast: async () => ({ days: [], justified: [] }),
    readLevel: async () => null,
    readNames: async () => ({ names: {} }) as never,
    readQuota: async () => ({ used: 0, limit: null }) as never,
    pieces: { with: async (_operation, piece) => [piece, BEFORE] },
    log: notingLog(),
    operationOf: () => OPERATION,
  });
  return (await read([rule], NOON)).get(rule);
}

const COUNTED = aRule({ metric: 'abandoned', floor: 0, condition: { kind: 'above', threshold: 20, recover: 10 } });

describe('an answer of the last minutes', () => {
  it('without a call in it is a lack of data, whatever was seen before, and so resolves nothing', async () => {
    for (const rule of [aRule(), { ...COUNTED, windowMs: 10 * MINUTE }, COUNTED]) {
      expect(await readingOf(rule, [])).toEqual({ kind: 'no-data' });
    }
  });

  it('is put together with what was seen before', async () => {
    expect(await readingOf(aRule(), rowsOf('live', 'typical'))).toMatchObject({ kind: 'values', unit: 'rate' });
  });

  it('of which the greater part cannot be read is an error: the rest would only look like a quiet floor', async () => {
    const rows = rowsOf('live', 'typical').map((row, index) => (index % 4 === 0 ? row : { renamed: row }));
    for (const rule of [aRule(), { ...COUNTED, windowMs: 10 * MINUTE }]) {
      expect(await readingOf(rule, rows)).toMatchObject({ kind: 'error', problem: { code: 'wolkvox.bad-answer' } });
    }
    const some = rowsOf('live', 'typical').map((row, index) => (index % 4 === 0 ? { renamed: row } : row));
    expect(await readingOf(aRule(), some)).toMatchObject({ kind: 'values' });
  });

  it('that does not come is an error with its code', async () => {
    expect(await readingOf(aRule(), null)).toMatchObject({ kind: 'error', problem: { code: 'wolkvox.maintenance' } });
  });
});
