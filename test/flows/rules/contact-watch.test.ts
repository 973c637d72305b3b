import { describe, expect, it } from 'vitest';
import { activeStretch, readActiveHours } from '../../../src/core/alerts/active-hours.ts';
import { CONTACT_WATCH, contactChoice } from '../../../src/flows/rules/contact-watch.ts';
import { hoursSaid } from '../../../src/flows/rules/say-rule.ts';
import { aRule } from '../../core/alerts/any-rule.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';

const bogota = { ...laneOperation('bogota'), zone: 'America/Bogota', country: 'CO' };
const rule = aRule({ operation: 'bogota', active: CONTACT_WATCH });
/** Monday 2026-11-16, the independence of Cartagena. */
const isHoliday = (date: string, country: string): boolean => country === 'CO' && date === '2026-11-16';
const at = (local: string): number => Date.parse(`${local}-05:00`);
const outside = (local: string) => activeStretch(rule.active, bogota, at(local), isHoliday);
const isOutside = (local: string): boolean => outside(local) !== null;

describe('the watch over contact hours', () => {
  it('looks when the ten minutes that it sees were all outside, and only then', () => {
    expect(readActiveHours(rule.active ?? '')).toEqual({ kind: 'outside', preset: 'ley-2300' });
    const thursday = ['2026-11-19T07:00', '2026-11-19T07:01', '2026-11-19T19:09', '2026-11-19T19:10'];
    expect(thursday.map(isOutside)).toEqual([true, false, false, true]);
    const saturday = ['2026-11-21T08:00', '2026-11-21T08:01', '2026-11-21T15:09', '2026-11-21T15:10'];
    expect(saturday.map(isOutside)).toEqual([true, false, false, true]);
    expect(isOutside('2026-11-22T11:00')).toBe(true);
  });

  it('looks all of a public holiday: from Saturday afternoon to Tuesday morning is one stretch', () => {
    expect(isOutside('2026-11-16T11:00')).toBe(true);
    expect(outside('2026-11-16T11:00')).toEqual({
      from: at('2026-11-14T15:10'),
      to: at('2026-11-17T07:00') + 1,
    });
    expect(outside('2026-11-14T16:00')).toEqual(outside('2026-11-17T06:59'));
  });

  it('knows no holidays where the country is not known', () => {
    expect(activeStretch(rule.active, { ...bogota, country: null }, at('2026-11-16T11:00'), isHoliday)).toBeNull();
  });

  it('is said in words, and offered where its law holds', () => {
    expect(hoursSaid(rule, bogota, 'es')).toBe('fuera del horario de contacto de la Ley 2300');
    const words = { contactHours: 'Ley 2300' };
    expect(contactChoice({ active: 'own' }, bogota, words)).toHaveLength(1);
    expect(contactChoice({ active: 'own' }, { country: 'MX' }, words)).toEqual([]);
    expect(contactChoice({ active: 'contact' }, { country: null }, words)).toHaveLength(1);
  });
});
