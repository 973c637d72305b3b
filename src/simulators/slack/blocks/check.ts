import { z } from 'zod';
import type { Scenario } from '../scenario.ts';
import type { Block } from '../workspace.ts';
import { homeView, messageBlock, modalView } from './layouts.ts';

export interface Refusal {
  error: 'invalid_blocks' | 'invalid_arguments' | 'msg_blocks_too_long' | 'invalid_blocks_format';
  messages: string[];
}

const mostBlocks = 50;
const mostText = 11_000;
const mostTableText = 10_000;
const mostMarkdown = 12_000;

const knownBlocks = z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() }));

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `no more fields allowed: ${issue.keys.join(', ')}`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `no less than ${issue.minimum} items allowed`;
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type') return 'unsupported type';
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) return 'missing required field';
  return issue.message;
}

function pointed(message: string, path: readonly PropertyKey[]): string {
  return `${message} [json-pointer:/${path.map(String).join('/')}]`;
}

function problems(schema: z.ZodType, value: unknown, under: readonly string[]): string[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => pointed(wording(issue), [...under, ...issue.path]));
}

/** Every text a reader sees, tables apart: their cells have a budget of their own. */
function visibleText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + visibleText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [field, inside] of Object.entries(value)) {
    if (typeof inside === 'string') sum += ['text', 'label', 'title', 'alt_text'].includes(field) ? inside.length : 0;
    else sum += visibleText(inside);
  }
  return sum;
}

function doubled(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

const withActionIds = z.array(z.looseObject({ action_id: z.string().optional() }));

function identityProblems(blocks: readonly Block[]): string[] {
  const found = doubled(blocks.flatMap((block) => block.block_id ?? [])).map((id) => `block_id must be unique: ${id}`);
  for (const [at, block] of blocks.entries()) {
    const elements = withActionIds.safeParse(block['elements']);
    const ids = elements.success ? elements.data.flatMap((element) => element.action_id ?? []) : [];
    for (const id of doubled(ids)) found.push(pointed(`action_id must be unique: ${id}`, ['blocks', String(at)]));
  }
  return found;
}

function wholeMessageProblems(blocks: readonly Block[]): string[] {
  const of = (type: string) => blocks.filter((block) => block.type === type);
  const found: string[] = [];
  if (blocks.length > mostBlocks) found.push(`no more than ${mostBlocks} items allowed [json-pointer:/blocks]`);
  if (of('data_visualization').length > 2)
    found.push('no more than 2 data_visualization blocks [json-pointer:/blocks]');
  if (of('table').length > 1) found.push('only one table block is allowed [json-pointer:/blocks]');
  const cells = [...of('table'), ...of('data_table')].reduce((sum, block) => sum + visibleText(block['rows']), 0);
  if (cells > mostTableText)
    found.push(`tables must hold less than ${mostTableText + 1} characters [json-pointer:/blocks]`);
  const markdown = of('markdown').reduce((sum, block) => sum + visibleText(block), 0);
  if (markdown > mostMarkdown) found.push(`markdown must be less than ${mostMarkdown + 1} characters in all`);
  return found;
}

/** Made once for each rule: a schema costs more to make than to ask. */
const schemas = new Map<number, ReturnType<typeof messageBlock>>();

function schemaUnder(rules: Pick<Scenario, 'mostSeries'>) {
  const schema = schemas.get(rules.mostSeries) ?? messageBlock(rules);
  schemas.set(rules.mostSeries, schema);
  return schema;
}

export function checkMessage(blocks: unknown, scenario: Pick<Scenario, 'refuse' | 'mostSeries'>): Refusal | undefined {
  const read = knownBlocks.safeParse(blocks);
  if (!read.success)
    return { error: 'invalid_blocks_format', messages: ['blocks must be a list of objects with a type'] };
  const schema = schemaUnder(scenario);
  const found = read.data.flatMap((block, at) =>
    scenario.refuse.has(block.type)
      ? [pointed(`unsupported type: ${block.type}`, ['blocks', String(at), 'type'])]
      : problems(schema, block, ['blocks', String(at)]),
  );
  found.push(...identityProblems(read.data), ...wholeMessageProblems(read.data));
  if (found.length > 0) return { error: 'invalid_blocks', messages: found };
  const prose = read.data.filter((block) => block.type !== 'table' && block.type !== 'data_table');
  if (visibleText(prose) > mostText) return { error: 'msg_blocks_too_long', messages: [] };
  return undefined;
}

export function checkView(view: unknown): Refusal | undefined {
  const read = z.looseObject({ type: z.enum(['modal', 'home']), blocks: knownBlocks }).safeParse(view);
  if (!read.success) {
    const messages = read.error.issues.map((issue) => pointed(wording(issue), ['view', ...issue.path]));
    return { error: 'invalid_arguments', messages };
  }
  const schema = read.data.type === 'modal' ? modalView : homeView;
  const messages = [...problems(schema, view, ['view']), ...identityProblems(read.data.blocks)];
  const asks = read.data.blocks.some((block) => block.type === 'input');
  if (read.data.type === 'modal' && asks && !read.data['submit']) {
    messages.push('missing required field: submit [json-pointer:/view/submit]');
  }
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : undefined;
}
