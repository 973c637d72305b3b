import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../../src/adapters/store/embedded.ts';
import { done, failed, type ProblemCode } from '../../../../src/core/errors.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import { sheetStore } from '../../../../src/flows/alerts/cards/sheet.ts';
import { ruleOwnerTeller } from '../../../../src/flows/alerts/cards/tell-rule-owner.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { handClock } from '../../../fixtures/hand-clock.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

/** Who is written to of a rule that sees nothing, where its owner cannot be for this reason. */
async function toldOf(id: string, because: ProblemCode): Promise<readonly string[]> {
  const { store } = embedded;
  const told: string[] = [];
  const tell = ruleOwnerTeller({
    sheets: sheetStore(store),
    settings: { roles: { admin: ['S01', 'U0ADMIN'], supervisor: [], viewer: 'everyone' } } as never,
    messenger: {
      person: async () => failed('slack.unavailable'),
      async directMessage(user) {
        told.push(user);
        return user === id ? failed(because) : done({ channel: `D-${user}`, ts: '1.2' });
      },
    },
    deliver: async (_team, _card, _locale, send) => send({ text: '', blocks: [] }),
    formatFor: () => format,
    store,
    clock: handClock(NOON),
    log: notingLog(),
    team: () => 'T1',
  });
  const rule = aRule({ id, owner: id });
  const notice = { kind: 'owner', about: 'no-data', code: null, since: NOON, overAt: null } as const;
  const key = { operation: 'bogota', rule: id };
  await tell({ operation: laneOperation('bogota'), rule, key, instance: 'rule', notice });
  return told;
}

describe('a rule that sees nothing', () => {
  it('is told to the first administrator where its owner has left', async () => {
    expect(await toldOf('U0LEFT', 'slack.refused')).toEqual(['U0LEFT', 'U0ADMIN']);
  });

  it('is told to nobody else where Slack only does not answer, or may have taken it', async () => {
    expect(await toldOf('U0AWAY', 'slack.unavailable')).toEqual(['U0AWAY']);
    expect(await toldOf('U0LOST', 'slack.unclear')).toEqual(['U0LOST']);
  });
});
