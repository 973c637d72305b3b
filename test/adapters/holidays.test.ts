import { describe, expect, it } from 'vitest';
import { openHolidays } from '../../src/adapters/holidays.ts';

const COUNTRIES = ['CO', 'MX', 'PE', 'CL', 'EC', 'AR', 'BR', 'ES', 'US', 'GT', 'TR'];
const holidays = await openHolidays(COUNTRIES);
const isHoliday = (date: string, country: string): boolean => holidays.isHoliday(date, country);

describe('public holidays', () => {
  it.each([
    ['2026-01-01', 'Año Nuevo'],
    ['2026-01-12', 'Reyes, moved to its Monday'],
    ['2026-04-03', 'Viernes Santo'],
    ['2026-05-18', 'Ascensión, a Monday'],
    ['2026-11-02', 'Todos los Santos, moved to its Monday'],
    ['2026-11-16', 'Independencia de Cartagena, moved to its Monday'],
    ['2026-12-08', 'Inmaculada Concepción'],
    ['2026-12-25', 'Navidad'],
    ['2027-11-15', 'Independencia de Cartagena of the year after'],
  ])('of Colombia hold %s: %s', (date) => {
    expect(isHoliday(date, 'CO')).toBe(true);
  });

  it('of Colombia do not hold the date that a Monday was moved from, nor a day after one', () => {
    expect(['2026-11-11', '2026-11-01', '2026-11-17', '2026-11-19'].filter((date) => isHoliday(date, 'CO'))).toEqual(
      [],
    );
  });

  it.each([
    ['MX', '2026-11-16', 'Día de la Revolución, third Monday'],
    ['PE', '2026-07-28', 'Fiestas Patrias'],
    ['CL', '2026-09-18', 'Fiestas Patrias'],
    ['AR', '2026-07-09', 'Independencia'],
    ['BR', '2026-11-20', 'Consciência Negra'],
    ['ES', '2026-10-12', 'Fiesta Nacional'],
    ['US', '2026-11-26', 'Thanksgiving, fourth Thursday'],
    ['EC', '2026-10-09', 'Independencia de Guayaquil'],
  ])('of %s hold %s: %s', (country, date) => {
    expect(isHoliday(date, country)).toBe(true);
  });

  it('of Ecuador are moved by its law: 24 May 2026, a Sunday, to Monday; 9 October 2025, a Thursday, to Friday', () => {
    const dates = ['2026-05-24', '2026-05-25', '2025-10-09', '2025-10-10', '2026-09-10'];
    expect(dates.filter((date) => isHoliday(date, 'EC'))).toEqual(['2026-05-25', '2025-10-10']);
  });

  it('hold the day that stands in for one on a weekend, in the year before too', () => {
    expect([isHoliday('2021-12-31', 'US'), isHoliday('2026-07-03', 'US')]).toEqual([true, true]);
  });

  it('do not hold what only banks, schools or half days keep', () => {
    expect([isHoliday('2026-12-24', 'GT'), isHoliday('2026-02-17', 'BR')]).toEqual([false, false]);
  });

  it('hold each day of those that last several', () => {
    expect(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'].map((date) => isHoliday(date, 'TR'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('are none for a country that is not known', () => {
    expect(isHoliday('2026-12-25', 'XX')).toBe(false);
  });

  it('are none where no operation names a country', async () => {
    const none = await openHolidays([null]);
    expect(none.isHoliday('2026-12-25', 'CO')).toBe(false);
  });
});
