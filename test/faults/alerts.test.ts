import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind, Message } from '../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../end-to-end/floor/floor.ts';
import { faultTable, isSound, type Measured } from './fault-table.ts';

const MINUTE = 60_000;
const RULES = `
alerts:
  - { id: abandono, name: Abandono, operation: bogota, metric: live.abandonment, above: 30%, every: 10m, channel: C01OPERACIONES, owner: U01LAURA }
`;
const POST = 'chat.postMessage';
const EDIT = 'chat.update';
const TICK = 'alerts/bogota/10';

/** `minutes`: how long the fault lasts. `late`: the card says since when. `step`: what the owner is told. */
type Story = {
  readonly fault: (floor: Floor) => unknown;
  readonly mend?: (floor: Floor) => unknown;
  readonly minutes?: number;
  readonly late?: boolean;
  readonly step?: RegExp;
};

const table = faultTable('Alerts: one that fires, goes on and resolves, on the embedded store');
let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ yaml: (usual) => `${usual}${RULES}` });
  while (!floor.schedules.declared.has(TICK)) await new Promise((resolve) => setImmediate(resolve));
});
afterAll(async () => {
  table.print();
  await floor.stop();
});

const failing =
  (method: string, kind: FaultKind, more: { times?: number; retryAfter?: number; error?: string } = {}) =>
  ({ slack }: Floor) =>
    slack.scenario.fail(method, kind, more);
const heal = ({ slack, wolkvox }: Floor): void => {
  slack.scenario.heal();
  wolkvox.heal();
};
const archived =
  (is: boolean) =>
  ({ slack }: Floor) => {
    const there = slack.workspace.channels.get('C01OPERACIONES');
    if (there !== undefined) there.archived = is;
  };

const STORIES: readonly (readonly [string, Story])[] = [
  ['nothing', { fault: () => {} }],
  [
    'Slack answers 429 with Retry-After',
    { fault: failing(POST, 'rate_limited', { times: 2, retryAfter: 30 }), late: true },
  ],
  ['Slack answers 500 before accepting', { fault: failing(POST, 'server_error_before', { times: 3 }), late: true }],
  ['Slack answers 500 after accepting', { fault: failing(POST, 'server_error_after') }],
  ['Slack resets before accepting', { fault: failing(POST, 'reset_before', { times: 3 }), late: true }],
  ['Slack resets after accepting', { fault: failing(POST, 'reset_after') }],
  ['Slack says internal_error', { fault: failing(POST, 'error', { error: 'internal_error', times: 2 }), late: true }],
  [
    'Slack is away for half an hour, and back while it is bad',
    { fault: failing(POST, 'error', { error: 'service_unavailable', times: 99 }), mend: heal, minutes: 30, late: true },
  ],
  ['Slack refuses blocks', { fault: failing(POST, 'error', { error: 'invalid_blocks' }) }],
  ['Slack takes no edit for a while', { fault: failing(EDIT, 'error', { error: 'service_unavailable', times: 4 }) }],
  ['Slack answers edits with 500 after accepting', { fault: failing(EDIT, 'server_error_after', { times: 3 }) }],
  [
    'the card is deleted',
    {
      fault: () => {},
      minutes: 0,
      mend: ({ slack }) =>
        slack
          .messages('operaciones')
          .filter(isCard)
          .forEach((one) => slack.workspace.remove(one)),
    },
  ],
  [
    'channel archived: its owner gets the card and the step',
    { fault: archived(true), mend: () => {}, minutes: 5, step: /archivado.*Reactívalo/s },
  ],
  [
    'wolkvox fails while it is bad',
    { fault: () => {}, minutes: 1, mend: ({ wolkvox }) => wolkvox.fail({ kind: 'maintenance', times: 2 }) },
  ],
];

const isCard = ({ text }: Message): boolean => /^[●○]/.test(text);
const known = (): readonly Message[] =>
  floor.slack.workspace.messages.filter((one) => isCard(one) && one.onlyFor === undefined);
const told = (): readonly string[] =>
  floor.slack.workspace.channels.has('D01LAURA') ? floor.slack.messages('D01LAURA').map(({ text }) => text) : [];

/** 9:00 in Bogotá on the next day that is worked. */
function nextMorning(now: number): number {
  const day = 24 * 60 * MINUTE;
  const next = Math.floor(now / day) * day + day + 14 * 60 * MINUTE;
  const weekday = new Date(next).getUTCDay();
  return weekday === 0 ? next + day : weekday === 6 ? next + 2 * day : next;
}

async function pass(minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at += 1) {
    floor.clock.move(MINUTE);
    const now = floor.clock.now();
    if (Math.round(now / MINUTE) % 10 === 0) await floor.schedules.run(TICK, now);
    await floor.schedules.run('alerts-send/bogota', now);
  }
}

async function measured({ fault, mend, minutes = 10, late = false, step }: Story): Promise<Measured> {
  const { scenario } = floor.wolkvox;
  archived(false)(floor);
  heal(floor);
  scenario.abandonSpike = null;
  floor.clock.move(nextMorning(floor.clock.now()) - floor.clock.now());
  await pass(20);
  floor.slack.workspace.messages.length = 0;
  const before = told().length;
  scenario.abandonSpike = { share: 0.6, from: '20251101000000' };
  await fault(floor);
  await pass(10 + minutes);
  await mend?.(floor);
  await pass(20);
  const fired = known();
  const open = fired.filter(({ text }) => text.startsWith('●'));
  const says = fired.some(({ text }) => text.includes('llega tarde'));
  scenario.abandonSpike = null;
  await pass(50);
  const over = known();
  const owner = told().slice(before);
  const right = step === undefined || owner.some((text) => step.test(text));
  return {
    cases: 1,
    wanted: 1,
    lost: open.length === 0 || over.every(({ text }) => !text.startsWith('○')) ? 1 : 0,
    doubled: Math.max(0, over.length - 1) + (says === late ? 0 : 1),
    told: owner.length,
    toldWanted: step === undefined ? 0 : 1,
    step: step === undefined ? null : right,
  };
}

describe('an alert and', () => {
  it.each(STORIES)('%s: it comes once, and says how it ended', { timeout: 120_000 }, async (name, story) => {
    const found = await table.run({ of: 'alerts', fault: name, run: () => measured(story) });
    expect({ ...found, sound: isSound(found) }).toMatchObject({ sound: true });
  });

  it('two presses at once: one wins, both see who', async () => {
    const found = await table.run({
      of: 'alerts',
      fault: 'two people press at once',
      run: async () => {
        await measured({ fault: () => {} });
        floor.wolkvox.scenario.abandonSpike = { share: 0.6, from: '20251101000000' };
        await pass(10);
        const card = known().find(({ text }) => text.startsWith('●'));
        if (card === undefined) throw new Error('no card came');
        await Promise.all(['laura', 'carlos'].map((who) => floor.slack.press(who, card.ts, 'Lo tomo')));
        const said = () => ['laura', 'carlos'].flatMap((who) => floor.slack.ephemerals(who).map(({ text }) => text));
        await floor.slack.waitFor(() => said().length > 0 && card.text.includes('Lo tiene'));
        const winner = /Lo tiene (\w+) desde/.exec(card.text)?.[1] ?? '?';
        const right = said().length === 1 && said()[0]?.startsWith(`Ya lo tiene ${winner}`) === true;
        return { cases: 1, wanted: 1, lost: 0, doubled: right ? 0 : 1, told: 0, toldWanted: 0, step: null };
      },
    });
    expect(isSound(found)).toBe(true);
  });
});
