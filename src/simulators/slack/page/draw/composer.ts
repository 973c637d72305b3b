import type { ReactNode } from 'react';
import type { Example } from '../../options.ts';
import { bot, type Channel } from '../../people.ts';
import { avatar, h, type Sight } from './sight.ts';

export interface Typing {
  command: string;
  usage: string;
  examples: readonly Example[];
}

function suggestion(sight: Sight, text: string, says: string): ReactNode {
  const offer = {
    key: text,
    type: 'button',
    role: 'option',
    'aria-selected': false,
    tabIndex: -1,
    'data-insert': text,
    'data-test': 'suggestion',
  } as const;
  return h('button', offer, avatar(sight, '', 24), h('b', null, text), h('span', null, says));
}

export function composer(sight: Sight, channel: Channel, { command, usage, examples }: Typing): ReactNode {
  const { words, viewer } = sight;
  const label = words.write(channel.kind === 'im' ? bot.name : `#${channel.name}`);
  if (channel.archived) return h('p', { className: 'nothing' }, words.archived);
  const offers = [
    suggestion(sight, command, usage),
    ...examples.map(({ text, says }) => suggestion(sight, `${command} ${text}`, says)),
    channel.kind === 'im' ? null : suggestion(sight, '/invite @Vigía', words.invite),
  ];
  return h(
    'form',
    { id: 'composer', className: 'composer', 'data-test': 'composer-form' },
    h(
      'div',
      { id: 'suggestions', className: 'suggestions', role: 'listbox', 'aria-label': words.commands, hidden: true },
      h('small', null, words.commands),
      offers,
    ),
    h('textarea', {
      id: 'text',
      rows: 1,
      placeholder: label,
      'aria-label': label,
      autoComplete: 'off',
      spellCheck: false,
      'aria-controls': 'suggestions',
      'data-test': 'composer',
      key: viewer.id,
    }),
    h(
      'div',
      { className: 'tools' },
      h(
        'button',
        { type: 'button', id: 'slash', 'aria-label': words.commands, title: words.commands, 'data-test': 'slash' },
        h('kbd', null, '/'),
        h('span', null, words.commands),
      ),
      h('button', { className: 'send', 'aria-label': words.send, title: words.send, 'data-test': 'send' }, '➤'),
    ),
  );
}
