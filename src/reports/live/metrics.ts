import { type Metric, type MetricUnit, NO_READING, plainReading, rateReading, type Reading } from '../report.ts';
import type { LiveSummary } from './summary.ts';

export const metrics: readonly Metric<LiveSummary>[] = [
  metric('abandonment', 'rate', 'low', ({ inbound }) => rateReading(inbound.abandonment)),
  metric('answered', 'count', 'high', ({ inbound }) => plainReading(inbound.answered)),
  metric('abandoned', 'count', 'low', ({ inbound }) => plainReading(inbound.abandoned)),
  metric('inbound', 'count', 'neither', ({ inbound }) => plainReading(inbound.calls)),
  metric('dialled', 'count', 'neither', ({ outbound }) => plainReading(outbound.dialled)),
  metric('contact_rate', 'rate', 'high', ({ outbound }) => rateReading(outbound.contact)),
  metric('machine_share', 'rate', 'low', ({ outbound }) => rateReading(outbound.machine)),
  metric('line_health', 'rate', 'low', ({ outbound }) => rateReading(outbound.lineFaults)),
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
    read: (summary, scope) => (scope === 'all' && summary.calls > 0 ? of(summary) : NO_READING),
  };
}
