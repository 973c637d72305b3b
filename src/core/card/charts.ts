import type { Block } from './block.ts';
import type { Chart, Point, Table } from './card.ts';
import * as limit from './limits.ts';
import { cellText, cut, oneLine } from './plain.ts';

export type Drawn = { readonly block: Block; readonly shown: number; readonly total: number };

/** Labels of 20 characters that differ: the second `Ana María Restrepo V…` gets a number. */
function distinctLabels(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const whole = oneLine(label);
    let name = cut(whole, limit.CHART_LABEL);
    for (let copy = 2; taken.has(name); copy += 1) {
      const mark = ` ${copy}`;
      name = `${cut(whole, limit.CHART_LABEL - mark.length)}${mark}`;
    }
    taken.add(name);
    return name;
  });
}

function pie(chart: Chart, rest: (hidden: number) => string): Drawn | null {
  const parts = (chart.series[0]?.points ?? []).filter(({ value }) => value > 0);
  if (parts.length === 0) return null;
  const whole = parts.length <= limit.CHART_SERIES;
  const shown = whole ? parts : parts.slice(0, limit.CHART_SERIES - 1);
  const hidden = parts.slice(shown.length);
  const entries = whole
    ? shown
    : [...shown, { label: rest(hidden.length), value: hidden.reduce((sum, { value }) => sum + value, 0) }];
  const labels = distinctLabels(entries.map(({ label }) => label));
  const segments = entries.map(({ value }, at) => ({ label: labels[at], value }));
  return { block: block(chart, { type: 'pie', segments }), shown: parts.length, total: parts.length };
}

function block(chart: Chart, drawing: Readonly<Record<string, unknown>>): Block {
  return { type: 'data_visualization', title: cut(oneLine(chart.title), limit.CHART_TITLE), chart: drawing };
}

/** Time runs to the right, so of a long line the newest points stay; of bars, the first, which are the highest. */
function visible(chart: Chart, points: readonly Point[]): readonly Point[] {
  return chart.type === 'bar' ? points.slice(0, limit.CHART_POINTS) : points.slice(-limit.CHART_POINTS);
}

/** The chart as Slack draws it, or null where it has no points, a value is no number or the series do not match. */
export function nativeChart(chart: Chart, rest: (hidden: number) => string): Drawn | null {
  const all = chart.series.flatMap(({ points }) => points);
  const first = chart.series[0];
  if (first === undefined || all.some(({ value }) => !Number.isFinite(value))) return null;
  if (chart.type === 'pie') return pie(chart, rest);
  const total = first.points.length;
  if (total === 0 || chart.series.some(({ points }) => points.length !== total)) return null;
  const shownSeries = chart.series.slice(0, limit.CHART_SERIES);
  const categories = distinctLabels(visible(chart, first.points).map(({ label }) => label));
  const names = distinctLabels(shownSeries.map(({ name }) => name));
  const series = shownSeries.map(({ points }, at) => ({
    name: names[at],
    data: visible(chart, points).map(({ value }, point) => ({ label: categories[point], value })),
  }));
  const yLabel = chart.yLabel === null ? {} : { y_label: cut(oneLine(chart.yLabel), limit.AXIS_LABEL) };
  return {
    block: block(chart, { type: chart.type, series, axis_config: { categories, ...yLabel } }),
    shown: categories.length * series.length,
    total: all.length,
  };
}

/** A chart's figures as a table: a row for each label, a column for each series. */
export function chartTable(chart: Chart): Table {
  const longest = chart.series.reduce((most, { points }) => Math.max(most, points.length), 0);
  const labels = Array.from(
    { length: longest },
    (_, at) => chart.series.find(({ points }) => points[at] !== undefined)?.points[at]?.label ?? '',
  );
  return {
    caption: chart.title,
    columns: [
      { title: '', align: 'left' },
      ...chart.series.map(({ name }) => ({ title: name, align: 'right' as const })),
    ],
    rows: labels.map((label, at) => [label, ...chart.series.map(({ points }) => pointCell(points[at]))]),
  };
}

function pointCell(point: Point | undefined) {
  if (point === undefined) return '';
  return Number.isFinite(point.value) ? { number: point.value, text: point.text } : cellText(point.text);
}
