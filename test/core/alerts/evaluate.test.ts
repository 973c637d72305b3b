import { describe, expect, it } from 'vitest';
import { endBy, evaluate } from '../../../src/core/alerts/evaluate.ts';
import type { Rule } from '../../../src/core/alerts/rule.ts';
import { alertWords } from '../../../src/core/i18n/alerts/alert-words.ts';
import { alertStateSchema, ENDINGS, openEpisode } from '../../../src/core/alerts/state.ts';
import { aRule } from './any-rule.ts';
import { clock, MINUTE, play, TEN, tickOf } from './board.ts';

type Story = readonly [
  what: string,
  readings: string,
  statuses: string,
  told: readonly string[],
  change?: Partial<Rule>,
];

const AT_ONCE: Partial<Rule> = { forMs: 0, keepFiringForMs: 0 };
const HOURLY: Partial<Rule> = { ...AT_ONCE, repeatMs: 60 * MINUTE };
const QUICK: Partial<Rule> = { ...AT_ONCE, repeatMs: 30 * MINUTE };

// Above 10 % of at least 20 calls, good again at 7 %; for 10 minutes, kept up 5 minutes; a reading every 5 minutes from 10:00 on.
const STORIES: readonly Story[] = [
  ['nothing happens', '4 5 4', 'ok ok ok', []],
  ['the limit itself is not above it', '10 10 10', 'ok ok ok', []],
  ['one bad check is not ten minutes', '12 4 12 4', 'wait ok wait ok', []],
  ['ten minutes are two checks later', '12 13 14 13', 'wait wait BAD BAD', ['10:10 fire']],
  ['without a wait it fires at once', '12', 'BAD', ['10:00 fire'], { forMs: 0 }],
  ['between the two limits a wait goes on, but does not fire', '12 9 9 12', 'wait wait wait BAD', ['10:15 fire']],
  ['between the two limits what fires goes on', '12 12 12 9 8 9', 'wait wait BAD BAD BAD BAD', ['10:10 fire']],
  ['and what is good stays good', '4 9 9 9', 'ok ok ok ok', []],
  ['good for five minutes resolves', '12 12 12 7 6', 'wait wait BAD rec ok', ['10:10 fire', '10:20 resolved']],
  ['good at once resolves where nothing keeps it up', '12 7', 'BAD ok', ['10:00 fire', '10:05 resolved'], AT_ONCE],
  [
    'a relapse is the same problem',
    '12 12 12 6 12 6 6',
    'wait wait BAD rec BAD rec ok',
    ['10:10 fire', '10:30 resolved'],
  ],
  [
    'between the limits a recovery waits for a good one',
    '12 12 12 6 9 9 6',
    'wait wait BAD rec rec rec ok',
    ['10:10 fire', '10:30 resolved'],
  ],
  ['too few do not fire', '2/3 3/3 3/3 3/3', 'ok ok ok ok', []],
  ['too few do not resolve', '12 12 12 0/3 0/3 0/3', 'wait wait BAD BAD BAD BAD', ['10:10 fire']],
  ['too few keep a wait', '12 3/3 12', 'wait wait BAD', ['10:10 fire']],
  ['nobody saw what was between', '12 . . . 12 12 12', 'wait none none none wait wait BAD', ['10:30 fire']],
  ['no data does not resolve', '12 12 12 . . 12', 'wait wait BAD none none BAD', ['10:10 fire']],
  ['nor does it count as good', '12 12 12 6 . 6', 'wait wait BAD rec none ok', ['10:10 fire', '10:25 resolved']],
  [
    'no data goes to the owner after half an hour, and its end',
    '4 . . . . . . . . 4',
    'ok none none none none none none none none ok',
    ['10:35 owner no-data', '10:45 owner no-data over'],
  ],
  ['a short lack of data is nobody’s business', '4 . . . 4', 'ok none none none ok', []],
  [
    'no answer goes to the owner after a quarter of an hour',
    '4 ! ! ! ! ! 4',
    'ok err err err err err ok',
    ['10:20 owner error', '10:30 owner error over'],
  ],
  [
    'the end of its hours is not the end of a lack of data',
    '4 . . . . . . . _ _ 4',
    'ok none none none none none none none none none ok',
    ['10:35 owner no-data', '10:50 owner no-data over'],
  ],
  ['what nobody was told of begins anew', '4 . . . . . . _ . 4', 'ok none none none none none none ok none ok', []],
  [
    'each has its clock: an answer without data ends the one and starts the other',
    '! ! ! . . . . 4',
    'err err err none none none none ok',
    [],
  ],
  ['two no answers with nothing between are one', '! ! 4 ! !', 'err err ok err err', []],
  [
    'the floor hears of neither while something fires',
    '12 . . . . . . . .',
    'BAD none none none none none none none none',
    ['10:00 fire', '10:35 owner no-data'],
    AT_ONCE,
  ],
  [
    'what nothing tells of for a day is followed no longer, which is not a recovery',
    `12 ${'. '.repeat(288)}`.trim(),
    `BAD ${'none '.repeat(288)}`.trim(),
    ['10:00 fire', '10:35 owner no-data', '34:00 unseen'],
    AT_ONCE,
  ],
  ['outside of its hours it does not look', '_ _ 12 12 12', 'ok ok wait wait BAD', ['10:20 fire']],
  [
    'its hours end what is bad, which is not a recovery',
    '12 12 12 13 _',
    'wait wait BAD BAD ok',
    ['10:10 fire', '10:20 hours'],
  ],
  ['and end a wait', '12 12 _ 12 12 12', 'wait wait ok wait wait BAD', ['10:25 fire']],
  [
    'off: it says so once, however long',
    '12 12 12 12 12 12 12 12 12 12 12 12 12 12',
    'BAD '.repeat(14).trim(),
    ['10:00 fire'],
    AT_ONCE,
  ],
  [
    'repeated hourly, on the hour and not before',
    '12 '.repeat(25),
    'BAD '.repeat(25).trim(),
    ['10:00 fire', '11:00 repeat', '12:00 repeat'],
    HOURLY,
  ],
  [
    'not repeated on a check that says nothing',
    `${'12 '.repeat(6)} . 12`,
    `${'BAD '.repeat(6)}none BAD`,
    ['10:00 fire', '10:35 repeat'],
    QUICK,
  ],
  [
    'back within the repeat interval is the same card',
    '12 4 12 4 12',
    'BAD ok BAD ok BAD',
    ['10:00 fire', '10:05 resolved', '10:15 resolved'],
    HOURLY,
  ],
  [
    'and is told when the interval is over',
    '12 4 12 12 12 12 12 12',
    'BAD ok BAD BAD BAD BAD BAD BAD',
    ['10:00 fire', '10:05 resolved', '10:30 repeat'],
    QUICK,
  ],
  [
    'back without a repeat interval is a new one',
    '12 4 12',
    'BAD ok BAD',
    ['10:00 fire', '10:05 resolved', '10:10 fire'],
    AT_ONCE,
  ],
  [
    'what fires while Slack is away is told when it is back',
    '| 12 12 12 13 13 | 13',
    'wait wait BAD BAD BAD BAD',
    ['10:25 fire'],
  ],
  ['also where it is over by then', '| 12 12 12 13 4 4 | 4', 'wait wait BAD BAD rec ok ok', ['10:30 resolved']],
  ['and where it is back by then, as one', '| 12 4 12 | 12', 'BAD ok BAD BAD', ['10:15 fire'], AT_ONCE],
  [
    'an end that was not accepted is told before the next begins',
    '12 | 4 12 | 12',
    'BAD ok BAD BAD',
    ['10:00 fire', '10:15 resolved', '10:15 fire'],
    AT_ONCE,
  ],
];

