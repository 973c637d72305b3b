import { describe, expect, it } from 'vitest';
import { compact, scaleOf } from '../../src/simulators/slack/page/draw/chart-scale.ts';

describe('the axis of a chart', () => {
  it('counts calls by whole calls', () => {
    expect(scaleOf([9, 8, 5]).ticks).toEqual([0, 5, 10]);
    expect(scaleOf([2, 1]).ticks).toEqual([0, 1, 2]);
    expect(scaleOf([0, 0]).ticks).toEqual([0, 1]);
    expect(scaleOf([69, 250]).ticks).toEqual([0, 100, 200, 300]);
  });

  it('keeps fractions of what is one', () => {
    expect(scaleOf([0.3, 0.08]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('groups thousands as the cards do', () => {
    expect(compact(3000, 'es-CO')).toBe('3.000');
    expect(compact(3000, 'en-US')).toBe('3,000');
  });
});
