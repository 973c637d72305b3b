import type { AuxPolicy } from '../operation.ts';
import { judgeState, type Use, type Verdict } from '../stats/outliers.ts';
import { inOrder } from '../stats/rank.ts';
import { spreadOf } from '../stats/spread.ts';
import { wordsKey } from '../values/words.ts';
import { type DayVerdict, isPersistent, type Persistence, persistence } from './persistence.ts';

/** One day of the aux report: per state who spent how long in it. */
export type AuxDay = {
  readonly date: string;
  readonly states: readonly { readonly key: string; readonly state: string; readonly uses: readonly Use[] }[];
};

/** What a supervisor marked as justified, and so leaves the baseline: that agent's time in that state on that date. */
export type Justified = { readonly date: string; readonly agent: string; readonly state: string };

/** What a case is held against: the company's allowance, or the team (the justified not counted), both in seconds. */
export type Yardstick =
  | { readonly kind: 'allowance'; readonly allowed: number }
  | {
      readonly kind: 'team';
      readonly median: number;
      readonly low: number;
      readonly high: number;
      readonly users: number;
    };

/** One agent in one state. `seconds` and `against` are of `date`, the newest day on which it was over. */
export type AuxCase = {
  readonly agent: string;
  readonly key: string;
  readonly state: string;
  readonly date: string;
  readonly seconds: number;
  readonly against: Yardstick;
  readonly persistence: Persistence;
};

/** `group`: a state in which more than a quarter is over on the newest day; nobody is named for it. */
export type AuxJudgement = {
  /** Three of the last five comparable days. */
  readonly alerts: readonly AuxCase[];
  /** Over on the newest day, not (yet) for so long: worth a look. */
  readonly looks: readonly AuxCase[];
  readonly groups: readonly {
    readonly key: string;
    readonly state: string;
    readonly over: number;
    readonly users: number;
  }[];
};

type Judged = {
  readonly date: string;
  readonly verdict: Verdict;
  readonly uses: readonly Use[];
  readonly state: string;
};

/**
 * Judges the newest of some days of work (newest first, see `recentWorkDays` and `DAYS_TO_BRING`) in the light of the others. Days on
 * which the group was over, or too small, say nothing of anybody. Longest lasting first, then by seconds.
 */
export function judgeAux(
  days: readonly AuxDay[],
  policy: AuxPolicy,
  justified: readonly Justified[] = [],
): AuxJudgement {
  const accepted = new Map<string, Set<string>>();
  for (const { date, agent, state } of justified) {
    const place = `${date} ${wordsKey(state)}`;
    accepted.set(place, (accepted.get(place) ?? new Set()).add(agent));
  }
  const acceptedOn = (date: string, key: string): ReadonlySet<string> => accepted.get(`${date} ${key}`) ?? new Set();
  const keys = [...new Set(days.flatMap(({ states }) => states.map(({ key }) => key)))];
  const groups: AuxJudgement['groups'][number][] = [];
  const cases: AuxCase[] = [];
  for (const key of keys) {
    const judged = days.map((day) => judgeDay(day, key, policy, acceptedOn(day.date, key)));
    const newest = judged[0];
    if (newest?.verdict.kind === 'group') {
      groups.push({ key, state: newest.state, over: newest.verdict.over, users: newest.verdict.users });
    }
    for (const agent of new Set(judged.flatMap(overOn))) {
      const found = caseOf(agent, key, judged, acceptedOn);
      if (found !== null) cases.push(found);
    }
  }
  const sorted = cases.toSorted(
    (a, b) =>
      b.persistence.overDays - a.persistence.overDays ||
      b.seconds - a.seconds ||
      inOrder(a.agent, b.agent) ||
      inOrder(a.key, b.key),
  );
  return {
    alerts: sorted.filter((found) => isPersistent(found.persistence)),
    looks: sorted.filter((found) => !isPersistent(found.persistence) && found.persistence.kind !== 'within'),
    groups,
  };
}

function judgeDay(day: AuxDay, key: string, policy: AuxPolicy, accepted: ReadonlySet<string>): Judged {
  const found = day.states.find((one) => one.key === key);
  const [state, all] = [found?.state ?? key, found?.uses ?? []];
  const uses = all.filter(({ id, seconds }) => seconds > 0 && !accepted.has(id));
  return { date: day.date, state, uses, verdict: judgeState(state, all, policy, 1, accepted) };
}

function overOn({ verdict }: Judged): string[] {
  if (verdict.kind === 'judged') return verdict.out.map(({ id }) => id);
  return verdict.kind === 'allowance' ? verdict.over.map(({ id }) => id) : [];
}

function caseOf(
  agent: string,
  key: string,
  judged: readonly Judged[],
  acceptedOn: (date: string, key: string) => ReadonlySet<string>,
): AuxCase | null {
  const lasting = persistence(judged.map((day) => verdictOf(agent, day, acceptedOn(day.date, key))));
  const over = judged.find((day) => overOn(day).includes(agent));
  const seconds = over?.uses.find(({ id }) => id === agent)?.seconds;
  if (over === undefined || seconds === undefined) return null;
  const against = yardstick(over);
  return against === null
    ? null
    : { agent, key, state: over.state, date: over.date, seconds, against, persistence: lasting };
}

function verdictOf(agent: string, day: Judged, accepted: ReadonlySet<string>): DayVerdict {
  if (accepted.has(agent)) return 'justified';
  if (day.verdict.kind !== 'judged' && day.verdict.kind !== 'allowance') return 'unjudged';
  if (!day.uses.some(({ id }) => id === agent)) return 'unjudged';
  return overOn(day).includes(agent) ? 'over' : 'usual';
}

function yardstick({ verdict, uses }: Judged): Yardstick | null {
  if (verdict.kind === 'allowance') return { kind: 'allowance', allowed: verdict.allowed };
  const spread = spreadOf(uses.map(({ seconds }) => seconds));
  if (spread === null) return null;
  const { median, q1, q3, users } = spread;
  return { kind: 'team', median, low: q1, high: q3, users };
}
