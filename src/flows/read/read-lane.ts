import { type Problem, problem } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import { dateAt } from '../../core/period/local-time.ts';
import type { Clock, Store } from '../../ports.ts';
import { loadPace } from './fetch-pace.ts';

/** What keeps an operation's lane from being asked, as it was last seen; null when nothing does. It asks wolkvox nothing. */
export type ReadLane = (operation: Operation) => Promise<Problem | null>;

export function laneReader(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly laneIdOf: (operation: Operation) => string;
}): ReadLane {
  return async (operation) => {
    const now = ports.clock.now();
    const { circuit, usedUpOn } = await loadPace(ports.store.documents, ports.laneIdOf(operation));
    if (usedUpOn === dateAt(now, operation.zone)) {
      return problem('wolkvox.quota', {}, nextLocalMidnight(now, operation.zone));
    }
    if (circuit.openUntil === null) return null;
    return problem(circuit.cause ?? 'wolkvox.failing', {}, Math.max(now, circuit.openUntil));
  };
}
