import type { Clock, Counters } from '../../ports.ts';

/**
 * Slack's pace for posting, over all processes: one message a second in a channel, in the order in which turns were asked for in this
 * process, and several hundred a minute in the workspace (docs.slack.dev/apis/web-api/rate-limits).
 */
export type Pace = {
  /** Does the work when it is the channel's turn; gives null, without doing it, when the signal ends the waiting. */
  readonly inTurn: <T>(channel: string, work: () => Promise<T>, signal?: AbortSignal) => Promise<T | null>;
  /** Slack asked for a pause: nobody here posts before `until` (epoch ms). */
  readonly hold: (until: number) => void;
};

const SECOND = 1_000;
const WORKSPACE_PER_SECOND = 5;
const LONGEST_HOLD_MS = 60_000;
const MOST_SECONDS = 3_600;
const KEPT_MS = 120_000;

export function slackPace(
  { counters, clock }: { readonly counters: Counters; readonly clock: Clock },
  perSecond = WORKSPACE_PER_SECOND,
): Pace {
  const last = new Map<string, Promise<unknown>>();
  const reached = new Map<string, number>();
  let full = 0;
  let heldUntil = 0;
  let seen = 0;

  /** The first second from now on that both the channel and the workspace have room in, counted in the store. */
  const reserve = async (channel: string): Promise<number> => {
    const now = clock.now();
    if (now < seen - SECOND) {
      // The clock was set back: what was reached was reached in a time that comes again.
      reached.clear();
      full = 0;
      heldUntil = 0;
    }
    seen = now;
    const from = Math.max(
      Math.floor(now / SECOND),
      full,
      (reached.get(channel) ?? -1) + 1,
      Math.ceil(heldUntil / SECOND),
    );
    for (let second = from; second < from + MOST_SECONDS; second += 1) {
      const forget = second * SECOND + KEPT_MS;
      if ((await counters.add(`slack-pace/${channel}/${second}`, 1, forget)) > 1) continue;
      if ((await counters.add(`slack-pace/all/${second}`, 1, forget)) > perSecond) {
        full = Math.max(full, second + 1);
        continue;
      }
      reached.set(channel, second);
      return second;
    }
    return from + MOST_SECONDS;
  };

  const inTurn: Pace['inTurn'] = async (channel, work, signal) => {
    const before = last.get(channel) ?? Promise.resolve();
    const mine = (async () => {
      await before.catch(() => undefined);
      const second = await reserve(channel);
      await clock.wait(Math.max(second * SECOND, heldUntil) - clock.now(), signal);
      return signal?.aborted ? null : work();
    })();
    last.set(channel, mine);
    try {
      return await mine;
    } finally {
      if (last.get(channel) === mine) last.delete(channel);
      for (const [name, second] of reached) {
        if (reached.size <= 1_000) break;
        if (second * SECOND < clock.now()) reached.delete(name);
      }
    }
  };
  return {
    inTurn,
    hold(until) {
      heldUntil = Math.max(heldUntil, Math.min(until, clock.now() + LONGEST_HOLD_MS));
    },
  };
}

/** For Slacks that have no pace: everything at once. */
export const NO_PACE: Pace = { inTurn: (_channel, work) => work(), hold: () => undefined };
