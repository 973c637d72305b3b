import type { Cell, Column, Table } from '../../core/card/card.ts';
import { cut, rank } from '../../core/stats/rank.ts';
import type { CardContext } from '../report.ts';
import { withoutJustified } from './past.ts';
import { people, stateName } from './people.ts';
import { said } from './said.ts';
import type { AgentFigures, AuxSummary, StateFigures } from './summary.ts';

const STATE_COLUMNS = 5;
const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** One line per agent and state; per state alone for an audience that does not see who is out of the usual. */
export function table(read: AuxSummary, context: CardContext): Table {
  const summary = withoutJustified(read, context);
  const { audience, locale } = context;
  if (!audience.outliersByName) return statesTable(summary, context);
  const { agentsCaption, columns } = said[locale];
  const shown = people(summary, context);
  const withIds = audience.names === 'full';
  const states = new Map(summary.states.map((state) => [state.key, state]));
  return {
    caption: agentsCaption(summary.agents.length, summary.agents.length, summary.agents.length),
    columns: [
      ...(withIds ? [left(columns.id)] : []),
      left(columns.agent),
      left(columns.state),
      right(columns.time),
      right(columns.median),
      left(columns.verdict),
    ],
    rows: summary.agents.flatMap((agent) =>
      agent.states.flatMap(({ key, seconds }): Cell[][] => {
        const state = states.get(key);
        if (state === undefined) return [];
        return [
          [
            ...(withIds ? [agent.id] : []),
            shown(agent.id),
            stateName(state, context),
            time(seconds, context),
            time(state.median, context),
            verdictOf(agent, state, context),
          ],
        ];
      }),
    ),
  };
}

export function cardTable(summary: AuxSummary, context: CardContext): Table {
  return context.audience.outliersByName ? agentsTable(summary, context) : statesTable(summary, context);
}

function agentsTable(summary: AuxSummary, context: CardContext): Table {
  const { locale, request } = context;
  const { agentsCaption, columns } = said[locale];
  const shown = people(summary, context);
  const ranked = rank(
    summary.agents,
    ({ seconds }) => seconds,
    ({ id }) => id,
  );
  const asked = request.view.top ?? ranked.length;
  const agents = cut(ranked, asked).map(({ item }) => item);
  const others = summary.states.length > STATE_COLUMNS;
  const states = summary.states.slice(0, others ? STATE_COLUMNS - 1 : STATE_COLUMNS);
  const inState = (agent: AgentFigures, key: string): number =>
    agent.states.find((state) => state.key === key)?.seconds ?? 0;
  return {
    caption: agentsCaption(agents.length, asked, summary.agents.length),
    columns: [
      left(columns.agent),
      right(columns.total),
      ...states.map((state) => right(stateName(state, context))),
      ...(others ? [right(columns.others)] : []),
    ],
    rows: agents.map((agent) => {
      const own = states.map(({ key }) => inState(agent, key));
      const rest = agent.seconds - own.reduce((sum, seconds) => sum + seconds, 0);
      return [
        shown(agent.id),
        time(agent.seconds, context),
        ...own.map((seconds) => someTime(seconds, context)),
        ...(others ? [someTime(rest, context)] : []),
      ];
    }),
  };
}

function statesTable({ states }: AuxSummary, context: CardContext): Table {
  const { format, locale } = context;
  const { columns, statesCaption } = said[locale];
  return {
    caption: statesCaption(states.length),
    columns: [
      left(columns.state),
      right(columns.users),
      right(columns.total),
      right(columns.median),
      right(columns.middle),
      left(columns.verdict),
    ],
    rows: states.map((state) => [
      stateName(state, context),
      { number: state.users, text: format.number(state.users) },
      time(state.seconds, context),
      time(state.median, context),
      `${format.duration(state.q1)} – ${format.duration(state.q3)}`,
      verdictOf(null, state, context),
    ]),
  };
}

function verdictOf(agent: AgentFigures | null, { verdict }: StateFigures, { locale }: CardContext): string {
  const { verdicts } = said[locale];
  const among = (some: readonly { readonly id: string }[]): boolean =>
    agent === null ? some.length > 0 : some.some(({ id }) => id === agent.id);
  switch (verdict.kind) {
    case 'allowance':
      return among(verdict.over) ? verdicts.over : verdicts.within;
    case 'judged':
      return among(verdict.out) ? verdicts.out : verdicts.usual;
    case 'ordered':
    case 'group':
    case 'too-small':
      return verdicts[verdict.kind];
    default:
      return verdict satisfies never;
  }
}

/** A state that was not used is a dash, which sorts as the 0 it is. */
function someTime(seconds: number, context: CardContext): Cell {
  return seconds > 0 ? time(seconds, context) : { number: 0, text: '—' };
}

function time(seconds: number, { format }: CardContext): Cell {
  return { number: seconds, text: format.duration(seconds) };
}
