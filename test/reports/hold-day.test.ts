import { describe, expect, it } from 'vitest';
import type { LedgerMark } from '../../src/core/history/ledger.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, HOUR, OPERATION, plainSpaces, THURSDAY } from './fixture.ts';

const row = (skill_id: string, yes: number, ok: number, fail: number) => ({
  skill_id,
  treatment: '170',
  customer_say_yes: String(yes),
  customer_say_no: '60',
  recall_ok: String(ok),
  recall_fail: String(fail),
  service_level_up: '0 %',
});
const ROWS = [row('6110', 60, 30, 9), row('6112', 38, 22, 0)];
const mark = (hour: number, yes: number, ok: number): LedgerMark => ({
  time: `${String(hour).padStart(2, '0')}:00`,
  at: THURSDAY + hour * HOUR,
  skills: { 6110: { yes, ok, fail: 0 } },
});
const MARKS = [mark(8, 5, 5), mark(9, 20, 12), mark(11, 40, 20)];
const OPEN = { ...OPERATION, hours: 'mon-fri 07:00-19:00' };

const cardAt = (hour: number, some: Partial<CardContext> = {}) => {
  const now = THURSDAY + hour * HOUR;
  const { sealed, rows } = folded('hold', [ROWS]);
  const ledger = { marks: MARKS, asOf: now - HOUR / 6 };
  const said = context('hold', rows, 'es', { operation: OPEN, now, ledger, ...some });
  return reportOf('hold').card(sealed, said, null);
};
const pointsOf = (card: ReturnType<typeof cardAt>) =>
  card.sections.flatMap((one) =>
    one.kind === 'chart' && one.chart.type === 'line'
      ? one.chart.series.flatMap(({ points }) => points.map(({ label, value }) => [label, value]))
      : [],
  );

describe('the promises of a day', () => {
  it('are drawn hour by hour, with the answer itself as the last point while the day runs', () => {
    expect(pointsOf(cardAt(12))).toEqual([
      ['08:00', 0],
      ['09:00', 8],
      ['11:00', 20],
      ['11:50', 37],
    ]);
  });

  it('are drawn as they were kept once the day is over', () => {
    expect(pointsOf(cardAt(32)).at(-1)).toEqual(['11:00', 20]);
  });

  it('say which hours are missing: that is not zero', () => {
    expect(cardAt(12).notes).toContain('sin dato de 10:00: lo que falta no es cero');
  });

  it('are not drawn from two points', () => {
    const ledger = { marks: MARKS.slice(0, 1), asOf: THURSDAY + 11 * HOUR };
    expect(pointsOf(cardAt(12, { ledger }))).toEqual([]);
    expect(cardAt(12, { ledger }).notes).toEqual([]);
  });
});

describe('the last two hours before closing', () => {
  it('say first who waits and when the operation closes', () => {
    expect(plainSpaces(cardAt(18).headline)).toBe(
      '37 clientes esperan su devolución: 21 de Soporte, 16 de Ventas; se cierra a las 19:00, en 1h 00m.',
    );
  });

  it('are not the hours before them, nor those after closing, nor another day', () => {
    for (const hour of [16.9, 19, 32]) expect(cardAt(hour).headline).not.toContain('se cierra');
    expect(cardAt(17).headline).toContain('se cierra');
  });

  it('say nothing of closing where no hours are configured or nobody waits', () => {
    expect(cardAt(18, { operation: OPERATION }).headline).not.toContain('se cierra');
    const { sealed, rows } = folded('hold', [[row('6110', 30, 30, 0)]]);
    const said = context('hold', rows, 'es', { operation: OPEN, now: THURSDAY + 18 * HOUR });
    expect(reportOf('hold').card(sealed, said, null).headline).toContain('ninguna devolución pendiente');
  });
});
