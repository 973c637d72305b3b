import { z } from 'zod';
import { RULE_SOURCES, SEVERITIES } from '../../../core/alerts/rule.ts';
import type { FormPlace } from '../../answer/open-by-command.ts';
import { HOURS_CHOICES, type RuleForm } from './rule-form-state.ts';

const SCOPES = [
  'all',
  'agent',
  'skill',
  'campaign',
  'state',
  'each-agent',
  'each-skill',
  'each-campaign',
  'each-state',
] as const;
const short = z.string().max(200);
const ms = z.number();

const formSchema = z.object({
  name: short,
  operation: short,
  report: z.enum(RULE_SOURCES),
  metric: short,
  scope: z.enum(SCOPES),
  id: short,
  condition: z.enum(['above', 'below', 'above-usual', 'below-usual', 'aux']),
  limit: short,
  recover: short,
  windowMs: ms.nullable(),
  floor: short,
  forMs: ms,
  keepMs: ms,
  repeatMs: ms.nullable(),
  everyMs: ms,
  severity: z.enum(SEVERITIES),
  active: z.enum(HOURS_CHOICES),
  closing: short,
  hours: short,
  channel: short,
  owner: short,
  more: z.boolean(),
  turn: z.number(),
});

/** What an open form of a rule remembers: which rule it changes, where it was asked for, and what it held when it was drawn. */
const memorySchema = z.object({
  v: z.literal(1),
  id: z.string().nullable(),
  revision: z.number().nullable(),
  responseUrl: z.string().nullable(),
  onEphemeral: z.boolean(),
  channel: z.string().nullable(),
  form: formSchema,
});
export type RuleMemory = Omit<z.infer<typeof memorySchema>, 'form'> & { readonly form: RuleForm };

export function beginRuleMemory(
  form: RuleForm,
  { sender, responseUrl, onEphemeral }: Omit<FormPlace, 'triggerId'>,
  changed: { readonly id: string; readonly revision: number | null } | null,
): RuleMemory {
  const { id = null, revision = null } = changed ?? {};
  return { v: 1, id, revision, responseUrl, onEphemeral, channel: sender.channel, form };
}

export function writeRuleMemory(memory: RuleMemory): string {
  return JSON.stringify(memory);
}

/** Null for a form of another version. */
export function readRuleMemory(text: string): RuleMemory | null {
  try {
    const read = memorySchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
