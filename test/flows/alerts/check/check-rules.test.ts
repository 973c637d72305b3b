import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../../../src/adapters/metrics.ts';
import type { Embedded } from '../../../../src/adapters/store/embedded.ts';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { done, failed } from '../../../../src/core/errors.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import { ruleChecker } from '../../../../src/flows/alerts/check/check-rules.ts';
import { endedLog } from '../../../../src/flows/alerts/cards/ended-log.ts';
import type { RuleReading } from '../../../../src/flows/alerts/check/readings.ts';
import { sheetSender } from '../../../../src/flows/alerts/cards/send-sheet.ts';
import { ALERT_STATES, sheetStore } from '../../../../src/flows/alerts/cards/sheet.ts';
import { ruleOwnerTeller } from '../../../../src/flows/alerts/cards/tell-rule-owner.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { handClock } from '../../../fixtures/hand-clock.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Monday 2026-11-16 was a public holiday. */
const NOON = Date.parse('2026-11-16T12:00:00-05:00');
const operation = { ...laneOperation('bogota'), zone: 'America/Bogota', country: 'CO' };
const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
beforeEach(async () => {
  const { documents } = embedded.store;
  for (const { key } of await documents.list(ALERT_STATES, {})) await documents.delete(ALERT_STATES, key);
});
afterAll(() => embedded.close());

const rate = (count: number, of: number, to = NOON): RuleReading => ({
  kind: 'values',
  unit: 'rate',
  values: [{ id: null, reading: { value: count / of, count, of }, level: null, name: null }],
  source: { from: to - 30 * MINUTE, to, fetchedAt: to, rows: { read: of, used: of, skipped: {} } },
});

/** A checker whose readings are given, and whose Slack takes direct messages while `isThere` says so. */
function desk(reading: (rule: Rule) => RuleReading, isThere = () => true, store = embedded.store) {
  const clock = handClock(NOON);
  const sheets = sheetStore(store);
  const log = notingLog();
  const tried: string[] = [];
  const tellOwner = ruleOwnerTeller({
    sheets,
    settings: { roles: null } as never,
    messenger: {
      person: async () => failed('slack.unavailable'),
      directMessage: async () => done({ channel: 'D1', ts: '1' }),
    },
    deliver: async (_team, card) => {
      tried.push(card.headline);
      return isThere() ? done(undefined as never) : failed('slack.unavailable');
    },
    formatFor: () => format,
    store,
    clock,
    log,
    team: () => 'T1',
  });
  const send = sheetSender({ store, sheets, sendCard: async () => {}, tellOwner, clock, log, newId: () => 'one' });
  const check = ruleChecker({
    sheets,
    ended: endedLog(store),
    readRules: async (rules) => new Map(rules.map((rule) => [rule, reading(rule)])),
    readLevel: async () => null,
    send,
    holidays: { isHoliday: (date, country) => country === 'CO' && date === '2026-11-16' },
    clock,
    log,
    metrics: createMetrics(),
  });
  return { check, sheets, tried, clock };
}
const caseOf = async ({ sheets }: ReturnType<typeof desk>, { id }: Rule) =>
  (await sheets.load({ operation: 'bogota', rule: id })).sheet.cases['rule'];

