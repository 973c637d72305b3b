import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackSimulator, startSlack } from '../../src/simulators/slack/index.ts';
import { freshDataDir } from '../end-to-end/floor/data-dir.ts';
import { startRedis } from '../fixtures/redis-server.ts';
import { type Child, spawnChild } from './children.ts';
import { faultTable, isSound, type Measured } from './fault-table.ts';

/** All of them where faults are what is run, and in CI; some of them among all other tests. */
const ALL = process.env['FAULTS'] === 'all' || process.env['CI'] !== undefined;
const KILLS = ALL ? 100 : 10;
const KILLS_ON_REDIS = ALL ? 50 : 10;
const RACES = ALL ? 15 : 4;
const KILLED_RACES = ALL ? 10 : 2;
const RESTARTS = ALL ? 30 : 4;
const START = Date.parse('2025-11-14T08:00:00-05:00');
const TARGETS = ['C01OPERACIONES', 'C02SUPERVISORES', 'D02CARLOS'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const table = faultTable('Digests: processes that are killed, and that race');
const redis = await startRedis();
let slack: SlackSimulator;
beforeAll(async () => {
  // Later than the children's clocks ever are: they look for their posts from their own time on.
  slack = await startSlack({ now: () => START + 10_000 * HOUR, page: false });
});
afterAll(async () => {
  table.print();
  await slack.close();
  await redis?.close();
});

function counted(slots: readonly string[]): Measured {
  const posts = slack.workspace.messages.map(({ channel, metadata }) => `${channel} ${JSON.stringify(metadata ?? '')}`);
  const counts = slots.flatMap((id) =>
    TARGETS.map(
      (target) => posts.filter((post) => post.startsWith(`${target} `) && post.includes(`"key":"${id}/`)).length,
    ),
  );
  return {
    cases: slots.length,
    wanted: counts.length,
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    told: 0,
    toldWanted: 0,
    step: null,
  };
}

/** One process after the other runs slots and is killed in the middle of one; the next finishes what it left. */
async function killed(store: string, name: string, most: number): Promise<Measured> {
  const slots: string[] = [];
  const told = (now: number) => ({ apiUrl: slack.apiUrl, token: slack.botToken, store, now, times: 0 });
  let base = START;
  let next = spawnChild();
  let longest = 0;
  const slot = async (child: Child, minutes: number) => {
    const id = `${name}${slots.length}`;
    slots.push(id);
    return child.run(id, base + minutes * MINUTE);
  };
  for (let kills = 0; kills < most; base += HOUR) {
    const child = next;
    next = spawnChild();
    await child.begin(told(base));
    if (longest === 0) {
      // The second slot: in the first one much is loaded.
      await (await slot(child, 1)).done;
      const from = performance.now();
      await (await slot(child, 2)).done;
      longest = performance.now() - from;
    }
    for (let minutes = 3; ; minutes += 1) {
      const { done } = await slot(child, minutes);
      if ((await Promise.race([done, pause(Math.random() * longest, 'killed' as const)])) === 'killed') break;
    }
    await child.kill();
    kills += 1;
  }
  await next.begin(told(base));
  await next.kill();
  return counted(slots);
}

/** Two such rows of processes at once, each on a store of its own. */
async function killedInTwo(stores: readonly [string, string], name: string, kills: number): Promise<Measured> {
  const both = await Promise.all(stores.map((store, at) => killed(store, `${name}${at}-`, kills / 2)));
  return both.reduce((one, other) => ({
    ...one,
    cases: one.cases + other.cases,
    wanted: one.wanted + other.wanted,
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
  }));
}

/** Two processes on one store run the same slots at the same moment; in some one of them is killed. */
async function raced(store: string, name: string, races: number, kill: boolean): Promise<Measured> {
  const slots: string[] = [];
  const from = performance.now();
  const now = () => START + (performance.now() - from) * 60;
  const begin = async () => {
    const child = spawnChild();
    await child.begin({ apiUrl: slack.apiUrl, token: slack.botToken, store, now: now(), times: 60, unmovedMs: MINUTE });
    return child;
  };
  let [one, other] = await Promise.all([begin(), begin()]);
  for (let race = 0; race < races; race += 1) {
    const id = `${name}${race}`;
    slots.push(id);
    const at = Math.ceil(now() / MINUTE) * MINUTE;
    const runs = await Promise.all([one.run(id, at), other.run(id, at)]);
    if (kill) {
      await pause(Math.random() * 60);
      await one.kill();
      [, one] = await Promise.all([runs[1].done, begin()]);
    } else await Promise.all(runs.map(({ done }) => done));
  }
  await Promise.all([one.kill(), other.kill()]);
  return counted(slots);
}

/** The store goes away in the middle of each slot and comes back with what it had written; the process goes on. */
async function restarted(name: string, most: number): Promise<Measured> {
  const store = await startRedis();
  if (store === null) throw new Error('there was a Redis a moment ago');
  const slots: string[] = [];
  const from = performance.now();
  const now = () => START + (performance.now() - from) * 60;
  const child = spawnChild();
  await child.begin({ apiUrl: slack.apiUrl, token: slack.botToken, store: store.url, now: now(), times: 60 });
  let longest = 0;
  while (slots.length <= most) {
    const id = `${name}${slots.length}`;
    slots.push(id);
    const { done } = await child.run(id, Math.ceil(now() / MINUTE) * MINUTE);
    const began = performance.now();
    if (longest > 0) {
      await pause(Math.random() * longest);
      await store.away();
      await store.back();
    }
    await done;
    longest ||= performance.now() - began;
  }
  await child.kill();
  await store.close();
  return counted(slots);
}

describe.concurrent('a slot in three targets', { timeout: 900_000 }, () => {
  it(`arrives once over ${KILLS} kills, on the embedded store`, async () => {
    const [one, other] = await Promise.all([freshDataDir(), freshDataDir()]);
    const measured = await table.run({
      of: 'digests',
      fault: `kill -9 at ${KILLS} random moments, embedded store`,
      run: () => killedInTwo([one.dir, other.dir], 'e', KILLS),
    });
    await Promise.all([one.remove(), other.remove()]);
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });

  it.skipIf(redis === null)(`arrives once over ${KILLS_ON_REDIS} kills, on Redis`, async () => {
    const measured = await table.run({
      of: 'digests',
      fault: `kill -9 at ${KILLS_ON_REDIS} random moments, Redis`,
      run: () => killedInTwo([`${redis?.url}/1`, `${redis?.url}/2`], 'r', KILLS_ON_REDIS),
    });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });

  it.skipIf(redis === null)(
    `arrives once where the store is restarted in the middle of it, ${RESTARTS} times`,
    async () => {
      const measured = await table.run({
        of: 'digests',
        fault: `the store restarted at ${RESTARTS} random moments, Redis`,
        run: () => restarted('s', RESTARTS),
      });
      expect(isSound(measured), JSON.stringify(measured)).toBe(true);
    },
  );

  it.skipIf(redis === null)('arrives once where two workers race for it', async () => {
    const measured = await table.run({
      of: 'digests',
      fault: 'two workers race, Redis',
      run: () => raced(redis?.url ?? '', 'w', RACES, false),
    });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });

  it.skipIf(redis === null)('arrives once where two workers race for it and one is killed', async () => {
    const measured = await table.run({
      of: 'digests',
      fault: 'two workers race, one is killed, Redis',
      run: () => raced(`${redis?.url}/3`, 'k', KILLED_RACES, true),
    });
    expect(isSound(measured), JSON.stringify(measured)).toBe(true);
  });
});
