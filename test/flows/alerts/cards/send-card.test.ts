import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../../../src/adapters/metrics.ts';
import type { Embedded } from '../../../../src/adapters/store/embedded.ts';
import { evaluate } from '../../../../src/core/alerts/evaluate.ts';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { NEW_STATE } from '../../../../src/core/alerts/state.ts';
import { done, failed, type Outcome, type ProblemCode } from '../../../../src/core/errors.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import { placeFinder } from '../../../../src/flows/alerts/cards/alert-place.ts';
import { planCards } from '../../../../src/flows/alerts/cards/plan-cards.ts';
import { cardSender } from '../../../../src/flows/alerts/cards/send-card.ts';
import { EMPTY_SHEET, sheetStore } from '../../../../src/flows/alerts/cards/sheet.ts';
import type { Posted } from '../../../../src/ports.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { handClock } from '../../../fixtures/hand-clock.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const MINUTE = 60_000;
const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });
const operation = laneOperation('bogota');

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

type Slack = {
  readonly post: (channel: string) => Outcome<Posted>;
  readonly find?: () => Outcome<Posted | null>;
  /** Who left. */
  readonly left?: ProblemCode;
};

/** Where the card of a rule that fires is posted within an hour. */
async function placesOf(rule: Rule, slack: Slack): Promise<readonly string[]> {
  const sheets = sheetStore(embedded.store);
  const seen = { kind: 'figure', unit: 'rate', figure: { value: 0.2, count: 20, of: 100 }, usual: null } as const;
  const tick = { at: NOON, seen, active: { from: 0, to: NOON * 2 }, expectsData: true };
  const { state } = evaluate(rule, NEW_STATE, tick);
  const key = { operation: 'bogota', rule: rule.id };
  const cases = { rule: { subject: { kind: 'rule' as const }, state, basis: null } };
  await sheets.save(key, planCards({ ...EMPTY_SHEET, cases }, NOON), 'absent');
  const clock = handClock(NOON);
  const places: string[] = [];
  const conversationWith = async (user: string): Promise<Outcome<string>> =>
    user === 'U0LEFT' && slack.left !== undefined ? failed(slack.left, { error: 'user_disabled' }) : done(`D-${user}`);
  const send = cardSender({
    sheets,
    draw: async () => ({
      card: { headline: 'Algo.', sections: [], trust: [], actions: [] },
      locale: 'es',
      format,
      print: 1,
      open: true,
    }),
    placeOf: placeFinder({
      messenger: { conversationWith },
      settings: { roles: { admin: ['S01', 'U0ADMIN'], supervisor: [], viewer: 'everyone' } },
    }),
    messenger: {
      find: async () => slack.find?.() ?? done(null),
      update: async (where) => done(where),
      async post(channel) {
        const sent = slack.post(channel);
        if (sent.ok) places.push(channel);
        return sent;
      },
    },
    deliver: async (_team, _card, _locale, post) => post({ text: '', blocks: [] }),
    clock,
    log: notingLog(),
    metrics: createMetrics(),
    team: () => 'T1',
  });
  for (let minute = 0; minute < 60; minute += 1) {
    const { sheet } = await sheets.load(key);
    for (const id of Object.keys(sheet.cards)) {
      await send({ operation, rule, key, id, due: new Map(), at: clock.now(), hold: async () => true });
    }
    clock.move(MINUTE);
  }
  return places;
}
const there = (channel: string): Outcome<Posted> => done({ channel, ts: '1.2' });

describe('a card whose channel takes nothing any more', () => {
  it('goes to the owner also where the channel was closed while a post was looked for', async () => {
    let posts = 0;
    const places = await placesOf(aRule({ id: 'closed', forMs: 0 }), {
      post(channel) {
        posts += 1;
        if (posts === 1) return failed('slack.unclear');
        return channel.startsWith('C') ? failed('slack.not-invited') : there(channel);
      },
      find: () => failed('slack.not-invited'),
    });
    expect(places).toEqual(['D-U02']);
  });

  it('goes to the first administrator where the owner has left', async () => {
    const places = await placesOf(aRule({ id: 'left', forMs: 0, owner: 'U0LEFT' }), {
      post: (channel) => (channel.startsWith('C') ? failed('slack.archived') : there(channel)),
      left: 'slack.refused',
    });
    expect(places).toEqual(['D-U0ADMIN']);
  });

  it('waits for the owner where Slack only does not answer', async () => {
    const places = await placesOf(aRule({ id: 'away', forMs: 0, owner: 'U0LEFT' }), {
      post: (channel) => (channel.startsWith('C') ? failed('slack.archived') : there(channel)),
      left: 'slack.unavailable',
    });
    expect(places).toEqual([]);
  });

  it('goes to the owner where it was for a person who has left', async () => {
    const places = await placesOf(aRule({ id: 'person', forMs: 0, channel: 'U0LEFT' }), {
      post: there,
      left: 'slack.refused',
    });
    expect(places).toEqual(['D-U02']);
  });

  it('waits for the channel where Slack takes nothing from the bot at all', async () => {
    let minutes = 0;
    const places = await placesOf(aRule({ id: 'mute', forMs: 0 }), {
      post: (channel) => ((minutes += 1) < 3 ? failed('slack.token') : there(channel)),
      left: 'slack.token',
    });
    expect(places).toEqual(['C0123456']);
  });
});
