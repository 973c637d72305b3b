import { describe, expect, it } from 'vitest';
import {
  CADENCE_CHOICES,
  cadenceOfForm,
  formOfCadence,
  PLAIN_CADENCE,
} from '../../../src/core/digests/form-cadence.ts';

describe('the cadence of a form', () => {
  it('is the same after it was saved and opened again', () => {
    for (const cadence of CADENCE_CHOICES) {
      const form = {
        ...PLAIN_CADENCE,
        cadence,
        time: '07:30',
        times: '07:10, 19:10',
        days: [6, 7],
        cron: '*/10 8 * * 1-5',
      };
      const read = cadenceOfForm(form);
      if (!('cadence' in read)) throw new Error(cadence);
      const again = cadenceOfForm(formOfCadence(read.cadence));
      expect(again).toEqual(read);
    }
  });

  it('takes times as people write them, and says which it does not', () => {
    const own = { ...PLAIN_CADENCE, cadence: 'own' } as const;
    expect(cadenceOfForm({ ...own, times: '8:10; 12h10 18.10' })).toMatchObject({
      cadence: { at: ['08:10', '12:10', '18:10'] },
    });
    expect(cadenceOfForm({ ...own, times: '8:10 25:00' })).toEqual({ mistake: { field: 'times', word: '25:00' } });
    expect(cadenceOfForm({ ...own, days: [] })).toEqual({ mistake: { field: 'days' } });
    expect(cadenceOfForm({ ...PLAIN_CADENCE, time: '' })).toEqual({ mistake: { field: 'time' } });
    expect(cadenceOfForm({ ...PLAIN_CADENCE, cadence: 'cron', cron: '* * * * *' })).toEqual({
      mistake: { field: 'cron' },
    });
  });

  it('says the first of the month by cron where it is another day', () => {
    expect(formOfCadence({ kind: 'monthly', day: 15, at: '09:00' })).toMatchObject({
      cadence: 'cron',
      cron: '0 9 15 * *',
    });
  });
});
