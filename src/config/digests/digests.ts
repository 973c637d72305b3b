import type { z } from 'zod';
import type { CommandContext } from '../../core/command/read-command.ts';
import { cadenceOfCron, times } from '../../core/digests/cadence.ts';
import { type Cadence, DEFAULT_LATE_MS, type Digest, type Target } from '../../core/digests/digest.ts';
import { LOCALES } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { durationBetween } from '../amounts.ts';
import { daysList } from '../calendar.ts';
import { readWords } from './digest-words.ts';
import { aKnownName, type Note, shown } from '../mistake.ts';
import { oneOf, textThat } from '../parsed.ts';
import { zone } from '../places.ts';
import { at, listOf, oneOrMore, readSection, section, someText, written } from '../section.ts';
import type { Path, YamlFile } from '../yaml-file.ts';

const id = textThat((text) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(text), 'one word of letters, digits, - and _');
const channel = textThat((text) => /^[CG][A-Z0-9]{1,20}$/.test(text), 'the id of a channel (C…)');
const person = textThat((text) => /^[UW][A-Z0-9]{1,20}$/.test(text), 'the id of a user (U…)');
const timeOfDay = textThat((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'a time of the day such as 08:10');
const yesOrNo = oneOf(['true', 'false']);
const CRON =
  'a cron pattern of five fields (minute hour day month weekday) such as "10 8 * * 1-5", at most twelve times an hour';

const digestSection = section({
  id: written(id),
  name: written(someText).nullish(),
  operation: written(someText).nullish(),
  channels: listOf(written(channel)).nullish(),
  people: listOf(written(person)).nullish(),
  reports: listOf(written(someText)),
  at: oneOrMore(timeOfDay).nullish(),
  cron: written(someText).nullish(),
  days: oneOrMore(daysList).nullish(),
  skip_holidays: written(yesOrNo).nullish(),
  late: written(durationBetween('0s', '168h')).nullish(),
  owner: written(person).nullish(),
  zone: written(zone).nullish(),
  locale: written(oneOf(LOCALES)).nullish(),
  paused: written(yesOrNo).nullish(),
});
export type DigestSection = z.infer<typeof digestSection>;

type Parts = {
  /** The operations that are right; `ids`: all that are named, right or wrong. */
  readonly operations: readonly Operation[];
  readonly ids: readonly string[];
  readonly reports: CommandContext['reports'];
  readonly note: Note;
};

/** The digests of the file whose every part is right; what is wrong has been noted. */
export function readDigests(file: YamlFile, parts: Parts): readonly Digest[] {
  const raw = at(file.meant, ['digests']);
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    parts.note(file.mistake('invalid', ['digests'], 'a list of digests', shown(raw)));
    return [];
  }
  const ids = raw.map((_, index) => idAt(file, index));
  return raw.flatMap((_, index) => {
    const own = ids[index] ?? '';
    if (own !== '' && ids.indexOf(own) < index) {
      const expected = 'an id that no other digest has';
      parts.note(file.mistake('conflict', ['digests', index, 'id'], expected, `${shown(own)} twice`));
    }
    return readDigest(file, ['digests', index], parts) ?? [];
  });
}

function idAt(file: YamlFile, index: number): string {
  const id = at(file.meant, ['digests', index, 'id']);
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

function readDigest(file: YamlFile, path: Path, parts: Parts): Digest | null {
  const { ids, operations, note } = parts;
  const wrong = (key: string, expected: string): null => {
    const value = at(file.meant, [...path, key]);
    note(file.mistake((value ?? null) === null ? 'missing' : 'invalid', [...path, key], expected, shown(value)));
    return null;
  };
  const read = readSection(digestSection, file, path, note);
  if (read === null) return null;
  if (ids.length === 0) return null;
  const named = read.operation ?? (ids.length === 1 ? ids[0] : undefined);
  if (named === undefined) return wrong('operation', `one of the operations, ${ids.join(', ')}`);
  if (!ids.includes(named)) return wrong('operation', `the id of an operation: ${aKnownName(named, ids)}`);

  const targets: readonly Target[] = [
    ...[...new Set(read.channels)].map((one) => ({ kind: 'channel', id: one }) as const),
    ...[...new Set(read.people)].map((one) => ({ kind: 'person', id: one }) as const),
  ];
  if (targets.length === 0) wrong('channels', 'a channel, or people, to send it to');
  if (read.reports.length === 0) wrong('reports', 'at least one report');
  const cadence = readCadence(read, file, path, note);
  const operation = operations.find((one) => one.id === named);
  if (cadence === null || operation === undefined) return null;

  const context = { operation, operations, reports: parts.reports, zone: read.zone ?? operation.zone, cadence };
  const found = read.reports.map((words, index) => readWords(words, context, file, [...path, 'reports', index], note));
  const understood = found.filter((part) => part !== null);
  if (targets.length === 0 || understood.length === 0 || understood.length < found.length) return null;
  return {
    id: read.id,
    name: read.name ?? read.id,
    operation: named,
    targets: [...targets],
    parts: understood,
    cadence,
    zone: read.zone ?? null,
    locale: read.locale ?? null,
    skipHolidays: read.skip_holidays === 'true',
    lateMs: read.late ?? DEFAULT_LATE_MS,
    owner: read.owner ?? null,
    paused: read.paused === 'true',
    origin: 'file',
  };
}

function readCadence(
  read: Readonly<Pick<DigestSection, 'at' | 'cron' | 'days'>>,
  file: YamlFile,
  path: Path,
  note: Note,
): Cadence | null {
  const mistake = (
    kind: 'missing' | 'conflict' | 'invalid',
    key: string,
    expected: string,
    came: string | null,
  ): null => {
    note(file.mistake(kind, [...path, key], expected, came));
    return null;
  };
  const { cron } = read;
  if (cron !== undefined && cron !== null) {
    if (read.at) return mistake('conflict', 'cron', 'at or cron, not both', 'both');
    if (read.days) return mistake('conflict', 'days', 'days with at; a cron pattern names its own', 'both');
    return cadenceOfCron(cron) ?? mistake('invalid', 'cron', CRON, shown(cron));
  }
  if (!read.at || read.at.length === 0) return mistake('missing', 'at', 'at (08:10, or a list) or cron', null);
  return times(read.at, read.days?.flat() ?? [1, 2, 3, 4, 5, 6, 7]);
}
