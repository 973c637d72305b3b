import type { Cell, Column, Table } from '../../core/card/card.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { rateCell } from '../../core/phrases/rate-said.ts';
import { cut, rank } from '../../core/stats/rank.ts';
import type { Rate } from '../../core/stats/rate.ts';
import { nameIn } from '../../core/values/name-in.ts';
import type { CardContext } from '../report.ts';
import type { PreviewSummary } from './summary.ts';
import { said } from './words.ts';

const UNKNOWN = '—';

export function table(summary: PreviewSummary, context: CardContext): Table {
  return agentsTable(summary, context, summary.agents.length, context.audience.names === 'full');
}

export function cardTable(summary: PreviewSummary, context: CardContext): Table {
  return agentsTable(summary, context, context.request.view.top ?? summary.agents.length, false);
}

/** Ordered by calls, never by a rate: a rate of few calls would rank by chance. */
function agentsTable({ agents }: PreviewSummary, context: CardContext, asked: number, withIds: boolean): Table {
  const { audience, format, locale, names } = context;
  const { caption, columns } = said[locale];
  const shown = cut(
    rank(
      agents,
      ({ calls }) => calls,
      ({ id }) => id,
    ),
    asked,
  ).map(({ item }) => item);
  const right = (title: string): Column => ({ title, align: 'right' });
  const left = (title: string): Column => ({ title, align: 'left' });
  const whole = (many: number): Cell => ({ number: many, text: format.number(many) });
  const share = (one: Rate): Cell => rateCell(one, { format, locale });
  const time = (seconds: number | null): Cell =>
    seconds === null ? UNKNOWN : { number: Math.round(seconds), text: format.duration(Math.round(seconds)) };
  return {
    caption: caption(shown.length, asked, agents.length),
    columns: [
      ...(withIds ? [left(columns.id)] : []),
      left(columns.agent),
      right(columns.calls),
      right(columns.contacts),
      right(columns.contact),
      right(columns.rightParty),
      right(columns.uncoded),
      right(columns.talk),
      right(columns.each),
    ],
    rows: shown.map((agent, index) => [
      ...(withIds ? [agent.id] : []),
      agentLabel(nameIn(names.agents, agent.id) ?? agent.id, index + 1, audience.names, locale),
      whole(agent.calls),
      whole(agent.answered),
      share(agent.contact),
      share(agent.rightParty),
      share(agent.uncoded),
      time(agent.talk),
      time(agent.talkPerCall),
    ]),
  };
}
