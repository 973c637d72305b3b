import type { Audience } from '../../core/actor.ts';
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
import type { CardContext, Report, Sealed } from '../../reports/report.ts';
import type { ReadBeside } from '../history/read-beside.ts';
import type { ReadUsual, UsualFound } from '../history/usual-reader.ts';
import { NO_USUAL, sayUsual, type UsualSaid } from '../history/usual-said.ts';
import type { FormatFor } from './format-for.ts';
import type { ReadNames } from './read-names.ts';
import type { Answer, NotRead, ReadReport } from './read-report.ts';
import { type TrustParts, trustParts } from './trust-line.ts';

/** For whom a report is made, and how urgently. */
export type Order = {
  readonly request: Request;
  readonly operation: Operation;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly urgency: Urgency;
};

/** All that is known of a report before it is worded: its figures, what they are held against, and where they come from. */
export type Gathered = {
  readonly report: Report;
  readonly answer: Answer;
  readonly context: CardContext;
  readonly previous: Sealed | null;
  readonly usual: UsualSaid;
  /** What its trust line is made of; `spoken`: the sentences that are said above it, so that it does not repeat them. */
  readonly trust: (own: readonly string[], spoken: string) => TrustParts;
};
/** A failure brings what was read before, where there is any, to be offered with its time. */
export type GatherReport = (order: Order) => Promise<{ readonly ok: true; readonly value: Gathered } | NotRead>;

export type GatherPorts = {
  readonly clock: Clock;
  readonly readReport: ReadReport;
  readonly readNames: ReadNames;
  readonly readBeside?: ReadBeside;
  readonly readUsual?: ReadUsual;
};

type Comparison = { readonly sealed: Sealed | null; readonly note: string | null };

/** The one way from a request to what a card, a digest and a table of it are made of: read, name, compare. */
export function reportGatherer(ports: GatherPorts, formatFor: FormatFor, command: string): GatherReport {
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

  const withoutHistory = ({ request, operation, locale }: Order): string => {
    const comparable = { ...request, view: { ...request.view, versus: 'previous' } } as const;
    const said = `${command} ${sayCommand(comparable, locale, operation.id)}`;
    return plain(words(locale).compare.noHistory({ command: said, days: null }));
  };

  return async (order) => {
    const { request, operation, locale, audience, urgency } = order;
    const now = ports.clock.now();
    const report = reportOf(request.report);
    const format = formatFor(locale, operation);
    const window = report.endpoint.dated ? windowOf(request.period, operation.zone) : liveWindow(now);
    const read = await figures(order, window);
    if (!read.ok) return read;
    const answer = read.value;
    const [names, beside, compared, found] = await Promise.all([
      ports.readNames(operation, report.catalogues, urgency),
      ports.readBeside?.(request, operation, answer.asOf),
      comparison(order, report, answer.asOf, now),
      ports.readUsual?.({ operation, report, request, answer }),
    ]);
    const told = { locale, operation, format };
    const usual = found === undefined ? NO_USUAL : sayUsual(found, report, told, request.view.versus === 'usual');
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
      usualFigures: usualFigures(found),
    };
    const running = report.endpoint.dated && isRunning(request.period, now, operation.zone);
    const trust: Gathered['trust'] = (own, spoken) => {
      const notes = [
        ...own,
        ...(compared.note === null ? [] : [compared.note]),
        ...(request.view.versus === 'usual' && !usual.known ? [withoutHistory(order)] : []),
        ...usual.notes(spoken),
        ...(names.missing ? [words(locale).trust.noNames] : []),
      ];
      return trustParts({ answer, context, running, notes });
    };
    return { ok: true, value: { report, answer, context, previous: compared.sealed, usual, trust } };
  };
}

function usualFigures(found: UsualFound | undefined): NonNullable<CardContext['usualFigures']> {
  if (found?.kind !== 'compared') return {};
  return Object.fromEntries(found.figures.map(({ id, ...figure }) => [id, figure]));
}

function sentence(because: Problem, { operation, locale }: Order, format: Format, now: number): string {
  return problemSaid(because, { locale, operation: operation.name, format, now }).what;
}
