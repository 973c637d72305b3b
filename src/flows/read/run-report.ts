import type { Audience } from '../../core/actor.ts';
import type { Card } from '../../core/card/card.ts';
import { plain } from '../../core/card/plain.ts';
import { sayCommand } from '../../core/command/say-command.ts';
import type { Problem } from '../../core/errors.ts';
import type { Format } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { problemSaid } from '../../core/i18n/problem-said.ts';
import { words } from '../../core/i18n/words.ts';
import type { Operation } from '../../core/operation.ts';
import { liveWindow } from '../../core/pacing/freshness.ts';
import { isRunning, previousOf, previousWindow, windowOf } from '../../core/period/calendar.ts';
import type { Request } from '../../core/request.ts';
import type { Window } from '../../core/window.ts';
import type { Clock, Urgency } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { CardBody, CardContext, Report, Sealed } from '../../reports/report.ts';
import { buttonsOf } from '../answer/card-buttons.ts';
import type { ReadBeside } from '../history/read-beside.ts';
import type { ReadNames } from './read-names.ts';
import type { Answer, NotRead, ReadReport } from './read-report.ts';
import { trustLine } from './trust-line.ts';
import type { ReadUsual } from '../history/usual-reader.ts';
import { NO_USUAL, sayUsual, type UsualSaid } from '../history/usual-said.ts';

/** For whom a report is made, and how urgently. */
export type Order = {
  readonly request: Request;
  readonly operation: Operation;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly urgency: Urgency;
};

/** A report made: what to show, and all that a table, an export or a check of the same figures needs. */
export type Shown = {
  readonly card: Card;
  readonly report: Report;
  readonly sealed: Sealed;
  readonly context: CardContext;
  readonly answer: Answer;
};
/** A failure brings what was read before, where there is any, to be offered with its time. */
export type RunReport = (order: Order) => Promise<{ readonly ok: true; readonly value: Shown } | NotRead>;

type Comparison = { readonly sealed: Sealed | null; readonly note: string | null };

/** The one way from a request to a card: read, name, compare, word, and say where it comes from. */
export function reportRunner(
  ports: {
    readonly clock: Clock;
    readonly readReport: ReadReport;
    readonly readNames: ReadNames;
    readonly readBeside?: ReadBeside;
    readonly readUsual?: ReadUsual;
  },
  formatFor: (locale: Locale, operation: Operation) => Format,
  command: string,
): RunReport {
  const figures = ({ request: { report, campaign }, operation, urgency }: Order, window: Window) =>
    ports.readReport({ operation, report, window, campaign, urgency });

  /** Held against as much of the period before as the data reaches of this one: a morning against a morning. */
  const comparison = async (order: Order, report: Report, asOf: number, now: number): Promise<Comparison> => {
    const { request, operation, locale } = order;
    const w = words(locale);
    const format = formatFor(locale, operation);
    if (request.view.versus !== 'previous') return { sealed: null, note: null };
    if (!report.endpoint.dated) return { sealed: null, note: w.compare.noPrevious({ why: w.check.notDated }) };
    const window = previousWindow(request.period, asOf, operation.zone);
    const read = await figures(order, window);
    if (!read.ok)
      return { sealed: null, note: w.compare.noPrevious({ why: sentence(read.problem, order, format, now) }) };
    const period = format.window(window);
    if (read.value.rows.used === 0) return { sealed: null, note: w.compare.noData({ period }) };
    return { sealed: read.value.sealed, note: w.trust.comparedWith({ period }) };
  };

  const againstUsual = async (order: Order, report: Report, answer: Answer): Promise<UsualSaid> => {
    const { request, operation, locale } = order;
    const found = await ports.readUsual?.({ operation, report, request, answer });
    const told = { locale, operation, format: formatFor(locale, operation) };
    return found === undefined ? NO_USUAL : sayUsual(found, report, told, request.view.versus === 'usual');
  };
  const withoutHistory = ({ request, operation, locale }: Order): string => {
    const comparable = { ...request, view: { ...request.view, versus: 'previous' } } as const;
    const said = `${command} ${sayCommand(comparable, locale, operation.id)}`;
    return plain(words(locale).compare.noHistory({ command: said, days: null }));
  };

  return async (order) => {
    const { request, operation, locale, audience, urgency } = order;
    const now = ports.clock.now();
    const report = reportOf(request.report);
    const window = report.endpoint.dated ? windowOf(request.period, operation.zone) : liveWindow(now);
    const read = await figures(order, window);
    if (!read.ok) return read;
    const answer = read.value;
    const [names, beside, compared, usual] = await Promise.all([
      ports.readNames(operation, report.catalogues, urgency),
      ports.readBeside?.(request, operation, answer.asOf),
      comparison(order, report, answer.asOf, now),
      againstUsual(order, report, answer),
    ]);
    const format = formatFor(locale, operation);
    const context: CardContext = {
      operation,
      request,
      window: answer.window,
      now,
      locale,
      format,
      names: names.names,
      audience,
      rows: answer.rows,
      ...beside,
      comparedWith: compared.sealed === null ? null : previousOf(request.period, operation.zone),
      usual: usual.phrases,
    };
    const body = report.card(answer.sealed, context, compared.sealed);
    const notes = [
      ...body.notes,
      ...(compared.note === null ? [] : [compared.note]),
      ...(request.view.versus === 'usual' && !usual.known ? [withoutHistory(order)] : []),
      ...usual.notes(spoken(body)),
      ...(names.missing ? [words(locale).trust.noNames] : []),
    ];
    const running = report.endpoint.dated && isRunning(request.period, now, operation.zone);
    return {
      ok: true,
      value: {
        card: {
          headline: body.headline,
          sections: [...usual.sections, ...body.sections],
          trust: trustLine({ answer, context, running, notes }),
          actions: buttonsOf(context, report, usual.there),
        },
        report,
        sealed: answer.sealed,
        context,
        answer,
      },
    };
  };
}

function sentence(because: Problem, { operation, locale }: Order, format: Format, now: number): string {
  return problemSaid(because, { locale, operation: operation.name, format, now }).what;
}

/** The sentences of a card, in which it may say how it stands against the usual. */
function spoken({ headline, sections }: CardBody): string {
  const texts = sections.flatMap((section) => (section.kind === 'text' ? [plain(section.text)] : []));
  return [headline, ...texts].join(' ');
}
