import { z } from 'zod';

/** Slack counts characters as people do, not as UTF-16 units. */
export function chars(most: number, least = 0) {
  return z.string().superRefine((text, context) => {
    const length = Array.from(text).length;
    if (length > most) context.addIssue({ code: 'custom', message: `must be less than ${most + 1} characters` });
    if (length < least) context.addIssue({ code: 'custom', message: `must be more than ${least - 1} characters` });
  });
}

export function plain(most: number, least = 1) {
  return z.strictObject({ type: z.literal('plain_text'), text: chars(most, least), emoji: z.boolean().optional() });
}

export function mrkdwn(most: number, least = 1) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: chars(most, least), verbatim: z.boolean().optional() });
}

export function words(most: number, least = 1) {
  return z.discriminatedUnion('type', [plain(most, least), mrkdwn(most, least)]);
}

export const named = { block_id: chars(255).optional() };
export const acted = { action_id: chars(255).optional() };

export const confirm = z.strictObject({
  title: plain(100),
  text: words(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

export const option = z.strictObject({
  text: words(75),
  value: chars(150),
  description: words(75).optional(),
  url: chars(3000).optional(),
});

export const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  ...named,
  elements: z.array(
    z.looseObject({
      type: z.enum(['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote']),
      elements: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});
