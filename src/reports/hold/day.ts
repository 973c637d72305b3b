import type { Section } from '../../core/card/card.ts';
import { closingOf, type Ledger, type LedgerMark, ledgerOf } from '../../core/history/ledger.ts';
import { readOpeningHours } from '../../core/period/opening-hours.ts';
import { promisesWaiting } from '../../core/phrases/promises.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { nameIn } from '../../core/values/name-in.ts';
import type { CardContext } from '../report.ts';
import { daySaid } from './day-said.ts';
import type { HoldSummary } from './summary.ts';

const BEFORE_CLOSING_MINUTES = 120;
const FEWEST_POINTS = 3;

/** `37 clientes esperan su devolución: …; se cierra a las 19:00, en 50 min`, in the last two hours of the day shown; else null. */
export function closingSentence({ total, skills }: HoldSummary, context: CardContext): string | null {
  const { format, locale, names, now } = context;
  const closing = closingSoon(context);
  if (closing === null) return null;
  const owing = ledgerOf([{ time: format.time(now), at: now, skills: countsOf(skills) }]);
  if (owing === null) return null;
  return promisesWaiting({ waiting: total.debt, skills: owing.skills }, closing, {
    format,
    locale,
    skillName: (skill) => nameIn(names.skills, skill) ?? `skill ${skill}`,
  });
}

/** When the operation closes, `19:00`, in the last two hours of the day shown; else null. */
export function closesSoon(context: CardContext): string | null {
  return closingSoon(context)?.closes ?? null;
}

function closingSoon({ now, operation, request }: CardContext): ReturnType<typeof closingOf> {
  if (request.period.kind !== 'day') return null;
  const hours = operation.hours === null ? null : readOpeningHours(operation.hours);
  const closing = closingOf(request.period.date, now, hours, operation.zone);
  return closing === null || closing.minutesLeft === 0 || closing.minutesLeft > BEFORE_CLOSING_MINUTES ? null : closing;
}

/** The debt hour by hour, where at least three of them are kept. */
export function ledgerChart(summary: HoldSummary, context: CardContext): Section | null {
  const ledger = ledgerIn(summary, context);
  if (ledger === null || ledger.points.length < FEWEST_POINTS) return null;
  const { format, locale } = context;
  const points = ledger.points.map(({ time, waiting }) => ({
    label: time,
    value: waiting,
    text: format.number(waiting),
  }));
  const { title, series } = daySaid[locale];
  return { kind: 'chart', chart: { type: 'line', title, yLabel: null, series: [{ name: series, points }] } };
}

/** Which hours the chart has nothing of: what is missing is not zero. */
export function missingHours(summary: HoldSummary, context: CardContext): readonly string[] {
  const missing = ledgerIn(summary, context)?.missing ?? [];
  return missing.length === 0 || ledgerChart(summary, context) === null
    ? []
    : [daySaid[context.locale].missing(context.format.list(missing))];
}

function ledgerIn(summary: HoldSummary, context: CardContext): Ledger | null {
  const { ledger } = context;
  return ledger === undefined || context.request.period.kind !== 'day'
    ? null
    : ledgerOf([...ledger.marks, ...nowIn(summary, context)]);
}

/** The answer itself is the last point of a day under way. */
function nowIn({ skills }: HoldSummary, context: CardContext): readonly LedgerMark[] {
  const { ledger, format } = context;
  if (ledger === undefined || !mayGrow(context)) return [];
  const { marks, asOf } = ledger;
  return marks.every(({ at }) => at < asOf) ? [{ time: format.time(asOf), at: asOf, skills: countsOf(skills) }] : [];
}

function countsOf(skills: HoldSummary['skills']): LedgerMark['skills'] {
  return Object.fromEntries(skills.map(({ skill, yes, ok, fail }) => [skill, { yes, ok, fail }]));
}
