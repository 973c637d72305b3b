export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** Round steps that hold every value and the zero; whole ones where all values are whole. */
export function scaleOf(values: readonly number[]): Scale {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const whole = values.every(Number.isInteger);
  const rough = Math.max((highest - lowest || 1) / 4, whole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    ((whole && power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find((one) => one * power >= rough) ?? 10) * power;
  const low = Math.floor(lowest / step) * step;
  const high = Math.ceil(highest / step) * step || step;
  const count = Math.round((high - low) / step);
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, at) => Number((low + at * step).toPrecision(10))) };
}

export function compact(value: number, locale: string): string {
  const short = Math.abs(value) >= 10_000;
  return new Intl.NumberFormat(
    locale,
    short ? { notation: 'compact', maximumFractionDigits: 1 } : { useGrouping: 'always', maximumFractionDigits: 2 },
  ).format(value);
}

export const colours = [
  '#1264a3',
  '#e8912d',
  '#2bac76',
  '#a5408c',
  '#cd2553',
  '#6b6fb8',
  '#36a3b5',
  '#8c6a3f',
  '#5f7d3a',
  '#b86b9e',
  '#48567a',
  '#d1a12a',
];
