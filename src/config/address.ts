import { expected, type Parser, understood } from './parsed.ts';

const A_URL = 'a URL that starts with https:// or http:// and holds no password';

/** An address without a slash at its end, and without the `/api/v2` that the client adds itself. */
export const baseUrl: Parser<string> = (text) => {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return expected(A_URL);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return expected(A_URL);
  return understood(`${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/api\/v2$/, ''));
};

/** The base of Slack's Web API, with the slash that its clients need at the end. */
export const slackApiUrl: Parser<string> = (text) => {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return expected(A_URL);
  if (url.username !== '' || url.password !== '') return expected(A_URL);
  return understood(`${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
};

/** `3`, `0003`, `wv0003` or a whole URL, as the base URL of that wolkvox server. */
export const wolkvoxServer: Parser<string> = (text) => {
  const digits = /^(?:wv)?(\d{1,4})$/i.exec(text)?.[1];
  if (digits !== undefined && Number(digits) > 0) return understood(`https://wv${digits.padStart(4, '0')}.wolkvox.com`);
  const url = baseUrl(text);
  return url.ok ? url : expected('a wolkvox server: 3, 0003, wv0003 or a full URL');
};

/** `0003` for the base URL of a server that has a number, else null. */
export function serverNumberOf(url: string): string | null {
  return /^https:\/\/wv(\d{4})\.wolkvox\.com$/.exec(url)?.[1] ?? null;
}

/** What a person would call the server at this address. */
export function serverNameOf(url: string): string {
  const number = serverNumberOf(url);
  return number === null ? (URL.parse(url)?.host ?? url) : `wv${number}`;
}

/** `redis://` or `rediss://`. */
export function isRedisUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'redis:' || url.protocol === 'rediss:') && url.hostname !== '';
}
