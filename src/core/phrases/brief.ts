import type { Place, UsualFigure } from '../history/usual.ts';
import type { Figure } from '../history/stored.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { rate } from '../stats/rate.ts';
import { rateSaid } from './rate-said.ts';

/** How a figure is named in a sentence; `text` is formatted, `many` only chooses singular or plural: `612 llamadas`. */
export type FigureSaid = (text: string, many: number) => string;

/** A metric that a digest looks at, in the order of what matters. */
export type BriefMetric = {
  readonly id: string;
  readonly better: 'low' | 'high' | 'neither';
  readonly said: FigureSaid;
};

/** What a sentence needs to know; a report's card context is one. */
type Told = {
  readonly format: Format;
  readonly locale: Locale;
  readonly usual?: Readonly<Record<string, string>>;
  readonly usualFigures?: Readonly<Record<string, UsualFigure>>;
};

/** `612 llamadas, 38 % menos que un jueves habitual (900–1.100)`; `worse`: it moved to the side that is worth a look. */
export type Move = {
  readonly id: string;
  readonly sentence: string;
  readonly side: 'above' | 'below';
  readonly worse: boolean;
};

/**
 * How the metrics stand against the usual. Half of all days lie outside the middle half by themselves: what is within Tukey's fences has
 * not moved. `known`: whether the first metric has a usual to be held against.
 */
export function movesOf(
  metrics: readonly BriefMetric[],
  told: Told,
): { readonly known: boolean; readonly moves: readonly Move[] } {
  const moves = metrics.flatMap(({ id, better, said }): Move[] => {
    const held = told.usualFigures?.[id];
    const phrase = told.usual?.[id];
    if (held === undefined || held.against === null || phrase === undefined) return [];
    const side = sideOf(held.against.place);
    const own = figureSaid(held, told);
    if (side === null || own === null) return [];
    const worse = better === 'neither' || (better === 'low') === (side === 'above');
    return [{ id, side, worse, sentence: `${said(own, held.own.value ?? 0)}, ${phrase}` }];
  });
  const [first] = metrics;
  const lead = first === undefined ? undefined : told.usualFigures?.[first.id];
  return {
    known: lead !== undefined && lead.against !== null,
    moves: [...moves.filter(({ worse }) => worse), ...moves.filter(({ worse }) => !worse)],
  };
}

/** `known`: there is a usual by which nothing stood out. */
export function standingOf(look: boolean, known: boolean): 'look' | 'usual' | 'unknown' {
  if (look) return 'look';
  return known ? 'usual' : 'unknown';
}

/** A figure with its unit, a rate with its evidence; null where there is nothing to say. */
export function figureSaid(
  { unit, own }: { readonly unit: UsualFigure['unit']; readonly own: Figure },
  { format, locale }: Pick<Told, 'format' | 'locale'>,
): string | null {
  const { value, count, of } = own;
  if (value === null) return null;
  switch (unit) {
    case 'rate':
      return count === null || of === null ? format.percent(value) : rateSaid(rate(count, of), { format, locale });
    case 'count':
      return format.number(value, 0);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value);
  }
}

function sideOf(place: Place): 'above' | 'below' | null {
  if (place === 'far-above') return 'above';
  return place === 'far-below' ? 'below' : null;
}
