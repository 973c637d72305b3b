import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Card } from '../../../src/core/card/card.ts';
import { done, failed, type Outcome } from '../../../src/core/errors.ts';
import { noteSender } from '../../../src/flows/alerts/notes.ts';
import type { Posted } from '../../../src/ports.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const MINUTE = 60_000;
const CARD: Card = { headline: 'Fin de turno.', sections: [], trust: [], actions: [] };
const PLACE = { channel: 'C1', ts: '1.2' };

let embedded: Embedded;
beforeEach(async () => {
  embedded = await openTestStore();
});
afterEach(() => embedded.close());

type Slack = {
  readonly post: () => Outcome<Posted> | Promise<Outcome<Posted>>;
  readonly find: () => Outcome<Posted | null> | Promise<Outcome<Posted | null>>;
};

function desk(slack: Slack) {
  const clock = handClock(NOON);
  const posted: string[] = [];
  let processes = 0;
  const sender = () =>
    noteSender({
      store: embedded.store,
      messenger: {
        async post(channel) {
          posted.push(channel);
          return slack.post();
        },
        find: async () => slack.find(),
      },
      clock,
      log: notingLog(),
      newId: () => `process-${(processes += 1)}`,
    });
  return { clock, posted, sender };
}

describe('a handover whose post got no answer', () => {
  it('is not posted again before Slack says whether it is there', async () => {
    let looks = 0;
    const { clock, posted, sender } = desk({
      post: () => failed('slack.unclear'),
      find: () => ((looks += 1) < 3 ? failed('slack.busy') : done(PLACE)),
    });
    await sender().post('bogota/shift/1/C1', 'C1', CARD, 'es', NOON);
    for (let minute = 0; minute < 5; minute += 1) {
      clock.move(MINUTE);
      await sender().sendDue('bogota');
    }
    expect(posted).toHaveLength(1);
    expect(looks).toBe(3);
  });

  it('is posted again where the bot may not look: twice is better than never', async () => {
    let posts = 0;
    const { clock, posted, sender } = desk({
      post: () => ((posts += 1) === 1 ? failed('slack.unclear') : done(PLACE)),
      find: () => failed('slack.scope'),
    });
    await sender().post('bogota/shift/1/C1', 'C1', CARD, 'es', NOON);
    clock.move(MINUTE);
    await sender().sendDue('bogota');
    expect(posted).toHaveLength(2);
  });

  it('is not posted by one who looked for so long that another took it over', async () => {
    let posts = 0;
    let looks = 0;
    const { clock, posted, sender } = desk({
      post: () => ((posts += 1) === 1 ? failed('slack.unclear') : done(PLACE)),
      async find() {
        looks += 1;
        if (looks > 1) return done(null);
        clock.move(2 * MINUTE);
        await sender().sendDue('bogota');
        return done(null);
      },
    });
    await sender().post('bogota/shift/1/C1', 'C1', CARD, 'es', NOON);
    clock.move(MINUTE);
    await sender().sendDue('bogota');
    expect(posted).toHaveLength(2);
  });
});
