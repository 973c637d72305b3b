import type { Card, Section } from '../../core/card/card.ts';
import { words } from '../../core/i18n/words.ts';
import type { Format } from '../../core/i18n/format.ts';
import { cutAtMonth } from '../../core/pacing/split.ts';
import type { MetricUnit, Reading } from '../../reports/report.ts';
import type { Shown } from '../read/run-report.ts';
import { trustLine, trustParts } from '../read/trust-line.ts';

/** The exact window, rows and totals to hold against wolkvox Manager, with what to choose there. */
export function checkCard({ report, sealed, context, answer }: Shown): Card {
  const { locale, format, request, operation } = context;
  const w = words(locale);
  const { check, trust } = w;
  const { dated, api } = report.endpoint;
  const last = { from: answer.window.to - 1_000, to: answer.window.to };
  const figure = (label: string, value: string) => ({ label, value });
  const totals = report.metrics.flatMap(({ id, unit }) => {
    const reading = report.read(sealed, id, 'all');
    const label = report.words[locale].metrics[id] ?? id;
    return reading === null ? [] : [figure(label, sayReading(reading, unit, format))];
  });
  const choices: readonly { label: string; value: string }[] = dated
    ? [
        figure(check.from, stamp(answer.window.from, operation.zone)),
        figure(check.to, `${stamp(last.from, operation.zone)} (${check.inclusive})`),
        ...(request.campaign === null
          ? []
          : [figure(check.campaign, request.campaign === 'all' ? check.allCampaigns : request.campaign)]),
      ]
    : [];
  const sections: readonly Section[] = [
    { kind: 'text', text: dated ? check.how({ code: api }) : check.notDated },
    ...(choices.length === 0 ? [] : [{ kind: 'figures' as const, figures: choices }]),
    ...(dated && cutAtMonth(answer.window, operation.zone) !== null
      ? [{ kind: 'text' as const, text: check.oneMonth }]
      : []),
    {
      kind: 'figures',
      figures: [
        figure(check.rows, format.number(answer.rows.read)),
        figure(check.notCounted, trust.skipped({ ...answer.rows, format }) ?? '0'),
      ],
    },
    ...(totals.length === 0 ? [] : [{ kind: 'figures' as const, figures: totals }]),
    { kind: 'text', text: answer.asOf < answer.window.to ? check.stillRunning : check.differs },
  ];
  return {
    headline: check.title({ report: report.words[locale].title }),
    sections,
    trust: trustLine(trustParts({ answer, context, running: answer.asOf < answer.window.to, notes: [] })),
    actions: [],
  };
}

/** One figure in words, with its evidence where it is a rate. */
function sayReading({ value, count, of }: Reading, unit: MetricUnit, format: Format): string {
  if (unit === 'rate' && count !== null && of !== null && of > 0) return format.evidence(count, of);
  if (value === null) return '—';
  switch (unit) {
    case 'count':
      return format.number(value);
    case 'rate':
      return format.percent(value);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value);
  }
}

function stamp(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
}
