// A floor on which nobody is out of the usual, or one agent is, judged day by day by the rules of the bot and by the plain one.
import {
  DAYS_LOOKED_AT,
  DAYS_TO_BRING,
  type DayVerdict,
  isPersistent,
  persistence,
} from '../src/core/history/persistence.ts';
import { type AuxPolicy, DEFAULT_AUX } from '../src/core/operation.ts';
import { judgeState, type Use } from '../src/core/stats/outliers.ts';
import { spreadOf } from '../src/core/stats/spread.ts';

/** `minutes`: the median time in each state. Times are lognormal with `sigma`, which is how breaks are spread. */
export type Floor = { readonly agents: number; readonly minutes: readonly number[]; readonly sigma: number };

/** Shares of days: somebody in some state is over by the plain modified z-score; by the rule of one day; on three of five days. */
export type Shares = { readonly plain: number; readonly oneDay: number; readonly lasting: number };

export const EQUAL: Floor = { agents: 12, minutes: [60, 60, 60, 60, 60, 60], sigma: 0.35 };
export const REALISTIC: Floor = { agents: 12, minutes: [60, 60, 30, 20, 15, 10], sigma: 0.35 };
/** Where times are short, and a few minutes are soon many times the median. */
export const SHORT: Floor = { agents: 12, minutes: [10, 10, 10, 10, 10, 10], sigma: 0.35 };
export const TIMES_THE_MEDIAN = 2.5;
/** The rule with the half hour in every state, however short. */
export const HALF_HOUR_ALWAYS: AuxPolicy = { ...DEFAULT_AUX, minOverShare: Number.POSITIVE_INFINITY };

const MOST_SCORE = 3.5;
const MAD_TO_SD = 0.6745;

/** Minutes of each agent in each state, one more day at each call: `[state][agent]`. */
export function floorDays({ agents, minutes, sigma }: Floor, seed: number): () => readonly (readonly number[])[] {
  const next = lognormal(seed, sigma);
  return () => minutes.map((median) => Array.from({ length: agents }, () => median * next()));
}

/** The share of group-days on which somebody is accused where nobody is out of the usual. */
export function falseAlarms(floor: Floor, days: number, seed: number, policy = DEFAULT_AUX): Shares {
  const floorDay = floorDays(floor, seed);
  const histories = floor.minutes.map(() => noHistories(floor.agents));
  return run(days, () => {
    const found = floorDay().map((times, state) => judgeDay(times, histories[state] ?? [], policy));
    return {
      plain: found.some(({ plain }) => plain.size > 0),
      oneDay: found.some(({ over }) => over.size > 0),
      lasting: found.some(({ lasting }) => lasting.size > 0),
    };
  });
}

/** The share of days on which an agent whose own median is 2.5 times the team's is found, in a state of so many minutes. */
export function power(
  { agents, sigma }: Floor,
  minutes: number,
  days: number,
  seed: number,
  policy = DEFAULT_AUX,
): Shares {
  const next = lognormal(seed, sigma);
  const history = noHistories(agents);
  return run(days, () => {
    const times = Array.from({ length: agents }, (_, agent) => minutes * next() * (agent === 0 ? TIMES_THE_MEDIAN : 1));
    const { plain, over, lasting } = judgeDay(times, history, policy);
    return { plain: plain.has('0'), oneDay: over.has('0'), lasting: lasting.has('0') };
  });
}

type Day = Readonly<Record<keyof Shares, boolean>>;
type Accused = { readonly plain: Set<string>; readonly over: Set<string>; readonly lasting: Set<string> };

/** Days before there are five to look at count for nothing. */
function run(days: number, day: () => Day): Shares {
  const counted = { plain: 0, oneDay: 0, lasting: 0 };
  for (let index = 1 - DAYS_LOOKED_AT; index < days; index += 1) {
    const { plain, oneDay, lasting } = day();
    if (index < 0) continue;
    counted.plain += Number(plain);
    counted.oneDay += Number(oneDay);
    counted.lasting += Number(lasting);
  }
  return { plain: counted.plain / days, oneDay: counted.oneDay / days, lasting: counted.lasting / days };
}

/** Verdicts of each agent, newest first; the new day is put before them. */
function judgeDay(minutes: readonly number[], histories: DayVerdict[][], policy: AuxPolicy): Accused {
  const uses = minutes.map((each, agent) => ({ id: String(agent), seconds: each * 60 }));
  const verdict = judgeState('Break', uses, policy);
  const over = new Set(verdict.kind === 'judged' ? verdict.out.map(({ id }) => id) : []);
  const lasting = new Set<string>();
  for (const [agent, history] of histories.entries()) {
    const id = String(agent);
    history.unshift(verdict.kind !== 'judged' ? 'unjudged' : over.has(id) ? 'over' : 'usual');
    history.length = Math.min(history.length, DAYS_TO_BRING);
    if (isPersistent(persistence(history))) lasting.add(id);
  }
  return { plain: plainlyOver(uses), over, lasting };
}

/** The textbook's rule alone: a modified z-score above 3.5, on the high side, on one day. */
function plainlyOver(uses: readonly Use[]): Set<string> {
  const spread = spreadOf(uses.map(({ seconds }) => seconds));
  const scores = uses.map(({ id, seconds }) => ({
    id,
    score: spread === null ? 0 : (MAD_TO_SD * (seconds - spread.median)) / spread.mad,
  }));
  return new Set(scores.filter(({ score }) => score > MOST_SCORE).map(({ id }) => id));
}

function noHistories(agents: number): DayVerdict[][] {
  return Array.from({ length: agents }, () => []);
}

/** Lognormal numbers with median 1 from a seed: Marsaglia's polar method over a 32-bit generator (mulberry32). */
function lognormal(seed: number, sigma: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => {
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const size = x * x + y * y;
      if (size > 0 && size < 1) return Math.exp(sigma * x * Math.sqrt((-2 * Math.log(size)) / size));
    }
  };
}
