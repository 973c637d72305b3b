import type { SheetKey } from './sheet.ts';

/** Which card of which rule a button belongs to. */
export type CardRef = SheetKey & { readonly card: string };

/** What a press on the card of an alert means. Only the part before the colon counts. */
export const ALERT_PRESS = {
  take: 'alert-take',
  release: 'alert-release',
  snooze: 'alert-snooze',
  more: 'alert-more',
  history: 'alert-history',
} as const;

/** Whether a press or a form is one of these. */
export function isAlertPress(id: string): boolean {
  return id.startsWith('alert-');
}

const SNOOZES = ['30m', '1h', 'shift'] as const;
export type SnoozeFor = (typeof SNOOZES)[number];
const MORE = ['assign', 'justify', 'adjust', 'history', 'release'] as const;
export type MoreDeed = (typeof MORE)[number];

export function encodeRef({ operation, rule, card }: CardRef): string {
  return [operation, rule, card].map(encodeURIComponent).join('/');
}

/** What `encodeRef` wrote; null for anything else. */
export function decodeRef(text: string): CardRef | null {
  const [operation = '', rule = '', card = '', ...more] = text.split('/').map((part) => decoded(part) ?? '');
  return operation === '' || rule === '' || card === '' || more.length > 0 ? null : { operation, rule, card };
}

/** An option of a menu: a word, and the card. */
export function decodeOption(text: string): { readonly word: SnoozeFor | MoreDeed; readonly ref: CardRef } | null {
  const [first = '', rest = ''] = text.split(' ');
  const word = [...SNOOZES, ...MORE].find((known) => known === first);
  const ref = decodeRef(rest);
  return word === undefined || ref === null ? null : { word, ref };
}

export function encodeOption(word: SnoozeFor | MoreDeed, ref: CardRef): string {
  return `${word} ${encodeRef(ref)}`;
}

export function isSnooze(word: SnoozeFor | MoreDeed): word is SnoozeFor {
  return SNOOZES.some((known) => known === word);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
