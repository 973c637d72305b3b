import { wordsKey } from '../../core/values/words.ts';
import { type Metric, NO_READING, plainReading, type Reading, type Scope } from '../report.ts';
import { findingsOf, groupsOf } from './findings.ts';
import type { AgentFigures, AuxSummary, StateFigures } from './summary.ts';

type Ways = {
  readonly all?: (summary: AuxSummary) => Reading;
  readonly agent?: (agent: AgentFigures, summary: AuxSummary) => Reading;
  readonly state?: (state: StateFigures, summary: AuxSummary) => Reading;
};

export const metrics: readonly Metric<AuxSummary>[] = [
  summed('aux_total', 'duration', {
    all: ({ seconds, agents }) => ({ value: seconds, count: null, of: agents.length }),
    agent: ({ seconds }) => ({ value: seconds, count: null, of: null }),
    state: ({ seconds, users }) => ({ value: seconds, count: null, of: users }),
  }),
  // The longest time of one agent in one state: what "nobody above an hour of Break" is asked of. What the company orders is not
  // anybody's doing: it counts only where that state is named.
  metric('aux_state', 'duration', {
    all: (summary) => longest(summary.agents.flatMap((agent) => ownTimes(agent, summary))),
    agent: (agent, summary) => longest(ownTimes(agent, summary)),
    state: ({ key }, { agents }) =>
      longest(agents.map(({ states }) => states.find((one) => one.key === key)?.seconds ?? 0)),
  }),
  metric('aux_median', 'duration', {
    state: ({ median, users }) => ({ value: median, count: null, of: users }),
  }),
  metric('out_of_usual', 'count', {
    all: (summary) => among(new Set(findingsOf(summary).map(({ agent }) => agent)).size, summary.agents.length),
    agent: ({ id, states }, summary) =>
      among(findingsOf(summary).filter(({ agent }) => agent === id).length, states.length),
    state: ({ key, users }, summary) =>
      among(findingsOf(summary).filter(({ state }) => state.key === key).length, users),
  }),
  metric('group_over', 'count', { all: (summary) => among(groupsOf(summary).length, summary.states.length) }),
];

function summed(...given: Parameters<typeof metric>): Metric<AuxSummary> {
  return { ...metric(...given), sums: true };
}

function metric(id: string, unit: 'duration' | 'count', { all, agent, state }: Ways): Metric<AuxSummary> {
  return {
    id,
    unit,
    better: 'low',
    scopes: [
      ...(all ? (['all'] as const) : []),
      ...(agent ? (['agent'] as const) : []),
      ...(state ? (['state'] as const) : []),
    ],
    read: (summary, scope: Scope) => {
      if (scope === 'all') return all && summary.agents.length > 0 ? all(summary) : NO_READING;
      if (scope.kind === 'agent') {
        const own = summary.agents.find((one) => one.id === scope.id);
        return own && agent ? agent(own, summary) : NO_READING;
      }
      if (scope.kind !== 'state') return NO_READING;
      const own = summary.states.find(({ key }) => key === wordsKey(scope.id));
      return own && state ? state(own, summary) : NO_READING;
    },
  };
}

function ownTimes({ states }: AgentFigures, summary: AuxSummary): readonly number[] {
  const ordered = new Set(summary.states.flatMap(({ key, verdict }) => (verdict.kind === 'ordered' ? [key] : [])));
  return [0, ...states.flatMap(({ key, seconds }) => (ordered.has(key) ? [] : [seconds]))];
}

function longest(seconds: readonly number[]): Reading {
  return seconds.length > 0 ? plainReading(Math.max(...seconds)) : NO_READING;
}

function among(count: number, of: number): Reading {
  return { value: count, count, of };
}
