import { z } from 'zod';
import { inOrder } from '../../core/stats/rank.ts';
import { rate, rateSchema } from '../../core/stats/rate.ts';
import type { SkipReason } from '../../core/skip-reason.ts';
import type { HoldRow } from './row.ts';

type Counts = { offered: number; yes: number; no: number; ok: number; fail: number };
type Tally = Counts & { gain: number | null };
export type HoldState = { readonly skills: Map<string, Tally> };

const figuresSchema = z.object({
  offered: z.number().int(),
  yes: z.number().int(),
  no: z.number().int(),
  ok: z.number().int(),
  fail: z.number().int(),
  accepted: rateSchema,
  recallSuccess: rateSchema,
  kept: rateSchema,
  /** Offered and neither yes nor no: answered, hung up or still choosing. Below 0, wolkvox's own numbers do not fit together. */
  undecided: z.number().int(),
});

const skillSchema = figuresSchema.extend({
  skill: z.string(),
  /** Promised and without an outcome in the window; below 0 where recalls of earlier promises, or attempts, are counted. */
  debt: z.number().int(),
  /** Fraction of 1; null where it did not come, or where several windows were folded: such gains are not averaged. */
  serviceLevelGain: z.number().nullable(),
});

export const summarySchema = z.object({
  /** `debt`: the sum of the positive ones, so that one skill's surplus does not hide another's debt. */
  total: figuresSchema.extend({ debt: z.number().int() }),
  /** Highest debt first. */
  skills: z.array(skillSchema),
});
export type HoldSummary = z.infer<typeof summarySchema>;
export type SkillFigures = z.infer<typeof skillSchema>;

const NONE: Counts = { offered: 0, yes: 0, no: 0, ok: 0, fail: 0 };

export function start(): HoldState {
  return { skills: new Map() };
}

export function add(state: HoldState, row: HoldRow): SkipReason | null {
  const tally = state.skills.get(row.skill);
  state.skills.set(row.skill, {
    ...plus(tally ?? NONE, row),
    gain: tally === undefined ? row.gain : null,
  });
  return null;
}

export function finish(state: HoldState): HoldSummary {
  const tallies = [...state.skills];
  const skills = tallies.map(([skill, tally]) => ({
    skill,
    ...figures(tally),
    debt: debtOf(tally),
    serviceLevelGain: tally.gain,
  }));
  const total = tallies.reduce<Counts>((sum, [, tally]) => plus(sum, tally), NONE);
  return {
    total: { ...figures(total), debt: skills.reduce((sum, { debt }) => sum + Math.max(0, debt), 0) },
    skills: skills.sort((a, b) => b.debt - a.debt || b.offered - a.offered || inOrder(a.skill, b.skill)),
  };
}

function figures({ offered, yes, no, ok, fail }: Counts): z.infer<typeof figuresSchema> {
  return {
    offered,
    yes,
    no,
    ok,
    fail,
    accepted: rate(yes, yes + no),
    recallSuccess: rate(ok, ok + fail),
    kept: rate(ok, yes),
    undecided: offered - yes - no,
  };
}

function debtOf({ yes, ok, fail }: Counts): number {
  return yes - ok - fail;
}

function plus(one: Counts, other: Counts): Counts {
  return {
    offered: one.offered + other.offered,
    yes: one.yes + other.yes,
    no: one.no + other.no,
    ok: one.ok + other.ok,
    fail: one.fail + other.fail,
  };
}
