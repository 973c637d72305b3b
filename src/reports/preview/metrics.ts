import {
  type Metric,
  type MetricUnit,
  NO_READING,
  plainReading,
  rateReading,
  type Reading,
  type Scope,
} from '../report.ts';
import type { PreviewSummary } from './summary.ts';
import type { Figures } from './tally.ts';

export const metrics: readonly Metric<PreviewSummary>[] = [
  summed(metric('contact_rate', 'rate', 'high', ({ contact }) => rateReading(contact))),
  summed(metric('rpc', 'rate', 'high', ({ rightParty }) => rateReading(rightParty))),
  summed(metric('uncoded', 'rate', 'low', ({ uncoded }) => rateReading(uncoded))),
  summed(metric('calls', 'count', 'neither', ({ calls }) => plainReading(calls))),
  summed(metric('contacts', 'count', 'high', ({ answered }) => plainReading(answered))),
  metric('records', 'count', 'neither', ({ records }) => plainReading(records)),
  summed(metric('dialled', 'count', 'neither', ({ dialled }) => plainReading(dialled))),
  summed(
    metric('talk_time', 'duration', 'neither', ({ talk, answered }) => ({ value: talk, count: null, of: answered })),
  ),
];

/** Calls are of one day each. Records that nobody dialled are of none: how many there are is not summed. */
function summed(one: Metric<PreviewSummary>): Metric<PreviewSummary> {
  return { ...one, sums: true };
}

function metric(
  id: string,
  unit: MetricUnit,
  better: Metric<PreviewSummary>['better'],
  of: (figures: Figures) => Reading,
): Metric<PreviewSummary> {
  return {
    id,
    unit,
    better,
    scopes: ['all', 'agent', 'campaign'],
    read: (summary, scope) => {
      const figures = figuresIn(summary, scope);
      return figures === null ? NO_READING : of(figures);
    },
  };
}

function figuresIn({ total, agents, campaigns }: PreviewSummary, scope: Scope): Figures | null {
  if (scope === 'all') return total.calls + total.records > 0 ? total : null;
  if (scope.kind === 'agent') return agents.find(({ id }) => id === scope.id) ?? null;
  return scope.kind === 'campaign' ? (campaigns.find(({ id }) => id === scope.id) ?? null) : null;
}
