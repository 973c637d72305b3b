import { failed } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Lanes, Log } from '../../ports.ts';
import { type Bull, type LaneEngine, openBull } from './engine.ts';
import { Lane } from './lane.ts';

const LOCK_MS = 20_000;
const PATIENCE_MS = 30_000;

/**
 * The lanes port on BullMQ: one queue per token, named `lane-<laneIdOf(operation)>` (a hash; operations of one token
 * share it), made at its first use. Its library is loaded then too. The engine stays open: its opener closes it.
 */
export function openLanes(options: {
  readonly engine: LaneEngine;
  readonly clock: Clock;
  readonly log: Log;
  readonly laneIdOf: (operation: Operation) => string;
  /** How long a worker may be silent before its job is given to another. */
  readonly lockMs?: number;
}): Lanes {
  const { engine, clock, log, laneIdOf, lockMs = LOCK_MS } = options;
  const lanes = new Map<string, Promise<Lane>>();
  let bull: Promise<Bull> | null = null;
  let closing: Promise<void> | null = null;

  const openLane = async (name: string): Promise<Lane> => {
    bull ??= openBull(engine, lockMs);
    const opened = await bull;
    return new Lane(name, await opened.queue(name), opened, clock, log);
  };
  const laneOf = (operation: Operation): Promise<Lane> => {
    const name = `lane-${laneIdOf(operation)}`;
    const lane = lanes.get(name) ?? openLane(name);
    lanes.set(name, lane);
    lane.catch(() => lanes.delete(name));
    return lane;
  };
  const closeAll = async (patienceMs: number): Promise<void> => {
    const opened = await Promise.all(lanes.values());
    await (await bull)?.giveUp();
    await Promise.all(opened.map((lane) => lane.close(patienceMs)));
  };

  return {
    async ask(operation, key, payload, urgency, patienceMs) {
      if (closing !== null) return failed('bot.stopping');
      return (await laneOf(operation)).ask(operation, key, payload, urgency, patienceMs);
    },
    async serve(operation, handler) {
      (await laneOf(operation)).serve(operation, handler);
    },
    async counts() {
      const opened = await Promise.all(lanes.values());
      const all = await Promise.all(opened.map((lane) => lane.counts()));
      const total: Record<string, number> = {};
      for (const counts of all) {
        for (const [state, jobs] of Object.entries(counts)) total[state] = (total[state] ?? 0) + jobs;
      }
      return total;
    },
    close(patienceMs = PATIENCE_MS) {
      closing ??= closeAll(patienceMs);
      return closing;
    },
  };
}
