import { Fragment, type ReactNode } from 'react';
import { clock, h, nearDay, type Sight } from './sight.ts';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const emoji: Record<string, string> = {
  white_check_mark: '✅',
  warning: '⚠️',
  red_circle: '🔴',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  bell: '🔔',
  eyes: '👀',
  calendar: '📅',
  chart_with_upwards_trend: '📈',
  hourglass_flowing_sand: '⏳',
  wave: '👋',
};

export function plainText(text: string): string {
  return text
    .replaceAll(/&(amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/(^|[^\w:]):([a-z][a-z0-9_+-]*):/g, (whole, before: string, name: string) => {
      const sign = emoji[name];
      return sign ? `${before}${sign}` : whole;
    });
}

function date(sight: Sight, seconds: string, format: string): string {
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    date: { dateStyle: 'long' },
    date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
    date_short: { day: 'numeric', month: 'short', year: 'numeric' },
    date_long: { dateStyle: 'full' },
    time,
    time_secs: { ...time, second: '2-digit' },
  };
  return format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const near = name.endsWith('_pretty') ? nearDay(sight, seconds) : undefined;
    const style = styles[name.replace('_pretty', '')];
    return near ?? (style ? clock(sight, seconds, style) : whole);
  });
}

function reference(sight: Sight, inside: string): ReactNode {
  const [target = '', label] = inside.split('|');
  const { people, channels, groups } = sight.workspace;
  if (target.startsWith('@'))
    return h('span', { className: 'mention' }, `@${people.get(target.slice(1))?.name ?? label ?? target.slice(1)}`);
  if (target.startsWith('#'))
    return h('span', { className: 'mention' }, `#${channels.get(target.slice(1))?.name ?? label ?? ''}`);
  if (target.startsWith('!subteam^'))
    return h('span', { className: 'mention' }, `@${groups.get(target.slice(9))?.handle ?? label ?? ''}`);
  if (target.startsWith('!date^')) {
    const [, seconds = '0', format = ''] = target.split('^');
    return h('time', null, date(sight, seconds, format) || label);
  }
  if (target.startsWith('!')) return h('span', { className: 'mention loud' }, `@${label ?? target.slice(1)}`);
  return h(
    'a',
    { href: target, target: '_blank', rel: 'noreferrer' },
    plainText(label ?? target.replace(/^mailto:/, '')),
  );
}

const token = /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\3(?![\p{L}\p{N}])/u;
const tags: Record<string, string> = { '*': 'strong', _: 'em', '~': 's' };

function inline(sight: Sight, text: string): ReactNode[] {
  const drawn: ReactNode[] = [];
  let rest = text;
  for (let found = token.exec(rest); found; found = token.exec(rest)) {
    const [whole, inReference, code, mark = '', inMark = ''] = found;
    if (found.index > 0) drawn.push(plainText(rest.slice(0, found.index)));
    if (inReference !== undefined) drawn.push(reference(sight, inReference));
    else if (code !== undefined) drawn.push(h('code', null, plainText(code)));
    else drawn.push(h(tags[mark] ?? 'span', null, ...inline(sight, inMark)));
    rest = rest.slice(found.index + whole.length);
  }
  if (rest) drawn.push(plainText(rest));
  return drawn.map((one, at) => h(Fragment, { key: at }, one));
}

/** Slack's mark-up, as Slack draws it: lines stay lines, quotes get their bar. */
export function mrkdwn(sight: Sight, text: string): ReactNode {
  const parts = text.split(/```\n?/);
  return parts.map((part, at) => {
    if (at % 2 === 1) return h('pre', { key: at }, plainText(part));
    const lines = part.split('\n');
    const drawn = lines.map((line, row) => {
      const quote = /^(?:&gt;|>)\s?(.*)$/.exec(line);
      if (quote) return h('blockquote', { key: row }, ...inline(sight, quote[1] ?? ''));
      const last = row === lines.length - 1;
      return h(Fragment, { key: row }, ...inline(sight, line), last ? null : h('br'));
    });
    return h(Fragment, { key: at }, drawn);
  });
}

export function textOf(sight: Sight, text: unknown): ReactNode {
  if (typeof text !== 'object' || text === null || !('text' in text) || typeof text.text !== 'string') return null;
  return 'type' in text && text.type === 'mrkdwn' ? mrkdwn(sight, text.text) : plainText(text.text);
}

export function wordsOf(text: unknown, otherwise = ''): string {
  if (typeof text !== 'object' || text === null || !('text' in text)) return otherwise;
  return typeof text.text === 'string' ? plainText(text.text) : otherwise;
}
