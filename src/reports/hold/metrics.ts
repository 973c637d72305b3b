import type { Rate } from '../../core/stats/rate.ts';
import { type Metric, NO_READING, plainReading, rateReading, type Scope } from '../report.ts';
import type { HoldSummary } from './summary.ts';

const SCOPES = ['all', 'skill'] as const;

type Figures = HoldSummary['total'];

export const metrics: readonly Metric<HoldSummary>[] = [
  { ...counted('offered', 'neither', ({ offered }) => offered), sums: true },
  rated('accepted', ({ accepted }) => accepted),
  rated('recall_success', ({ recallSuccess }) => recallSuccess),
  rated('kept', ({ kept }) => kept),
  // What is owed on Monday may be paid on Tuesday: a week's debt is not the sum of its days'.
  counted('debt', 'low', ({ debt }) => debt),
  { ...counted('undecided', 'low', ({ undecided }) => undecided), sums: true },
  {
    id: 'service_level_gain',
    unit: 'rate',
    better: 'high',
    scopes: ['skill'],
    read: ({ skills }, scope) => {
      const gain =
        scope === 'all' ? null : (skills.find(({ skill }) => isScope(scope, skill))?.serviceLevelGain ?? null);
      return plainReading(gain);
    },
  },
];

function counted(
  id: string,
  better: Metric<HoldSummary>['better'],
  of: (figures: Figures) => number,
): Metric<HoldSummary> {
  return {
    id,
    unit: 'count',
    better,
    scopes: SCOPES,
    read: (summary, scope) => {
      const figures = figuresOf(summary, scope);
      return figures === null ? NO_READING : plainReading(of(figures));
    },
  };
}

function rated(id: string, of: (figures: Figures) => Rate): Metric<HoldSummary> {
  return {
    id,
    unit: 'rate',
    better: 'high',
    sums: true,
    scopes: SCOPES,
    read: (summary, scope) => {
      const figures = figuresOf(summary, scope);
      return figures === null ? NO_READING : rateReading(of(figures));
    },
  };
}

function figuresOf({ total, skills }: HoldSummary, scope: Scope): Figures | null {
  if (scope === 'all') return skills.length > 0 ? total : null;
  return skills.find(({ skill }) => isScope(scope, skill)) ?? null;
}

function isScope(scope: Exclude<Scope, 'all'>, skill: string): boolean {
  return scope.kind === 'skill' && scope.id === skill;
}
