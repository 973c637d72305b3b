import { setTimeout as pause } from 'node:timers/promises';
import type { Digest, Target } from '../../src/core/digests/digest.ts';
import type { DigestOptions } from '../../src/app-digests.ts';
import type { Message } from '../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../end-to-end/floor/floor.ts';
import type { Measured } from './fault-table.ts';

const MINUTE = 60_000;
const TIMES_FASTER = 300;
export const OWNER = 'U02CARLOS';
export const PLACES: Target[] = [
  { kind: 'channel', id: 'C01OPERACIONES' },
  { kind: 'channel', id: 'C02SUPERVISORES' },
  { kind: 'person', id: 'U05JOAO' },
];

export type Told = { readonly text: string; readonly ts: string };
export type SlotStory = {
  readonly digest?: Partial<Digest>;
  /** What goes wrong; called when the digest is scheduled and before its time. */
  readonly fault: (floor: Floor) => unknown;
  /** Minutes of sweeps with the fault. */
  readonly minutes?: number;
  /** What is mended, and for how many minutes it is swept after that. */
  readonly mend?: (floor: Floor) => unknown;
  readonly minutesMended?: number;
  /** The owner presses the button under the notice. */
  readonly press?: string;
  /** What each target is to have got at the end; left out: one post. */
  readonly wanted?: number;
  /** What the owner is to be told; null: nothing. */
  readonly step?: RegExp | null;
  readonly check?: (posts: readonly Message[]) => void;
};

/** A bot whose Slack and wolkvox fail as a row says: its digests, their slots and what people saw of them. */
export async function openDigestFloor(options: { readonly redisUrl?: string; readonly digests?: DigestOptions } = {}) {
  const floor = await openFloor({
    ...(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl }),
    yaml: (usual) => usual.replace('pacing: { spacing: 0s }', 'pacing: { spacing: 0s, freshness: 30s }'),
  });
  const { slack, clock, schedules, bot } = floor;
  let made = 0;
  while (!schedules.declared.has('digest-sweep/all')) await new Promise((resolve) => setImmediate(resolve));

  const marked = (key: string): readonly Message[] =>
    slack.workspace.messages.filter(({ metadata }) => JSON.stringify(metadata ?? null).includes(`"key":"${key}`));
  const until = (instant: number): void => clock.move(Math.max(0, instant - clock.now()));
  /** Time runs fast beside the work, but runs: what really takes seconds must not take hours of the clock. */
  const live = async <T>(work: Promise<T>): Promise<T> => {
    const end = new AbortController();
    const settled = work.finally(() => end.abort());
    settled.catch(() => undefined);
    const from = { real: performance.now(), clock: clock.now() };
    while (!end.signal.aborted) {
      await pause(1);
      until(from.clock + (performance.now() - from.real) * TIMES_FASTER);
    }
    return settled;
  };
  const sweep = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      until((Math.floor(clock.now() / MINUTE) + 1) * MINUTE);
      await live(schedules.run('digest-sweep/all', clock.now()));
    }
  };
  const timeOf = (instant: number): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Bogota', hour: '2-digit', minute: '2-digit' }).format(
      instant,
    );

  /** A digest whose next slot is at the next five minutes; gives that slot. */
  const schedule = async (change: Partial<Digest> = {}): Promise<{ readonly digest: Digest; readonly at: number }> => {
    made += 1;
    const at = (Math.floor(clock.now() / (5 * MINUTE)) + 1) * 5 * MINUTE;
    const digest: Digest = {
      id: `d${made}`,
      name: `Corte ${made}`,
      operation: 'bogota',
      targets: PLACES,
      parts: [{ kind: 'report', words: 'agents yesterday' }],
      cadence: { kind: 'times', at: [timeOf(at)], weekdays: [1, 2, 3, 4, 5, 6, 7] },
      zone: null,
      locale: null,
      skipHolidays: false,
      lateMs: 4 * 60 * MINUTE,
      owner: OWNER,
      paused: false,
      origin: 'slack',
      ...change,
    };
    const saved = await bot.digests.book.save(digest, 'absent');
    if (!saved.ok) throw new Error(saved.problem.code);
    await bot.digests.jobs.declare(digest);
    return { digest, at };
  };
  const runSlot = async (id: string, at: number): Promise<void> => {
    until(at);
    await live(schedules.run(`digests/${id}/0`, at));
  };
  const postsOf = (id: string): readonly Message[] =>
    marked(`${id}/`).filter(({ metadata }) => !JSON.stringify(metadata).includes('/named:'));
  const toldOf = (name: string): readonly Message[] =>
    marked('notice/').filter(({ text }) => text.includes(`${name}”`) || text.includes(`${name}»`));

  const tell = async (story: SlotStory): Promise<Measured> => {
    const { digest, at } = await schedule(story.digest);
    await story.fault(floor);
    await runSlot(digest.id, at);
    await sweep(story.minutes ?? 3);
    slack.scenario.heal();
    floor.wolkvox.heal();
    await story.mend?.(floor);
    await sweep(story.minutesMended ?? 0);
    const told = toldOf(digest.name);
    if (story.press !== undefined) {
      const [notice] = told;
      if (notice === undefined) throw new Error('the owner was told nothing');
      await live(floor.press(OWNER, notice, story.press));
      await sweep(2);
    }
    const posts = postsOf(digest.id);
    story.check?.(posts);
    const { wanted = 1, step = null } = story;
    const counts = digest.targets.map(
      ({ kind, id }) => posts.filter(({ channel }) => channel === (kind === 'person' ? `D${id.slice(1)}` : id)).length,
    );
    await bot.digests.book.remove(digest.id);
    await bot.digests.jobs.end(digest.id);
    return {
      cases: 1,
      wanted: wanted * digest.targets.length,
      lost: counts.reduce((sum, count) => sum + Math.max(0, wanted - count), 0),
      doubled: counts.reduce((sum, count) => sum + Math.max(0, count - wanted), 0),
      told: toldOf(digest.name).length,
      toldWanted: step === null ? 0 : 1,
      step: step === null ? null : told.length > 0 && told.every(({ text }) => step.test(text)),
    };
  };
  return { floor, schedule, runSlot, sweep, until, postsOf, toldOf, tell };
}
export type DigestFloor = Awaited<ReturnType<typeof openDigestFloor>>;
