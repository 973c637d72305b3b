import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, metricNamed, RULE_METRICS } from '../../../src/core/alerts/rule-metrics.ts';
import { REPORTS } from '../../../src/reports/catalog.ts';

describe('the metrics that a rule may look at', () => {
  it.each(REPORTS)('are those of the report $id, with their units and scopes', ({ id: report, metrics }) => {
    const listed = metrics.map(({ id, unit, scopes }) => [id, { unit, scopes }]);
    expect(RULE_METRICS[report]).toEqual(Object.fromEntries(listed));
  });

  it('are found by the names that the list of reports gives', () => {
    for (const name of METRIC_NAMES) {
      const found = metricNamed(name);
      expect(`${found?.report}.${found?.metric}`).toBe(name);
    }
    expect(metricNamed('live.abandonmnt')).toBeNull();
    expect(metricNamed('live.constructor')).toBeNull();
  });
});
