import { stringify } from 'yaml';
import type { Cadence, Digest } from '../../core/digests/digest.ts';
import { DEFAULT_LATE_MS } from '../../core/digests/digest.ts';
import { partText } from '../../core/digests/read-part.ts';
import { cronsOf } from '../../core/digests/cadence.ts';
import { durationText, given } from '../export-values.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A digest as an entry of the file: what is the default is left out, and what the file has no key for is written as cron. */
export function exportDigest(digest: Digest): Record<string, unknown> {
  const { targets, cadence, lateMs } = digest;
  return given({
    id: digest.id,
    name: digest.name === digest.id ? null : digest.name.replaceAll('${', '$ {'),
    operation: digest.operation,
    channels: targets.filter(({ kind }) => kind === 'channel').map(({ id }) => id),
    people: targets.filter(({ kind }) => kind === 'person').map(({ id }) => id),
    reports: digest.parts.map((part) => partText(part, 'en')),
    ...cadenceKeys(cadence),
    skip_holidays: digest.skipHolidays || null,
    late: lateMs === DEFAULT_LATE_MS ? null : durationText(lateMs),
    owner: digest.owner,
    zone: digest.zone,
    locale: digest.locale,
    paused: digest.paused || null,
  });
}

/** A digest as it stands under `digests:` in the file. */
export function exportDigestText(digest: Digest): string {
  return stringify({ digests: [exportDigest(digest)] }, { lineWidth: 0 });
}

function cadenceKeys(cadence: Cadence): Record<string, unknown> {
  switch (cadence.kind) {
    case 'times':
      return { at: cadence.at.length === 1 ? cadence.at[0] : cadence.at, days: daysText(cadence.weekdays) };
    case 'monthly':
      return { cron: cronsOf(cadence)[0] };
    case 'cron':
      return { cron: cadence.cron };
  }
}

/** Null for every day, which is the default. */
function daysText(weekdays: readonly number[]): string | null {
  if (weekdays.length === 7) return null;
  if (weekdays.join() === '1,2,3,4,5') return 'weekdays';
  const names = weekdays.map((day) => DAYS[day - 1]);
  const [first, last] = [weekdays[0] ?? 1, weekdays.at(-1) ?? 1];
  const run = weekdays.length > 2 && last - first === weekdays.length - 1;
  return run ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}
