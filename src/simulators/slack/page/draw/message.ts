import type { ReactNode } from 'react';
import type { Message, StoredFile } from '../../workspace.ts';
import { blocksOf, proseOf } from './blocks.ts';
import { avatar, clock, dayName, h, type Sight } from './sight.ts';

function eye(): ReactNode {
  const path = 'M1 8c2-3.300 4.300-5 7-5s5 1.700 7 5c-2 3.300-4.300 5-7 5S3 11.300 1 8Z';
  return h(
    'svg',
    { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': true },
    h('path', { d: path, fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }),
    h('circle', { cx: 8, cy: 8, r: 2, fill: 'currentColor' }),
  );
}

function card(file: StoredFile, sight: Sight): ReactNode {
  const kind = file.name.split('.').at(-1)?.toUpperCase() ?? '';
  const size = `${Math.max(1, Math.round((file.bytes?.length ?? 0) / 1024))} KB`;
  const href = `/files/${file.id}/${encodeURIComponent(file.name)}`;
  return h(
    'a',
    {
      key: file.id,
      className: 'file',
      href,
      download: file.name,
      'data-test': 'file',
      'aria-label': `${sight.words.download} ${file.name}`,
    },
    h('i', { className: `kind ${kind.toLowerCase()}`, 'aria-hidden': true }, kind),
    h('span', null, h('b', null, file.title), h('small', null, `${kind} · ${size}`)),
    h('em', { 'aria-hidden': true }, '↓'),
  );
}

/** A message with the day above it when it is the first of that day. */
export function drawMessage(message: Message, previous: Message | undefined, sight: Sight): ReactNode {
  const { words, workspace } = sight;
  const author = workspace.people.get(message.author);
  const slackbot = message.fromSlackbot === true;
  const files = message.files.flatMap((id) => workspace.files.get(id) ?? []);
  const body = message.blocks.length > 0 ? blocksOf(message.blocks, sight) : null;
  const prose = message.text && (!body || files.length > 0) ? proseOf(message.text, sight) : null;
  const newDay = !previous || dayName(sight, previous.ts) !== dayName(sight, message.ts);
  const full = clock(sight, message.ts, { dateStyle: 'full', timeStyle: 'short' });
  const time = h('time', { title: full }, clock(sight, message.ts, { hour: 'numeric', minute: '2-digit' }));
  const name = slackbot ? 'Slackbot' : (author?.name ?? message.author);
  return h(
    'li',
    {
      id: `m${message.ts}`,
      className: message.onlyFor ? 'message private' : 'message',
      'data-where': message.ts,
      'data-test': 'message',
    },
    newDay ? h('div', { className: 'day', role: 'separator' }, h('span', null, dayName(sight, message.ts))) : null,
    message.onlyFor ? h('div', { className: 'only-you', 'data-test': 'only-you' }, eye(), words.onlyYou) : null,
    h(
      'article',
      { 'aria-label': `${name}, ${full}` },
      slackbot ? h('span', { className: 'slackbot avatar', 'aria-hidden': true }, '♥') : avatar(sight, message.author),
      h(
        'div',
        { className: 'content' },
        h(
          'div',
          { className: 'who' },
          h('b', null, name),
          author?.bot ? h('span', { className: 'badge' }, words.app) : null,
          time,
          message.edited ? h('small', null, ` ${words.edited}`) : null,
        ),
        prose,
        body,
        files.length > 0
          ? h(
              'div',
              { className: 'files' },
              files.map((file) => card(file, sight)),
            )
          : null,
      ),
    ),
  );
}
