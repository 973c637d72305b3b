import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/core/alerts/evaluate.ts';
import { type AlertState, NEW_STATE } from '../../../../src/core/alerts/state.ts';
import type { Justification } from '../../../../src/core/history/justified-case.ts';
import { observe } from '../../../../src/flows/alerts/check/observe.ts';
import { ruleReader } from '../../../../src/flows/alerts/check/readings.ts';
import type { Case } from '../../../../src/flows/alerts/cards/sheet.ts';
import { auxDayOf } from '../../../../src/flows/history/aux-days.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { DAY, folded, OPERATION, rowsOf, THURSDAY } from '../../../reports/fixture.ts';

const NOON = THURSDAY + DAY / 2;
const MINUTE = 60_000;
const RULE = aRule({
  report: 'aux',
  metric: 'out_of_usual',
  condition: { kind: 'aux' },
  windowMs: null,
  floor: 0,
  forMs: 0,
  keepFiringForMs: 0,
});
type Row = Readonly<Record<string, string>>;
/** Of twelve agents this one is out of the usual in Break, and this is what wolkvox writes of it. */
const NATALIA = '12405';
const isHers = ({ agent_id, aux_state }: Row) => agent_id?.startsWith(NATALIA) === true && aux_state === 'Break';
const ROWS = rowsOf('aux', 'typical') as readonly Row[];
const PAST = ['2026-11-18', '2026-11-17'].map((date) => ({
  ...auxDayOf('2026-11-19', folded('aux', [ROWS]).sealed),
  date,
}));

type Answered = { readonly rows: readonly Row[]; readonly past?: typeof PAST; readonly justified?: Justification[] };

/** The states of a rule's cases after these answers, ten minutes apart. */
async function after(answers: readonly Answered[]): Promise<Readonly<Record<string, AlertState['phase']['kind']>>> {
  let cases: Readonly<Record<string, Case>> = {};
  for (const [index, { rows, past = PAST, justified = [] }] of answers.entries()) {
    const at = NOON + index * 10 * MINUTE;
    const read = ruleReader({
      readReport: async ({ window }) => {
        const { sealed, rows: count } = folded('aux', [rows]);
        const answer = { sealed, rows: count, fetchedAt: at, asOf: at, fresh: false, window };
        return { ok: true, value: { ...answer, windows: [window], requests: 1, zoneOffset: null } };
      },
      readAuxPast: async () => ({ days: past, justified }),
      readLevel: async () => null,
      readNames: async () => ({ names: {} }) as never,
      readQuota: async () => ({ used: 0, limit: null }) as never,
      pieces: { with: async () => [] },
      log: notingLog(),
      operationOf: () => OPERATION,
    });
    const reading = (await read([RULE], at)).get(RULE);
    if (reading === undefined) throw new Error('no reading');
    const next = observe(RULE, reading, cases).map(({ instance, subject, seen, basis }): readonly [string, Case] => {
      const before = cases[instance];
      const tick = { at, seen, active: { from: 0, to: at * 2 }, expectsData: true };
      const { state } = evaluate(RULE, before?.state ?? NEW_STATE, tick);
      return [instance, { subject, state, basis: basis ?? before?.basis ?? null }];
    });
    cases = { ...cases, ...Object.fromEntries(next) };
  }
  return Object.fromEntries(Object.entries(cases).map(([instance, { state }]) => [instance, state.phase.kind]));
}

const CASE = `case/${NATALIA}/break`;

describe('an agent who was out of the usual', () => {
  it('is not over it because an answer says nothing of them', async () => {
    const without = ROWS.filter((row) => !isHers(row));
    const broken = ROWS.map((row) => (isHers(row) ? { ...row, time: '-' } : row));
    expect(await after([{ rows: ROWS }])).toMatchObject({ [CASE]: 'firing' });
    expect(await after([{ rows: ROWS }, { rows: without }])).toMatchObject({ [CASE]: 'firing' });
    expect(await after([{ rows: ROWS }, { rows: broken }])).toMatchObject({ [CASE]: 'firing' });
  });

  it('is not over it because the days before cannot be read any more', async () => {
    expect(await after([{ rows: ROWS }, { rows: ROWS, past: PAST.slice(1) }])).toMatchObject({ [CASE]: 'firing' });
  });

  it('is over it where the figures say so, or a supervisor accepted it', async () => {
    const usual = ROWS.map((row) => (isHers(row) ? { ...row, time: '00:59:00' } : row));
    expect(await after([{ rows: ROWS }, { rows: usual }])).toMatchObject({ [CASE]: 'ok' });
    const accepted = {
      date: '2026-11-18',
      agent: NATALIA,
      state: 'Break',
      why: 'capacitación',
      by: 'U1',
      name: 'Laura',
    };
    const justified = [{ ...accepted, at: NOON + MINUTE }];
    expect(await after([{ rows: ROWS }, { rows: ROWS, justified }])).toMatchObject({ [CASE]: 'ok' });
  });
});

describe('a team that was over', () => {
  const long = ROWS.map((row) => (row['aux_state'] === 'Almuerzo' ? { ...row, time: '01:30:00' } : row));
  const GROUP = 'group/almuerzo';

  it('is not over it because an answer says nothing of the state', async () => {
    const without = ROWS.filter((row) => row['aux_state'] !== 'Almuerzo');
    expect(await after([{ rows: long }])).toMatchObject({ [GROUP]: 'firing' });
    expect(await after([{ rows: long }, { rows: without }])).toMatchObject({ [GROUP]: 'firing' });
    expect(await after([{ rows: long }, { rows: ROWS }])).toMatchObject({ [GROUP]: 'ok' });
  });
});
