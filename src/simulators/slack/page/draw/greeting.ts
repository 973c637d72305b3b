import type { ReactNode } from 'react';
import { bot, type Channel } from '../../people.ts';
import type { Typing } from './composer.ts';
import { avatar, h, type Sight } from './sight.ts';

const most = 3;

/** What an empty channel says: what one may ask, ready to press. */
export function greeting(sight: Sight, channel: Channel, { command, examples }: Typing): ReactNode {
  const { words } = sight;
  if (channel.archived) return null;
  const offers = examples
    .slice(0, most)
    .map(({ text, says }) =>
      h(
        'button',
        { key: text, type: 'button', 'data-say': `${command} ${text}`, 'data-test': 'example' },
        h('code', null, `${command} ${text}`),
        h('span', null, says),
      ),
    );
  const here = channel.members.has(bot.userId);
  return h(
    'div',
    { className: 'greeting', 'data-test': 'greeting' },
    avatar(sight, '', 48),
    h('h2', null, words.greet),
    h('p', null, words.greetHow(command)),
    offers.length > 0 ? h('div', { className: 'examples' }, offers) : null,
    here ? null : h('p', { className: 'note' }, words.greetAway),
  );
}