const DAYS: Partial<Rule> = {
  report: 'aux',
  metric: 'out_of_usual',
  condition: { kind: 'aux' },
  windowMs: null,
  ...AT_ONCE,
};
const USUAL: Partial<Rule> = { condition: { kind: 'above-usual', share: 0.3, recover: 0.1 }, ...AT_ONCE };

// What is judged by days, or against what nobody knows yet.
const OTHERS: readonly Story[] = [
  ['an agent over on three of five days fires at once', 'case case', 'BAD BAD', ['10:00 fire'], DAYS],
  ['and is over once the days are no longer', 'case gone', 'BAD ok', ['10:00 fire', '10:05 resolved'], DAYS],
  ['or once a supervisor accepted them', 'case justified', 'BAD ok', ['10:00 fire', '10:05 justified'], DAYS],
  [
    'which does not wait for what keeps it up',
    'case justified',
    'BAD ok',
    ['10:00 fire', '10:05 justified'],
    { ...DAYS, keepFiringForMs: 30 * MINUTE },
  ],
  ['no data is not an agent who was over no more', 'case . ! case', 'BAD none err BAD', ['10:00 fire'], DAYS],
  ['a whole team over is one problem', 'group5 group6 group0', 'BAD BAD ok', ['10:00 fire', '10:10 resolved'], DAYS],
  ['against a usual that nobody knows nothing fires', '90 90 90', 'ok ok ok', [], USUAL],
];

describe('a rule over days, or against the usual', () => {
  for (const [what, readings, statuses, told, change = {}] of OTHERS) {
    it(`${what}: ${readings.slice(0, 90)}`, () => {
      const played = play(aRule(change), readings);
      expect({ statuses: played.statuses, told: played.told }).toEqual({ statuses, told });
    });
  }
});

