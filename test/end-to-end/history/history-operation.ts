import type { Operation } from '../../../src/core/operation.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';

/** An operation of two hours a day whose requests follow each other at once. */
export const BOGOTA: Operation = {
  ...laneOperation('bogota'),
  hours: 'mon-fri 09:00-11:00',
  licences: 100,
  pacing: { inFlight: 1, spacingMs: 0, freshnessMs: 5 * 60_000 },
};
