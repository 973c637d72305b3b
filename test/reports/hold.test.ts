import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/reports/catalog.ts';
import { summarySchema } from '../../src/reports/hold/summary.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { DAY, THURSDAY, context, folded, plainSpaces, rowsOf } from './fixture.ts';

const row = (skill_id: string, [treatment, yes, no, ok, fail]: number[], service_level_up = '0 %') => ({
  skill_id,
  treatment: String(treatment),
  customer_say_yes: String(yes),
  customer_say_no: String(no),
  recall_ok: String(ok),
  recall_fail: String(fail),
  service_level_up,
});
const summaryOf = (...windows: unknown[][]) => summarySchema.parse(folded('hold', windows).sealed.summary);
const cardOf = (rows: unknown[], some: Partial<CardContext> = {}) => {
  const { sealed, rows: count } = folded('hold', [rows]);
  return reportOf('hold').card(sealed, context('hold', count, 'es', some), null);
};
const RUNNING = { now: THURSDAY + DAY / 2 };
const SUPPORT = row('6110', [170, 98, 60, 52, 9], '12.50 %');

describe('rows of diagram_2', () => {
  it('skips a row of blanks rather than to read them as 0', () => {
    expect(folded('hold', [rowsOf('hold', 'typical')]).rows).toEqual({
      read: 7,
      used: 5,
      skipped: { total: 1, blank: 1 },
    });
  });

  it('gives every rate its count and whole', () => {
    expect(summaryOf([SUPPORT]).total).toMatchObject({
      accepted: { count: 98, of: 158 },
      recallSuccess: { count: 52, of: 61 },
      kept: { count: 52, of: 98 },
      debt: 37,
      undecided: 12,
    });
  });

  it("adds up debts without one skill's surplus hiding another's", () => {
    const { total, skills } = summaryOf([row('1', [9, 5, 0, 1, 1]), row('2', [9, 2, 0, 2, 4])]);
    expect(skills.map(({ debt }) => debt)).toEqual([3, -4]);
    expect(total.debt).toBe(3);
  });

  it('does not average the gain in service level over windows', () => {
    expect(summaryOf([SUPPORT]).skills[0]?.serviceLevelGain).toBe(0.125);
    expect(summaryOf([SUPPORT], [SUPPORT]).skills[0]?.serviceLevelGain).toBeNull();
  });

  it('agrees with an independent count of the fixture', () => {
    const rows = rowsOf('hold', 'typical') as Record<string, string>[];
    const skills = rows.filter((one) => one['skill_id'] !== 'TOTAL' && one['treatment'] !== '');
    const sum = (field: string) => skills.reduce((all, one) => all + Number(one[field]), 0);
    expect(summaryOf(rows).total).toMatchObject({
      offered: sum('treatment'),
      yes: sum('customer_say_yes'),
      no: sum('customer_say_no'),
      ok: sum('recall_ok'),
      fail: sum('recall_fail'),
    });
  });
});

describe('the card of hold', () => {
  it('says first how many still wait, and where', () => {
    const { headline, sections } = cardOf([SUPPORT, row('6112', [20, 5, 5, 5, 0])], RUNNING);
    expect(headline).toBe('37 clientes esperan la devolución que se les prometió; solo de Soporte.');
    expect(JSON.stringify(sections[0])).toContain('Sin resultado aún: 103 − 57 − 9 = 37.');
  });

  it('speaks of one customer in the singular', () => {
    expect(cardOf([row('6110', [9, 5, 0, 4, 0])], RUNNING).headline).toBe(
      'Un cliente espera la devolución que se le prometió.',
    );
  });

  it('says of a day gone by that promises had no outcome, not that somebody waits', () => {
    expect(cardOf([SUPPORT]).headline).toBe('37 devoluciones prometidas ayer quedaron sin resultado.');
  });

  it('gives the recall rate when nothing is owed', () => {
    expect(plainSpaces(cardOf([row('6110', [170, 61, 60, 52, 9])]).headline)).toBe(
      'Rellamadas logradas ayer: 52 de 61 (85 %; 74–92); ninguna devolución pendiente.',
    );
  });

  it('does not judge three recalls', () => {
    expect(cardOf([row('6110', [9, 3, 0, 2, 1])]).headline).toBe(
      'Rellamadas logradas ayer 2 de 3: muy pocas para juzgar.',
    );
  });

  it('says that fails are attempts where there are more outcomes than promises', () => {
    expect(cardOf([row('6118', [9, 2, 0, 2, 4])]).notes.join()).toContain(
      'en skill 6118 hay más resultados que promesas',
    );
  });

  it('warns where wolkvox reports more answers than offers', () => {
    expect(cardOf([row('6116', [2, 2, 2, 2, 0])]).notes.join()).toContain('más respuestas que ofertas');
  });

  it('compares the debt with the day before', () => {
    const { sealed, rows } = folded('hold', [[SUPPORT]]);
    const before = folded('hold', [[row('6110', [170, 98, 60, 80, 6])]]).sealed;
    const said = context('hold', rows, 'es', { ...RUNNING, comparedWith: { kind: 'day', date: '2026-11-18' } });
    expect(reportOf('hold').card(sealed, said, before).headline).toBe(
      '37 clientes esperan la devolución que se les prometió, 25 más que ayer.',
    );
  });
});

describe('metrics of hold', () => {
  it('reads all and one skill', () => {
    const { sealed } = folded('hold', [[SUPPORT, row('6112', [20, 5, 5, 5, 0])]]);
    const read = (metric: string, id: string | null = null) =>
      reportOf('hold').read(sealed, metric, id === null ? 'all' : { kind: 'skill', id });
    expect(read('debt')).toMatchObject({ value: 37 });
    expect(read('debt', '6112')).toMatchObject({ value: 0 });
    expect(read('debt', '9999')).toMatchObject({ value: null });
    expect(read('recall_success', '6110')).toEqual({ value: 52 / 61, count: 52, of: 61 });
    expect(read('service_level_gain', '6110')).toMatchObject({ value: 0.125 });
    expect(read('service_level_gain')).toMatchObject({ value: null });
  });
});
