/** A Block Kit block as plain JSON. */
export type Block = { readonly type: string; readonly [field: string]: unknown };

/** A block and how many lines, rows or figures it holds: what is hidden when it has no room. */
export type Piece = { readonly block: Block; readonly items: number };

/** `verbatim` stops Slack from making links and mentions of its own out of names. */
export function mrkdwnObject(text: string) {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Text as it is, for where Slack knows no formatting. */
export function plainObject(text: string) {
  return { type: 'plain_text', text };
}

/** A block of formatted text that Slack does not fold. */
export function section(text: string): Block {
  return { type: 'section', text: mrkdwnObject(text), expand: true };
}

/** A block of small print. */
export function context(text: string): Block {
  return { type: 'context', elements: [mrkdwnObject(text)] };
}

const UNSEEN = new Set(['type', 'value', 'action_id', 'block_id', 'style', 'align']);

/** Every character of a block that somebody can read, table cells and dialogs included. */
export function charsOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + charsOf(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [field, inside]) => sum + (UNSEEN.has(field) ? 0 : charsOf(inside)), 0);
}
