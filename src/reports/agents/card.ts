import type { Section } from '../../core/card/card.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { comparedTotal, nowAndBefore } from '../../core/phrases/compare.ts';
import { noData } from '../../core/phrases/no-data.ts';
import { shortLabels } from '../../core/values/person.ts';
import type { CardBody, CardContext } from '../report.ts';
import type { AgentsSummary } from './summary.ts';
import { ranking, ranksByCost, topTable } from './table.ts';
import { said, words } from './words.ts';

const BARS = 10;
const LABEL_LENGTH = 20;

export function card(summary: AgentsSummary, context: CardContext, previous: AgentsSummary | null): CardBody {
  if (summary.agents.length === 0) return noData(context, said[context.locale].subject);
  return {
    headline: headline(summary, context, previous),
    sections: [
      ...leaders(summary, context),
      ...beforeAndNow(summary, context, previous),
      ...chart(summary, context),
      { kind: 'table', table: topTable(summary, context) },
    ],
    notes: notes(summary, context),
  };
}

function headline(summary: AgentsSummary, context: CardContext, previous: AgentsSummary | null): string {
  const { format, locale, now, request } = context;
  const say = said[locale];
  const period = format.when(request.period, now);
  const usual = (metric: string): string | null => context.usual?.[metric] ?? null;
  if (summary.calls === 0) return say.noCalls(period, summary.agents.length);
  const calls = say.calls(summary.calls, format.number(summary.calls));
  const perCall = summary.costPerCall === null ? null : format.money(summary.costPerCall);
  if (request.view.by === 'cost' && summary.cost !== null) {
    const before = previous?.cost ?? null;
    const change = before === null ? usual('cost') : comparedTotal(summary.cost, before, context);
    return `${say.costFirst(format.money(summary.cost), period, change)} ${say.inCalls(calls, perCall)}`;
  }
  const change = previous === null ? usual('calls') : comparedTotal(summary.calls, previous.calls, context);
  const cost = summary.cost === null ? '' : ` ${say.cost(format.money(summary.cost), perCall)}`;
  return `${calls} ${period}${change === null ? '' : `, ${change}`}.${cost}`;
}

function leaders(summary: AgentsSummary, context: CardContext): Section[] {
  if (summary.calls === 0) return [];
  const { audience, format, locale } = context;
  const say = said[locale];
  const byCost = ranksByCost(summary, context);
  const first = ranking(summary, context).filter(({ rank }) => rank === 1);
  const [leader] = first;
  if (leader === undefined) return [];
  const names = first.map(({ item }, index) => agentLabel(item.name, index + 1, audience.names, locale));
  const amount = byCost
    ? format.money(leader.item.cost ?? 0)
    : say.calls(leader.item.calls, format.number(leader.item.calls));
  const whole = byCost ? (summary.cost ?? 0) : summary.calls;
  const share = format.percent(whole === 0 ? 0 : (byCost ? (leader.item.cost ?? 0) : leader.item.calls) / whole);
  const lead =
    first.length > 3
      ? say.manyTied(format.number(first.length), amount)
      : first.length > 1
        ? say.tied(format.list(names), amount)
        : (byCost ? say.spends : say.leads)(names[0] ?? '', amount, share);
  return [{ kind: 'text', text: [lead, ...concentration(summary, context)].join(' ') }];
}

function concentration({ agents, halfOfCalls, halfOfCost }: AgentsSummary, { format, locale }: CardContext): string[] {
  const say = said[locale];
  if (halfOfCalls === null || agents.length < 3) return [];
  const calls = say.half(halfOfCalls, format.number(halfOfCalls), format.number(agents.length));
  return [halfOfCost === null ? `${calls}.` : `${calls}; ${say.halfOfCost(halfOfCost, format.number(halfOfCost))}.`];
}

function beforeAndNow(summary: AgentsSummary, context: CardContext, previous: AgentsSummary | null): Section[] {
  if (previous === null || previous.agents.length === 0) return [];
  const { format, locale } = context;
  const label = words[locale].metrics;
  const figure = (name: string, now: number | null, before: number | null, as: (value: number) => string) =>
    now === null || before === null ? [] : [{ label: name, value: nowAndBefore(as(now), as(before), locale) }];
  const figures = [
    ...figure(label.calls, summary.calls, previous.calls, format.number),
    ...figure(label.cost, summary.cost, previous.cost, format.money),
    ...figure(label.cost_per_call, summary.costPerCall, previous.costPerCall, format.money),
    ...figure(label.agents, summary.agents.length, previous.agents.length, format.number),
  ];
  return [{ kind: 'figures', figures }];
}

function chart(summary: AgentsSummary, context: CardContext): Section[] {
  const { audience, format, locale, request } = context;
  const byCost = ranksByCost(summary, context);
  const bars = ranking(summary, context)
    .slice(0, Math.min(BARS, request.view.top ?? BARS))
    .map(({ item }, index) => ({
      name: agentLabel(item.name, index + 1, audience.names, locale),
      value: byCost ? (item.cost ?? 0) : item.calls,
    }))
    .filter(({ value }) => value > 0);
  if (bars.length < 3) return [];
  const labels = shortLabels(
    bars.map(({ name }) => name),
    LABEL_LENGTH,
  );
  const title = byCost ? said[locale].chartByCost : said[locale].chartByCalls;
  const points = bars.map(({ value }, index) => ({
    label: labels[index] ?? '',
    value,
    text: byCost ? format.money(value) : format.number(value),
  }));
  const name = byCost ? words[locale].metrics.cost : words[locale].metrics.calls;
  return [{ kind: 'chart', chart: { type: 'bar', title, yLabel: null, series: [{ name, points }] } }];
}

function notes(summary: AgentsSummary, { audience, locale, request }: CardContext): string[] {
  const say = said[locale];
  const repeated = summary.agents.filter((agent) => agent.repeated).length;
  const withoutCost = summary.agents.filter(({ costIncomplete, calls }) => costIncomplete && calls > 0).length;
  return [
    ...(summary.cost === null ? [] : [say.costNote]),
    ...(summary.cost !== null && withoutCost > 0 ? [say.withoutCost(withoutCost)] : []),
    ...(repeated > 0 ? [say.repeated(repeated)] : []),
    ...(request.view.by === 'cost' && !audience.agentCosts ? [say.costsHidden] : []),
  ];
}
