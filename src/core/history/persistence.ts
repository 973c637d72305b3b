/**
 * What one day said of one agent in one state. `unjudged`: nothing could be said of anybody (a small group, the whole group over), or
 * the agent did not use the state. `justified`: a supervisor accepted it.
 */
export type DayVerdict = 'over' | 'usual' | 'unjudged' | 'justified';

/** `first-day`: over on the newest day and on no other of those looked at. `again`: not for the first time. */
export type Persistence = {
  readonly kind: 'within' | 'first-day' | 'again';
  readonly overDays: number;
  readonly ofDays: number;
};

/** Three of the last five: the days that the simulation of `npm run simulate:aux` is about. */
export const PERSISTENT_DAYS = 3;
export const DAYS_LOOKED_AT = 5;
/** How many days of work to bring along: some say nothing, and older ones take their place. */
export const DAYS_TO_BRING = 10;

/**
 * How long it lasts. `verdicts`: of comparable days, newest first. Days that say nothing and justified ones are left out and older
 * ones take their place; of the rest the last five count.
 */
export function persistence(verdicts: readonly DayVerdict[]): Persistence {
  const judged = verdicts.filter((verdict) => verdict === 'over' || verdict === 'usual').slice(0, DAYS_LOOKED_AT);
  const overDays = judged.filter((verdict) => verdict === 'over').length;
  const kind = verdicts[0] !== 'over' ? 'within' : overDays === 1 ? 'first-day' : 'again';
  return { kind, overDays, ofDays: judged.length };
}

/** Over on three of the last five comparable days: an alert. It stands until the days that made it are no longer among the five. */
export function isPersistent({ overDays }: Persistence): boolean {
  return overDays >= PERSISTENT_DAYS;
}
