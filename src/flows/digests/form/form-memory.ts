import { z } from 'zod';
import { CADENCE_CHOICES } from '../../../core/digests/form-cadence.ts';
import type { Operation } from '../../../core/operation.ts';
import { readJson } from '../../../core/values/json.ts';
import type { FormPlace } from '../../answer/open-by-command.ts';
import { type FormState, plainForm } from './digest-form-state.ts';

/** What an open form remembers: which digest it changes, where it was asked for, and the fields that are not on it now. */
const memorySchema = z.object({
  v: z.literal(1),
  id: z.string().nullable(),
  revision: z.number().nullable(),
  responseUrl: z.string().nullable(),
  onEphemeral: z.boolean(),
  channel: z.string().nullable(),
  hidden: z.object({
    operation: z.string(),
    cadence: z.enum(CADENCE_CHOICES),
    time: z.string(),
    days: z.array(z.number()),
    times: z.string().max(300),
    cron: z.string().max(200),
  }),
});
export type FormMemory = z.infer<typeof memorySchema>;

export function beginMemory(
  form: FormState,
  { sender, responseUrl, onEphemeral }: Omit<FormPlace, 'triggerId'>,
  changed: { readonly id: string; readonly revision: number | null } | null,
): FormMemory {
  const { id = null, revision = null } = changed ?? {};
  return { v: 1, id, revision, responseUrl, onEphemeral, channel: sender.channel, hidden: hiddenOf(form) };
}

export function writeMemory(memory: FormMemory, form: FormState): string {
  return JSON.stringify({ ...memory, hidden: hiddenOf(form) });
}

/** Null for a form of another version. */
export function readMemory(text: string): FormMemory | null {
  const read = memorySchema.safeParse(readJson(text));
  return read.success ? read.data : null;
}

/** The fields as they were before what is on the form now. */
export function rememberedForm({ hidden }: FormMemory, operation: Operation): FormState {
  return { ...plainForm(operation, null), ...hidden };
}

function hiddenOf({ operation, cadence, time, days, times, cron }: FormState): FormMemory['hidden'] {
  return { operation, cadence, time, days: [...days], times: times.slice(0, 300), cron: cron.slice(0, 200) };
}
