import type { Line } from '../../core/card/card.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { type BriefMetric, movesOf, standingOf } from '../../core/phrases/brief.ts';
import { comparedTotal } from '../../core/phrases/compare.ts';
import { noDataBrief } from '../../core/phrases/no-data.ts';
import type { Brief, CardContext } from '../report.ts';
import { briefWords } from './brief-words.ts';
import type { AgentsSummary } from './summary.ts';
import { said } from './words.ts';

const LINES = 3;

export function brief(summary: AgentsSummary, context: CardContext, previous: AgentsSummary | null): Brief {
  const { format, locale, usual } = context;
  if (summary.agents.length === 0) return noDataBrief(context, said[locale].subject);
  const say = briefWords[locale];
  const metrics: readonly BriefMetric[] = [
    { id: 'calls', better: 'neither', said: say.figures.calls },
    { id: 'cost_per_call', better: 'low', said: say.figures.cost_per_call },
    { id: 'cost', better: 'low', said: say.figures.cost },
    { id: 'agents', better: 'neither', said: say.figures.agents },
  ];
  const { known, moves } = movesOf(metrics, context);
  const worst = moves.find(({ worse }) => worse);
  const calls = say.figures.calls(format.number(summary.calls), summary.calls);
  const cost = summary.cost === null ? [] : [say.figures.cost(format.money(summary.cost), summary.cost)];
  const agents = say.figures.agents(format.number(summary.agents.length), summary.agents.length);
  const change = previous === null ? usual?.['calls'] : comparedTotal(summary.calls, previous.calls, context);
  const byCalls = worst === undefined || worst.id === 'calls';
  const lead = byCalls ? [calls, ...(change ? [change] : [])].join(', ') : worst.sentence;
  return {
    standing: standingOf(worst !== undefined, known),
    verdict: [lead, ...(byCalls ? cost : [calls])].join('; '),
    figures: [calls, ...cost, agents],
    moved: moves.filter(({ id }) => id !== (byCalls ? 'calls' : worst.id)).map(({ sentence }) => sentence),
    who: worst?.id.startsWith('cost') ? spenders(summary, context) : [],
    next: worst === undefined ? null : nextOf(worst, context),
    notes: summary.cost === null ? [] : [said[locale].costNote],
  };
}

function nextOf({ id, side }: { readonly id: string; readonly side: 'above' | 'below' }, { locale }: CardContext) {
  const say = briefWords[locale];
  if (id.startsWith('cost')) return say.cost;
  return side === 'below' ? say.fewer : say.more;
}

/** Costs of single agents are for supervisors. */
function spenders({ agents, cost }: AgentsSummary, { audience, format, locale }: CardContext): Line[] {
  if (!audience.agentCosts || cost === null || cost === 0) return [];
  return agents
    .filter((agent) => (agent.cost ?? 0) > 0)
    .toSorted((a, b) => (b.cost ?? 0) - (a.cost ?? 0))
    .slice(0, LINES)
    .map((agent, index) => {
      const own = agent.cost ?? 0;
      const name = agentLabel(agent.name, index + 1, audience.names, locale);
      const share = format.percent(own / cost);
      return { text: briefWords[locale].spends(name, format.money(own), format.money(cost), share) };
    });
}
