import { z } from 'zod';
import { acted, chars, confirm, option, optionGroup, plain, richText, words } from './texts.ts';

const asked = { ...acted, confirm: confirm.optional(), focus_on_load: z.boolean().optional() };
const hinted = { ...asked, placeholder: plain(150).optional() };
const many = { max_selected_items: z.number().int().min(1).optional() };

const choices = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

const oneSource = (select: { options?: unknown; option_groups?: unknown }) =>
  (select.options === undefined) !== (select.option_groups === undefined);
const oneSourceMessage = { error: 'must define either `options` or `option_groups`' };

export const button = z.strictObject({
  type: z.literal('button'),
  ...acted,
  text: plain(75),
  url: chars(3000).optional(),
  value: chars(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: chars(75).optional(),
});

export const image = z
  .strictObject({
    type: z.literal('image'),
    image_url: chars(3000).optional(),
    slack_file: z.looseObject({}).optional(),
    alt_text: chars(2000),
  })
  .refine((drawn) => (drawn.image_url === undefined) !== (drawn.slack_file === undefined), {
    error: 'must define either `image_url` or `slack_file`',
  });

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...acted,
  confirm: confirm.optional(),
  options: z.array(option).min(1).max(5),
});

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...hinted, ...choices, initial_option: option.optional() })
  .refine(oneSource, oneSourceMessage);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...hinted,
    ...choices,
    ...many,
    initial_options: z.array(option).optional(),
  })
  .refine(oneSource, oneSourceMessage);

const external = { ...hinted, min_query_length: z.number().int().min(0).optional() };
const shared = { ...hinted, response_url_enabled: z.boolean().optional() };
const filter = { filter: z.looseObject({}).optional(), default_to_current_conversation: z.boolean().optional() };
const checks = { ...asked, options: z.array(option).min(1).max(10) };
const written = {
  ...acted,
  initial_value: z.string().optional(),
  dispatch_action_config: z.looseObject({}).optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plain(150).optional(),
};

export const pickers = [
  staticSelect,
  multiStaticSelect,
  z.strictObject({ type: z.literal('external_select'), ...external, initial_option: option.optional() }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...external,
    ...many,
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...hinted, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...hinted,
    ...many,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...shared,
    ...filter,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...hinted,
    ...many,
    ...filter,
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('channels_select'), ...shared, initial_channel: z.string().optional() }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...hinted,
    ...many,
    initial_channels: z.array(z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...hinted, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...hinted,
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('datetimepicker'), ...asked, initial_date_time: z.number().int().optional() }),
  z.strictObject({ type: z.literal('checkboxes'), ...checks, initial_options: z.array(option).min(1).optional() }),
  z.strictObject({ type: z.literal('radio_buttons'), ...checks, initial_option: option.optional() }),
] as const;

export const writers = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...written,
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...written }),
  z.strictObject({ type: z.literal('url_text_input'), ...written }),
  z
    .strictObject({
      type: z.literal('number_input'),
      ...written,
      is_decimal_allowed: z.boolean(),
      min_value: z.string().optional(),
      max_value: z.string().optional(),
    })
    .refine((input) => Number(input.min_value ?? -Infinity) <= Number(input.max_value ?? Infinity), {
      error: '`min_value` must not be above `max_value`',
    }),
  z.strictObject({ type: z.literal('rich_text_input'), ...written, initial_value: richText.optional() }),
  z.strictObject({
    type: z.literal('file_input'),
    ...acted,
    filetypes: z.array(z.string()).optional(),
    max_files: z.number().int().min(1).max(10).optional(),
  }),
] as const;

const workflowButton = z.looseObject({ type: z.literal('workflow_button'), ...acted, text: plain(75) });

export const accessory = z.discriminatedUnion('type', [button, image, overflow, workflowButton, ...pickers]);
export const actionElement = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  ...pickers,
  z.looseObject({ type: z.literal('rich_text_input'), ...acted }),
]);
export const inputElement = z.discriminatedUnion('type', [...pickers, ...writers]);
export const contextElement = z.discriminatedUnion('type', [image, plain(3000), words(3000).options[1]]);

const feedback = z.strictObject({
  text: plain(75),
  value: chars(2000),
  accessibility_label: chars(75).optional(),
});

export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...acted,
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...acted,
    icon: z.string(),
    text: plain(75),
    value: chars(2000).optional(),
    confirm: confirm.optional(),
    accessibility_label: chars(75).optional(),
    visible_to_user_ids: z.array(z.string()).max(10).optional(),
  }),
]);
