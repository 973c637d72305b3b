import type { ReactNode } from 'react';
import { bot, team, type Channel } from '../../people.ts';
import { languages } from '../words.ts';
import { avatar, h, type Sight } from './sight.ts';

export interface Place {
  home: boolean;
  channel: Channel;
}

export interface ShellParts {
  command: string;
  usage: string;
  messages: ReactNode;
  home: ReactNode;
  modal: ReactNode;
  connected: boolean;
}

function link(
  sight: Sight,
  where: string,
  label: ReactNode,
  here: boolean,
  more: Record<string, unknown> = {},
): ReactNode {
  const href = `/?as=${sight.viewer.id}&in=${where}`;
  const current = here ? { 'aria-current': 'page' as const } : {};
  return h('a', { key: where, href, 'data-channel': where, 'data-test': `go-${where}`, ...current, ...more }, label);
}

function lock(): ReactNode {
  const body = h('path', {
    d: 'M3 7h10v7H3zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 1.4,
  });
  return h('svg', { viewBox: '0 0 16 16', width: 13, height: 13 }, body);
}

function sidebar(sight: Sight, place: Place, connected: boolean): ReactNode {
  const { words, workspace, viewer } = sight;
  const direct = workspace.directChannel(viewer.id);
  const channels = [...workspace.channels.values()].filter((one) => one.kind !== 'im' && one.members.has(viewer.id));
  const status = connected ? words.connected : words.away;
  return h(
    'nav',
    { id: 'sidebar', className: 'sidebar', 'aria-label': team.name },
    h('div', { className: 'workspace' }, h('b', null, team.name), h('small', null, words.simulated)),
    h('h2', null, words.channels),
    channels.map((one) =>
      link(
        sight,
        one.id,
        [h('i', { key: 'i', 'aria-hidden': true }, one.kind === 'private' ? lock() : '#'), one.name],
        !place.home && place.channel === one,
      ),
    ),
    h('h2', null, words.direct),
    link(
      sight,
      direct.id,
      [
        avatar(sight, '', 20),
        bot.name,
        h('span', {
          key: 's',
          className: connected ? 'dot on' : 'dot',
          title: status,
          role: 'img',
          'aria-label': status,
        }),
      ],
      !place.home && place.channel === direct,
    ),
    h('h2', null, words.apps),
    link(sight, 'home', [h('i', { key: 'i', 'aria-hidden': true }, '⌂'), words.home], place.home),
    h('div', { className: 'me' }, picker(sight)),
  );
}

function picker(sight: Sight): ReactNode {
  const { words, workspace, viewer } = sight;
  const people = [...workspace.people.values()].filter((one) => !one.bot);
  const names = people.map((one) =>
    h('option', { key: one.id, value: one.id }, one.role ? `${one.name} (${one.role})` : one.name),
  );
  const known = languages.some((one) => one.locale.slice(0, 2) === viewer.locale.slice(0, 2));
  const chosen = languages.find((one) => one.locale.slice(0, 2) === viewer.locale.slice(0, 2))?.locale ?? '';
  const spoken = languages.map((one) => h('option', { key: one.locale, value: one.locale }, one.name));
  return [
    h(
      'label',
      { key: 'p' },
      words.viewAs,
      h('select', { id: 'person', 'data-test': 'person', defaultValue: viewer.id }, names),
    ),
    h(
      'label',
      { key: 'l' },
      words.language,
      h('select', { id: 'language', 'data-test': 'language', defaultValue: known ? chosen : '' }, spoken),
    ),
  ];
}

function composer(sight: Sight, place: Place, parts: ShellParts): ReactNode {
  const { words, viewer } = sight;
  const label = words.write(place.channel.kind === 'im' ? bot.name : `#${place.channel.name}`);
  if (place.channel.archived) return h('p', { className: 'nothing' }, words.archived);
  const suggestion = (text: string, usage: string) =>
    h(
      'button',
      {
        type: 'button',
        role: 'option',
        'aria-selected': false,
        tabIndex: -1,
        'data-insert': text,
        'data-test': 'suggestion',
      },
      avatar(sight, '', 24),
      h('b', null, text),
      h('span', null, usage),
    );
  return h(
    'form',
    { id: 'composer', className: 'composer', 'data-test': 'composer-form' },
    h(
      'div',
      { id: 'suggestions', className: 'suggestions', role: 'listbox', 'aria-label': words.commands, hidden: true },
      h('small', null, words.commands),
      suggestion(parts.command, parts.usage),
      place.channel.kind === 'im' ? null : suggestion('/invite', words.invite),
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
      autoFocus: true,
      key: viewer.id,
    }),
    h(
      'div',
      { className: 'tools' },
      h('span', { 'aria-hidden': true }, 'Aa  @  ', h('kbd', null, '/')),
      h('button', { className: 'send', 'aria-label': words.send, title: words.send, 'data-test': 'send' }, '➤'),
    ),
  );
}

export function shell(sight: Sight, place: Place, parts: ShellParts): ReactNode {
  const { words, viewer } = sight;
  const { channel } = place;
  const title = place.home ? `${bot.name} · ${words.home}` : channel.kind === 'im' ? bot.name : `# ${channel.name}`;
  const where = place.home ? 'home' : channel.id;
  const main = place.home
    ? h('div', { id: 'home', className: 'scroll' }, parts.home)
    : h(
        'div',
        { id: 'scroll', className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': title },
        h('ol', { id: 'messages', 'aria-live': 'polite', 'data-test': 'messages' }, parts.messages),
        h('p', { className: 'nothing first' }, words.empty),
      );
  return h(
    'html',
    { lang: viewer.locale.slice(0, 2) },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title} · ${team.name}`),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('link', { rel: 'stylesheet', href: '/page/style.css' }),
      h('script', { type: 'module', src: '/page/script/main.ts' }),
    ),
    h(
      'body',
      {
        'data-as': viewer.id,
        'data-in': where,
        'data-required': words.required,
        'data-failed': words.failed,
        'data-cancel': words.cancel,
      },
      sidebar(sight, place, parts.connected),
      h(
        'main',
        null,
        h(
          'header',
          { className: 'top' },
          h(
            'button',
            {
              type: 'button',
              id: 'menu',
              'aria-label': words.menu,
              'aria-controls': 'sidebar',
              'aria-expanded': false,
              'data-test': 'menu',
            },
            '☰',
          ),
          h('h1', null, title),
          h('span', { className: 'topic' }, place.home ? '' : channel.topic),
        ),
        main,
        place.home ? null : composer(sight, place, parts),
      ),
      h('dialog', { id: 'modal', 'data-test': 'modal-dialog' }, parts.modal),
      h('dialog', { id: 'confirm', className: 'confirm', 'data-test': 'confirm' }),
      h('div', { id: 'toast', role: 'alert', hidden: true, 'data-test': 'toast' }),
    ),
  );
}