describe('checking rules', () => {
  it('goes on after the clock was a year ahead and is set back', async () => {
    const rule = aRule({ id: 'ahead', forMs: 0 });
    let reading = rate(20, 100);
    const one = desk(() => reading);
    await one.check(operation, [rule], NOON + 365 * DAY);
    reading = rate(1, 100);
    await one.check(operation, [rule], NOON);
    await one.check(operation, [rule], NOON + 10 * MINUTE);
    expect((await caseOf(one, rule))?.state.phase.kind).toBe('ok');
  });

  it('keeps on the card what its figure rests on while too little comes in to judge', async () => {
    const rule = aRule({ id: 'few', forMs: 0 });
    let reading = rate(20, 100);
    const one = desk(() => reading);
    await one.check(operation, [rule], NOON);
    reading = rate(1, 2, NOON + 10 * MINUTE);
    await one.check(operation, [rule], NOON + 10 * MINUTE);
    expect(await caseOf(one, rule)).toMatchObject({ basis: { to: NOON }, state: { phase: { kind: 'firing' } } });
  });

  it('does not take the first figure of a morning for the recovery of the evening before', async () => {
    const rule = aRule({ id: 'debt', report: 'hold', metric: 'debt', windowMs: null, floor: 0, forMs: 0 });
    const debt = { ...rule, condition: { kind: 'above', threshold: 20, recover: 10 } as const, keepFiringForMs: 0 };
    let owed = 30;
    const one = desk(() => ({
      ...rate(1, 1),
      unit: 'count',
      values: [{ id: null, reading: { value: owed, count: null, of: null }, level: null, name: null }],
    }));
    const evening = Date.parse('2026-11-18T23:50:00-05:00');
    await one.check(operation, [debt], evening);
    owed = 0;
    await one.check(operation, [debt], evening + 7 * 60 * MINUTE);
    expect(await caseOf(one, debt)).toMatchObject({
      state: { phase: { kind: 'ok' }, ends: [{ how: 'hours', at: evening, last: { value: 30 } }] },
    });
  });

  it('keeps the card of a skill that is in the answers no more, and ends another only by a figure', async () => {
    const rule = aRule({ id: 'skills', forMs: 0, keepFiringForMs: 0, scope: { kind: 'skill', id: '*' } });
    const bad = { value: 0.3, count: 30, of: 100 };
    const value = (id: string, reading = bad) => ({ id, reading, level: null, name: id });
    let values = [value('6110'), value('6111')];
    const one = desk(() => ({ ...rate(1, 1), values }));
    await one.check(operation, [rule], NOON);
    values = [value('6111', { value: 0.02, count: 2, of: 100 })];
    for (const later of [10, 20, 30]) await one.check(operation, [rule], NOON + later * MINUTE);
    values = [];
    await one.check(operation, [rule], NOON + 40 * MINUTE);
    const { sheet } = await one.sheets.load({ operation: 'bogota', rule: 'skills' });
    expect(sheet.cases['scope/6110']?.state.phase.kind).toBe('firing');
    expect(sheet.cases['scope/6111']?.state).toMatchObject({ phase: { kind: 'ok' }, ends: [{ how: 'resolved' }] });
  });

  it('goes on counting how long it lasts after a restart', async () => {
    const rule = aRule({ id: 'lasting', forMs: 15 * MINUTE });
    for (const [minutes, kind] of [
      [0, 'pending'],
      [5, 'pending'],
      [10, 'pending'],
      [15, 'firing'],
    ] as const) {
      // Each check by a bot that knows of the ones before what the store does.
      const one = desk(() => rate(20, 100, NOON + minutes * MINUTE));
      await one.check(operation, [rule], NOON + minutes * MINUTE);
      expect((await caseOf(one, rule))?.state.phase.kind).toBe(kind);
    }
  });

  it('judges all other rules where one of them meets a defect of ours', async () => {
    const rules = ['r1-broken', 'r2-well'].map((id) => aRule({ id, forMs: 0 }));
    const broken = { ...rate(20, 100), values: null } as never;
    const one = desk(({ id }) => (id === 'r1-broken' ? broken : rate(20, 100)));
    await one.check(operation, rules, NOON);
    const [, well] = rules;
    expect(well && (await caseOf(one, well))?.state.phase.kind).toBe('firing');
  });

  it('does not forget what a later check found while an earlier one was still reading', async () => {
    const rule = aRule({ id: 'slow', forMs: 0, keepFiringForMs: 0, repeatMs: null });
    const key = { operation: 'bogota', rule: 'slow' };
    const pending = desk(() => rate(20, 100));
    await pending.check(operation, [{ ...rule, forMs: 60 * MINUTE }], NOON);
    const later = desk(() => rate(20, 100, NOON + 20 * MINUTE));
    // The later check comes to its end between the look and the deed of the earlier one.
    const { documents } = embedded.store;
    let isFirst = true;
    const whileJudged = async () => {
      if (isFirst) await later.check(operation, [rule], NOON + 20 * MINUTE);
      isFirst = false;
    };
    const store = {
      ...embedded.store,
      documents: {
        ...documents,
        get: documents.get.bind(documents),
        list: documents.list.bind(documents),
        put: async (...given: Parameters<typeof documents.put>) => {
          await whileJudged();
          return documents.put(...given);
        },
        delete: async (...given: Parameters<typeof documents.delete>) => {
          await whileJudged();
          return documents.delete(...given);
        },
      },
    };
    const earlier = desk(
      () => rate(1, 100, NOON + 10 * MINUTE),
      () => true,
      store,
    );
    await earlier.check(operation, [rule], NOON + 10 * MINUTE);
    const { sheet } = await later.sheets.load(key);
    expect(sheet.cases['rule']?.state).toMatchObject({ phase: { kind: 'firing' }, at: NOON + 20 * MINUTE });
    expect(Object.keys(sheet.cards)).toHaveLength(1);
  });

  it('remembers nothing of a rule of which there is nothing to remember', async () => {
    const rule = aRule({ id: 'calm', forMs: 60 * MINUTE });
    let reading = rate(20, 100);
    const one = desk(() => reading);
    await one.check(operation, [rule], NOON);
    reading = rate(1, 100);
    for (const later of [10, 20, 30]) {
      const { changed } = await one.check(operation, [rule], NOON + later * MINUTE);
      expect(changed).toBe(later === 10 ? 1 : 0);
    }
    expect((await one.sheets.load({ operation: 'bogota', rule: 'calm' })).sheet).toEqual({
      v: 1,
      cases: {},
      cards: {},
    });
  });

  it('looks at calls on a public holiday where none are allowed, and not at the same hour of another Monday', async () => {
    const rule = aRule({ id: 'law', forMs: 0, active: 'outside ley-2300' });
    const one = desk(() => rate(20, 100));
    expect(await one.check(operation, [rule], NOON + 7 * DAY)).toMatchObject({ changed: 0 });
    await one.check(operation, [rule], NOON);
    expect((await caseOf(one, rule))?.state.phase.kind).toBe('firing');
  });

  it('tells the owner of a hundred blind rules once, and tries once a check while Slack is away', async () => {
    let away = true;
    const rules = Array.from({ length: 100 }, (_, index) => aRule({ id: `r${index + 100}`, name: `r${index + 100}` }));
    const one = desk(
      () => ({ kind: 'no-data' }),
      () => !away,
    );
    for (let at = 0; at <= 3; at += 1) {
      one.clock.move(15 * MINUTE);
      await one.check(operation, rules, Date.parse('2026-11-17T12:00:00-05:00') + at * 15 * MINUTE);
    }
    expect(one.tried).toHaveLength(2);
    away = false;
    one.clock.move(15 * MINUTE);
    await one.check(operation, rules, Date.parse('2026-11-17T13:00:00-05:00'));
    expect(one.tried).toHaveLength(3);
    expect(one.tried.at(-1)).toContain('r100');
  });
});
