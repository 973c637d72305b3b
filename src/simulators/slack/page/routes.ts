import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../drive/desk.ts';

export function makePage(_desk: Desk, _options: { usage: Readonly<Record<string, string>> }) {
  return async (_request: IncomingMessage, _response: ServerResponse, _url: URL): Promise<boolean> => false;
}
