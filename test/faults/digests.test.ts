import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest, Target } from '../../src/core/digests/digest.ts';
import type { FaultKind } from '../../src/simulators/slack/index.ts';
import { FAULTS } from '../end-to-end/floor/faults.ts';
import type { Floor } from '../end-to-end/floor/floor.ts';
import { type DigestFloor, openDigestFloor, PLACES, type SlotStory } from './digest-floor.ts';
import { faultTable, isSound } from './fault-table.ts';

const table = faultTable('Digests: a slot in three targets (or in one), on the embedded store');
let desk: DigestFloor;
beforeAll(async () => {
  desk = await openDigestFloor();
});
afterAll(async () => {
  table.print();
  await desk.floor.stop();
});

const POST = 'chat.postMessage';
const failing =
  (kind: FaultKind, more: { times?: number; retryAfter?: number; error?: string } = {}) =>
  ({ slack }: Floor) =>
    slack.scenario.fail(POST, kind, more);
const channel = (id: string): Target[] => [{ kind: 'channel', id }];
const [FLOOR] = PLACES;
const only = { targets: FLOOR === undefined ? [] : [FLOOR] };
const archived =
  (is: boolean) =>
  ({ slack }: Floor) => {
    const there = slack.workspace.channels.get('C01OPERACIONES');
    if (there !== undefined) there.archived = is;
  };
const HISTORY = ['channels:history', 'groups:history', 'im:history'];

const PASSING: readonly (readonly [string, SlotStory])[] = [
  ['Slack answers 429 with Retry-After', { fault: failing('rate_limited', { times: 2, retryAfter: 30 }) }],
  ['Slack answers 429 without Retry-After', { fault: failing('rate_limited_without_retry_after', { times: 2 }) }],
  ['Slack answers 500 before accepting', { fault: failing('server_error_before') }],
  ['Slack answers 500 after accepting', { fault: failing('server_error_after') }],
  ['Slack resets before accepting', { fault: failing('reset_before') }],
  ['Slack resets after accepting', { fault: failing('reset_after') }],
  ['Slack times out before accepting', { digest: only, fault: failing('timeout_before') }],
  ['Slack times out after accepting', { digest: only, fault: failing('timeout_after') }],
  ['Slack says internal_error', { fault: failing('error', { error: 'internal_error', times: 2 }) }],
  ['Slack says service_unavailable', { fault: failing('error', { error: 'service_unavailable', times: 3 }) }],
  ['Slack refuses blocks', { fault: failing('error', { error: 'invalid_blocks', times: 3 }) }],
  ['Slack lost the client_msg_id', { fault: failing('error', { error: 'duplicate_message_not_found', times: 1 }) }],
  [
    'a reply lost, and history busy for a while',
    {
      digest: only,
      minutes: 6,
      fault: ({ slack }) => {
        slack.scenario.fail(POST, 'reset_after');
        slack.scenario.fail('conversations.history', 'rate_limited', { times: 3, retryAfter: 40 });
      },
    },
  ],
];

