import { startRedis } from '../fixtures/redis-server.ts';
import { openTown } from '../end-to-end/town.ts';
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
  /** Requests to wolkvox for the same report and window sooner than it may be asked again. */
  readonly askedTooSoon: number;
  readonly requests: number;
  readonly killed: Readonly<Record<string, number>>;
  readonly first: Spread;
  readonly final: Spread;
  readonly back: Spread;
  readonly codes: readonly (number | null)[];
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

/** Two workers and a web on one Redis, people who type, and a kill in turns; null where there is no redis-server. */
export async function prove({ perMinute, forMs, killEveryMs, settleMs, say }: Load): Promise<Proof | null> {
  const redis = await startRedis();
  if (redis === null) return null;
  const town = await openTown(
    (usual) => usual.replace('spacing: 0s', `spacing: 0s, freshness: ${FRESHNESS_S}s`),
    PEOPLE,
  );
  try {
    town.slack.scenario.looksAtBlocks = false;
    const fleet = new Fleet(town, redis.url);
    await fleet.start();
    say(`a web and two workers run; ${perMinute} commands a minute for ${forMs / 1_000} s`);
    const crowd = new Crowd(town);
    const enough = new AbortController();
    const killing = fleet.killing(killEveryMs, enough.signal);
    await crowd.type(perMinute, forMs);
    enough.abort();
    await killing;
    say('nobody types any more and nobody is killed; waiting for the last answers');
    await crowd.settled(settleMs);
    const codes = await fleet.end();
    return {
      commands: crowd.asked.length,
      typedAgain: crowd.asked.filter(({ refused }) => refused > 0).length,
      lost: crowd.unanswered().length,
      doubled: crowd.doubled().length,
      interrupted: crowd.interrupted().length,
      askedTooSoon: tooSoon(town.wolkvox.log),
      requests: town.wolkvox.log.length,
      killed: Object.fromEntries(
        ['web', 'worker'].map((role) => [role, fleet.killed.filter((one) => one === role).length]),
      ),
      first: spread(crowd.asked.map(({ first }) => first)),
      final: spread(crowd.asked.map(({ final }) => final)),
      back: spread(fleet.backMs),
      codes,
    };
  } finally {
    await town.close();
    await redis.close();
  }
}

/** Of the same question, whatever minute its window ends in: what is asked of today reaches a little further each time. */
function tooSoon(log: readonly { readonly startedAt: number; readonly api: string; readonly query: object }[]): number {
  const last = new Map<string, number>();
  let found = 0;
  for (const { startedAt: at, api, query } of log) {
    const key = JSON.stringify([api, query]);
    const before = last.get(key);
    if (before !== undefined && at - before < (FRESHNESS_S - 1) * 1_000) found += 1;
    last.set(key, at);
  }
  return found;
}

function spread(values: readonly (number | null)[]): Spread {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
