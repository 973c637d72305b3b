import { z } from 'zod';
import { type AuxDay, type AuxJudgement, judgeAux } from '../../core/history/aux-cases.ts';
import type { AuxPast } from '../../core/history/justified-case.ts';
import { DAYS_TO_BRING } from '../../core/history/persistence.ts';
import { recentWorkDays, workCalendar } from '../../core/history/working-days.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import type { Holidays } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { Sealed } from '../../reports/report.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Justifications } from './justify-store.ts';

/** How far back days of work are looked for, and justified cases with them. */
const REACH_DAYS = 28;

/** What is kept beside one local day of aux; asks wolkvox nothing. */
export type ReadAuxPast = (operation: Operation, date: string) => Promise<AuxPast>;

const figuresSchema = z.object({
  agents: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      states: z.array(z.object({ key: z.string(), seconds: z.number() })),
    }),
  ),
  states: z.array(z.object({ key: z.string(), state: z.string() })),
});

export function auxPastReader({
  history,
  justifications,
  holidays,
}: {
  readonly history: Pick<HistoryReader, 'days'>;
  readonly justifications: Pick<Justifications, 'between'>;
  readonly holidays: Holidays;
}): ReadAuxPast {
  return async (operation, date) => {
    const [from, dayBefore] = [addDays(date, -REACH_DAYS), addDays(date, -1)];
    const [kept, justified] = await Promise.all([
      history.days(operation, 'aux', from, dayBefore),
      justifications.between(operation.id, from, date),
    ]);
    const days = new Map(kept.flatMap(({ date: on, day }) => (day.kind === 'kept' ? [[on, day.sealed] as const] : [])));
    const calendar = workCalendar(operation, (on, country) => holidays.isHoliday(on, country));
    const dates = recentWorkDays(dayBefore, calendar, (on) => days.has(on), DAYS_TO_BRING - 1);
    const auxDays = dates.flatMap((on) => {
      const sealed = days.get(on);
      return sealed === undefined ? [] : [auxDayOf(on, sealed)];
    });
    return { days: auxDays, justified };
  };
}

/** How the agents of a day of aux are called, by id, where the day says it. */
export function auxNamesOf(sealed: Sealed): ReadonlyMap<string, string> {
  const { agents } = figuresSchema.parse(reportOf('aux').figures(sealed));
  return new Map(agents.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/**
 * Who is out of the usual on a day and for how long (`persistence`: over on 3 of 5), what is justified left out; `past`: what
 * `ReadAuxPast` gives for the day. `alerts` last three of five, `looks` do not (yet), `groups` name nobody.
 */
export function auxCases(sealed: Sealed, date: string, past: AuxPast, { aux }: Pick<Operation, 'aux'>): AuxJudgement {
  return judgeAux([auxDayOf(date, sealed), ...past.days], aux, past.justified);
}

/** A day of aux without what was justified on it: what its metrics are to be read of. */
export function auxExcused(sealed: Sealed, date: string, past: AuxPast, operation: Operation): Sealed {
  return reportOf('aux').excuse(
    sealed,
    past.justified.filter((one) => one.date === date),
    operation,
  );
}

/** A stored day of aux, by state. */
export function auxDayOf(date: string, sealed: Sealed): AuxDay {
  const { agents, states } = figuresSchema.parse(reportOf('aux').figures(sealed));
  return {
    date,
    states: states.map(({ key, state }) => ({
      key,
      state,
      uses: agents.flatMap(({ id, states: own }) => {
        const seconds = own.find((one) => one.key === key)?.seconds ?? 0;
        return seconds > 0 ? [{ id, seconds }] : [];
      }),
    })),
  };
}
