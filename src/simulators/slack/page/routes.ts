import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { Desk } from '../drive/desk.ts';
import type { Example, Language } from '../options.ts';
import { readArguments, sendJson } from '../wire/body.ts';
import { deedSchema, perform } from './deeds.ts';
import { drawHome } from './draw/modal.ts';
import { shell } from './draw/shell.ts';
import type { Panel } from './panel.ts';
import { drawList, markup, placeOfPage, sightOf } from './sights.ts';
import { modalOf, stream } from './stream.ts';
import { languageOf } from './words.ts';

interface PageOptions {
  panel: Panel;
  languageChosen: (person: string, language: Language) => Promise<void>;
  examples: Readonly<Record<Language, readonly Example[]>>;
  usage: Readonly<Record<string, string>>;
  connected: () => boolean;
}

const policy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function send(response: ServerResponse, type: string, body: string): boolean {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': policy,
  };
  response.writeHead(200, headers);
  response.end(body);
  return true;
}

const sheets = [
  'look.css',
  'sidebar.css',
  'frame.css',
  'message.css',
  'chart.css',
  'table.css',
  'files.css',
  'form.css',
  'dialog.css',
  'composer.css',
  'greeting.css',
  'simulation.css',
  'narrow.css',
];

function sheet(): string {
  return sheets.map((file) => readFileSync(new URL(`./style/${file}`, import.meta.url), 'utf8')).join('\n');
}

function script(response: ServerResponse, name: string): boolean {
  if (!/^[a-z-]+\.ts$/.test(name)) return false;
  const source = readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8');
  return send(response, 'text/javascript', stripTypeScriptTypes(source));
}

function wholePage(desk: Desk, options: PageOptions, url: URL): string {
  const sight = sightOf(desk, url);
  const place = placeOfPage(sight, url);
  const node = shell(sight, place, {
    command: desk.command,
    usage: options.usage[sight.viewer.locale.slice(0, 2)] ?? sight.words.usage,
    examples: options.examples[languageOf(sight.viewer.locale)],
    panel: options.panel,
    messages: place.home ? null : drawList(sight, place.channel.id),
    home: place.home ? drawHome(sight.workspace.homes.get(sight.viewer.id), sight) : null,
    modal: modalOf(sight),
    connected: options.connected(),
  });
  return `<!doctype html>${markup(node)}`;
}

/** A link to a message opens the page at that message. */
function permalink(desk: Desk, url: URL, response: ServerResponse): boolean {
  const [, , channel = '', mark = ''] = url.pathname.split('/');
  const found = desk.around.workspace.messages.find(
    (one) => one.channel === channel && `p${one.ts.replace('.', '')}` === mark,
  );
  response.writeHead(302, { location: `/?in=${channel}${found ? `#m${found.ts}` : ''}` });
  response.end();
  return true;
}

export function makePage(desk: Desk, options: PageOptions) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    const { pathname } = url;
    if (pathname === '/page/do' && request.method === 'POST') {
      const read = deedSchema.safeParse(await readArguments(request, url));
      if (!read.success) sendJson(response, 400, { ok: false });
      else sendJson(response, 200, await perform(desk, options, read.data));
      return true;
    }
    if (pathname === '/') return send(response, 'text/html', wholePage(desk, options, url));
    if (pathname === '/page/style.css') return send(response, 'text/css', sheet());
    if (pathname.startsWith('/page/script/')) return script(response, pathname.slice('/page/script/'.length));
    if (pathname.startsWith('/archives/')) return permalink(desk, url, response);
    if (pathname !== '/page/stream') return false;
    const sight = sightOf(desk, url);
    stream(desk, sight, placeOfPage(sight, url), request, response);
    return true;
  };
}
