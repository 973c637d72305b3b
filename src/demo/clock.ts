import type { Clock } from '../ports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The real clock while the simulated operation works (weekdays 9 to 18 local); outside of that, one that stands at 10:40 of the last
 * working day and goes on from there, so that whoever tries the demo at night sees a floor at work.
 */
export function demoClock(clock: Clock, zone: string): Clock {
  const shift = shiftAt(clock.now(), zone);
  return { now: () => clock.now() + shift, wait: (ms, signal) => clock.wait(ms, signal) };
}

function shiftAt(now: number, zone: string): number {
  if (isWorking(now, zone)) return 0;
  for (let back = 0; back <= 4; back += 1) {
    const candidate = atTenForty(now - back * DAY, zone);
    if (candidate <= now && isWorking(candidate, zone)) return candidate - now;
  }
  return 0;
}

function isWorking(instant: number, zone: string): boolean {
  const { weekday, hour } = localParts(instant, zone);
  return !['Sat', 'Sun'].includes(weekday) && hour >= 9 && hour < 18;
}

function atTenForty(instant: number, zone: string): number {
  const { hour, minute } = localParts(instant, zone);
  return instant + (10 - hour) * HOUR + (40 - minute) * 60_000;
}

function localParts(
  instant: number,
  zone: string,
): { readonly weekday: string; readonly hour: number; readonly minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return { weekday: part('weekday'), hour: Number(part('hour')), minute: Number(part('minute')) };
}
