import type { Text } from './card.ts';
import { clean, oneLine } from './plain.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ' };
const CALLS: readonly [RegExp, string] = [/@(?=channel|here|everyone)/gi, '@\u2060'];
/** Every character that a rule of `neutralise` begins with. */
const SPECIAL = /[*~`_>@]/;
const USER_ID = /^[UW][A-Z0-9]{2,20}$/;
const CHANNEL_ID = /^[CDG][A-Z0-9]{2,20}$/;

/** docs.slack.dev/messaging/formatting-message-text: the three characters that Slack reads as control. */
export function escapeEntities(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Plain data that cannot format, quote or call anybody. Slack has no escape for `*_~`: they become characters that look alike
 * (an underscore inside a word formats nothing and stays). `@channel` is broken by an invisible joiner.
 */
export function neutralise(text: string): string {
  const cleaned = clean(text);
  if (!SPECIAL.test(cleaned)) return cleaned;
  return cleaned
    .replaceAll(/[*~`]/g, (character) => LOOK_ALIKES[character] ?? character)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replaceAll(/^(\s*)>/gm, '$1›')
    .replaceAll(...CALLS);
}

/** For what stands between backticks: nothing in it formats. */
function coded(text: string): string {
  return text.replaceAll('`', 'ˋ').replaceAll(...CALLS);
}

type Run = { readonly open: string; readonly text: string; readonly close: string };

function runsOf(text: Text): readonly Run[] {
  const spans = typeof text === 'string' ? [text] : text;
  return spans.map((span) => {
    if (typeof span === 'string') return { open: '', text: neutralise(span), close: '' };
    if ('bold' in span) return { open: '*', text: neutralise(oneLine(span.bold)), close: '*' };
    if ('code' in span) return { open: '`', text: coded(oneLine(span.code)), close: '`' };
    if ('channel' in span) {
      return CHANNEL_ID.test(span.channel)
        ? { open: `<#${span.channel}>`, text: '', close: '' }
        : { open: '', text: neutralise(`#${span.channel}`), close: '' };
    }
    if (USER_ID.test(span.mention)) return { open: `<@${span.mention}>`, text: '', close: '' };
    return { open: '', text: neutralise(`@${span.mention}`), close: '' };
  });
}

/** Slack formats only at a word's edge: a zero-width space makes one where a formatted run touches a letter or another. */
function joint(before: string, closed: boolean, run: Run): string {
  const opens = run.open === '*' || run.open === '`';
  if (opens) return /[\p{L}\p{N}*`]$/u.test(before) ? '\u200B' : '';
  return closed && /^[\p{L}\p{N}]/u.test(run.text) ? '\u200B' : '';
}

/** The text escaped; where `room` is too small for it, as many whole characters as it holds. */
function escapedWithin(text: string, room: number): { readonly written: string; readonly isCut: boolean } {
  const whole = escapeEntities(text);
  if (whole.length <= room) return { written: whole, isCut: false };
  let written = '';
  for (const character of text) {
    const next = escapeEntities(character);
    if (written.length + next.length > room) break;
    written += next;
  }
  return { written, isCut: true };
}

/** A text as Slack's mrkdwn, `max` characters at most after escaping, cut between characters with an ellipsis. */
export function mrkdwn(text: Text, max: number): string {
  let out = '';
  let closed = false;
  for (const run of runsOf(text)) {
    const start = `${joint(out, closed, run)}${run.open}`;
    if (out.length + start.length + run.close.length + 2 > max) return `${out}…`;
    out += start;
    const { written, isCut } = escapedWithin(run.text, max - out.length - run.close.length - 1);
    if (isCut) return `${out}${written}…${run.close}`;
    out += `${written}${run.close}`;
    closed = run.close !== '';
  }
  return out;
}

/** One sentence in bold: how a headline and a title are written. */
export function bold(text: string, max: number): string {
  return mrkdwn([{ bold: text }], max);
}

/** The parts of a trust line, in italics. */
export function italics(parts: readonly string[], max: number): string {
  const text = mrkdwn(parts.map(oneLine).join(' · '), max - 2);
  return `_${text}_`;
}

/** Aligned lines: inside a code block nothing formats but the three entities. */
export function codeBlock(lines: readonly string[]): string {
  return `\`\`\`\n${lines.map((line) => escapeEntities(coded(line))).join('\n')}\n\`\`\``;
}
