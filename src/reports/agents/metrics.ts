import { type Metric, NO_READING, plainReading, type Reading, type Scope } from '../report.ts';
import type { AgentFigures, AgentsSummary } from './summary.ts';

export const metrics: readonly Metric<AgentsSummary>[] = [
  {
    id: 'calls',
    unit: 'count',
    better: 'neither',
    sums: true,
    scopes: ['all', 'agent'],
    read: (summary, scope) => reading(summary, scope, ({ calls }) => plainReading(calls)),
  },
  {
    id: 'cost',
    unit: 'money',
    better: 'low',
    sums: true,
    scopes: ['all', 'agent'],
    read: (summary, scope) => reading(summary, scope, ({ cost }) => plainReading(cost)),
  },
  {
    id: 'cost_per_call',
    unit: 'money',
    better: 'low',
    scopes: ['all', 'agent'],
    read: (summary, scope) =>
      reading(summary, scope, ({ costPerCall, callsWithCost }) => ({
        value: costPerCall,
        count: null,
        of: callsWithCost,
      })),
  },
  {
    id: 'agents',
    unit: 'count',
    better: 'neither',
    scopes: ['all'],
    read: ({ agents }, scope) => (scope === 'all' && agents.length > 0 ? plainReading(agents.length) : NO_READING),
  },
];

type Figures = Pick<AgentFigures, 'calls' | 'cost' | 'costPerCall' | 'callsWithCost'>;

/** Agents have no id here: the scope's is the name. No agent at all: there is nothing to say, not a zero. */
function reading(summary: AgentsSummary, scope: Scope, of: (figures: Figures) => Reading): Reading {
  if (scope === 'all') return summary.agents.length > 0 ? of(summary) : NO_READING;
  const agent = scope.kind === 'agent' ? summary.agents.find(({ name }) => name === scope.id) : undefined;
  return agent === undefined ? NO_READING : of(agent);
}
