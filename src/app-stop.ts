import type { Intake } from './adapters/slack/receivers.ts';
import type { House } from './app-house.ts';
import type { KeptCommands } from './flows/answer/kept-commands.ts';
import type { RunningHttp } from './triggers/http/start-http.ts';

/** The longest that a stop waits for work under way, the time to tell who asked what becomes of it included. */
const DRAIN_MS = 30_000;
const LAST_WORDS_MS = 4_000;

export type Parts = { readonly house: House; readonly slack: Intake | null; readonly working: boolean };

/** Each part of a bot with `ready`, or why it is not; Slack only where this process listens to it. */
export async function readiness({ house, slack, working }: Parts): Promise<Readonly<Record<string, string>>> {
  const answers = (work: Promise<unknown>) =>
    work.then(
      () => 'ready',
      () => 'no answer',
    );
  const [store, jobs] = await Promise.all([answers(house.store.ping()), answers(house.lanes.counts())]);
  return {
    store,
    jobs: working ? jobs : 'starting',
    ...(slack === null ? {} : { slack: slack.connected() ? 'ready' : 'not connected' }),
  };
}

export type Running = {
  readonly house: House;
  readonly slack: Intake | null;
  readonly http: RunningHttp;
  readonly kept: KeptCommands;
};

/** Takes nothing more, finishes what runs, closes everything. `startedAt`: when it was told to, epoch ms. */
export async function stop({ house, slack, http, kept }: Running, startedAt: number): Promise<void> {
  house.log.info('stopping', {});
  const work = DRAIN_MS - LAST_WORDS_MS;
  const left = () => Math.min(work, Math.max(0, startedAt + work - house.clock.now()));
  // Told first, so that a digest which is being made is left to the next process and not posted with what can no longer be read.
  const ended = house.schedules.close();
  await slack?.stop();
  await slack?.drain(left());
  await house.lanes.close(left());
  const drained = (await slack?.drain(LAST_WORDS_MS)) ?? true;
  await kept.close();
  await http.close(1_000);
  await ended;
  await house.close();
  house.log.info('stopped', { drained, ms: house.clock.now() - startedAt });
}
