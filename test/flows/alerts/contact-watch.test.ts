import { describe, expect, it } from 'vitest';
import { activeStretch, readActiveHours } from '../../../src/core/alerts/active-hours.ts';
import { contactHoursRule, hoursOutside } from '../../../src/flows/alerts/contact-watch.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';

const bogota = { ...laneOperation('bogota'), zone: 'America/Bogota' };
const isOutside = (local: string): boolean =>
  activeStretch(hoursOutside('ley-2300'), bogota, Date.parse(`${local}-05:00`)) !== null;

describe('the watch over contact hours', () => {
  it('looks when nobody may be called, and only then', () => {
    expect(readActiveHours(hoursOutside('ley-2300'))).not.toBeNull();
    const thursday = ['2026-11-19T06:59', '2026-11-19T07:00', '2026-11-19T18:59', '2026-11-19T19:00'];
    expect(thursday.map(isOutside)).toEqual([true, false, false, true]);
    const saturday = ['2026-11-21T07:59', '2026-11-21T08:00', '2026-11-21T14:59', '2026-11-21T15:00'];
    expect(saturday.map(isOutside)).toEqual([true, false, false, true]);
    expect(isOutside('2026-11-22T11:00')).toBe(true);
  });

  it('is a rule that is off until somebody saves it otherwise', () => {
    const rule = contactHoursRule('ley-2300', bogota, { channel: 'C1', owner: 'U1' });
    expect(rule).toMatchObject({ paused: true, report: 'live', metric: 'dialled', id: 'bogota-ley-2300' });
  });
});
