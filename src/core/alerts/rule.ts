import { z } from 'zod';
import { REPORT_IDS } from '../request.ts';

/**
 * When a reading is bad. `above`/`below`: thresholds in the metric's unit (a rate is a fraction of 1, a duration seconds).
 * `usual`: the share by which it lies over or under the median of the comparable days, and outside their middle half.
 * `aux`: the rule over days, three of the last five. `recover`: where it is good again; between the two it keeps the state it has.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['above', 'below']), threshold: z.number(), recover: z.number() }),
  z.object({ kind: z.enum(['above-usual', 'below-usual']), share: z.number().positive(), recover: z.number() }),
  z.object({ kind: z.literal('aux') }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

export const ruleScopeSchema = z.union([
  z.literal('all'),
  z.object({ kind: z.enum(['agent', 'skill', 'campaign', 'state']), id: z.string().min(1) }),
]);

/** What a rule may look at: the reports, and the share of the day's quota that is used. */
export const RULE_SOURCES = [...REPORT_IDS, 'quota'] as const;

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

const ms = z.number().int().nonnegative();

/** A rule as the store keeps it. Times are ms. */
export const storedRuleSchema = z.object({
  v: z.literal(1),
  id: z.string().min(1),
  name: z.string().min(1),
  operation: z.string().min(1),
  report: z.enum(RULE_SOURCES),
  metric: z.string().min(1),
  scope: ruleScopeSchema,
  /** How far back it looks; null: the running day, for reports that are not of the last minutes. */
  windowMs: ms.nullable(),
  condition: conditionSchema,
  /** Observations under which a rate is not judged. */
  floor: z.number().int().nonnegative(),
  forMs: ms,
  keepFiringForMs: ms,
  /** Null: never again while it fires. */
  repeatMs: ms.nullable(),
  everyMs: ms,
  severity: z.enum(SEVERITIES),
  /** Opening hours as text, `mon-fri 07:00-19:00`; null: always. */
  active: z.string().nullable(),
  channel: z.string().min(1),
  owner: z.string().nullable(),
  paused: z.boolean(),
});

/** `origin` file: written in the YAML file, and so read-only in Slack (but for pausing, which the store remembers). */
export type Rule = Readonly<Omit<z.infer<typeof storedRuleSchema>, 'v'>> & { readonly origin: 'slack' | 'file' };
