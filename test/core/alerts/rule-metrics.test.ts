import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, metricNamed, RULE_METRICS } from '../../../src/core/alerts/rule-metrics.ts';
import { REPORTS } from '../../../src/reports/catalog.ts';
import { metrics as agents } from '../../../src/reports/agents/metrics.ts';
import { metrics as aux } from '../../../src/reports/aux/metrics.ts';
import { metrics as hold } from '../../../src/reports/hold/metrics.ts';
import { metrics as live } from '../../../src/reports/live/metrics.ts';
import { metrics as preview } from '../../../src/reports/preview/metrics.ts';

type Listed = readonly { readonly id: string; readonly unit: string; readonly scopes: readonly string[] }[];
const OWN: Readonly<Record<string, Listed>> = { agents, aux, hold, live, preview };

describe('the metrics that a rule may look at', () => {
  it.each(REPORTS.map(({ id }) => id))('are those of the report %s, with their units and scopes', (report) => {
    const listed = (OWN[report] ?? []).map(({ id, unit, scopes }) => [id, { unit, scopes }]);
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
