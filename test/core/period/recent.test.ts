import { describe, expect, it } from 'vitest';
import { dayOf, lastDays, lastStretch, weekOf } from '../../../src/core/period/recent.ts';

const NOW = Date.parse('2026-11-20T03:20:45Z');
const ZONE = 'America/Bogota';

describe('recent periods', () => {
  it('takes today from the zone, not from UTC', () => {
    expect(dayOf(NOW, ZONE)).toEqual({ kind: 'day', date: '2026-11-19' });
    expect(dayOf(NOW, ZONE, 1)).toEqual({ kind: 'day', date: '2026-11-18' });
    expect(weekOf(NOW, ZONE)).toEqual({ kind: 'week', monday: '2026-11-16' });
  });

  it('counts today among the last days', () => {
    expect(lastDays(7, NOW, ZONE)).toEqual({ kind: 'days', first: '2026-11-13', last: '2026-11-19' });
    expect(lastDays(1, NOW, ZONE)).toEqual({ kind: 'day', date: '2026-11-19' });
  });

  it('ends the last hours on a whole minute', () => {
    expect(lastStretch(3, 'hours', NOW)).toEqual({
      kind: 'span',
      from: Date.parse('2026-11-20T00:20:00Z'),
      to: Date.parse('2026-11-20T03:20:00Z'),
    });
  });
});
