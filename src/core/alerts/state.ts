import { z } from 'zod';
import { PROBLEM_CODES } from '../errors.ts';

const instant = z.number().int();

/** A figure that was judged, and when. For the rule over days: seconds, and the days over of the days looked at. */
export const pointSchema = z.object({
  at: instant,
  value: z.number(),
  count: z.number().nullable(),
  of: z.number().nullable(),
});
export type Point = Readonly<z.infer<typeof pointSchema>>;

const personSchema = z.object({ by: z.string(), name: z.string(), at: instant });

/** One problem from its first bad reading on: what the card is made from. Names are of Slack people, never of customers. */
export const episodeSchema = z.object({
  /** The first bad reading; `firedAt`: since when it is an alert. */
  since: instant,
  firedAt: instant,
  peak: pointSchema,
  /** How often it was over and came back before the repeat interval had passed. */
  returns: z.number().int().nonnegative(),
  /** Messages that Slack has accepted, and the last of them; null: nobody was told yet. */
  louds: z.number().int().nonnegative(),
  loudAt: instant.nullable(),
  taken: personSchema.nullable(),
  assigned: personSchema.extend({ to: z.string() }).nullable(),
  snooze: personSchema.extend({ until: instant }).nullable(),
  /** How often somebody put it off. */
  snoozes: z.number().int().nonnegative(),
});
export type Episode = Readonly<z.infer<typeof episodeSchema>>;

/** `resolved`: a good reading ended it. `hours`: its active hours did, and it was still bad. `justified`: a supervisor accepted it. `rule`: the rule was paused or removed. `unseen`: for a day nothing told how it goes on. */
export const ENDINGS = ['resolved', 'hours', 'justified', 'rule', 'unseen'] as const;
export type Ending = (typeof ENDINGS)[number];
export const endedSchema = z.object({
  episode: episodeSchema,
  at: instant,
  how: z.enum(ENDINGS),
  last: pointSchema.nullable(),
});
export type Ended = Readonly<z.infer<typeof endedSchema>>;

const phaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), since: instant.nullable() }),
  z.object({ kind: z.literal('pending'), since: instant }),
  z.object({ kind: z.literal('firing'), episode: episodeSchema }),
  z.object({ kind: z.literal('recovering'), since: instant, episode: episodeSchema }),
]);
export type Phase = Readonly<z.infer<typeof phaseSchema>>;

/** Why nothing can be judged, and since when. `toldAt`: when the owner was told; `overAt`: it is over and the owner does not know yet. */
const troubleSchema = z.object({ since: instant, toldAt: instant.nullable(), overAt: instant.nullable() });
export type Trouble = Readonly<z.infer<typeof troubleSchema>>;

/** All that is remembered of one rule and one instance of it. Plain data; what Slack has not accepted yet stays due in it. */
export const alertStateSchema = z.object({
  v: z.literal(1),
  /** The newest tick that was judged: older ones and the same again change nothing. */
  at: instant.nullable(),
  phase: phaseSchema,
  /** The last figure that could be judged. */
  last: pointSchema.nullable(),
  /** The episode before, for a problem that comes back within the repeat interval. */
  before: episodeSchema.nullable(),
  /** Ends that Slack has not accepted yet, oldest first. */
  ends: z.array(endedSchema),
  noData: troubleSchema.nullable(),
  error: troubleSchema.extend({ code: z.enum(PROBLEM_CODES) }).nullable(),
  /** When the owner was last told of trouble. */
  ownerAt: instant.nullable(),
});
export type AlertState = Readonly<z.infer<typeof alertStateSchema>>;

/** Before the first tick. */
export const NEW_STATE: AlertState = {
  v: 1,
  at: null,
  phase: { kind: 'ok', since: null },
  last: null,
  before: null,
  ends: [],
  noData: null,
  error: null,
  ownerAt: null,
};

export type AlertStatus = Phase['kind'] | 'no-data' | 'error';

/** The one word for a state: what cannot be judged now comes before what was found last, which goes on underneath. */
export function statusOf({ phase, noData, error }: AlertState): AlertStatus {
  if (error !== null && error.overAt === null) return 'error';
  if (noData !== null && noData.overAt === null) return 'no-data';
  return phase.kind;
}

/** The problem that is open, whether or not it can be judged just now; null where there is none. */
export function openEpisode({ phase }: AlertState): Episode | null {
  return phase.kind === 'firing' || phase.kind === 'recovering' ? phase.episode : null;
}
