import { z } from 'zod';
import { dataTable, dataVisualization, table } from './data.ts';
import { accessory, actionElement, button, contextAction, contextElement, image, inputElement } from './elements.ts';
import { chars, named, plain, richText, words } from './texts.ts';

export interface Rules {
  mostSeries: number;
}

const section = z
  .strictObject({
    type: z.literal('section'),
    ...named,
    text: words(3000).optional(),
    fields: z.array(words(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must define either `text` or `fields`',
  });

const card = z.strictObject({
  type: z.literal('card'),
  ...named,
  hero_image: image.optional(),
  icon: image.optional(),
  slack_icon: z.looseObject({}).optional(),
  title: words(150).optional(),
  subtitle: words(150).optional(),
  body: words(200).optional(),
  subtext: words(200).optional(),
  actions: z.array(button).max(3).optional(),
});

const common = [
  section,
  z.strictObject({
    type: z.literal('header'),
    ...named,
    text: plain(150),
    level: z.number().int().min(1).max(4).optional(),
  }),
  z.strictObject({ type: z.literal('divider'), ...named }),
  z.strictObject({ type: z.literal('context'), ...named, elements: z.array(contextElement).min(1).max(10) }),
  z.strictObject({ type: z.literal('actions'), ...named, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    ...named,
    label: plain(2000),
    element: inputElement,
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z
    .strictObject({
      type: z.literal('image'),
      ...named,
      image_url: chars(3000).optional(),
      slack_file: z.looseObject({}).optional(),
      alt_text: chars(2000),
      title: plain(2000).optional(),
    })
    .refine((drawn) => (drawn.image_url === undefined) !== (drawn.slack_file === undefined), {
      error: 'must define either `image_url` or `slack_file`',
    }),
  richText,
  z.looseObject({
    type: z.literal('video'),
    ...named,
    alt_text: chars(200, 1),
    title: plain(200),
    author_name: chars(50).optional(),
    description: plain(200).optional(),
    provider_name: chars(50).optional(),
  }),
] as const;

const container = z.strictObject({
  type: z.literal('container'),
  ...named,
  title: plain(150).optional(),
  rich_text_title: richText.optional(),
  subtitle: words(150).optional(),
  child_blocks: z.array(z.discriminatedUnion('type', [...common, table])).max(10),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  icon: image.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  ...named,
  text: words(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export function messageBlock(rules: Rules) {
  return z.discriminatedUnion('type', [
    ...common,
    card,
    container,
    table,
    dataTable,
    dataVisualization(rules.mostSeries),
    z.strictObject({ type: z.literal('markdown'), ...named, text: chars(12_000, 1) }),
    z.strictObject({ type: z.literal('carousel'), ...named, elements: z.array(card).min(1).max(10) }),
    z.strictObject({ type: z.literal('context_actions'), ...named, elements: z.array(contextAction).min(1).max(5) }),
    z.looseObject({ type: z.literal('file'), ...named, external_id: z.string() }),
    z.looseObject({ type: z.literal('plan'), ...named }),
    z.looseObject({ type: z.literal('task_card'), ...named }),
  ]);
}

export function modalBlock() {
  return z.discriminatedUnion('type', [...common, container, alert]);
}

export function homeBlock() {
  return z.discriminatedUnion('type', [...common, card, container, dataTable]);
}

const view = {
  private_metadata: chars(3000).optional(),
  callback_id: chars(255).optional(),
  external_id: chars(255).optional(),
};

export const modalView = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  close: plain(24).optional(),
  submit: plain(24).optional(),
  blocks: z.array(modalBlock()).max(100),
  ...view,
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

export const homeView = z.strictObject({ type: z.literal('home'), blocks: z.array(homeBlock()).max(100), ...view });
