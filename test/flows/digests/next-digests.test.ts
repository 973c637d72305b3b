import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/core/digests/digest.ts';
import { nextSayer } from '../../../src/flows/digests/next-digests.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { HOUR, THURSDAY } from '../../reports/fixture.ts';
import { BOGOTA, digest, says } from './digest-fixture.ts';

const holidays = { isHoliday: (date: string) => date === '2026-11-20' };
const at = (...times: string[]) => ({ kind: 'times' as const, at: times, weekdays: [1, 2, 3, 4, 5] });
const say = (digests: readonly Digest[], from = THURSDAY + 9 * HOUR) =>
  nextSayer({ book: { list: async () => digests }, clock: handClock(from), holidays })(BOGOTA, 'es');

describe('the next digests, as status says them', () => {
  it('are the three that come first, whichever they are of', async () => {
    const cuts = digest(says('agents'), { id: 'cuts', name: 'Cortes', cadence: at('10:10', '12:10', '18:10') });
    const late = digest(says('agents'), { id: 'late', name: 'Cierre', cadence: at('12:30') });
    expect(await say([late, cuts])).toEqual({
      label: 'Próximos resúmenes',
      value: 'Cortes, hoy 10:10 · Cortes, hoy 12:10 · Cierre, hoy 12:30',
    });
  });

  it('leave out days off, what is paused, and what another operation gets', async () => {
    const one = digest(says('agents'), { name: 'Corte', cadence: at('08:10') });
    const paused = digest(says('agents'), { id: 'paused', name: 'En pausa', paused: true });
    const other = digest(says('agents'), { id: 'other', name: 'De Lima', operation: 'lima' });
    const { value } = await say([paused, other, one]);
    expect(value).toMatch(/^Corte, lun 23 nov 08:10 · /);
    expect(value).not.toMatch(/En pausa|Lima/);
  });

  it('may be none', async () => {
    expect((await say([])).value).toBe('ninguno');
  });
});
