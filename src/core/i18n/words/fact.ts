import type { Format } from '../format.ts';
import type { ProblemArgs } from './wording.ts';

/** A fact as text, numbers with the reader's separators; null where the problem did not bring it. */
export function fact({ facts, format }: Pick<ProblemArgs, 'facts' | 'format'>, name: string): string | null {
  const value = facts[name];
  if (value === undefined || value === '') return null;
  return typeof value === 'number' ? format.number(value) : value;
}

/** `n` with the form of the word that agrees with it. */
export function counted(count: number, one: string, many: string, format?: Format): string {
  return `${format === undefined ? String(count) : format.number(count)} ${count === 1 ? one : many}`;
}

/** The text between brackets after a space, or nothing. */
export function aside(text: string | null): string {
  return text === null ? '' : ` (${text})`;
}

/** The channel as people call it; null where only its id is known, which says nothing to anybody. */
export function channelName(args: Pick<ProblemArgs, 'facts' | 'format'>): string | null {
  const channel = fact(args, 'channel');
  return channel === null || /^[CDG][A-Z0-9]{2,}$/.test(channel) ? null : channel;
}
