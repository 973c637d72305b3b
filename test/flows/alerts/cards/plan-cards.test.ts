import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/core/alerts/evaluate.ts';
import { type AlertState, NEW_STATE } from '../../../../src/core/alerts/state.ts';
import { cardOf, planCards } from '../../../../src/flows/alerts/cards/plan-cards.ts';
import { type Case, EMPTY_SHEET, type Sheet } from '../../../../src/flows/alerts/cards/sheet.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const RULE = {
  condition: { kind: 'above', threshold: 1, recover: 1 },
  floor: 0,
  forMs: 0,
  keepFiringForMs: 0,
  repeatMs: null,
  everyMs: 300_000,
} as const;
const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

function stepped(was: AlertState, value: number, at: number): AlertState {
  const figure = { value, count: null, of: null };
  const seen = { kind: 'figure', unit: 'count', figure, usual: null } as const;
  return evaluate(RULE, was, { at, seen, active: ALWAYS, expectsData: true }).state;
}
const bad = (agent: string, at: number): readonly [string, Case] => [
  agent,
  { subject: { kind: 'case', agent, state: 'break' }, state: stepped(NEW_STATE, 5, at), basis: null },
];
const sheetOf = (cases: readonly (readonly [string, Case])[], cards: Sheet['cards'] = {}): Sheet => ({
  ...EMPTY_SHEET,
  cases: Object.fromEntries(cases),
  cards,
});
const openCards = ({ cards }: Sheet) => Object.values(cards).filter(({ movedTo }) => movedTo === null);

describe('the cards of a rule', () => {
  it('are one for each problem up to three', () => {
    const planned = planCards(sheetOf(['a', 'b', 'c'].map((agent) => bad(agent, NOON))), NOON);
    expect(openCards(planned).map(({ members, grouped }) => [members.length, grouped])).toEqual([
      [1, false],
      [1, false],
      [1, false],
    ]);
    expect(planCards(planned, NOON)).toEqual(planned);
  });

  it('are one for all where more than three come at once', () => {
    const planned = planCards(sheetOf(['a', 'b', 'c', 'd', 'e'].map((agent) => bad(agent, NOON))), NOON);
    expect(openCards(planned)).toMatchObject([{ grouped: true, members: { length: 5 } }]);
  });

  it('become one when a fourth comes to three, which say where they went on', () => {
    const three = planCards(sheetOf(['a', 'b', 'c'].map((agent) => bad(agent, NOON))), NOON);
    const four = planCards(
      { ...three, cases: { ...three.cases, ...Object.fromEntries([bad('d', NOON + 1)]) } },
      NOON + 1,
    );
    expect(openCards(four)).toMatchObject([{ grouped: true, members: { length: 4 } }]);
    const group = cardOf(four, { instance: 'a', firedAt: NOON });
    expect(Object.values(four.cards).filter(({ movedTo }) => movedTo === group)).toHaveLength(3);
    const five = planCards(
      { ...four, cases: { ...four.cases, ...Object.fromEntries([bad('e', NOON + 2)]) } },
      NOON + 2,
    );
    expect(openCards(five)).toMatchObject([{ grouped: true, members: { length: 5 } }]);
  });

  it('keep how a problem ended after its case is forgotten', () => {
    const [agent, one] = bad('a', NOON);
    const planned = planCards(sheetOf([[agent, one]]), NOON);
    const ended = { ...one, state: stepped(one.state, 0, NOON + 300_000) };
    const over = planCards({ ...planned, cases: { [agent]: ended } }, NOON + 300_000);
    expect(openCards(over)[0]?.members[0]?.over?.ended).toMatchObject({ at: NOON + 300_000, how: 'resolved' });
  });

  it('are forgotten a day after they were closed', () => {
    const planned = planCards(sheetOf([bad('a', NOON)]), NOON);
    const [id = '', card] = Object.entries(planned.cards)[0] ?? [];
    if (card === undefined) throw new Error('no card');
    const closed: Sheet = { v: 1, cases: {}, cards: { [id]: { ...card, closedAt: NOON } } };
    expect(Object.keys(planCards(closed, NOON + 23 * 3_600_000).cards)).toEqual([id]);
    expect(planCards(closed, NOON + 25 * 3_600_000).cards).toEqual({});
  });
});
