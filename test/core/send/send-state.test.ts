import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done, failed, PROBLEM_CODES } from '../../../src/core/errors.ts';
import {
  afterLook,
  afterPost,
  firstState,
  INTENT_MS,
  isDue,
  isOver,
  putOff,
  type Sending,
  sendStateSchema,
  takenOver,
  tooLate,
} from '../../../src/core/send/send-state.ts';

const NOW = 1_763_132_400_000;
const HOUR = 3_600_000;
const limits = { now: NOW, until: NOW + HOUR };
const sending: Sending = { state: 'sending', by: 'a', since: NOW - 1_000, tries: 1, channel: 'C1' };
const posted = { channel: 'C1', ts: '1.2' };

describe('what a post makes of a message', () => {
  it('is sent only by a ts', () => {
    expect(afterPost(sending, done(posted), limits)).toEqual({ state: 'sent', ...posted, sentAt: NOW });
  });

  it('is looked for where the reply was lost, and not posted again before', () => {
    const lost = afterPost(sending, failed('slack.unclear'), limits);
    expect(lost).toMatchObject({ state: 'lost', since: sending.since, looks: 0 });
    expect(isDue(lost, NOW)).toBe(false);
  });

  it('waits as long as Slack asks, and fails where that is too long', () => {
    const busy = (seconds: number) => afterPost(sending, failed('slack.busy', {}, NOW + seconds * 1_000), limits);
    expect(busy(600)).toMatchObject({ state: 'waiting', nextAt: NOW + 600_000 });
    expect(busy(4_000)).toMatchObject({ state: 'failed', problem: { code: 'slack.busy' } });
  });

  it('fails at once where it will not pass, but for what the sender is patient with', () => {
    const revoked = failed('slack.token');
    expect(afterPost(sending, revoked, limits)).toMatchObject({ state: 'failed' });
    expect(afterPost(sending, revoked, { ...limits, patient: new Set(['slack.token'] as const) })).toMatchObject({
      state: 'waiting',
    });
  });
});

describe('what is left of a message whose time is over', () => {
  const waiting = { state: 'waiting', nextAt: NOW, tries: 0, problem: null } as const;
  const over = { now: NOW, until: NOW - 1 };

  it('is a failure where it was refused before, and only too late where nobody had tried', () => {
    const { problem } = failed('slack.unavailable');
    expect(tooLate(waiting, over)).toEqual({ state: 'skipped', at: NOW, why: 'too-late' });
    expect(tooLate({ ...waiting, problem: { ...problem, facts: {} } }, over)).toMatchObject({
      state: 'failed',
      problem,
    });
  });

  it('is nothing to be told while it is worth posting, to the last moment', () => {
    expect(tooLate(waiting, { now: NOW, until: NOW })).toBeNull();
  });
});

describe('what a look makes of a lost message', () => {
  const lost = { state: 'lost', since: NOW - 10_000, nextAt: NOW, tries: 1, looks: 0, channel: 'C1' } as const;

  it('is sent where it is found', () => {
    expect(afterLook(lost, done(posted), limits)).toMatchObject({ state: 'sent', ts: '1.2' });
  });

  it('may be posted again only when it was not there twice', () => {
    const once = afterLook(lost, done(null), limits);
    expect(once).toMatchObject({ state: 'lost', looks: 1 });
    expect(once.state === 'lost' && afterLook(once, done(null), limits)).toMatchObject({ state: 'waiting' });
  });

  it('is unclear for good where nobody may look, and looked for again where Slack is busy', () => {
    expect(afterLook(lost, failed('slack.scope'), limits)).toMatchObject({ state: 'unclear' });
    expect(afterLook(lost, failed('slack.unclear'), limits)).toMatchObject({ state: 'unclear' });
    expect(afterLook(lost, failed('slack.busy'), limits)).toMatchObject({ state: 'lost', looks: 0 });
  });
});

describe('an intent', () => {
  it("is nobody's after its time, also where the clock was set back", () => {
    expect(isDue(sending, NOW)).toBe(false);
    expect(isDue(sending, sending.since + INTENT_MS + 1)).toBe(true);
    expect(isDue(sending, sending.since - HOUR)).toBe(true);
    expect(takenOver(sending, NOW)).toMatchObject({ state: 'lost', looks: 1, nextAt: NOW });
  });
});

describe('every state', () => {
  it('is stored and read again as it is, and ends or comes due by itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROBLEM_CODES),
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 3 * HOUR }), { nil: null }),
        (code, tries, retryMs) => {
          const { problem } = failed(code, { channel: 'C1', limit: 3 }, retryMs === null ? null : NOW + retryMs);
          for (const state of [
            firstState(NOW),
            putOff(tries, problem, limits),
            afterPost({ ...sending, tries }, { ok: false, problem }, limits),
          ]) {
            expect(sendStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
            expect(isOver(state) || isDue(state, limits.until)).toBe(true);
          }
        },
      ),
    );
  });
});
