import { z } from 'zod';

/** The fields that are read of a slash command; Slack sends more. */
export const commandPayload = z.object({
  user_id: z.string().min(1),
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  text: z.string().default(''),
  response_url: z.url(),
  trigger_id: z.string().optional(),
});

/** What an element of a form holds, whatever kind it is. */
const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_time: z.string().nullish(),
});
const formState = z.object({ values: z.record(z.string(), z.record(z.string(), held)) });

/** What was chosen or written, by block; a block that holds nothing has an empty list. */
export function valuesOf({ values }: z.infer<typeof formState>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(values).map(([block, elements]) => [block, Object.values(elements).flatMap(chosenIn)]),
  );
}

function chosenIn(element: z.infer<typeof held>): readonly string[] {
  const one = [
    element.value,
    element.selected_option?.value,
    element.selected_time,
    element.selected_conversation,
    element.selected_user,
  ];
  const some = [
    ...(element.selected_options?.map(({ value }) => value) ?? []),
    ...(element.selected_conversations ?? []),
    ...(element.selected_users ?? []),
  ];
  return [...one.flatMap((value) => (value === undefined || value === null || value === '' ? [] : [value])), ...some];
}

/** The fields that are read of a press; a press in App Home or in a form has neither a channel nor a message. */
export const pressPayload = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({ message_ts: z.string().optional(), is_ephemeral: z.boolean().optional() }).nullish(),
  response_url: z.url().optional(),
  trigger_id: z.string().optional(),
  view: z
    .object({
      id: z.string(),
      type: z.string(),
      private_metadata: z.string().default(''),
      state: formState.default({ values: {} }),
    })
    .nullish(),
});

export const chosenAction = z.object({
  action_id: z.string(),
  action_ts: z.string().optional(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** The fields that are read of a form that was sent. */
export const formPayload = z.object({
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    callback_id: z.string().default(''),
    private_metadata: z.string().default(''),
    state: formState,
  }),
});

export const homeOpened = z.object({ user: z.string().min(1), tab: z.string().optional() });
