import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayVerdict, isPersistent, persistence } from '../../../src/core/history/persistence.ts';

const [O, U, N, J] = ['over', 'usual', 'unjudged', 'justified'] as const;

describe('how long somebody is out of the usual', () => {
  it('is a first day where no other of the five is', () => {
    expect(persistence([O, U, U, U, U, O])).toEqual({ kind: 'first-day', overDays: 1, ofDays: 5 });
    expect(persistence([O])).toEqual({ kind: 'first-day', overDays: 1, ofDays: 1 });
  });

  it('is again on the second day, and an alert on the third of five', () => {
    const [second, third] = [persistence([O, U, O, U, U]), persistence([O, U, O, U, O])];
    expect([second.kind, second.overDays, isPersistent(second)]).toEqual(['again', 2, false]);
    expect([third.kind, third.overDays, isPersistent(third)]).toEqual(['again', 3, true]);
  });

  it('needs no five days: three of three are an alert', () => {
    expect(isPersistent(persistence([O, O, O]))).toBe(true);
  });

  it('still stands on a day within the usual, and ends as the days leave the five', () => {
    expect(persistence([U, O, O, O, U])).toEqual({ kind: 'within', overDays: 3, ofDays: 5 });
    expect(isPersistent(persistence([U, U, U, O, O, O]))).toBe(false);
  });

  it('steps over days that say nothing and over justified ones', () => {
    expect(persistence([O, N, O, J, U, N, U, O, O])).toEqual({ kind: 'again', overDays: 3, ofDays: 5 });
    expect(persistence([J, O, O])).toEqual({ kind: 'within', overDays: 2, ofDays: 2 });
  });

  it('knows nothing of nothing', () => {
    expect(persistence([])).toEqual({ kind: 'within', overDays: 0, ofDays: 0 });
  });

  it('never becomes an alert by justifying a day', () => {
    const days = fc.array(fc.constantFrom<DayVerdict>(O, U), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(days, fc.nat(4), (verdicts, index) => {
        const justified = verdicts.map((verdict, day) => (day === index && verdict === 'over' ? J : verdict));
        if (isPersistent(persistence(justified))) expect(isPersistent(persistence(verdicts))).toBe(true);
      }),
    );
  });
});
