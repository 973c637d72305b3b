import type { Cell, Column, Table } from '../../core/card/card.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { rateCell } from '../../core/phrases/rate-said.ts';
import { cut, type Ranked, rank } from '../../core/stats/rank.ts';
import type { CardContext } from '../report.ts';
import type { AgentFigures, AgentsSummary } from './summary.ts';
import { said } from './words.ts';

const UNKNOWN = '—';

/** By cost only for an audience that may see single agents' costs, and only where there are any. */
export function ranksByCost(summary: AgentsSummary, { request, audience }: CardContext): boolean {
  return request.view.by === 'cost' && audience.agentCosts && summary.cost !== null;
}

export function ranking(summary: AgentsSummary, context: CardContext): Ranked<AgentFigures>[] {
  const byCost = ranksByCost(summary, context);
  return rank(
    summary.agents,
    (agent) => (byCost ? (agent.cost ?? 0) : agent.calls),
    ({ name }) => name,
  );
}

export function table(summary: AgentsSummary, context: CardContext): Table {
  const ranked = ranking(summary, context);
  return tableOf(ranked, ranked.length, summary, context, true);
}

/** What the card shows: all, or the first `top` with those who share the last place. */
export function topTable(summary: AgentsSummary, context: CardContext): Table {
  const ranked = ranking(summary, context);
  const asked = context.request.view.top ?? ranked.length;
  return tableOf(cut(ranked, asked), asked, summary, context, false);
}

function tableOf(
  shown: readonly Ranked<AgentFigures>[],
  asked: number,
  summary: AgentsSummary,
  context: CardContext,
  whole: boolean,
): Table {
  const { audience, format, locale } = context;
  const { caption, columns, yes } = said[locale];
  const costs = audience.agentCosts && summary.cost !== null;
  const repeated = whole && summary.agents.some((agent) => agent.repeated);
  const right = (title: string): Column => ({ title, align: 'right' });
  const money = (amount: number | null): Cell =>
    amount === null ? UNKNOWN : { number: amount, text: format.money(amount) };
  return {
    caption: caption(shown.length, asked, summary.agents.length),
    columns: [
      right(columns.rank),
      { title: columns.agent, align: 'left' },
      right(columns.calls),
      right(columns.share),
      ...(costs ? [right(columns.cost), right(columns.perCall)] : []),
      ...(repeated ? [{ title: columns.repeated, align: 'left' as const }] : []),
    ],
    rows: shown.map(({ rank, item: agent }, index) => [
      { number: rank, text: format.number(rank) },
      agentLabel(agent.name, index + 1, audience.names, locale),
      { number: agent.calls, text: format.number(agent.calls) },
      rateCell(agent.share, { format, locale }),
      ...(costs ? [money(agent.cost), money(agent.costPerCall)] : []),
      ...(repeated ? [agent.repeated ? yes : ''] : []),
    ]),
  };
}
