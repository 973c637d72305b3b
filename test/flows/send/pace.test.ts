import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackPace } from '../../../src/flows/send/pace.ts';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { floorClock } from '../../end-to-end/floor/floor-clock.ts';

let opened: Embedded;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

type Post = { readonly channel: string; readonly at: number; readonly name: string };

describe('the pace of posting', () => {
  it('is one message a second in a channel and five in the workspace, over two processes, in the order of asking', async () => {
    const clock = floorClock();
    const { counters } = opened.store;
    const posts: Post[] = [];
    const paces = [slackPace({ counters, clock }), slackPace({ counters, clock })];
    const work = paces.flatMap((pace, process) =>
      Array.from({ length: 60 }, (_, index) => {
        const channel = `C${index % 12}`;
        return pace.inTurn(channel, async () => {
          posts.push({ channel, at: clock.now(), name: `${process}/${index}` });
        });
      }),
    );
    await clock.passing(Promise.all(work), 600_000);
    expect(posts).toHaveLength(120);
    const bySecond = new Map<number, Post[]>();
    for (const post of posts) {
      const second = Math.floor(post.at / 1_000);
      bySecond.set(second, [...(bySecond.get(second) ?? []), post]);
    }
    for (const together of bySecond.values()) {
      expect(together.length).toBeLessThanOrEqual(5);
      expect(new Set(together.map(({ channel }) => channel)).size).toBe(together.length);
    }
    const seconds = [...bySecond.keys()];
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThan(40);
    for (const process of ['0', '1']) {
      for (let channel = 0; channel < 12; channel += 1) {
        const order = posts
          .filter((post) => post.channel === `C${channel}` && post.name.startsWith(`${process}/`))
          .map(({ name }) => Number(name.split('/')[1]));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
    }
  });

  it('holds everything while Slack asks for a pause, a minute at most', async () => {
    const clock = floorClock();
    const pace = slackPace({ counters: opened.store.counters, clock });
    const from = clock.now();
    pace.hold(from + 30_000);
    const at = await clock.passing(
      pace.inTurn('C77', async () => clock.now()),
      600_000,
    );
    expect(at).toBeGreaterThanOrEqual(from + 30_000);
    pace.hold(clock.now() + 3_600_000);
    const later = clock.now();
    const next = await clock.passing(
      pace.inTurn('C78', async () => clock.now()),
      600_000,
    );
    expect((next ?? 0) - later).toBeLessThanOrEqual(61_000);
  });

  it('goes on where the clock is set back, and gives no turn to what is told to stop', async () => {
    const clock = floorClock();
    const pace = slackPace({ counters: opened.store.counters, clock });
    await clock.passing(
      Promise.all(Array.from({ length: 20 }, () => pace.inTurn('C90', async () => undefined))),
      600_000,
    );
    clock.move(-5_000);
    const from = clock.now();
    const at = await clock.passing(
      pace.inTurn('C91', async () => clock.now()),
      600_000,
    );
    expect((at ?? 0) - from).toBeLessThan(30_000);
    const stop = new AbortController();
    stop.abort();
    expect(await pace.inTurn('C92', async () => 'posted', stop.signal)).toBeNull();
  });
});
