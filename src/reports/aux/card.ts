import type { Section } from '../../core/card/card.ts';
import { comparedTotal, nowAndBefore } from '../../core/phrases/compare.ts';
import { noData } from '../../core/phrases/no-data.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { begunBy, daysIn } from '../../core/stats/days.ts';
import { shortLabels } from '../../core/values/person.ts';
import type { CardBody, CardContext } from '../report.ts';
import { findingsOf } from './findings.ts';
import { ofStates, reasons, verdictSentence } from './judgement.ts';
import { caseLines, justifiedButton, justifiedLines, justifiedTitle, withoutJustified } from './past.ts';
import { stateName } from './people.ts';
import { said } from './said.ts';
import type { AuxSummary } from './summary.ts';
import { cardTable } from './table.ts';
import { words } from './words.ts';

const BARS = 10;
const LABEL_LENGTH = 20;

export function card(read: AuxSummary, context: CardContext, previous: AuxSummary | null): CardBody {
  if (read.agents.length === 0) return noData(context, said[context.locale].subject);
  const summary = withoutJustified(read, context);
  const before = previous !== null && previous.agents.length > 0 ? previous : null;
  const lines = caseLines(read, context) ?? reasons(summary, context).map((text) => ({ text }));
  const states = ofStates(summary, context);
  return {
    headline: `${verdictSentence(summary, context)}.`,
    sections: [
      ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
      ...justified(read, context),
      { kind: 'text', text: [total(summary, context, before), ...states].join(' ') },
      ...beforeAndNow(summary, context, before),
      ...chart(summary, context),
      ...(summary.states.length > 0 ? [{ kind: 'table' as const, table: cardTable(summary, context) }] : []),
    ],
    notes: notes(summary, context),
  };
}

function justified(read: AuxSummary, context: CardContext): Section[] {
  const title = justifiedTitle(read, context);
  const lines = justifiedLines(read, context);
  const button = justifiedButton(read, context);
  return [
    ...(title === null || lines.length > 0 ? [] : [{ kind: 'text' as const, text: `${title}.` }]),
    ...(title === null || lines.length === 0 ? [] : [{ kind: 'lines' as const, title, lines }]),
    ...(button === null ? [] : [{ kind: 'actions' as const, actions: [button] }]),
  ];
}

function total(summary: AuxSummary, context: CardContext, before: AuxSummary | null): string {
  const { format, locale, now, request } = context;
  const change = before === null ? null : comparedTotal(summary.seconds, before.seconds, context);
  const [period, agents] = [format.when(request.period, now), summary.agents.length];
  return said[locale].total(period, format.duration(summary.seconds), agents, format.number(agents), change);
}

function beforeAndNow(summary: AuxSummary, { format, locale }: CardContext, before: AuxSummary | null): Section[] {
  if (before === null) return [];
  const label = words[locale].metrics;
  const perAgent = ({ seconds, agents }: AuxSummary): string => format.duration(Math.round(seconds / agents.length));
  const figures = [
    {
      label: label.aux_total,
      value: nowAndBefore(format.duration(summary.seconds), format.duration(before.seconds), locale),
    },
    { label: said[locale].perAgent, value: nowAndBefore(perAgent(summary), perAgent(before), locale) },
    {
      label: label.out_of_usual,
      value: nowAndBefore(format.number(outOf(summary)), format.number(outOf(before)), locale),
    },
  ];
  return [{ kind: 'figures', figures }];
}

function outOf(summary: AuxSummary): number {
  return new Set(findingsOf(summary).map(({ agent }) => agent)).size;
}

function chart({ states }: AuxSummary, context: CardContext): Section[] {
  const { format, locale } = context;
  const shown = states.slice(0, BARS);
  if (shown.length < 3) return [];
  const labels = shortLabels(
    shown.map((state) => stateName(state, context)),
    LABEL_LENGTH,
  );
  const points = shown.map(({ seconds }, index) => ({
    label: labels[index] ?? '',
    value: Math.round(seconds / 60),
    text: format.duration(seconds),
  }));
  const { chart: title, minutes } = said[locale];
  const series = [{ name: words[locale].metrics.aux_total, points }];
  return [{ kind: 'chart', chart: { type: 'bar', title, yLabel: minutes, series } }];
}

function notes(summary: AuxSummary, context: CardContext): string[] {
  const { audience, format, locale, now, window } = context;
  const say = said[locale];
  const allowances = summary.states.some(({ verdict }) => verdict.kind === 'allowance');
  const days = daysIn(begunBy(window, now));
  return [
    ...(mayGrow(context) ? [say.runningNote] : []),
    ...(allowances && days > 1 ? [say.daysNote(format.number(days))] : []),
    ...(!audience.outliersByName && findingsOf(summary).length > 0 ? [say.namesNote] : []),
  ];
}
