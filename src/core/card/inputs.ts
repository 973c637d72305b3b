import { type Block, plainObject } from './block.ts';
import * as limit from './limits.ts';
import { cut, oneLine } from './plain.ts';

/** A choice of a form; values of 150 characters at most, as Slack has it. */
export type Choosable = { readonly value: string; readonly label: string };

/** What is common to the fields of a form: the name of the block is that of the field. `live`: a change is told at once. */
export type FieldAsked = {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly live?: string;
};

const text = (said: string, max: number) => plainObject(cut(oneLine(said), max));
const option = ({ value, label }: Choosable) => ({ text: text(label, limit.OPTION_LABEL), value });
const known = ({ value }: Choosable) => value !== '' && value.length <= limit.OPTION_VALUE;

/** An input block around an element; the element's action is `live` where a change is to be told at once. */
function input({ field, label, hint, optional, live }: FieldAsked, element: Block): Block {
  return {
    type: 'input',
    block_id: field,
    label: text(label, limit.INPUT_LABEL),
    ...(hint === undefined ? {} : { hint: text(hint, limit.INPUT_LABEL) }),
    ...(optional === true ? { optional } : {}),
    ...(live === undefined ? {} : { dispatch_action: true }),
    element: { ...element, action_id: live === undefined ? field : `${live}:${field}` },
  };
}

/** A line, or several, to write in. */
export function writeIn(
  asked: FieldAsked,
  {
    value,
    max,
    lines,
    example,
  }: { readonly value: string; readonly max: number; readonly lines?: true; readonly example?: string },
): Block {
  return input(asked, {
    type: 'plain_text_input',
    max_length: max,
    ...(lines === true ? { multiline: true } : {}),
    ...(value === '' ? {} : { initial_value: value }),
    ...(example === undefined ? {} : { placeholder: text(example, limit.PLACEHOLDER) }),
  });
}

/** One of a list that folds. A choice that is not in it is left unchosen. */
export function chooseOne(asked: FieldAsked, options: readonly Choosable[], chosen: string): Block {
  const initial = options.find(({ value }) => value === chosen);
  return input(asked, {
    type: 'static_select',
    options: options.filter(known).slice(0, limit.SELECT_OPTIONS).map(option),
    ...(initial === undefined ? {} : { initial_option: option(initial) }),
  });
}

/** Some of a list: boxes to tick, ten at most. */
export function tick(asked: FieldAsked, options: readonly Choosable[], chosen: readonly string[]): Block {
  const initial = options.filter(({ value }) => chosen.includes(value));
  return input(asked, {
    type: 'checkboxes',
    options: options.filter(known).slice(0, limit.CHECKBOXES).map(option),
    ...(initial.length === 0 ? {} : { initial_options: initial.map(option) }),
  });
}

/** Some of a list that folds. */
export function chooseSome(
  asked: FieldAsked,
  options: readonly Choosable[],
  chosen: readonly string[],
  empty: string,
): Block {
  const initial = options.filter(({ value }) => chosen.includes(value));
  return input(asked, {
    type: 'multi_static_select',
    placeholder: text(empty, limit.PLACEHOLDER),
    options: options.filter(known).slice(0, limit.SELECT_OPTIONS).map(option),
    ...(initial.length === 0 ? {} : { initial_options: initial.map(option) }),
  });
}

/** A time of the day, `08:10`. */
export function chooseTime(asked: FieldAsked, time: string): Block {
  return input(asked, { type: 'timepicker', ...(/^\d{2}:\d{2}$/.test(time) ? { initial_time: time } : {}) });
}

/** Channels of this workspace, those with people of other companies left out: Slack offers those that the person can see. */
export function chooseChannels(asked: FieldAsked, chosen: readonly string[], max: number, empty: string): Block {
  return input(asked, {
    type: 'multi_conversations_select',
    placeholder: text(empty, limit.PLACEHOLDER),
    max_selected_items: max,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
    ...(chosen.length === 0 ? {} : { initial_conversations: chosen }),
  });
}

/** A field for people; `max`: how many, `empty`: what it says while there is none. */
export function choosePeople(asked: FieldAsked, chosen: readonly string[], max: number, empty: string): Block {
  return input(asked, {
    type: 'multi_users_select',
    placeholder: text(empty, limit.PLACEHOLDER),
    max_selected_items: max,
    ...(chosen.length === 0 ? {} : { initial_users: chosen }),
  });
}
