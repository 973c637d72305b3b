import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/core/alerts/evaluate.ts';
import { told } from '../../../../src/core/alerts/notices.ts';
import { NEW_STATE } from '../../../../src/core/alerts/state.ts';
import { planCards } from '../../../../src/flows/alerts/cards/plan-cards.ts';
import { createMetrics } from '../../../../src/adapters/metrics.ts';
import type { Card } from '../../../../src/core/card/card.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import { done } from '../../../../src/core/errors.ts';
import { cardSender } from '../../../../src/flows/alerts/cards/send-card.ts';
import { type SendSheet, sheetSender } from '../../../../src/flows/alerts/cards/send-sheet.ts';
import { EMPTY_SHEET, sheetStore } from '../../../../src/flows/alerts/cards/sheet.ts';
import type { Embedded } from '../../../../src/adapters/store/embedded.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { handClock } from '../../../fixtures/hand-clock.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const FORMAT = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });
const EMPTY_CARD: Card = { headline: 'Algo.', sections: [], trust: [], actions: [] };
let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

describe('two processes that send for one rule', () => {
  it('post no card twice where Slack is so slow that the claim of the first one is over', async () => {
    const { store } = embedded;
    const rule = aRule({ id: 'slow', forMs: 0, scope: { kind: 'skill', id: '*' } });
    const operation = laneOperation('bogota');
    const sheets = sheetStore(store);
    const seen = { kind: 'figure', unit: 'rate', figure: { value: 0.2, count: 20, of: 100 }, usual: null } as const;
    const tick = { at: NOON, seen, active: { from: 0, to: NOON * 2 }, expectsData: true };
    const { state } = evaluate(rule, NEW_STATE, tick);
    const cases = Object.fromEntries(
      ['1', '2', '3'].map((id) => [`scope/${id}`, { subject: { kind: 'scope' as const, id }, state, basis: null }]),
    );
    const key = { operation: 'bogota', rule: 'slow' };
    await sheets.save(key, planCards({ ...EMPTY_SHEET, cases }, NOON), 'absent');
    const clock = handClock(NOON);
    const posted: (string | undefined)[] = [];
    let processes = 0;
    const process = (): SendSheet => {
      const sendCard = cardSender({
        sheets,
        draw: async () => ({ card: EMPTY_CARD, locale: 'es', format: FORMAT, print: 1, open: true }),
        placeOf: async () => done('C1'),
        messenger: {
          find: async () => done(null),
          update: async (where) => done(where),
          async post(channel, _message, mark) {
            posted.push(mark?.key);
            clock.move(60_000);
            if (posted.length === 2) await process()(operation, rule, null, clock.now());
            return done({ channel, ts: String(posted.length) });
          },
        },
        deliver: async (_team, _card, _locale, send) => send({ text: '', blocks: [] }),
        clock,
        log: notingLog(),
        metrics: createMetrics(),
        team: () => 'T1',
      });
      const newId = () => `process-${(processes += 1)}`;
      return sheetSender({ store, sheets, sendCard, tellOwner: async () => {}, clock, log: notingLog(), newId });
    };
    await process()(operation, rule, null, NOON);
    expect(posted).toHaveLength(3);
    expect(new Set(posted).size).toBe(3);
  });
});

describe('a check and the sender of each minute', () => {
  it('do not both tell of an alert that both saw due', async () => {
    const { store } = embedded;
    const rule = aRule({ forMs: 0 });
    const operation = laneOperation('bogota');
    const sheets = sheetStore(store);
    const figure = { value: 0.2, count: 20, of: 100 };
    const seen = { kind: 'figure', unit: 'rate', figure, usual: null } as const;
    const tick = { at: NOON, seen, active: { from: 0, to: NOON * 2 }, expectsData: true };
    const { state, notices } = evaluate(rule, NEW_STATE, tick);
    const cases = { rule: { subject: { kind: 'rule' as const }, state, basis: null } };
    await sheets.save({ operation: 'bogota', rule: rule.id }, planCards({ ...EMPTY_SHEET, cases }, NOON), 'absent');
    const said: string[] = [];
    const send = sheetSender({
      store,
      sheets,
      sendCard: async ({ key, due }) => {
        const kinds = (due.get('rule') ?? []).filter(({ kind }) => kind === 'fire');
        said.push(...kinds.map(({ kind }) => kind));
        await sheets.change(key, (sheet) => {
          const found = sheet.cases['rule'];
          const [fire] = kinds;
          if (found === undefined || fire === undefined) return null;
          return { ...sheet, cases: { rule: { ...found, state: told(found.state, fire, NOON) } } };
        });
      },
      tellOwner: async () => {},
      clock: handClock(NOON),
      log: notingLog(),
      newId: () => 'one',
    });
    await Promise.all([send(operation, rule, null, NOON), send(operation, rule, new Map([['rule', notices]]), NOON)]);
    expect(said).toEqual(['fire']);
  });
});