const LASTING: readonly (readonly [string, SlotStory])[] = [
  [
    'channel archived; mended and Retry',
    { digest: only, fault: archived(true), mend: archived(false), press: 'Reintentar', step: /archivado.*Reactívalo/s },
  ],
  [
    'channel archived, the other targets go on',
    {
      digest: { targets: [...channel('C09VIEJO'), ...PLACES.slice(1)] },
      fault: ({ slack }) => {
        const members = new Set(['U00VIGIA']);
        slack.workspace.channels.set('C09VIEJO', {
          id: 'C09VIEJO',
          name: 'viejo',
          kind: 'public',
          members,
          archived: true,
          topic: '',
        });
      },
      mend: ({ slack }) => {
        const there = slack.workspace.channels.get('C09VIEJO');
        if (there !== undefined) there.archived = false;
      },
      press: 'Reintentar',
      step: /archivado/,
    },
  ],
  [
    'not invited to a public channel; invited and Retry',
    {
      digest: only,
      fault: async ({ slack }) => {
        slack.scenario.scopes.delete('chat:write.public');
        await slack.expel('C01OPERACIONES');
      },
      mend: ({ slack }) => slack.invite('C01OPERACIONES', 'U02CARLOS'),
      press: 'Reintentar',
      step: /No estoy en.*\/invite @Vigía/s,
    },
  ],
  [
    'removed from a private channel; invited and Retry',
    {
      digest: { targets: channel('C02SUPERVISORES') },
      fault: ({ slack }) => slack.expel('C02SUPERVISORES'),
      mend: ({ slack }) => slack.invite('C02SUPERVISORES', 'U02CARLOS'),
      press: 'Reintentar',
      step: /No encuentro.*\/invite @Vigía/s,
    },
  ],
  [
    'channel deleted',
    {
      digest: { targets: channel('C08BORRADO') },
      fault: () => undefined,
      wanted: 0,
      step: /si lo borraron, elige otro/,
    },
  ],
  [
    'token revoked for ten minutes; Retry',
    {
      minutes: 10,
      fault: ({ slack }) => {
        slack.scenario.tokenRevoked = true;
      },
      minutesMended: 8,
      press: 'Reintentar',
      step: /SLACK_BOT_TOKEN/,
    },
  ],
  [
    'scope chat:write missing for ten minutes; Retry',
    {
      minutes: 10,
      fault: ({ slack }) => slack.scenario.scopes.delete('chat:write'),
      minutesMended: 8,
      press: 'Reintentar',
      step: /falta un permiso.*chat:write/s,
    },
  ],
  [
    'a reply lost, and the bot may not read there',
    {
      digest: only,
      fault: ({ slack }) => {
        for (const scope of HISTORY) slack.scenario.scopes.delete(scope);
        slack.scenario.fail(POST, 'reset_after');
      },
      step: /no lo confirmó.*No lo publico otra vez.*channels:history/s,
    },
  ],
  [
    'a reply lost in a public channel it is not in',
    {
      digest: only,
      fault: async ({ slack }) => {
        await slack.expel('C01OPERACIONES');
        slack.scenario.fail(POST, 'server_error_after');
      },
      mend: ({ slack }) => slack.invite('C01OPERACIONES', 'U02CARLOS'),
      step: /No lo publico otra vez.*\/invite @Vigía/s,
    },
  ],
  [
    'nothing may be posted there (restricted_action)',
    {
      digest: only,
      fault: failing('error', { error: 'restricted_action' }),
      press: 'Reintentar',
      step: /Slack no aceptó/,
    },
  ],
  [
    'Slack down until the slot is over; Retry',
    {
      digest: { ...only, lateMs: 0 },
      fault: failing('error', { error: 'service_unavailable', times: 100 }),
      minutes: 14,
      minutesMended: 6,
      press: 'Reintentar',
      step: /Lo intenté hasta/,
    },
  ],
  [
    "the notice's own reply is lost",
    {
      digest: { targets: channel('C08BORRADO') },
      fault: ({ slack }) => {
        slack.scenario.fail(POST, 'error', { error: 'channel_not_found' });
        slack.scenario.fail(POST, 'reset_after');
      },
      wanted: 0,
      step: /elige otro/,
    },
  ],
];

const HOUR = 3_600_000;
const BOGOTA = -5 * HOUR;

let day = 0;
/** A report that nobody has read yet, so that wolkvox is asked. */
const unread = (): Partial<Digest> => {
  day += 1;
  return { ...only, parts: [{ kind: 'report', words: `agents 2025-11-${String(day).padStart(2, '0')}` }] };
};
const wolkvoxFails =
  (fault: (typeof FAULTS)[number]['fault']) =>
  ({ wolkvox }: Floor) => {
    if (fault === 'firewall') wolkvox.scenario.firewall = true;
    else wolkvox.fail(fault);
  };

describe('a digest arrives once', () => {
  it.each(PASSING)('%s', async (fault, story) => {
    const measured = await table.run({ of: 'digests', fault, run: () => desk.tell(story) });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });
});

describe('a fault that lasts reaches the owner once, with the step', () => {
  it.each(LASTING)('%s', async (fault, story) => {
    const measured = await table.run({ of: 'digests', fault, run: () => desk.tell(story) });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });
});

describe('wolkvox in each of its bad ways spoils no slot', () => {
  it.each(FAULTS.filter(({ fault }) => fault !== 'quota'))('$fault', async ({ fault, retry, es }) => {
    const story: SlotStory = {
      digest: unread(),
      fault: wolkvoxFails(fault),
      minutes: 13,
      mend: ({ wolkvox }) => {
        wolkvox.scenario.firewall = false;
      },
      minutesMended: retry ? 45 : 2,
      step: retry ? null : es,
      check: ([post]) => expect(post?.text).toMatch(retry ? /llamadas/ : /falta/),
    };
    const measured = await table.run({ of: 'digests', fault: `wolkvox: ${fault}`, run: () => desk.tell(story) });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });

  it('quota', async () => {
    // So late that the slot lasts beyond midnight, when the quota comes back.
    const { clock } = desk.floor;
    clock.move((22 * HOUR - ((clock.now() + BOGOTA) % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR));
    const story: SlotStory = {
      digest: unread(),
      fault: wolkvoxFails('quota'),
      minutes: 13,
      minutesMended: 120,
      check: ([post]) => expect(post?.text).toMatch(/llamadas/),
    };
    const measured = await table.run({ of: 'digests', fault: 'wolkvox: quota', run: () => desk.tell(story) });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });
});
