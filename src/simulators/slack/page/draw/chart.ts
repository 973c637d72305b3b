import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Block } from '../../workspace.ts';
import { colours, compact, scaleOf } from './chart-scale.ts';
import { pie } from './pie.ts';
import { h, type Sight } from './sight.ts';

const point = z.object({ label: z.string(), value: z.number() });
const cartesian = z.object({
  type: z.enum(['bar', 'line', 'area']),
  series: z.array(z.object({ name: z.string(), data: z.array(point) })),
  axis_config: z.object({
    categories: z.array(z.string()),
    x_label: z.string().optional(),
    y_label: z.string().optional(),
  }),
});
const chartSchema = z.looseObject({
  title: z.string(),
  chart: z.discriminatedUnion('type', [cartesian, z.object({ type: z.literal('pie'), segments: z.array(point) })]),
});
type Cartesian = z.infer<typeof cartesian>;

/** A phone gets its own drawing: the wide one shrunk to it could not be read. */
const widths = { wide: 600, narrow: 360 } as const;
type Width = keyof typeof widths;

const plotTop = 12;
const plotHeight = 190;

interface Frame {
  left: number;
  slot: number;
  x: (category: number) => number;
  y: (value: number) => number;
}

function short(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

function bars(chart: Cartesian, frame: Frame, told: (name: string, at: number, value: number) => string): ReactNode[] {
  const group = Math.min(frame.slot * 0.72, 64 * chart.series.length);
  const each = group / chart.series.length;
  return chart.series.flatMap((series, turn) =>
    series.data.map((one, at) => {
      const top = Math.min(frame.y(one.value), frame.y(0));
      const height = Math.max(Math.abs(frame.y(one.value) - frame.y(0)), 1);
      const x = frame.x(at) - group / 2 + turn * each;
      const shape = { x: x + 1, y: top, width: Math.max(each - 2, 2), height, rx: 3, fill: colours[turn] };
      return h('rect', { key: `${turn}-${at}`, ...shape }, h('title', null, told(series.name, at, one.value)));
    }),
  );
}

function lines(chart: Cartesian, frame: Frame, told: (name: string, at: number, value: number) => string): ReactNode[] {
  return chart.series.map((series, turn) => {
    const points = series.data.map((one, at) => `${frame.x(at)},${frame.y(one.value)}`);
    const last = series.data.length - 1;
    const area = `${frame.x(0)},${frame.y(0)} ${points.join(' ')} ${frame.x(last)},${frame.y(0)}`;
    return h(
      'g',
      { key: turn },
      chart.type === 'area' ? h('polygon', { points: area, fill: colours[turn], opacity: 0.22 }) : null,
      h('polyline', {
        points: points.join(' '),
        fill: 'none',
        stroke: colours[turn],
        strokeWidth: 2.5,
        strokeLinejoin: 'round',
      }),
      series.data.map((one, at) =>
        h(
          'circle',
          { key: at, cx: frame.x(at), cy: frame.y(one.value), r: 3.5, fill: colours[turn] },
          h('title', null, told(series.name, at, one.value)),
        ),
      ),
    );
  });
}

function plotted(chart: Cartesian, title: string, sight: Sight, which: Width): ReactNode {
  const width = widths[which];
  const { categories, x_label, y_label } = chart.axis_config;
  const scale = scaleOf(chart.series.flatMap((series) => series.data.map((one) => one.value)));
  const { locale } = sight.viewer;
  const beside = 16 + Math.max(...scale.ticks.map((tick) => compact(tick, locale).length)) * 7;
  const tilted = Math.max(...categories.map((one) => one.length)) * 6.4 > (width - beside) / categories.length;
  const overhang = tilted ? short(categories[0] ?? '', 16).length * 5.2 - (width - beside) / categories.length / 2 : 0;
  const left = Math.max(beside, overhang);
  const slot = (width - left - 12) / categories.length;
  const frame: Frame = {
    left,
    slot,
    x: (at) => left + slot * (at + 0.5),
    y: (value) => plotTop + plotHeight * (1 - (value - scale.low) / (scale.high - scale.low)),
  };
  const told = (name: string, at: number, value: number) =>
    `${categories[at] ?? ''} · ${name}: ${new Intl.NumberFormat(locale).format(value)}`;
  const bottom = plotTop + plotHeight;
  const grid = scale.ticks.map((tick) =>
    h(
      'g',
      { key: tick, className: tick === 0 ? 'axis' : 'grid' },
      h('line', { x1: left, x2: width - 8, y1: frame.y(tick), y2: frame.y(tick) }),
      h('text', { x: left - 8, y: frame.y(tick) + 4, textAnchor: 'end' }, compact(tick, locale)),
    ),
  );
  const names = categories.map((name, at) => {
    const x = frame.x(at);
    const place = tilted
      ? { x, y: bottom + 14, textAnchor: 'end' as const, transform: `rotate(-32 ${x} ${bottom + 14})` }
      : { x, y: bottom + 18, textAnchor: 'middle' as const };
    return h('text', { key: at, ...place }, short(name, tilted ? 16 : 20));
  });
  const height = bottom + (tilted ? 70 : 28) + (x_label ? 16 : 0);
  const spoken = chart.series
    .map((series) => `${series.name}: ${series.data.map((one) => `${one.label} ${one.value}`).join(', ')}`)
    .join('. ');
  return h(
    'svg',
    {
      key: which,
      className: which,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `${title}. ${spoken}`,
    },
    grid,
    chart.type === 'bar' ? bars(chart, frame, told) : lines(chart, frame, told),
    names,
    x_label
      ? h('text', { x: (left + width) / 2, y: height - 4, textAnchor: 'middle', className: 'axis-name' }, x_label)
      : null,
    y_label ? h('title', null, y_label) : null,
  );
}

export function chart(block: Block, sight: Sight): ReactNode {
  const read = chartSchema.safeParse(block);
  if (!read.success) return null;
  const { title, chart: drawn } = read.data;
  const names = drawn.type === 'pie' ? [] : drawn.series.map((series) => series.name);
  const unit = drawn.type === 'pie' ? undefined : drawn.axis_config.y_label;
  const legend = names.map((name, at) => h('li', { key: name }, h('i', { style: { background: colours[at] } }), name));
  return h(
    'figure',
    { className: 'chart', 'data-test': 'data_visualization' },
    h('figcaption', null, title, unit && unit !== title ? h('small', null, ` ${unit}`) : null),
    drawn.type === 'pie'
      ? pie(drawn.segments, title, sight)
      : [plotted(drawn, title, sight, 'wide'), plotted(drawn, title, sight, 'narrow')],
    names.length > 1 ? h('ul', { className: 'legend' }, legend) : null,
  );
}
