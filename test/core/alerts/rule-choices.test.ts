import { describe, expect, it } from 'vitest';
import { plainRule, watchedMetric } from '../../../src/core/alerts/rule-choices.ts';
import { metricOf } from '../../../src/core/alerts/rule-metrics.ts';
import { REPORTS } from '../../../src/reports/catalog.ts';

describe('watchedMetric', () => {
  it('is one that a rule can look at, of every report', () => {
    for (const { id, leading } of REPORTS)
      expect(metricOf({ report: id, metric: watchedMetric(id, leading) })).not.toBeNull();
  });

  it('is of aux who is out of the usual over days, not an hour of everybody together', () => {
    const looks = { report: 'aux', metric: watchedMetric('aux', 'aux_total') } as const;
    expect(plainRule(looks, 'low').condition).toEqual({ kind: 'aux' });
  });
});
