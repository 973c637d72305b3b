import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.ts';
import { done, failed, type Outcome } from '../../../src/core/errors.ts';
import { type Deliver, deliverer } from '../../../src/flows/send/deliver.ts';
import type { SlackMessage, StoredDocument } from '../../../src/ports.ts';
import { slackMessenger } from '../../../src/adapters/slack/messenger.ts';
import { startSlack } from '../../../src/simulators/slack/index.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const DAY = 86_400_000;
const clock = handClock(Date.UTC(2026, 10, 20, 15));

function memory() {
  const kept = new Map<string, StoredDocument>();
  let broken = false;
  const check = () => {
    if (broken) throw new Error('the store is away');
  };
  const documents = {
    async get(collection: string, key: string) {
      check();
      return kept.get(`${collection}/${key}`) ?? null;
    },
    async put(collection: string, key: string, value: unknown) {
      check();
      kept.set(`${collection}/${key}`, { key, value, revision: 1 });
      return 1;
    },
    delete: async () => {},
    list: async () => [],
  };
  return { documents, kept, breakDown: () => (broken = true) };
}

const card: Card = {
  headline: 'Tres agentes llaman la mitad.',
  sections: [
    {
      kind: 'chart',
      chart: {
        type: 'bar',
        title: 'Llamadas',
        yLabel: null,
        series: [{ name: 'Llamadas', points: [{ label: 'Ana', value: 9, text: '9' }] }],
      },
    },
    {
      kind: 'table',
      table: {
        caption: 'Agentes',
        columns: [{ title: 'Agente', align: 'left' }],
        rows: [['Ana'], ['Luis']],
      },
    },
  ],
  trust: [],
  actions: [],
};
const plainCard: Card = { ...card, sections: [{ kind: 'text', text: 'Nada más.' }] };

const types = ({ blocks }: SlackMessage) => blocks.map(({ type }) => type);

/** A workspace that refuses some kinds of block, and counts what it was sent. */
function workspace(...refused: string[]) {
  const sent: string[][] = [];
  const send = async (message: SlackMessage): Promise<Outcome<string>> => {
    sent.push(types(message));
    return types(message).some((type) => refused.includes(type))
      ? failed('slack.refused', { part: 'blocks', error: 'invalid_blocks' })
      : done('ts');
  };
  return { sent, send };
}

let store: ReturnType<typeof memory>;
let deliver: Deliver;
const fresh = () => deliverer({ store, clock, log: notingLog() });
beforeEach(() => {
  store = memory();
  deliver = fresh();
});

describe('delivering a card', () => {
  it('sends charts and data tables where they are taken', async () => {
    const { sent, send } = workspace();
    expect(await deliver('T1', card, 'es', send)).toEqual(done('ts'));
    expect(sent).toEqual([['section', 'data_visualization', 'data_table']]);
    expect(store.kept.size).toBe(0);
  });

  it('keeps the table when the chart is refused', async () => {
    const { sent, send } = workspace('data_visualization');
    expect(await deliver('T1', card, 'es', send)).toEqual(done('ts'));
    expect(sent).toHaveLength(2);
    expect(sent[1]).toContain('table');
  });

  it('ends with text, after one try on each rung', async () => {
    const { sent, send } = workspace('data_visualization', 'data_table', 'table');
    expect(await deliver('T1', card, 'es', send)).toEqual(done('ts'));
    expect(sent).toHaveLength(3);
    expect(new Set(sent[2])).toEqual(new Set(['section']));
  });

  it('gives the refusal back when even text is refused', async () => {
    const { sent, send } = workspace('section');
    expect(await deliver('T1', card, 'es', send)).toMatchObject({ ok: false, problem: { code: 'slack.refused' } });
    expect(sent).toHaveLength(3);
  });

  it('does not send the same blocks twice', async () => {
    const { sent, send } = workspace('section');
    await deliver('T1', plainCard, 'es', send);
    expect(sent).toHaveLength(1);
  });

  it.each(['slack.unclear', 'slack.busy', 'slack.not-invited'] as const)('returns %s as it is', async (code) => {
    let times = 0;
    const outcome = await deliver('T1', card, 'es', async () => {
      times += 1;
      return failed(code);
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    expect(times).toBe(1);
  });

  it('does not take a closed channel for refused blocks', async () => {
    let times = 0;
    await deliver('T1', card, 'es', async () => {
      times += 1;
      return failed('slack.refused', { part: 'other', error: 'restricted_action' });
    });
    expect(times).toBe(1);
  });
});

describe('what a workspace takes', () => {
  it('is remembered, also by another process, and apart from other workspaces', async () => {
    const { sent, send } = workspace('data_visualization', 'data_table');
    await deliver('T1', card, 'es', send);
    await deliver('T1', card, 'es', send);
    await fresh()('T1', card, 'es', send);
    expect(sent).toHaveLength(4);
    await deliver('T2', card, 'es', send);
    expect(sent).toHaveLength(6);
  });

  it('is tried on the highest rung again after a week', async () => {
    await deliver('T1', card, 'es', workspace('data_visualization').send);
    clock.move(7 * DAY - 1);
    const before = workspace();
    await deliver('T1', card, 'es', before.send);
    expect(before.sent[0]).not.toContain('data_visualization');
    clock.move(1);
    const after = workspace();
    await deliver('T1', card, 'es', after.send);
    await fresh()('T1', card, 'es', after.send);
    expect(after.sent.every((kinds) => kinds.includes('data_visualization'))).toBe(true);
  });

  it('is not learned from a card that looks alike on every rung', async () => {
    await deliver('T1', card, 'es', workspace('data_visualization').send);
    clock.move(8 * DAY);
    await deliver('T1', plainCard, 'es', workspace().send);
    const next = workspace('data_visualization');
    await deliver('T1', card, 'es', next.send);
    expect(next.sent).toHaveLength(2);
  });

  it('does not stop a delivery when the store is away', async () => {
    store.breakDown();
    const { send } = workspace('data_visualization');
    expect(await deliver('T1', card, 'es', send)).toEqual(done('ts'));
  });
});

describe('a delivery to a Slack that lacks the new blocks', () => {
  it('arrives with the same figures, once', async () => {
    const slack = await startSlack({
      now: () => clock.now(),
      page: false,
      channels: [{ id: 'C01PISO2', name: 'piso-2' }],
    });
    const messenger = slackMessenger({ token: slack.botToken, apiUrl: slack.apiUrl, clock, log: notingLog() });
    slack.scenario.refuse.add('data_visualization').add('data_table');
    const posted = await deliver('T1', card, 'es', (message) => messenger.post('C01PISO2', message));
    const [message, ...more] = slack.messages('C01PISO2');
    await slack.close();
    expect(posted).toMatchObject({ ok: true, value: { ts: message?.ts } });
    expect(more).toEqual([]);
    expect(message?.text).toContain('Ana 9');
    expect(message?.blocks.map(({ type }) => type)).toContain('table');
  });
});
