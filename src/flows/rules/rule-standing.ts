import { type AlertStatus, type Ended, type Episode, openEpisode, statusOf } from '../../core/alerts/state.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Clock } from '../../ports.ts';
import type { EndedLog } from '../alerts/cards/ended-log.ts';
import type { Sheet, SheetStore } from '../alerts/cards/sheet.ts';

/** How a rule stands. `since`: of the status, where something is amiss; `ended`: newest first. Epoch ms. */
export type Standing = {
  readonly status: AlertStatus;
  readonly since: number | null;
  readonly open: readonly Episode[];
  readonly ended: readonly Ended[];
};
export type ReadStanding = (rule: Pick<Rule, 'id' | 'operation'>) => Promise<Standing>;

const PAST_MS = 60 * 24 * 3_600_000;

/** Reads how rules stand and what they told lately; what is kept is sixty days of what ended, and all that is open. */
export function standingReader({
  sheets,
  ended,
  clock,
}: {
  readonly sheets: Pick<SheetStore, 'load'>;
  readonly ended: Pick<EndedLog, 'between'>;
  readonly clock: Clock;
}): ReadStanding {
  return async ({ id, operation }) => {
    const now = clock.now();
    const [{ sheet }, past] = await Promise.all([
      sheets.load({ operation, rule: id }),
      ended.between(operation, now - PAST_MS, now + 1),
    ]);
    const own = past.flatMap((one) => (one.about.rule === id ? [one.ended] : []));
    return { ...standingOf(sheet), ended: own.toSorted((one, other) => other.at - one.at) };
  };
}

/** What is open comes before what cannot be read: the second says nothing of the first. */
function standingOf({ cases }: Sheet): Omit<Standing, 'ended'> {
  const states = Object.values(cases).map(({ state }) => state);
  const open = states.flatMap((state) => openEpisode(state) ?? []).toSorted((one, other) => one.since - other.since);
  const [first] = open;
  if (first !== undefined) {
    const status = states.some(({ phase }) => phase.kind === 'firing') ? 'firing' : 'recovering';
    return { status, since: first.since, open };
  }
  for (const state of states) {
    const status = statusOf(state);
    if (status === 'error') return { status, since: state.error?.since ?? null, open };
    if (status === 'no-data') return { status, since: state.noData?.since ?? null, open };
  }
  const pending = states.flatMap(({ phase }) => (phase.kind === 'pending' ? [phase.since] : []));
  return pending.length > 0
    ? { status: 'pending', since: Math.min(...pending), open }
    : { status: 'ok', since: null, open };
}
