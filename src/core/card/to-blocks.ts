import { type Block, charsOf, context, plainObject, section } from './block.ts';
import type { Action, Card, Section } from './card.ts';
import { actionRows } from './controls.ts';
import { type CardWords, PLAIN_WORDS } from './card-words.ts';
import { layOut, type Room, type Rung } from './layout.ts';
import * as limit from './limits.ts';
import { bold, italics } from './mrkdwn.ts';
import { cut, oneLine } from './plain.ts';
import { toText } from './to-text.ts';

export type { Block } from './block.ts';
export { type CardWords, cardWords, PLAIN_WORDS } from './card-words.ts';
export { type Rung, RUNGS } from './layout.ts';

const MOST_ACTION_ROWS = 5;

type Content = {
  readonly headline: string | null;
  readonly sections: readonly Section[];
  readonly trust: readonly string[];
  readonly actions: readonly Action[];
};

/** Actions take a third of the room at most: only dialogs of monstrous length reach it. */
function footOf(content: Content, room: Room): readonly Block[] {
  const trust = content.trust.length === 0 ? [] : [context(italics(content.trust, limit.CONTEXT_TEXT))];
  let chars = Math.floor(room.chars / 3);
  const rows = actionRows(content.actions)
    .slice(0, MOST_ACTION_ROWS)
    .filter((row) => (chars -= charsOf(row)) >= 0);
  return [...trust, ...rows].slice(0, Math.max(0, room.blocks));
}

function blocksOf(content: Content, rung: Rung, all: Room, words: CardWords): readonly Block[] {
  const head = content.headline === null ? [] : [section(bold(content.headline, limit.SECTION_PIECE))];
  const foot = footOf(content, { blocks: all.blocks - head.length, chars: all.chars });
  const room = {
    blocks: Math.max(0, all.blocks - head.length - foot.length),
    chars: Math.max(0, all.chars - charsOf(head) - charsOf(foot)),
  };
  return [...head, ...layOut(content.sections, rung, room, words), ...foot];
}

const MESSAGE: Room = { blocks: limit.MESSAGE_BLOCKS, chars: limit.MESSAGE_CHARS };

/**
 * A card as Slack's blocks, on one rung of the ladder. No limit of `limits.ts` is broken whatever the card holds: rows are left out
 * whole, and `words.more` says how many. A control whose id or value is over Slack's limit is left out.
 */
export function toBlocks(
  card: Card,
  { rung, words = PLAIN_WORDS }: { readonly rung: Rung; readonly words?: CardWords },
): readonly Block[] {
  return blocksOf(card, rung, MESSAGE, words);
}

/** A message as Slack takes it: the blocks, and the figures as text for notifications and screen readers. */
export function toMessage(
  card: Card,
  options: { readonly rung: Rung; readonly words?: CardWords },
): { readonly text: string; readonly blocks: readonly Block[] } {
  return { text: toText(card, options.words), blocks: toBlocks(card, options) };
}

/** App Home: the cards one under the other, a line between; without charts and data tables, which are for messages. */
export function toHome(
  cards: readonly Card[],
  words: CardWords = PLAIN_WORDS,
): { readonly type: 'home'; readonly blocks: readonly Block[] } {
  const blocks: Block[] = [];
  let chars = limit.VIEW_CHARS;
  for (const [at, card] of cards.entries()) {
    const waiting = cards.length - at;
    const share = Math.floor((limit.VIEW_BLOCKS - blocks.length) / waiting) - 1;
    if (share < 2) break;
    const drawn = blocksOf(card, 'text', { blocks: share, chars: Math.floor(chars / waiting) }, words);
    chars -= charsOf(drawn);
    blocks.push(...(at === 0 ? [] : [{ type: 'divider' }]), ...drawn);
  }
  return { type: 'home', blocks };
}

export type Modal = {
  readonly title: string;
  readonly close: string;
  readonly submit?: string;
  readonly callbackId?: string;
  /** What the modal must remember; 3,000 characters at most. */
  readonly metadata?: string;
  readonly sections: readonly Section[];
  readonly trust?: readonly string[];
  /** Input blocks, as they are; they come after the sections. */
  readonly inputs?: readonly Block[];
};

/** A modal's view. Throws when `metadata` or `callbackId` is over Slack's limit: cut, it would mean something else. */
export function toModal(
  modal: Modal,
  words: CardWords = PLAIN_WORDS,
): { readonly type: 'modal'; readonly blocks: readonly Block[]; readonly [field: string]: unknown } {
  const { inputs = [], metadata, callbackId } = modal;
  if ((metadata?.length ?? 0) > limit.VIEW_METADATA)
    throw new Error('a modal was given more metadata than Slack keeps');
  if ((callbackId?.length ?? 0) > limit.CALLBACK_ID)
    throw new Error('a modal was given a callback id that is too long');
  const title = (text: string) => plainObject(cut(oneLine(text), limit.VIEW_TITLE));
  const content = { headline: null, sections: modal.sections, trust: modal.trust ?? [], actions: [] };
  const room = { blocks: limit.VIEW_BLOCKS - inputs.length, chars: limit.VIEW_CHARS };
  return {
    type: 'modal',
    title: title(modal.title),
    close: title(modal.close),
    ...(modal.submit === undefined ? {} : { submit: title(modal.submit) }),
    ...(callbackId === undefined ? {} : { callback_id: callbackId }),
    ...(metadata === undefined ? {} : { private_metadata: metadata }),
    blocks: [...blocksOf(content, 'text', room, words), ...inputs],
  };
}
