import { z } from 'zod';
import { PROBLEM_CODES } from '../errors.ts';

/** One figure: `value` null where there was nothing to say; `count`/`of`: the evidence of a rate. */
export type Figure = { readonly value: number | null; readonly count: number | null; readonly of: number | null };

/** Why something that was wanted is not there. `old-version`: kept by another version of the report, and never guessed at. */
export const HOLE_REASONS = [...PROBLEM_CODES, 'old-version', 'unreadable', 'missed'] as const;
export type HoleReason = (typeof HOLE_REASONS)[number];

/** A figure as it is kept: null, the value, `[count, of]` where the value is their quotient, else all three. */
const keptFigureSchema = z.union([
  z.null(),
  z.number(),
  z.tuple([z.number(), z.number()]),
  z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()]),
]);
type KeptFigure = z.infer<typeof keptFigureSchema>;

const keptFiguresSchema = z.record(z.string(), keptFigureSchema);
export type KeptFigures = z.infer<typeof keptFiguresSchema>;

/** What `hold` keeps of each skill in a mark. */
export type SkillCounts = {
  readonly debt: number;
  readonly yes: number;
  readonly ok: number;
  readonly fail: number;
  readonly treatment: number;
  readonly no: number;
};
const keptSkillSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
export type KeptSkills = Readonly<Record<string, z.infer<typeof keptSkillSchema>>>;

/** `nextAt`: when it is worth asking again, epoch ms. */
export const holeSchema = z.object({
  k: z.literal('hole'),
  because: z.enum(HOLE_REASONS),
  tries: z.number().int().nonnegative(),
  nextAt: z.number(),
});
export type Hole = Readonly<z.infer<typeof holeSchema>>;

const markSchema = z.discriminatedUnion('k', [
  z.object({
    k: z.literal('kept'),
    version: z.number().int(),
    figures: keptFiguresSchema,
    skills: z.record(z.string(), keptSkillSchema).optional(),
  }),
  z.object({ k: z.literal('empty') }),
  holeSchema,
]);
export type KeptMark = Readonly<z.infer<typeof markSchema>>;

/** A day's marks of one report, by the full hour (1 to 23) up to which they count. */
export const marksSchema = z.object({ v: z.literal(1), hours: z.record(z.string(), markSchema) });
export type KeptMarks = Readonly<z.infer<typeof marksSchema>>;

const sliceSchema = z.discriminatedUnion('k', [
  z.object({ k: z.literal('kept'), version: z.number().int(), asOf: z.number(), figures: keptFiguresSchema }),
  z.object({ k: z.literal('empty'), asOf: z.number() }),
  holeSchema.pick({ k: true, because: true }),
]);
export type KeptSlice = Readonly<z.infer<typeof sliceSchema>>;

/** The slices of one hour, by the instant (epoch ms) of their ten-minute mark. */
export const slicesSchema = z.object({ v: z.literal(1), slots: z.record(z.string(), sliceSchema) });
export type KeptSlices = Readonly<z.infer<typeof slicesSchema>>;

/** A figure as it is kept; `openFigure` gives the very same one back. */
export function keepFigure({ value, count, of }: Figure): KeptFigure {
  if (count === null && of === null) return value;
  if (count !== null && of !== null && of > 0 && value === count / of) return [count, of];
  return [value, count, of];
}

/** The figure that `keepFigure` kept. */
export function openFigure(kept: KeptFigure): Figure {
  if (kept === null || typeof kept === 'number') return { value: kept, count: null, of: null };
  if (kept.length === 2) return { value: kept[0] / kept[1], count: kept[0], of: kept[1] };
  return { value: kept[0], count: kept[1], of: kept[2] };
}

/** Figures by the name of their metric. */
export function openFigures(kept: KeptFigures): Readonly<Record<string, Figure>> {
  return Object.fromEntries(Object.entries(kept).map(([metric, figure]) => [metric, openFigure(figure)]));
}

/** The counts of a skill as they are kept; `openSkills` gives the very same back. */
export function keepSkill({ debt, yes, ok, fail, treatment, no }: SkillCounts): KeptSkills[string] {
  return [debt, yes, ok, fail, treatment, no];
}

/** The counts of every skill, by its id. */
export function openSkills(kept: KeptSkills): Readonly<Record<string, SkillCounts>> {
  return Object.fromEntries(
    Object.entries(kept).map(([skill, [debt, yes, ok, fail, treatment, no]]) => [
      skill,
      { debt, yes, ok, fail, treatment, no },
    ]),
  );
}
