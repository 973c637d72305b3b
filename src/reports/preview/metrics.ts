import type { Rate } from '../../core/stats/rate.ts';
import type { Metric, MetricUnit, Reading, Scope } from '../report.ts';
import type { PreviewSummary } from './summary.ts';
import type { Figures } from './tally.ts';

const NOTHING: Reading = { value: null, count: null, of: null };

export const metrics: readonly Metric<PreviewSummary>[] = [
  metric('contact_rate', 'rate', 'high', ({ contact }) => evidence(contact)),
  metric('rpc', 'rate', 'high', ({ rightParty }) => evidence(rightParty)),
  metric('uncoded', 'rate', 'low', ({ uncoded }) => evidence(uncoded)),
  metric('calls', 'count', 'neither', ({ calls }) => plain(calls)),
  metric('contacts', 'count', 'high', ({ answered }) => plain(answered)),
  metric('records', 'count', 'neither', ({ records }) => plain(records)),
  metric('dialled', 'count', 'neither', ({ dialled }) => plain(dialled)),
  metric('talk_time', 'duration', 'neither', ({ talk, answered }) => ({ value: talk, count: null, of: answered })),
];

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
      return figures === null ? NOTHING : of(figures);
    },
  };
}

function figuresIn({ total, agents, campaigns }: PreviewSummary, scope: Scope): Figures | null {
  if (scope === 'all') return total.calls + total.records > 0 ? total : null;
  if (scope.kind === 'agent') return agents.find(({ id }) => id === scope.id) ?? null;
  return scope.kind === 'campaign' ? (campaigns.find(({ id }) => id === scope.id) ?? null) : null;
}

function evidence({ fraction, count, of }: Rate): Reading {
  return { value: fraction, count, of };
}

function plain(value: number): Reading {
  return { value, count: null, of: null };
}
