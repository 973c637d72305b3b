import { setTimeout as pause } from 'node:timers/promises';
import { startRedis } from '../fixtures/redis-server.ts';
import { runningNow } from '../end-to-end/floor/child.ts';
import { openTown } from '../end-to-end/floor/town.ts';
import { CHANNELS, Clockwork, clockworkYaml } from './clockwork.ts';
import { Crowd, PEOPLE } from './crowd.ts';
import { Fleet } from './fleet.ts';

export type Proof = {
  readonly commands: number;
  /** Typed again because Slack said at once that nobody took it: the only web was just killed. */
  readonly typedAgain: number;
  readonly lost: number;
  readonly doubled: number;
  /** Told that nobody can know whether their answer arrived, in place of a second one. */
  readonly interrupted: number;
  /** Slots of digests and cards of rules that had to come; those that did not; messages that came twice. */
  readonly slots: number;
  readonly lostDigests: readonly string[];
  readonly lostRules: readonly string[];
  readonly postedTwice: readonly string[];
  /** Requests to wolkvox for the same report and window sooner than it may be asked again. */
  readonly askedTooSoon: readonly string[];
  readonly requests: number;
  readonly killed: Readonly<Record<string, number>>;
  readonly first: Spread;
  readonly final: Spread;
  readonly back: Spread;
  readonly codes: readonly (number | null)[];
  /** What the processes logged that may explain what is missing. */
  readonly logged: Readonly<Record<string, number>>;
};
export type Spread = { readonly p50: number; readonly p99: number; readonly most: number };

export type Load = {
  readonly perMinute: number;
  readonly forMs: number;
  readonly killEveryMs: number;
  /** How long the last ones may still wait for their answer. */
  readonly settleMs: number;
  readonly say: (line: string) => void;
};

const FRESHNESS_S = 30;
/** A request may be longer on its way than the one before it. */
const CLOCKS_S = 3;
const EXPLAINS = [
  'command.taken-over',
  'slack.answer-by-direct-message',
  'slack.answer-not-sent',
  'flow.failed',
  'store.away',
];
const LEAD_MS = 12_000;
const MINUTE = 60_000;

/** Two workers and a web on one Redis, people who type, and a kill in turns; null where there is no redis-server. */
export async function prove({ perMinute, forMs, killEveryMs, settleMs, say }: Load): Promise<Proof | null> {
  const redis = await startRedis();
  if (redis === null) return null;
  const pace = (usual: string) => usual.replace('spacing: 0s', `spacing: 0s, freshness: ${FRESHNESS_S}s`);
  const town = await openTown((usual) => clockworkYaml(pace(usual)), PEOPLE, CHANNELS);
  try {
    town.slack.scenario.looksAtBlocks = false;
    const fleet = new Fleet(town, redis.url);
    await fleet.start();
    say(`a web and two workers run; ${perMinute} commands a minute for ${forMs / 1_000} s`);
    const crowd = new Crowd(town);
    const clockwork = new Clockwork(town);
    await fleet.said(/"event":"digests.scheduled"/);
    // So that also a short proof has a full minute in it.
    await pause(untilBefore(runningNow(), LEAD_MS));
    clockwork.begin();
    const enough = new AbortController();
    const killing = fleet.killing(killEveryMs, enough.signal);
    await crowd.type(perMinute, forMs);
    clockwork.end();
    enough.abort();
    await killing;
    say('nobody types any more and nobody is killed; waiting for the last answers');
    const missing = () => crowd.unanswered().length + clockwork.lostDigests().length + clockwork.lostRules().length;
    const until = performance.now() + settleMs;
    while (missing() > 0 && performance.now() < until) await pause(200);
    say(
      `unanswered ${crowd.unanswered().length}, slots missing ${clockwork.lostDigests().length}, rules missing ${clockwork.lostRules().length}`,
    );
    const codes = await fleet.end();
    return {
      commands: crowd.asked.length,
      typedAgain: crowd.asked.filter(({ refused }) => refused > 0).length,
      lost: crowd.unanswered().length,
      doubled: crowd.doubled().length,
      interrupted: crowd.interrupted().length,
      slots: clockwork.expected().length,
      lostDigests: clockwork.lostDigests(),
      lostRules: clockwork.lostRules(),
      postedTwice: clockwork.doubled(),
      askedTooSoon: tooSoon(town.wolkvox.log),
      requests: town.wolkvox.log.length,
      killed: Object.fromEntries(
        ['web', 'worker'].map((role) => [role, fleet.killed.filter((one) => one === role).length]),
      ),
      first: spread(crowd.asked.map(({ first }) => first)),
      final: spread(crowd.asked.map(({ final }) => final)),
      back: spread(fleet.backMs),
      codes,
      logged: fleet.logged(EXPLAINS),
    };
  } finally {
    await town.close();
    await redis.close();
  }
}

/** Until so long before the next full minute; at once within it. */
function untilBefore(now: number, leadMs: number): number {
  const left = MINUTE - (now % MINUTE);
  return left > leadMs ? left - leadMs : 0;
}

/** How much is left is asked when it is due, by whoever finds so first. */
const QUOTA = 'token_info';

/** Of the same question, whatever minute its window ends in: what is asked of today reaches a little further each time. */
function tooSoon(
  log: readonly { readonly startedAt: number; readonly api: string; readonly query: object }[],
): readonly string[] {
  const last = new Map<string, number>();
  const found: string[] = [];
  for (const { startedAt: at, api, query } of log) {
    if (api === QUOTA) continue;
    const key = JSON.stringify([api, query]);
    const before = last.get(key);
    if (before !== undefined && at - before < (FRESHNESS_S - CLOCKS_S) * 1_000)
      found.push(`${key} after ${at - before} ms`);
    last.set(key, at);
  }
  return found;
}

function spread(values: readonly (number | null)[]): Spread {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
