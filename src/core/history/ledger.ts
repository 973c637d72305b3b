import { instantAt } from '../period/local-time.ts';
import { openingOf, type OpeningHours } from '../period/opening-hours.ts';
import { inOrder } from '../stats/rank.ts';
import type { SkillCounts } from './stored.ts';

/** What smart hold promised and did since the local midnight, per skill: promised (`yes`), reached (`ok`), tried in vain (`fail`). */
export type Promises = Pick<SkillCounts, 'yes' | 'ok' | 'fail'>;
/** The counts of a day up to `at`; `time` is what the clock showed then, `10:00`. */
export type LedgerMark = {
  readonly time: string;
  readonly at: number;
  readonly skills: Readonly<Record<string, Promises>>;
};

/** `waiting`: promised and without an outcome at that mark. */
export type LedgerPoint = { readonly time: string; readonly waiting: number };
export type SkillLedger = {
  readonly skill: string;
  readonly waiting: number;
  readonly promised: number;
  /** Outcomes beyond the promises: attempts, or promises of days before. How many wait cannot be told then, only that it is not known. */
  readonly beyond: number;
  readonly points: readonly LedgerPoint[];
  /** The mark since which somebody has waited without a break; null where nobody waits. */
  readonly waitingSince: string | null;
};
export type Ledger = {
  readonly time: string;
  readonly asOf: number;
  /** Customers who wait for their call-back, all skills together: one skill's surplus does not hide another's debt. */
  readonly waiting: number;
  /** More than at the mark before; null at the first. */
  readonly change: number | null;
  readonly points: readonly LedgerPoint[];
  /** Most waiting first. */
  readonly skills: readonly SkillLedger[];
  /** Full hours between the first mark and the last of which nothing was read: what is missing is not zero. */
  readonly missing: readonly string[];
};

/** The promises of a day as they grew and were kept, from cumulative counts; null where there is no mark. Marks in any order. */
export function ledgerOf(marks: readonly LedgerMark[]): Ledger | null {
  const sorted = marks.toSorted((a, b) => a.at - b.at);
  const last = sorted.at(-1);
  if (last === undefined) return null;
  const points = sorted.map(({ time, skills }) => ({ time, waiting: sum(Object.values(skills).map(waitingOf)) }));
  const waiting = points.at(-1)?.waiting ?? 0;
  const before = points.at(-2);
  return {
    time: last.time,
    asOf: last.at,
    waiting,
    change: before === undefined ? null : waiting - before.waiting,
    points,
    skills: Object.entries(last.skills)
      .map(([skill, promises]) => skillLedger(skill, promises, sorted))
      .toSorted((a, b) => b.waiting - a.waiting || b.promised - a.promised || inOrder(a.skill, b.skill)),
    missing: missingHours(sorted),
  };
}

/** When the operation closes on a date and how long that is from an instant, minutes (0 once it is past); null where hours say nothing. */
export function closingOf(
  date: string,
  now: number,
  hours: readonly OpeningHours[] | null,
  zone: string,
): { readonly closes: string; readonly at: number; readonly minutesLeft: number } | null {
  const opening = openingOf(date, hours);
  if (opening === null) return null;
  const at = instantAt(date, opening.closes, zone);
  return { closes: opening.closes, at, minutesLeft: Math.max(0, Math.ceil((at - now) / 60_000)) };
}

function skillLedger(skill: string, promises: Promises, marks: readonly LedgerMark[]): SkillLedger {
  const points = marks.flatMap(({ time, skills }) => {
    const own = skills[skill];
    return own === undefined ? [] : [{ time, waiting: waitingOf(own) }];
  });
  const lastFree = points.findLastIndex(({ waiting }) => waiting === 0);
  return {
    skill,
    waiting: waitingOf(promises),
    promised: promises.yes,
    beyond: Math.max(0, promises.ok + promises.fail - promises.yes),
    points,
    waitingSince: points[lastFree + 1]?.time ?? null,
  };
}

function waitingOf({ yes, ok, fail }: Promises): number {
  return Math.max(0, yes - ok - fail);
}

function missingHours(marks: readonly LedgerMark[]): string[] {
  const known = new Set(marks.map(({ time }) => Number(time.slice(0, 2))));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: last - first }, (_, index) => first + index)
    .filter((hour) => !known.has(hour))
    .map((hour) => `${String(hour).padStart(2, '0')}:00`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
