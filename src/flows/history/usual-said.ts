import type { Section } from '../../core/card/card.ts';
import type { Figure } from '../../core/history/stored.ts';
import type { Format } from '../../core/i18n/format.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import {
  againstUsual,
  besideUsual,
  noUsual,
  rateAgainstUsual,
  type UsualBase,
  usualBasis,
} from '../../core/phrases/usual.ts';
import { usualWords } from '../../core/phrases/usual-words.ts';
import { rate } from '../../core/stats/rate.ts';
import type { CardContext, MetricUnit, Report } from '../../reports/report.ts';
import type { HeldFigure } from './usual-figures.ts';
import type { Compared, UsualFound } from './usual-reader.ts';

/** The words of a comparison with the usual. `there`: whether there is one; `known`: whether anything is; `phrases` by metric, for headlines. */
export type UsualSaid = {
  readonly known: boolean;
  readonly there: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  /** `spoken`: the card's own sentences; what they say already is not said again. */
  readonly notes: (spoken: string) => readonly string[];
  readonly sections: readonly Section[];
};

type Told = Pick<CardContext, 'format' | 'locale' | 'operation'>;

export const NO_USUAL: UsualSaid = { known: false, there: false, phrases: {}, notes: () => [], sections: [] };
const LEAST_POINTS = 3;

/**
 * What a card says of the usual: on every card where there is one, and why there is none where some days are known already.
 * `asked`: the comparison itself was wanted, so that it is drawn, or it is said why not in any case.
 */
export function sayUsual(found: UsualFound, report: Report, told: Told, asked: boolean): UsualSaid {
  const words = usualWords[told.locale];
  const only = (note: string): UsualSaid => ({ ...NO_USUAL, known: true, notes: () => (asked ? [note] : []) });
  switch (found.kind) {
    case 'nothing':
      return NO_USUAL;
    case 'not-alike':
    case 'not-full-hours':
      return only(words.not['not-alike']);
    case 'too-early':
    case 'no-day':
    case 'hole':
    case 'one-campaign':
      return only(words.not[found.kind]);
    case 'rest':
      return only(noUsual(found.rest, baseOf({ ...found, until: null, at: null }, told)));
    case 'compared':
      return said(found, report, told, asked);
  }
}

function said(found: Compared, report: Report, told: Told, asked: boolean): UsualSaid {
  const base = baseOf(found, told);
  const label = (id: string): string => report.words[told.locale].metrics[id] ?? id;
  const [leading] = found.figures;
  const phrases = Object.fromEntries(found.figures.flatMap((figure) => phraseOf(figure, base)));
  const there = found.figures.some((figure) => figure.found.kind === 'usual');
  const phrase = leading === undefined ? undefined : phrases[leading.id];
  return {
    known: found.figures.some((figure) => figure.found.kind === 'usual' || figure.found.have > 0),
    there,
    phrases,
    notes: (spoken) => {
      if (there) {
        const besides = leading === undefined || phrase === undefined || spoken.includes(phrase);
        return [...(besides ? [] : [`${label(leading.id)}: ${phrase}`]), usualBasis(found.comparable, base)];
      }
      if (leading?.found.kind !== 'too-few') return [];
      const { have, since } = leading.found;
      if (have > 0) return [noUsual(leading.found, base)];
      return asked && since !== null ? [usualWords[told.locale].sinceThen(told.format.day(since))] : [];
    },
    sections: asked && there ? [...figures(found, label, base), ...course(found, label, base)] : [],
  };
}

type Base = Pick<Compared, 'date' | 'period' | 'until' | 'untilDay' | 'at'>;

function baseOf({ date, period, until, untilDay = null, at }: Base, told: Told): UsualBase {
  const { format, locale, operation } = told;
  return { locale, format, period: period ?? { kind: 'day', date }, zone: operation.zone, until, untilDay, at };
}

function phraseOf({ id, unit, found, against }: HeldFigure, base: UsualBase): (readonly [string, string])[] {
  if (found.kind !== 'usual' || against === null) return [];
  if (unit === 'rate') return [[id, rateAgainstUsual(against, found, base)]];
  return [[id, againstUsual(against, found, (value) => sayValue(unit, value, base.format), base)]];
}

function figures({ figures: held }: Compared, label: (id: string) => string, base: UsualBase): readonly Section[] {
  const shown = held.flatMap(({ id, unit, own, found }) => {
    if (found.kind !== 'usual') return [];
    const say = (value: number): string => sayValue(unit, value, base.format);
    return [{ label: label(id), value: besideUsual(ownSaid(unit, own, base), found, say, base) }];
  });
  return shown.length === 0 ? [] : [{ kind: 'figures', figures: shown }];
}

function ownSaid(unit: MetricUnit, { value, count, of }: Figure, base: UsualBase): string {
  if (unit === 'rate' && count !== null && of !== null) return rateSaid(rate(count, of), base);
  return value === null ? '—' : sayValue(unit, value, base.format);
}

function course({ course: days, figures: [leading] }: Compared, label: (id: string) => string, base: UsualBase) {
  if (leading === undefined) return [];
  const { id, unit } = leading;
  const words = usualWords[base.locale];
  const ranged = days.filter(({ usual }) => usual !== null);
  const shown = ranged.length >= LEAST_POINTS ? ranged : days;
  if (shown.length < LEAST_POINTS) return [];
  const series = (name: string, of: (day: (typeof shown)[number]) => number) => ({
    name,
    points: shown.map((day) => ({
      label: base.format.day(day.date),
      value: drawn(unit, of(day)),
      text: sayValue(unit, of(day), base.format),
    })),
  });
  const range =
    shown === ranged
      ? [
          series(words.low, ({ usual, value }) => usual?.low ?? value),
          series(words.high, ({ usual, value }) => usual?.high ?? value),
        ]
      : [];
  const title = words.course(label(id));
  const yLabel = unit === 'rate' ? '%' : null;
  const chart = { type: 'line', title, yLabel, series: [series(label(id), ({ value }) => value), ...range] } as const;
  return [{ kind: 'chart', chart }] as const;
}

/** Per cent as such, durations in minutes: what an axis of bare numbers can be read by. */
function drawn(unit: MetricUnit, value: number): number {
  if (unit === 'rate') return Math.round(value * 1_000) / 10;
  return unit === 'duration' ? Math.round(value / 60) : Math.round(value * 100) / 100;
}

function sayValue(unit: MetricUnit, value: number, format: Format): string {
  switch (unit) {
    case 'rate':
      return format.percent(value, 0);
    case 'count':
      return format.number(value, 0);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value);
  }
}
