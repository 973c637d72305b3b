import { setTimeout as pause } from 'node:timers/promises';
import { openDigests, type DigestOptions } from '../../../../src/app-digests.ts';
import { Secret } from '../../../../src/config/secret.ts';
import type { Digest } from '../../../../src/core/digests/digest.ts';
import { type Operation, PLAIN_OPERATION } from '../../../../src/core/operation.ts';
import type { Settings } from '../../../../src/core/settings.ts';
import type { DigestSlot, MakeDigest } from '../../../../src/flows/digests/card/digest-card.ts';
import { NO_PACE } from '../../../../src/flows/send/pace.ts';
import { formats } from '../../../../src/flows/read/format-for.ts';
import type { Clock, Store } from '../../../../src/ports.ts';
import { type SlackSimulator, startSlack } from '../../../../src/simulators/slack/index.ts';
import { openTestStore } from '../../../fixtures/embedded-store.ts';
import { handSchedules } from '../../../fixtures/hand-schedules.ts';
import { notingLog } from '../../../fixtures/quiet-log.ts';

export const BOGOTA: Operation = { ...PLAIN_OPERATION, id: 'bogota', name: 'Operación Bogotá', country: 'CO' };

/** A clock of its own: who waits has waited, and time goes on. `slow`: waiting really takes so many milliseconds at most. */
export type JumpingClock = Clock & { readonly set: (now: number) => void; slow: number };

export function jumpingClock(start: number): JumpingClock {
  let now = start;
  return {
    slow: 0,
    now: () => now,
    set(to) {
      now = to;
    },
    async wait(ms, signal) {
      await (this.slow > 0 && ms > 0
        ? pause(Math.min(ms, this.slow))
        : new Promise((resolve) => setImmediate(resolve)));
      if (!signal?.aborted) now += Math.max(0, ms);
    },
  };
}

export type SenderDesk = Awaited<ReturnType<typeof openSenderDesk>>;

/** The sending of digests on a store in memory and a simulated Slack; what they say is a line with the slot's time. */
export async function openSenderDesk(
  start: number,
  change: { readonly settings?: Partial<Settings>; readonly options?: DigestOptions } = {},
) {
  const clock = jumpingClock(start);
  const opened = await openTestStore();
  const slack: SlackSimulator = await startSlack({ now: () => clock.now(), page: false });
  const log = notingLog();
  const made: { readonly digest: string; readonly slot: DigestSlot }[] = [];
  const making: { now: MakeDigest } = {
    now: async ({ id, name }, slot) => {
      made.push({ digest: id, slot });
      const headline = `${name} ${new Date(slot.at).toISOString()}${slot.late ? ' tarde' : ''}`;
      return { card: { headline, sections: [], trust: [], actions: [] }, named: null, missing: [], readAll: true };
    },
  };
  const settings: Settings = {
    operations: [BOGOTA],
    channels: {},
    roles: null,
    command: '/wolkvox',
    digests: [],
    rules: [],
    ...change.settings,
  };
  let workers = 0;
  const schedules = handSchedules();
  /** Another process, as far as the store and Slack can tell. */
  const worker = (store: Store = opened.store) =>
    openDigests(
      {
        settings,
        clock,
        log,
        store,
        metrics: { count: () => {}, gauge: () => {}, observe: () => {}, text: async () => '' },
        formatFor: formats(),
        schedules,
        closing: new AbortController().signal,
        holidays: { isHoliday: (date) => date === '2025-12-25' },
        newId: () => `worker-${(workers += 1)}`,
        makeDigest: (...asked) => making.now(...asked),
        config: {
          slack: {
            mode: null,
            botToken: new Secret(slack.botToken, { kind: 'literal' }),
            appToken: null,
            signingSecret: null,
            apiUrl: slack.apiUrl,
            command: '/wolkvox',
          },
        },
      },
      { pace: NO_PACE, jitterMs: 1, ...change.options },
    );
  const digests = worker();
  const declare = async (digest: Digest): Promise<Digest> => {
    const there = await digests.book.get(digest.id);
    const saved = await digests.book.save(digest, there?.revision ?? 'absent');
    if (!saved.ok) throw new Error(saved.problem.code);
    await digests.jobs.declare(digest);
    return digest;
  };
  return {
    clock,
    slack,
    log,
    made,
    making,
    store: opened.store,
    schedules,
    digests,
    worker,
    declare,
    texts: (channel: string) => slack.messages(channel).map(({ text }) => text),
    async close() {
      await slack.close();
      await opened.close();
    },
  };
}

export function aDigest(id: string, change: Partial<Digest> = {}): Digest {
  return {
    id,
    name: id,
    operation: 'bogota',
    targets: [{ kind: 'channel', id: 'C01OPERACIONES' }],
    parts: [{ kind: 'quota' }],
    cadence: { kind: 'times', at: ['08:00'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
    zone: null,
    locale: null,
    skipHolidays: false,
    lateMs: 14_400_000,
    owner: 'U02CARLOS',
    paused: false,
    origin: 'slack',
    ...change,
  };
}
