import type { ReactNode } from 'react';
import type { Example } from '../../options.ts';
import { bot, team, type Channel } from '../../people.ts';
import type { Panel } from '../panel.ts';
import { languages } from '../words.ts';
import { composer } from './composer.ts';
import { greeting } from './greeting.ts';
import { avatar, h, type Sight } from './sight.ts';
import { simulation } from './simulation.ts';

export interface Place {
  home: boolean;
  channel: Channel;
}

export interface ShellParts {
  command: string;
  usage: string;
  examples: readonly Example[];
  panel: Panel;
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
        greeting(sight, channel, parts),
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
          simulation(sight, parts.panel),
        ),
        main,
        place.home ? null : composer(sight, channel, parts),
      ),
      h('dialog', { id: 'modal', 'data-test': 'modal-dialog' }, parts.modal),
      h('dialog', { id: 'confirm', className: 'confirm', 'data-test': 'confirm' }),
      h('div', { id: 'toast', role: 'alert', hidden: true, 'data-test': 'toast' }),
    ),
  );
}