describe('the stories', () => {
  it('take every step there is, for every reason there is', () => {
    const decisions = [...STORIES, ...OTHERS].flatMap(
      ([, readings, , , change = {}]) => play(aRule(change), readings).decisions,
    );
    const steps = new Set([...decisions.map(({ why }) => why.step), 'old']);
    expect([...steps].toSorted()).toEqual(Object.keys(alertWords('es').steps).toSorted());
    const reasons = new Set(decisions.flatMap(({ why }) => why.verdict?.kind ?? []));
    expect([...reasons].toSorted()).toEqual(
      ['bad', 'between', 'error', 'gone', 'good', 'no-data', 'no-usual', 'too-few'].toSorted(),
    );
    const ends = decisions.flatMap(({ state }) => state.ends.map(({ how }) => how));
    expect([...new Set(ends)].toSorted()).toEqual(ENDINGS.filter((how) => how !== 'rule').toSorted());
  });

  it('are not told by a tick that comes again', () => {
    const { state } = play(aRule(), '12 12');
    const again = evaluate(aRule(), state, tickOf('4', TEN + 5 * MINUTE));
    expect(again).toEqual({ state, why: { step: 'old', verdict: null }, notices: [] });
  });
});

describe('a rule and what it sees', () => {
  for (const [what, readings, statuses, told, change = {}] of STORIES) {
    it(`${what}: ${readings.slice(0, 90)}`, () => {
      const played = play(aRule(change), readings);
      expect({ statuses: played.statuses, told: played.told }).toEqual({ statuses, told });
      for (const state of played.states) expect(alertStateSchema.parse(structuredClone(state))).toEqual(state);
    });
  }

  it('says since when, the worst and how it ended', () => {
    const played = play(aRule(), '4 12 14 21 18 6 6 | 6');
    const [end] = played.decisions.flatMap(({ notices }) =>
      notices.flatMap((one) => (one.kind === 'end' ? [one.ended] : [])),
    );
    expect(end).toMatchObject({ how: 'resolved', at: TEN + 30 * MINUTE, last: { value: 0.06 } });
    expect([end?.episode.since, end?.episode.firedAt, end?.episode.peak.at].map((at) => clock(at ?? 0))).toEqual([
      '10:05',
      '10:15',
      '10:15',
    ]);
    expect(end?.episode.peak).toMatchObject({ value: 0.21, count: 21, of: 100 });
  });

  it('counts the returns of a problem within its repeat interval', () => {
    expect(openEpisode(play(aRule(HOURLY), '12 4 12 4 12').state)?.returns).toBe(2);
  });

  it('judges downwards too, and the worst is then the least', () => {
    const low = aRule({
      metric: 'contact_rate',
      condition: { kind: 'below', threshold: 0.2, recover: 0.25 },
      ...AT_ONCE,
    });
    const played = play(low, '30 20 19 12 22 25');
    expect(played.statuses).toBe('ok ok BAD BAD BAD ok');
    expect(played.state.before?.peak.value).toBe(0.12);
  });
});

describe('while the operation does not work', () => {
  it('having nothing is no trouble, and keeps what is open as it is', () => {
    const { state } = play(aRule(AT_ONCE), '12');
    const quiet = Array.from({ length: 20 }, (_, index) => TEN + (index + 1) * 5 * MINUTE).reduce(
      (was, at) => evaluate(aRule(AT_ONCE), was, { ...tickOf('.', at), expectsData: false }).state,
      state,
    );
    expect(quiet).toMatchObject({ noData: null, phase: { kind: 'firing' } });
  });
});

describe('a rule that is paused or removed', () => {
  it('ends what is open, which is not a recovery, and forgets a wait', () => {
    const { state } = play(aRule(AT_ONCE), '12');
    expect(endBy(state, 'rule', TEN + MINUTE)).toMatchObject({ phase: { kind: 'ok' }, ends: [{ how: 'rule' }] });
    const waiting = play(aRule(), '12').state;
    expect(endBy(waiting, 'rule', TEN + MINUTE)).toMatchObject({ phase: { kind: 'ok' }, ends: [] });
  });
});

describe('what people do with it', () => {
  const half = { kind: 'snooze', until: TEN + 35 * MINUTE } as const;
  it('puts it off, and it comes back where it is still bad', () => {
    const played = play(aRule(AT_ONCE), '12 12 12 12 12 12 12 12 12', { 1: half });
    expect(played.told).toEqual(['10:00 fire', '10:35 back']);
    expect(openEpisode(played.state)).toMatchObject({ snooze: null, snoozes: 1, louds: 2 });
  });

  it('does not come back where it is good by then, and not while nothing can be seen', () => {
    expect(play(aRule(AT_ONCE), '12 12 12 4 4 4 4 4 4', { 1: half }).told).toEqual(['10:00 fire', '10:15 resolved']);
    expect(play(aRule(AT_ONCE), '12 12 12 12 12 12 . . 12', { 1: half }).told).toEqual(['10:00 fire', '10:40 back']);
  });

  it('is not repeated while it is put off or somebody has it', () => {
    const hour = { kind: 'snooze', until: TEN + 65 * MINUTE } as const;
    expect(play(aRule(QUICK), '12 '.repeat(14), { 1: hour }).told).toEqual(['10:00 fire', '11:05 back']);
    expect(play(aRule(QUICK), '12 '.repeat(14), { 1: { kind: 'take' } }).told).toEqual(['10:00 fire']);
  });
});
