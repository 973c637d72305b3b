import type { Section } from '../../core/card/card.ts';
import { comparedRate, nowAndBefore } from '../../core/phrases/compare.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { noData } from '../../core/phrases/no-data.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough, type Rate } from '../../core/stats/rate.ts';
import { nameIn } from '../../core/values/name-in.ts';
import { readableName } from '../../core/values/person.ts';
import type { CardBody, CardContext } from '../report.ts';
import type { PreviewSummary } from './summary.ts';
import { cardTable } from './table.ts';
import { said, words } from './words.ts';

const LINES = 3;

export function card(summary: PreviewSummary, context: CardContext, previous: PreviewSummary | null): CardBody {
  const { total } = summary;
  if (total.calls + total.records === 0) return nothing(summary, context);
  const before = previous !== null && previous.total.calls > 0 ? previous : null;
  return {
    headline: `${headline(summary, context, before)}.`,
    sections: [
      { kind: 'text', text: volume(summary, context) },
      ...contacts(summary, context),
      ...dispositions(summary, context),
      ...beforeAndNow(summary, context, before),
      ...chart(summary, context),
      ...(summary.agents.length > 0 ? [{ kind: 'table' as const, table: cardTable(summary, context) }] : []),
    ],
    notes: notes(summary, context),
  };
}

function nothing(summary: PreviewSummary, context: CardContext): CardBody {
  const { noSuchRows, subject } = said[context.locale];
  const where = campaignName(summary, context);
  const why = where === null || mayGrow(context) ? {} : { why: noSuchRows };
  return noData(context, subject(where), why);
}

function headline(summary: PreviewSummary, context: CardContext, before: PreviewSummary | null): string {
  const { format, locale, now, request } = context;
  const say = said[locale];
  const period = format.when(request.period, now);
  const where = campaignName(summary, context);
  const { contact } = summary.total;
  if (summary.total.calls === 0) return say.noCalls(where, period);
  if (!enough(contact.of)) return say.fewCalls(format.number(contact.count), format.number(contact.of), where, period);
  const was = before?.total.contact;
  const usual = before === null ? (context.usual?.['contact_rate'] ?? null) : null;
  const change = was !== undefined && enough(was.of) ? comparedRate(contact.fraction, was.fraction, context) : usual;
  const rate = say.contact(format.evidence(contact.count, contact.of), where, period);
  return change === null ? rate : `${rate}, ${change}`;
}

/** The campaign that was asked for, as people call it; null where it is all of them. */
export function campaignName({ campaigns }: PreviewSummary, { names, request }: CardContext): string | null {
  const { campaign } = request;
  if (campaign === null || campaign === 'all') return null;
  const own = campaigns.find(({ id }) => id === campaign);
  return readableName(nameIn(names.campaigns, campaign) ?? own?.name ?? campaign);
}

function volume({ total }: PreviewSummary, context: CardContext): string {
  const { format, locale } = context;
  const say = said[locale];
  const { records, dialled, calls, rightParty } = total;
  return [
    say.volume(records, format.number(records), format.number(dialled), calls, format.number(calls)),
    ...(rightParty.of > 0 ? [say.rightParty(evidence(rightParty, context))] : []),
  ].join(' ');
}

function contacts({ total, hungUp, customers }: PreviewSummary, context: CardContext): Section[] {
  const { format, locale } = context;
  const say = said[locale];
  const unknown = hungUp.unknown > 0 ? format.number(hungUp.unknown) : null;
  const sentences = [
    ...(total.uncoded.of > 0 ? [say.uncoded(evidence(total.uncoded, context))] : []),
    ...(total.talkPerCall === null
      ? []
      : [say.talk(format.duration(total.talk), format.duration(Math.round(total.talkPerCall)))]),
    ...(hungUp.customer + hungUp.agent > 0
      ? [say.hungUp(format.number(hungUp.customer), format.number(hungUp.agent), unknown)]
      : []),
    ...(customers.threeOrMore > 0
      ? [
          say.repeats(
            customers.threeOrMore,
            format.number(customers.threeOrMore),
            format.number(customers.called),
            format.number(customers.most),
          ),
        ]
      : []),
  ];
  return sentences.length > 0 ? [{ kind: 'text', text: sentences.join(' ') }] : [];
}

function evidence({ count, of }: Rate, { format, locale }: CardContext): string {
  return enough(of) ? format.evidence(count, of) : said[locale].few(format.number(count), format.number(of));
}

function dispositions(summary: PreviewSummary, { format, locale }: CardContext): Section[] {
  const say = said[locale];
  const coded = summary.dispositions.reduce((sum, { calls }) => sum + calls, summary.otherDispositions);
  const lines = summary.dispositions.slice(0, LINES).map(({ code, calls }) => ({
    text: say.disposition(code.replaceAll('_', ' '), format.number(calls), format.number(coded)),
  }));
  return lines.length > 0 ? [{ kind: 'lines', title: say.dispositions, lines }] : [];
}

function beforeAndNow(summary: PreviewSummary, context: CardContext, before: PreviewSummary | null): Section[] {
  if (before === null) return [];
  const { format, locale } = context;
  const label = words[locale].metrics;
  const share = (one: Rate): string => rateSaid(one, { format, locale });
  const pair = (name: string, of: (total: PreviewSummary['total']) => string) => ({
    label: name,
    value: nowAndBefore(of(summary.total), of(before.total), locale),
  });
  const figures = [
    pair(label.calls, ({ calls }) => format.number(calls)),
    pair(label.contact_rate, ({ contact }) => share(contact)),
    pair(label.rpc, ({ rightParty }) => share(rightParty)),
    pair(label.uncoded, ({ uncoded }) => share(uncoded)),
  ];
  return [{ kind: 'figures', figures }];
}

function chart({ hours }: PreviewSummary, { format, locale }: CardContext): Section[] {
  if (hours.length < 3) return [];
  const label = words[locale].metrics;
  const series = (name: string, of: (hour: PreviewSummary['hours'][number]) => number) => ({
    name,
    points: hours.map((one) => ({
      label: `${String(one.hour).padStart(2, '0')}:00`,
      value: of(one),
      text: format.number(of(one)),
    })),
  });
  return [
    {
      kind: 'chart',
      chart: {
        type: 'bar',
        title: said[locale].chart,
        yLabel: null,
        series: [series(label.calls, ({ calls }) => calls), series(label.contacts, ({ answered }) => answered)],
      },
    },
  ];
}

function notes({ total, customers }: PreviewSummary, { format, locale }: CardContext): string[] {
  const say = said[locale];
  return [
    ...(total.calls > 0 ? [say.contactNote] : []),
    ...(customers.callsWithout > 0 ? [say.customersNote(format.number(customers.callsWithout))] : []),
  ];
}
