import { z } from 'zod';
import type { Block } from '../workspace.ts';

const elementSchema = z.looseObject({ type: z.string(), action_id: z.string().optional() });
export type Element = z.infer<typeof elementSchema>;
export interface Placed {
  block: Block;
  element: Element;
}
export type Given = string | readonly string[];

const optionSchema = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() });
export type Option = z.infer<typeof optionSchema>;
const blockSchema = z.looseObject({ type: z.string(), block_id: z.string().optional() });

const quiet = new Set(['image', 'plain_text', 'mrkdwn']);

function elementsOf(value: unknown): Element[] {
  const list = z.array(elementSchema).safeParse(value);
  if (list.success) return list.data.filter((element) => !quiet.has(element.type));
  const one = elementSchema.safeParse(value);
  return one.success && !quiet.has(one.data.type) ? [one.data] : [];
}

function childrenOf(block: Block): Block[] {
  const inside =
    block.type === 'container' ? block['child_blocks'] : block.type === 'carousel' ? block['elements'] : [];
  const read = z.array(blockSchema).safeParse(inside);
  return read.success ? read.data : [];
}

const placesOf: Record<string, string> = {
  section: 'accessory',
  input: 'element',
  actions: 'elements',
  context_actions: 'elements',
  card: 'actions',
};

/** Everything in these blocks that a person can press, choose or fill in. */
export function interactive(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => [
    ...elementsOf(block[placesOf[block.type] ?? '']).map((element) => ({ block, element })),
    ...interactive(childrenOf(block)),
  ]);
}

/** Slack gives a name to each element that has none. */
export function withActionIds(blocks: Block[], name: () => string): Block[] {
  return blocks.map((block) => {
    const field = placesOf[block.type];
    const held = field ? block[field] : undefined;
    if (!field || elementsOf(held).every((element) => element.action_id)) return block;
    const named = (one: Element): Element =>
      quiet.has(one.type) ? one : { ...one, action_id: one.action_id ?? name() };
    const list = z.array(elementSchema).safeParse(held);
    const one = elementSchema.safeParse(held);
    return { ...block, [field]: list.success ? list.data.map(named) : one.success ? named(one.data) : held };
  });
}

export function optionsOf(element: Element): Option[] {
  const groups = z.array(z.looseObject({ options: z.array(optionSchema) })).safeParse(element['option_groups']);
  if (groups.success) return groups.data.flatMap((group) => group.options);
  const options = z.array(optionSchema).safeParse(element['options']);
  return options.success ? options.data : [];
}

function chosen(element: Element, given: Given, offered: readonly Option[]): Option[] {
  const wanted = typeof given === 'string' ? [given] : given;
  const all = [...optionsOf(element), ...offered];
  return wanted.flatMap((one) => all.find((option) => option.value === one || option.text.text === one) ?? []);
}

const oneOf: Record<string, string> = {
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
};
const manyOf: Record<string, string> = {
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
};
const optionChoosers = new Set(['static_select', 'external_select', 'radio_buttons', 'overflow']);
const optionsChoosers = new Set(['multi_static_select', 'multi_external_select', 'checkboxes']);

/** What an element says in a payload once a person has given it this value. */
export function said(
  element: Element,
  given: Given | undefined,
  offered: readonly Option[] = [],
): Record<string, unknown> {
  const { type } = element;
  if (optionChoosers.has(type))
    return { type, selected_option: given ? (chosen(element, given, offered)[0] ?? null) : null };
  if (optionsChoosers.has(type)) return { type, selected_options: given ? chosen(element, given, offered) : [] };
  const single = typeof given === 'string' ? given : given?.[0];
  const one = oneOf[type];
  if (one) return { type, [one]: single || null };
  const many = manyOf[type];
  if (many) return { type, [many]: typeof given === 'string' ? [given] : (given ?? []) };
  if (type === 'datetimepicker') return { type, selected_date_time: single ? Number(single) : null };
  return { type, value: single === undefined || single === '' ? null : single };
}

const valueSchema = z.union([
  z.string(),
  z.array(z.string()),
  z.number().transform(String),
  optionSchema.transform((option) => option.value),
  z.array(optionSchema).transform((options) => options.map((option) => option.value)),
]);
const initials = [
  'value',
  'option',
  'options',
  'user',
  'users',
  'channel',
  'channels',
  'conversation',
  'conversations',
  'date',
  'time',
  'date_time',
];

export function initialOf(element: Element): Given | undefined {
  for (const name of initials) {
    const read = valueSchema.safeParse(element[`initial_${name}`]);
    if (read.success) return read.data;
  }
  return undefined;
}

export function initialOptions(element: Element): Option[] {
  const one = optionSchema.safeParse(element['initial_option']);
  const many = z.array(optionSchema).safeParse(element['initial_options']);
  return [...(one.success ? [one.data] : []), ...(many.success ? many.data : [])];
}
