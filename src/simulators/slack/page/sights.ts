import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Desk } from '../drive/desk.ts';
import type { Message } from '../workspace.ts';
import { drawMessage } from './draw/message.ts';
import type { Place } from './draw/shell.ts';
import { h, type Sight } from './draw/sight.ts';
import { wordsFor } from './words.ts';

export function markup(node: ReactNode): string {
  return renderToStaticMarkup(h(Fragment, null, node));
}

export function sightOf(desk: Desk, url: URL): Sight {
  const { workspace } = desk.around;
  const asked = workspace.people.get(url.searchParams.get('as') ?? '');
  const viewer = asked && !asked.bot ? asked : [...workspace.people.values()].find((one) => !one.bot);
  if (!viewer) throw new Error('the simulated Slack has nobody in it');
  return { workspace, viewer, words: wordsFor(viewer.locale) };
}

export function placeOfPage(sight: Sight, url: URL): Place {
  const where = url.searchParams.get('in') ?? '';
  const { workspace, viewer } = sight;
  const known = workspace.channels.get(where);
  const mine = known?.members.has(viewer.id) ? known : undefined;
  const first = [...workspace.channels.values()].find((one) => one.kind !== 'im' && one.members.has(viewer.id));
  return { home: where === 'home', channel: mine ?? first ?? workspace.directChannel(viewer.id) };
}

export function seen(sight: Sight, channel: string): Message[] {
  const { viewer, workspace } = sight;
  return workspace.messages.filter((one) => one.channel === channel && (!one.onlyFor || one.onlyFor === viewer.id));
}

export function drawList(sight: Sight, channel: string): ReactNode {
  const list = seen(sight, channel);
  return list.map((message, at) => h(Fragment, { key: message.ts }, drawMessage(message, list[at - 1], sight)));
}
