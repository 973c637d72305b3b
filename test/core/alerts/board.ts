import { answered, type AlertAnswer } from '../../../src/core/alerts/answers.ts';
import { type Decision, evaluate } from '../../../src/core/alerts/evaluate.ts';
import { told } from '../../../src/core/alerts/notices.ts';
import type { Rule } from '../../../src/core/alerts/rule.ts';
import type { Seen, Tick } from '../../../src/core/alerts/seen.ts';
import { type AlertState, NEW_STATE, openEpisode, statusOf } from '../../../src/core/alerts/state.ts';
import type { AuxCase } from '../../../src/core/history/aux-cases.ts';
import { rate } from '../../../src/core/stats/rate.ts';

export const MINUTE = 60_000;
/** 10:00 in Bogotá on a Thursday. */
export const TEN = Date.parse('2026-11-19T10:00:00-05:00');
const OPEN = { from: TEN - 3 * 60 * MINUTE, to: TEN + 9 * 60 * MINUTE };

const AUX_CASE: AuxCase = {
  agent: '1001',
  key: 'break',
  state: 'Break',
  date: '2026-11-19',
  seconds: 6_720,
  against: { kind: 'team', median: 3_480, low: 2_700, high: 4_200, users: 12 },
  persistence: { kind: 'again', overDays: 3, ofDays: 5 },
};

/**
 * A reading as a story writes it: `12` is 12 of 100 calls, `2/3` so many of so many, `.` no data, `!` no answer, `_` outside of the
 * active hours; `case`, `gone`, `justified` one agent's days of aux, `group5` five of a team over; `|` alone: Slack is away from here on, and back at the next `|`.
 */
export function seenAs(word: string): Seen {
  if (word === '.') return { kind: 'no-data' };
  if (word === '!') return { kind: 'error', code: 'wolkvox.maintenance' };
  if (word === 'case') return { kind: 'case', found: AUX_CASE, justified: false };
  if (word === 'gone' || word === 'justified') return { kind: 'case', found: null, justified: word === 'justified' };
  if (word.startsWith('group')) {
    const over = Number(word.slice('group'.length));
    return { kind: 'group', found: over === 0 ? null : { over, users: 12 } };
  }
  const [count = 0, of = 100] = word.split('/').map(Number);
  const { fraction } = rate(count, of);
  return { kind: 'figure', unit: 'rate', figure: { value: fraction, count, of }, usual: null };
}

export function tickOf(word: string, at: number): Tick {
  const seen = word === '_' ? seenAs('.') : seenAs(word);
  return { at, seen, active: word === '_' ? null : OPEN, expectsData: true };
}

const SIGNS = { ok: 'ok', pending: 'wait', firing: 'BAD', recovering: 'rec', 'no-data': 'none', error: 'err' } as const;
const LOUD = ['fire', 'repeat', 'back'];

export type Told = { readonly at: number; readonly said: string };
export type Played = {
  readonly statuses: string;
  /** What was posted or sent, `10:10 fire`; edits of the card are left out. */
  readonly told: readonly string[];
  readonly louds: readonly number[];
  readonly states: readonly AlertState[];
  readonly decisions: readonly Decision[];
  readonly state: AlertState;
};

/** Plays a story, five minutes a reading from ten o'clock on; what Slack accepts is marked as told at once. `answers`: by the number of the reading after which they come. */
export function play(rule: Rule, story: string, answers: Readonly<Record<number, AlertAnswer>> = {}): Played {
  let state = NEW_STATE;
  let away = false;
  let at = TEN;
  let count = 0;
  const [statuses, said, louds, states, decisions]: [string[], string[], number[], AlertState[], Decision[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const word of story.trim().split(/\s+/)) {
    if (word === '|') {
      away = !away;
      continue;
    }
    const decision = evaluate(rule, state, tickOf(word, at));
    decisions.push(decision);
    state = decision.state;
    for (const notice of away ? [] : decision.notices) {
      if (notice.kind === 'edit') continue;
      const what =
        notice.kind === 'end'
          ? notice.ended.how
          : notice.kind === 'owner'
            ? `owner ${notice.about}${notice.overAt === null ? '' : ' over'}`
            : notice.kind;
      said.push(`${clock(at)} ${what}`);
      if (LOUD.includes(notice.kind)) louds.push(at);
      state = told(state, notice, at);
    }
    const answer = answers[count];
    const open = openEpisode(state);
    if (answer !== undefined && open !== null) {
      const given = answered(state, open.firedAt, answer, { by: 'U02', name: 'Carlos' }, at);
      if (given.kind === 'done') state = given.state;
    }
    statuses.push(SIGNS[statusOf(state)]);
    states.push(state);
    count += 1;
    at += 5 * MINUTE;
  }
  return { statuses: statuses.join(' '), told: said, louds, states, decisions, state };
}

export function clock(at: number): string {
  const minutes = (at - TEN) / MINUTE + 600;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
