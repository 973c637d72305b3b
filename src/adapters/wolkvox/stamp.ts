import type { Window } from '../../core/window.ts';

const SECOND = 1_000;

/** The two ends of a half-open window as wolkvox takes them: fourteen digits in the operation's zone, both included. */
export function stampsOf(window: Window, zone: string): { readonly ini: string; readonly end: string } {
  const lastIncluded = Math.ceil(window.to / SECOND) * SECOND - SECOND;
  return { ini: stamp(window.from, zone), end: stamp(lastIncluded, zone) };
}

function stamp(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].map((part) => parts[part] ?? '').join('');
}
