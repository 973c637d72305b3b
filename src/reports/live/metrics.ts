import type { Rate } from '../../core/stats/rate.ts';
import type { Metric, MetricUnit, Reading } from '../report.ts';
import type { LiveSummary } from './summary.ts';

const NOTHING: Reading = { value: null, count: null, of: null };

export const metrics: readonly Metric<LiveSummary>[] = [
  metric('abandonment', 'rate', 'low', ({ inbound }) => evidence(inbound.abandonment)),
  metric('answered', 'count', 'high', ({ inbound }) => plain(inbound.answered)),
  metric('abandoned', 'count', 'low', ({ inbound }) => plain(inbound.abandoned)),
  metric('inbound', 'count', 'neither', ({ inbound }) => plain(inbound.calls)),
  metric('dialled', 'count', 'neither', ({ outbound }) => plain(outbound.dialled)),
  metric('contact_rate', 'rate', 'high', ({ outbound }) => evidence(outbound.contact)),
  metric('machine_share', 'rate', 'low', ({ outbound }) => evidence(outbound.machine)),
  metric('line_health', 'rate', 'low', ({ outbound }) => evidence(outbound.lineFaults)),
];

/** The endpoint names no agent, skill or campaign: everything is of the whole operation. */
function metric(
  id: string,
  unit: MetricUnit,
  better: Metric<LiveSummary>['better'],
  of: (summary: LiveSummary) => Reading,
): Metric<LiveSummary> {
  return {
    id,
    unit,
    better,
    scopes: ['all'],
    read: (summary, scope) => (scope === 'all' && summary.calls > 0 ? of(summary) : NOTHING),
  };
}

function evidence({ fraction, count, of }: Rate): Reading {
  return { value: fraction, count, of };
}

function plain(value: number): Reading {
  return { value, count: null, of: null };
}
