import { createElement, type ReactNode } from 'react';
import type { Workspace } from '../../workspace.ts';
import type { Person } from '../../people.ts';
import type { Words } from '../words.ts';

export const h = createElement;

/** Whose eyes draw the page, and what they look at. */
export interface Sight {
  workspace: Workspace;
  viewer: Person;
  words: Words;
}

export function clock(sight: Sight, ts: string, how: Intl.DateTimeFormatOptions): string {
  const locale = sight.viewer.locale === 'es-LA' ? 'es-CO' : sight.viewer.locale;
  return new Intl.DateTimeFormat(locale, { timeZone: sight.viewer.zone, ...how }).format(Number(ts) * 1000);
}

export function nearDay(sight: Sight, ts: string): string | undefined {
  const day = (seconds: number) => clock(sight, String(seconds), { year: 'numeric', month: '2-digit', day: '2-digit' });
  const now = sight.workspace.now() / 1000;
  const that = day(Number(ts));
  if (that === day(now)) return sight.words.today;
  if (that === day(now - 86_400)) return sight.words.yesterday;
  return that === day(now + 86_400) ? sight.words.tomorrow : undefined;
}

export function dayName(sight: Sight, ts: string): string {
  return nearDay(sight, ts) ?? clock(sight, ts, { weekday: 'long', day: 'numeric', month: 'long' });
}

const colours = ['#4a7c59', '#8a5a83', '#b0662b', '#2f6f8f', '#8c4351', '#5b6299'];

export function avatar(sight: Sight, personId: string, size = 36): ReactNode {
  const person = sight.workspace.people.get(personId);
  const frame = {
    key: 'avatar',
    viewBox: '0 0 36 36',
    width: size,
    height: size,
    className: 'avatar',
    'aria-hidden': true,
  };
  if (person?.bot ?? personId === '') {
    return h(
      'svg',
      frame,
      h('rect', { width: 36, height: 36, rx: 8, fill: '#1f2a44' }),
      h('path', {
        d: 'M5 18c3.4-5.6 7.8-8.4 13-8.4S27.600 12.400 31 18c-3.400 5.600-7.800 8.400-13 8.400S8.400 23.600 5 18Z',
        fill: '#f7efe2',
      }),
      h('circle', { cx: 18, cy: 18, r: 5.6, fill: '#e2903a' }),
      h('circle', { cx: 18, cy: 18, r: 2.4, fill: '#1f2a44' }),
    );
  }
  const name = person?.name ?? '?';
  const initials = name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 2);
  const at = [...sight.workspace.people.keys()].indexOf(personId);
  return h(
    'svg',
    frame,
    h('rect', { width: 36, height: 36, rx: 8, fill: colours[Math.max(at, 0) % colours.length] }),
    h('text', { x: 18, y: 23, textAnchor: 'middle', fontSize: 14, fontWeight: 700, fill: '#fff' }, initials),
  );
}
