import { z } from 'zod';
import { chars, named, richText } from './texts.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: chars(10_000, 1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: chars(10_000, 1) });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

function sameWidth(rows: readonly (readonly unknown[])[]): boolean {
  return rows.every((row) => row.length === rows[0]?.length);
}
const ragged = { error: 'all rows must have the same number of cells', path: ['rows'] };

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...named,
    caption: chars(3000, 1),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).max(19).optional(),
    rows: z.array(z.array(cell).min(1).max(20)).min(2).max(101),
  })
  .refine((table) => sameWidth(table.rows), ragged)
  .refine((table) => table.rows[0]?.every((head) => head.type !== 'rich_text'), {
    error: 'header cells must be raw_text or raw_number',
    path: ['rows', 0],
  });

export const table = z
  .strictObject({
    type: z.literal('table'),
    ...named,
    rows: z.array(z.array(cell).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
          .nullable(),
      )
      .max(20)
      .optional(),
  })
  .refine((drawn) => sameWidth(drawn.rows), ragged)
  .refine((drawn) => !drawn.column_settings || drawn.column_settings.length <= (drawn.rows[0]?.length ?? 0), {
    error: 'column settings must match the columns',
    path: ['column_settings'],
  });

const label = chars(20, 1);
const point = z.strictObject({ label, value: z.number() });
const series = z.strictObject({ name: label, data: z.array(point).min(1).max(20) });
const axis = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: chars(50).optional(),
  y_label: chars(50).optional(),
});

function everyPointHasItsCategory(chart: { series: z.infer<typeof series>[]; axis_config: z.infer<typeof axis> }) {
  const wanted = JSON.stringify(chart.axis_config.categories);
  return chart.series.every((one) => JSON.stringify(one.data.map((item) => item.label)) === wanted);
}

export function dataVisualization(mostSeries: number) {
  const drawn = <T extends 'bar' | 'line' | 'area'>(type: T) =>
    z
      .strictObject({ type: z.literal(type), series: z.array(series).min(1).max(mostSeries), axis_config: axis })
      .refine(everyPointHasItsCategory, { error: 'each series must have one point per category, in order' })
      .refine((chart) => new Set(chart.series.map((one) => one.name)).size === chart.series.length, {
        error: 'series names must be unique',
      });
  const pie = z.strictObject({
    type: z.literal('pie'),
    segments: z
      .array(z.strictObject({ label, value: z.number().positive() }))
      .min(1)
      .max(mostSeries),
  });
  return z.strictObject({
    type: z.literal('data_visualization'),
    ...named,
    title: chars(50, 1),
    chart: z.discriminatedUnion('type', [drawn('bar'), drawn('line'), drawn('area'), pie]),
  });
}
