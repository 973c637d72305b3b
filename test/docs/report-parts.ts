import { LEXICON } from '../../src/core/command/lexicon.ts';
import { metricNamed } from '../../src/core/alerts/rule-metrics.ts';
import { LOCALES } from '../../src/core/i18n/locale.ts';
import type { Choice, ReportId } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import { context, folded, rowsOf } from '../reports/fixture.ts';
import { type Parts, table } from './fill.ts';

const CHOICES: Readonly<Record<Choice, string>> = {
  period: 'a period',
  top: '`top 5`',
  by: '`by cost`, `by calls`',
  versus: '`vs previous`, `vs usual`',
};

/** What the catalogue knows of a report, for its page in docs/reports. */
export function reportParts(id: ReportId): Parts {
  const report = reportOf(id);
  const { takes, metrics, words } = report;
  const choices = takes.map((choice) => CHOICES[choice]);
  return {
    words: [
      table(
        ['', 'called', 'in a command'],
        LOCALES.map((locale) => [locale, words[locale].title, spoken(id, locale)]),
      ),
      choices.length === 0 ? 'Takes nothing else.' : `Takes ${choices.join('; ')}.`,
    ].join('\n\n'),
    metrics: table(
      ['metric', 'unit', 'of', 'sums over days', ...LOCALES],
      metrics.map((metric) => [
        `\`${id}.${metric.id}\``,
        metric.unit,
        metricNamed(`${id}.${metric.id}`)?.is.scopes.join(', ') ?? '',
        metric.sums ? 'yes' : '',
        ...LOCALES.map((locale) => words[locale].metrics[metric.id] ?? ''),
      ]),
    ),
    columns: table(
      ['', 'columns'],
      LOCALES.map((locale) => [locale, columns(id, locale)]),
    ),
  };
}

function spoken(id: ReportId, locale: (typeof LOCALES)[number]): string {
  const own = LEXICON[locale].entries.flatMap(({ means, say }) =>
    means.is === 'report' && means.report === id ? say : [],
  );
  return own.map((word) => `\`${word}\``).join(', ');
}

/** Of the table as a supervisor gets it, from the invented rows of test/fixtures. */
function columns(id: ReportId, locale: (typeof LOCALES)[number]): string {
  const { sealed, rows } = folded(id, [rowsOf(id, 'typical')]);
  return reportOf(id)
    .table(sealed, context(id, rows, locale))
    .columns.map(({ title }) => title)
    .join(' · ');
}
