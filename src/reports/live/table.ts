import type { Table } from '../../core/card/card.ts';
import { rateCell } from '../../core/phrases/rate-said.ts';
import { rate } from '../../core/stats/rate.ts';
import type { CardContext } from '../report.ts';
import type { LiveSummary } from './summary.ts';
import { said } from './words.ts';

export function table({ results }: LiveSummary, { format, locale }: CardContext): Table {
  const { caption, columns, families } = said[locale];
  const whole = new Map<string, number>();
  for (const { family, calls } of results) whole.set(family, (whole.get(family) ?? 0) + calls);
  return {
    caption,
    columns: [
      { title: columns.family, align: 'left' },
      { title: columns.result, align: 'left' },
      { title: columns.calls, align: 'right' },
      { title: columns.share, align: 'right' },
    ],
    rows: results.map(({ family, result, calls }) => {
      return [
        families[family],
        resultText(result, locale),
        { number: calls, text: format.number(calls) },
        rateCell(rate(calls, whole.get(family) ?? calls), { format, locale }),
      ];
    }),
  };
}

/** A result that this house has no word for is shown as wolkvox says it. */
export function resultText(result: string, locale: CardContext['locale']): string {
  const { results } = said[locale];
  return Object.hasOwn(results, result) ? (results[result] ?? result) : result;
}
