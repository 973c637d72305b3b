import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../drive/desk.ts';
import type { Change } from '../workspace.ts';
import { drawHome, drawModal } from './draw/modal.ts';
import { drawMessage } from './draw/message.ts';
import type { Place } from './draw/shell.ts';
import type { Sight } from './draw/sight.ts';
import { markup, seen } from './sights.ts';

export type Update =
  | { kind: 'message'; ts: string; html: string }
  | { kind: 'gone'; ts: string }
  | { kind: 'unread'; channel: string }
  | { kind: 'modal'; html: string }
  | { kind: 'home'; html: string };

export function modalOf(sight: Sight) {
  const id = sight.workspace.stacks.get(sight.viewer.id)?.at(-1);
  const view = sight.workspace.views.get(id ?? '');
  return view ? drawModal(view, sight) : null;
}

function updateFor(change: Change, sight: Sight, place: Place): Update | undefined {
  const { viewer, workspace } = sight;
  if (change.kind === 'view')
    return change.person === viewer.id ? { kind: 'modal', html: markup(modalOf(sight)) } : undefined;
  if (change.kind === 'home') {
    if (change.person !== viewer.id || !place.home) return undefined;
    return { kind: 'home', html: markup(drawHome(workspace.homes.get(viewer.id), sight)) };
  }
  if (change.kind === 'other') return undefined;
  const { message } = change;
  if (message.onlyFor && message.onlyFor !== viewer.id) return undefined;
  if (place.home || message.channel !== place.channel.id) {
    const mine = workspace.channels.get(message.channel)?.members.has(viewer.id);
    return mine && change.kind === 'message' ? { kind: 'unread', channel: message.channel } : undefined;
  }
  if (change.kind === 'deleted') return { kind: 'gone', ts: message.ts };
  const list = seen(sight, place.channel.id);
  const previous = list[list.indexOf(message) - 1];
  return { kind: 'message', ts: message.ts, html: markup(drawMessage(message, previous, sight)) };
}

/** Tells an open page what changed for the person who looks at it. */
export function stream(
  desk: Desk,
  sight: Sight,
  place: Place,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  const stop = desk.around.workspace.onChange((change) => {
    const update = updateFor(change, sight, place);
    if (update) response.write(`data: ${JSON.stringify(update)}\n\n`);
  });
  request.on('close', stop);
}
