import { describe, expect, it } from 'vitest';
import { contactPolicy, countContacts } from '../../../src/core/alerts/contact-hours.ts';

const POLICY = contactPolicy('ley-2300');
const PLACE = { zone: 'America/Bogota', isHoliday: (date: string): boolean => date === '2026-11-16' };
const call = (when: string, customer: string | null = null) => ({
  at: Date.parse(`2026-11-${when}:00-05:00`),
  customer,
});

describe('the hours in which customers may be called', () => {
  // 16 November is a holiday Monday, 19 a Thursday, 21 a Saturday, 22 a Sunday.
  it.each([
    ['19T06:59', 1],
    ['19T07:00', 0],
    ['19T18:59', 0],
    ['19T19:00', 1],
    ['21T08:00', 0],
    ['21T15:00', 1],
    ['22T11:00', 1],
    ['16T11:00', 1],
  ])('count a call of %s as %i outside', (when, outside) => {
    expect(countContacts([call(when)], POLICY, PLACE).outside).toBe(outside);
  });

  it('tell days without calls apart, and say the first and the last', () => {
    const found = countContacts([call('22T11:00'), call('19T20:00'), call('19T10:00')], POLICY, PLACE);
    expect(found).toMatchObject({ calls: 3, outside: 2, onClosedDays: 1 });
    expect([found.firstOutside, found.lastOutside]).toEqual([call('19T20:00').at, call('22T11:00').at]);
  });

  it('count each customer who was called too often once, and never those without one', () => {
    const calls = ['19T09:00', '19T10:00', '19T11:00', '20T09:00', '20T10:00'].map((when) => call(when, 'a'));
    const others = [call('19T09:00', 'b'), call('20T09:00', 'b'), call('19T09:00'), call('19T09:30')];
    expect(countContacts([...calls, ...others], POLICY, PLACE)).toMatchObject({
      overADay: 1,
      overAWeek: 0,
      unknown: 2,
    });
    const weekly = countContacts([...calls, ...others], { ...POLICY, mostADay: null, mostAWeek: 2 }, PLACE);
    expect(weekly).toMatchObject({ overADay: 0, overAWeek: 1 });
  });
});
