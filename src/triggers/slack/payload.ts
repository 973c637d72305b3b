import { z } from 'zod';

/** The fields that are read of a slash command; Slack sends more. */
export const commandPayload = z.object({
  user_id: z.string().min(1),
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  text: z.string().default(''),
  response_url: z.url(),
});

/** The fields that are read of a press; a press in App Home has neither a channel nor a message. */
export const pressPayload = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({ message_ts: z.string().optional(), is_ephemeral: z.boolean().optional() }).nullish(),
  response_url: z.url().optional(),
  trigger_id: z.string().optional(),
});

export const chosenAction = z.object({
  action_id: z.string(),
  action_ts: z.string().optional(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** The fields that are read of a form that was sent; `values` by block and element, those of other kinds than text as nothing. */
export const formPayload = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    callback_id: z.string().default(''),
    private_metadata: z.string().default(''),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
});

export const homeOpened = z.object({ user: z.string().min(1), tab: z.string().optional() });
