import {
  against,
  countAgainst,
  rateAgainst,
  type TooFew,
  type Usual,
  type UsualFigure,
  usual,
  usualRate,
} from '../../core/history/usual.ts';
import type { Figure } from '../../core/history/stored.ts';
import type { Request } from '../../core/request.ts';
import { rate } from '../../core/stats/rate.ts';
import type { MetricUnit, Report } from '../../reports/report.ts';

type Named = { readonly id: string; readonly unit: MetricUnit };

export type HeldFigure = UsualFigure & { readonly id: string };

const MAIN = 5;

/** The metric that leads a report's card: what it is ranked by, where that was asked. */
export function headlineMetric(report: Report, { view }: Request): string {
  const asked = report.metrics.find(({ id }) => id === view.by);
  return asked?.id ?? report.leading;
}

/** The metrics that are compared, the headline's first; `among`: those of which there is a figure. */
export function mainMetrics(
  report: Report,
  headline: string,
  among?: Readonly<Record<string, Figure>>,
): readonly Named[] {
  const there = among === undefined ? report.metrics : report.metrics.filter(({ id }) => among[id] !== undefined);
  const all = [...there].sort((one, other) => Number(other.id === headline) - Number(one.id === headline));
  return all.slice(0, MAIN);
}

/** A figure against those of comparable days; days of which there is nothing to say are left out, never zero. */
export function heldAgainst(
  { id, unit, own }: Named & { readonly own: Figure },
  past: readonly Figure[],
  since: (have: number) => string | null,
): HeldFigure {
  const held = { id, unit, own };
  const found = usualOf(unit, past, since);
  if (found.kind === 'too-few' || own.value === null) return { ...held, found, against: null };
  switch (unit) {
    case 'rate': {
      const judged = rateAgainst(rateOf(own), past.map(rateOf), found);
      return { ...held, found, against: judged.kind === 'judged' ? judged : null };
    }
    case 'count':
      return { ...held, found, against: countAgainst(own.value, found) };
    case 'duration':
    case 'money':
      return { ...held, found, against: against(own.value, found) };
  }
}

export function usualOf(
  unit: MetricUnit,
  past: readonly Figure[],
  since: (have: number) => string | null,
): Usual | TooFew {
  const found =
    unit === 'rate'
      ? usualRate(past.map(rateOf), null)
      : usual(
          past.flatMap(({ value }) => (value === null ? [] : [value])),
          null,
        );
  return found.kind === 'usual' ? found : { ...found, since: since(found.have) };
}

function rateOf({ count, of }: Figure): ReturnType<typeof rate> {
  return rate(count ?? 0, of ?? 0);
}
