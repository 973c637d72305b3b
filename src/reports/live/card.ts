import type { Section } from '../../core/card/card.ts';
import { comparedRate, nowAndBefore } from '../../core/phrases/compare.ts';
import { noData } from '../../core/phrases/no-data.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough, RATE_FLOOR, type Rate, wilson } from '../../core/stats/rate.ts';
import { shortLabels } from '../../core/values/person.ts';
import type { CardBody, CardContext } from '../report.ts';
import type { LiveSummary } from './summary.ts';
import { resultText, table } from './table.ts';
import { said, words } from './words.ts';

/**
 * Where faults are proven to be a tenth of the numbers dialled (the 95 % interval lies above), they are the headline: dead numbers in a
 * list make a few per cent on any day; beyond that it is a line or a carrier. Lines are called fine where as much is proven below.
 */
const LINE_PROBLEM_SHARE = 0.1;
const BARS = 10;
const LABEL_LENGTH = 20;

export function card(summary: LiveSummary, context: CardContext, previous: LiveSummary | null): CardBody {
  const say = said[context.locale];
  if (summary.calls === 0) return noData(context, say.subject, { when: say.when, why: say.nothing });
  const before = previous !== null && previous.calls > 0 ? previous : null;
  const lines = hasLineProblem(summary);
  const more = rest(summary, context, before).join(' ');
  return {
    headline: `${lines ? lineProblem(summary, context) : abandonment(summary, context, before, true)}.`,
    sections: [
      ...(more === '' ? [] : [{ kind: 'text' as const, text: more }]),
      ...beforeAndNow(summary, context, before),
      ...chart(summary, context),
      { kind: 'table', table: table(summary, context) },
    ],
    notes: [
      ...(summary.inbound.abandonment.of > 0 ? [say.instantHangUps] : []),
      ...(summary.outbound.dialled > 0 ? [say.machineNote] : []),
    ],
  };
}

export function hasLineProblem({ outbound }: LiveSummary): boolean {
  const { count, of } = outbound.lineFaults;
  return enough(of) && wilson(count, of).low >= LINE_PROBLEM_SHARE;
}

function lineProblem({ outbound }: LiveSummary, { format, locale }: CardContext): string {
  const { count, of } = outbound.lineFaults;
  return said[locale].lines(format.evidence(count, of), said[locale].when);
}

function abandonment(summary: LiveSummary, context: CardContext, before: LiveSummary | null, first: boolean): string {
  const { format, locale } = context;
  const say = said[locale];
  const when = first ? say.when : null;
  const { count, of, fraction } = summary.inbound.abandonment;
  const { calls } = summary.inbound;
  if (of === 0) return calls > 0 ? say.inboundUnjudged(calls, format.number(calls), say.when) : say.noInbound(say.when);
  if (!enough(of)) return say.fewInbound(format.number(count), format.number(of), when);
  const was = before?.inbound.abandonment;
  const usual = before === null ? (context.usual?.['abandonment'] ?? null) : null;
  const change = was !== undefined && enough(was.of) ? comparedRate(fraction, was.fraction, context) : usual;
  const rate = say.abandonment(format.evidence(count, of), when);
  return change === null ? rate : `${rate}, ${change}`;
}

function rest(summary: LiveSummary, context: CardContext, before: LiveSummary | null): string[] {
  const { format, locale } = context;
  const say = said[locale];
  const lines = hasLineProblem(summary);
  const { inbound, outbound } = summary;
  const { abandonment: rate } = inbound;
  const few = rate.of > 0 && !enough(rate.of);
  const judged = enough(outbound.dialled);
  return [
    ...(lines ? [`${abandonment(summary, context, before, false)}.`] : []),
    ...(few ? [say.floor(format.number(RATE_FLOOR))] : []),
    ...(outbound.dialled > 0
      ? [
          judged
            ? say.outbound(format.number(outbound.dialled), evidence(outbound.contact), evidence(outbound.machine))
            : say.fewOutbound(format.number(outbound.dialled), format.number(outbound.contact.count)),
        ]
      : []),
    ...(judged && !lines ? [linesSaid(outbound.lineFaults)] : []),
    ...apart(summary, context),
  ];

  function linesSaid(faults: Rate): string {
    const fine = wilson(faults.count, faults.of).high < LINE_PROBLEM_SHARE;
    const doubtful = faults.count === 0 ? say.linesFree : say.linesUnproven;
    return (fine ? say.linesWell : doubtful)(evidence(faults));
  }

  function evidence({ count, of }: Rate): string {
    return format.evidence(count, of);
  }
}

function apart(summary: LiveSummary, { format, locale }: CardContext): string[] {
  const { apart: sentence, kinds } = said[locale];
  const some = (['internal', 'transfer', 'conference', 'other'] as const).flatMap((kind) =>
    summary[kind] > 0 ? [kinds[kind](summary[kind], format.number(summary[kind]))] : [],
  );
  return some.length > 0 ? [sentence(format.list(some))] : [];
}

function beforeAndNow(summary: LiveSummary, context: CardContext, before: LiveSummary | null): Section[] {
  if (before === null) return [];
  const { format, locale } = context;
  const label = words[locale].metrics;
  const share = (one: Rate): string => rateSaid(one, { format, locale });
  const pair = (name: string, of: (one: LiveSummary) => string) => ({
    label: name,
    value: nowAndBefore(of(summary), of(before), locale),
  });
  const figures = [
    pair(label.inbound, ({ inbound }) => format.number(inbound.calls)),
    pair(label.abandonment, ({ inbound }) => share(inbound.abandonment)),
    pair(label.contact_rate, ({ outbound }) => share(outbound.contact)),
    pair(label.line_health, ({ outbound }) => share(outbound.lineFaults)),
  ];
  return [{ kind: 'figures', figures }];
}

function chart({ results }: LiveSummary, { format, locale }: CardContext): Section[] {
  const shown = results.filter(({ family }) => family === 'outbound').slice(0, BARS);
  if (shown.length < 3) return [];
  const labels = shortLabels(
    shown.map(({ result }) => resultText(result, locale)),
    LABEL_LENGTH,
  );
  const points = shown.map(({ calls }, index) => ({
    label: labels[index] ?? '',
    value: calls,
    text: format.number(calls),
  }));
  const { chart: title } = said[locale];
  return [
    {
      kind: 'chart',
      chart: { type: 'bar', title, yLabel: null, series: [{ name: words[locale].metrics.dialled, points }] },
    },
  ];
}
