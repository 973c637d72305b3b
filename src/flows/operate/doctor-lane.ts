import { done } from '../../core/errors.ts';
import type { Clock, Lanes, Wolkvox } from '../../ports.ts';
import { type LanePayload, laneGave } from '../read/fetch-in-lane.ts';
import { lookedSchema } from '../read/fetch-look.ts';

/** What runs before it in the lane may take its 75 seconds. */
const PATIENCE_MS = 100_000;

/** Asks wolkvox for the doctor by the operation's lane, so that it never asks beside the bot. */
export function askByLane({ lanes, clock }: { readonly lanes: Lanes; readonly clock: Clock }): Pick<Wolkvox, 'ask'> {
  return {
    async ask(operation, question, onRow) {
      const look = question.kind === 'quota' ? 'quota' : 'live';
      const payload: LanePayload = { kind: 'look', look, askedAt: clock.now() };
      const given = await lanes.ask(operation, `look/${look}`, payload, 'person', PATIENCE_MS);
      const looked = laneGave(given, lookedSchema);
      if (!looked.ok) return looked;
      for (const row of looked.value.rows) onRow(row);
      return done(looked.value.answer);
    },
  };
}
