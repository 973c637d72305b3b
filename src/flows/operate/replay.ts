import type { Audience } from '../../core/actor.ts';
import type { Card } from '../../core/card/card.ts';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { words } from '../../core/i18n/words.ts';
import type { Operation } from '../../core/operation.ts';
import { windowOf } from '../../core/period/calendar.ts';
import { dayOf } from '../../core/period/recent.ts';
import type { ReportId } from '../../core/request.ts';
import { REPORTS } from '../../reports/catalog.ts';
import { type CardContext, NO_NAMES, type RowCount } from '../../reports/report.ts';
import type { FormatFor } from '../read/format-for.ts';
import { todaysRequest } from '../read/todays-request.ts';

/** Reads a whole wolkvox answer and hands over its rows; `fault`: why the body is no answer. Rejects when it cannot be read at all. */
export type ReadBody = (
  chunks: AsyncIterable<Uint8Array>,
  onRow: (row: unknown) => void,
) => Promise<{ readonly fault: string | null }>;

export type Replayed = {
  readonly report: ReportId;
  readonly rows: RowCount;
  readonly figures: unknown;
  readonly card: Card;
};

/** A saved wolkvox answer through the pure half. Which report it is, the rows tell: the one that can use the most of them. */
export async function replay(
  chunks: AsyncIterable<Uint8Array>,
  readBody: ReadBody,
  reader: {
    readonly operation: Operation;
    readonly locale: Locale;
    readonly audience: Audience;
    readonly now: number;
    readonly formatFor: FormatFor;
    readonly report: ReportId | null;
  },
): Promise<Outcome<Replayed>> {
  const { operation, locale, audience, now } = reader;
  const window = windowOf(dayOf(now, operation.zone), operation.zone);
  const folds = REPORTS.filter(({ id }) => reader.report === null || id === reader.report).map((report) => ({
    report,
    fold: report.fold({ operation, window }),
  }));
  const { fault } = await readBody(chunks, (row) => {
    for (const { fold } of folds) fold.add(row);
  });
  if (fault !== null) return failed('data.invalid', { what: fault });
  const [best] = folds
    .map(({ report, fold }) => ({ report, ...fold.finish() }))
    .sort((a, b) => b.rows.used - a.rows.used);
  if (best === undefined || best.rows.used === 0) return failed('data.invalid', { what: 'rows' });
  const { report, sealed, rows } = best;
  const format = reader.formatFor(locale, operation);
  const request = todaysRequest(report, operation, now);
  const context: CardContext = { operation, request, window, now, locale, format, names: NO_NAMES, audience, rows };
  const body = report.card(sealed, context, null);
  const trust = [words(locale).trust.rows({ ...rows, format }), ...body.notes];
  return done({ report: report.id, rows, figures: report.figures(sealed), card: { ...body, trust, actions: [] } });
}
