import { cronsOf } from '../../core/digests/cadence.ts';
import type { Digest } from '../../core/digests/digest.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log, Schedules } from '../../ports.ts';
import type { DigestBook } from './digest-book.ts';
import type { DigestSender } from './slots/digest-sender.ts';
import type { PausedTargets } from './slots/paused-targets.ts';
import type { SlotProgress } from './slots/slot-progress.ts';

export type JobParts = {
  readonly schedules: Schedules;
  readonly book: Pick<DigestBook, 'list'>;
  readonly progress: SlotProgress;
  readonly paused: PausedTargets;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
};

const GROUP = 'digests';
const SWEEP = 'digest-sweep/all';
const AT_ONCE = 16;

/** When digests run. Any process may declare and end; those that work take the runs. */
export function digestJobs({ schedules, book, progress, paused, settings, clock, log }: JobParts) {
  const zoneOf = ({ zone, operation }: Digest): string =>
    zone ?? (operationNamed(settings, operation) ?? settings.operations[0]).zone;
  const idsOf = (id: string, many: number): readonly string[] =>
    Array.from({ length: many }, (_, at) => `${GROUP}/${id}/${at}`);

  const end = async (id: string): Promise<void> => {
    const before = await progress.forget(id);
    for (const schedule of idsOf(id, before?.crons.length ?? 0)) await schedules.end(schedule);
  };

  /** Gives the ids of its schedules. */
  const declare = async (digest: Digest): Promise<readonly string[]> => {
    if (digest.paused) {
      await end(digest.id);
      return [];
    }
    const zone = zoneOf(digest);
    const crons = cronsOf(digest.cadence);
    const before = await progress.begin(digest, zone, clock.now());
    const ids = idsOf(digest.id, crons.length);
    for (const [at, id] of ids.entries()) await schedules.declare(id, crons[at] ?? '', zone);
    for (const id of idsOf(digest.id, before.length).slice(crons.length)) await schedules.end(id);
    return ids;
  };

  return {
    /**
     * For a digest that is new, was changed, paused or resumed: from now on it comes at its times, or not at all. Somebody has looked at
     * it, so that what was paused of its targets is tried again.
     */
    async declare(digest: Digest): Promise<void> {
      await paused.forget(digest.id);
      await declare(digest);
    },

    /** For a digest that was removed. */
    async end(id: string): Promise<void> {
      await end(id);
      await paused.forget(id);
    },

    /** Declares every digest of the book and takes runs in this process. What is declared as it was stays as it is. */
    async work(sender: Pick<DigestSender, 'run'>, reconcile: (signal?: AbortSignal) => Promise<void>): Promise<void> {
      const digests = await book.list();
      const declared: string[] = [];
      for (let from = 0; from < digests.length; from += AT_ONCE) {
        const some = await Promise.all(digests.slice(from, from + AT_ONCE).map(declare));
        declared.push(...some.flat());
      }
      // Declaring takes a while, in which another process may have made one.
      const now = (await book.list()).filter(({ paused: isPaused }) => !isPaused);
      const named = now.flatMap(({ id, cadence }) => idsOf(id, cronsOf(cadence).length));
      await schedules.keepOnly(GROUP, [...new Set([...declared, ...named])]);
      await schedules.serve(GROUP, async (schedule, at, signal) => {
        const id = schedule.slice(GROUP.length + 1, schedule.lastIndexOf('/'));
        await sender.run(id, at, signal);
      });
      await schedules.every(SWEEP, '* * * * *', 'UTC', (_at, signal) => reconcile(signal));
      log.info('digests.scheduled', { digests: digests.length, schedules: declared.length });
    },
  };
}
export type DigestJobs = ReturnType<typeof digestJobs>;
