import { z } from 'zod';
import { rate, rateSchema } from '../../core/stats/rate.ts';
import type { PreviewRow } from './row.ts';

/** What is counted of all, of an agent and of a campaign alike. */
export type Tally = {
  records: number;
  dialled: number;
  rightParty: number;
  calls: number;
  withResult: number;
  answered: number;
  uncoded: number;
  timed: number;
  seconds: number;
};

export const figuresSchema = z.object({
  records: z.number().int(),
  /** Records that were dialled; those never dialled stay as loaded. */
  dialled: z.number().int(),
  calls: z.number().int(),
  answered: z.number().int(),
  /** Answered calls over calls with a result. */
  contact: rateSchema,
  /** Records where the person sought answered, over records dialled. */
  rightParty: rateSchema,
  /** Answered calls without a disposition, or whose wrap-up ran out, over answered calls. */
  uncoded: rateSchema,
  /** Of answered calls, seconds. */
  talk: z.number(),
  talkPerCall: z.number().nullable(),
});
export type Figures = z.infer<typeof figuresSchema>;

export function emptyTally(): Tally {
  return {
    records: 0,
    dialled: 0,
    rightParty: 0,
    calls: 0,
    withResult: 0,
    answered: 0,
    uncoded: 0,
    timed: 0,
    seconds: 0,
  };
}

export function tallyRow(tally: Tally, row: PreviewRow): void {
  if (row.kind === 'record') {
    tally.records += 1;
    if (row.dialled) tally.dialled += 1;
    if (row.rightParty) tally.rightParty += 1;
    return;
  }
  tally.calls += 1;
  if (row.answered !== null) tally.withResult += 1;
  if (row.answered !== true) return;
  tally.answered += 1;
  if (row.code === '') tally.uncoded += 1;
  if (row.seconds !== null) {
    tally.timed += 1;
    tally.seconds += row.seconds;
  }
}

export function figuresOf(tally: Tally): Figures {
  return {
    records: tally.records,
    dialled: tally.dialled,
    calls: tally.calls,
    answered: tally.answered,
    contact: rate(tally.answered, tally.withResult),
    rightParty: rate(tally.rightParty, tally.dialled),
    uncoded: rate(tally.uncoded, tally.answered),
    talk: tally.seconds,
    talkPerCall: tally.timed > 0 ? tally.seconds / tally.timed : null,
  };
}
