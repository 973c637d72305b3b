import type { z } from 'zod';
import { LOCALES } from '../core/i18n/locale.ts';
import type { ChannelPolicy, Roles } from '../core/settings.ts';
import { aKnownName, type Note, shown } from './mistake.ts';
import { oneOf, textThat } from './parsed.ts';
import { at, listOf, readSection, section, someText, written } from './section.ts';
import type { YamlFile } from './yaml-file.ts';

const channelSection = section({
  operation: written(someText).nullish(),
  names: written(oneOf(['full', 'initials', 'hidden'])).nullish(),
  audience: written(oneOf(['everyone', 'supervisors'])).nullish(),
  locale: written(oneOf(LOCALES)).nullish(),
});

export type ChannelSection = z.infer<typeof channelSection>;

const who = written(
  textThat((text) => /^[UWS][A-Z0-9]{1,20}$/.test(text), 'the id of a user (U…) or of a user group (S…)'),
);
const people = listOf(who);
const viewers = written(oneOf(['everyone']));

/** The channels of the file whose every part is right. `ids`: the operations that the file or the environment names. */
export function readChannels(
  file: YamlFile,
  ids: readonly string[],
  note: Note,
): Readonly<Record<string, ChannelPolicy>> {
  const entries = keysOf(file, 'channels', 'a section with a key for each channel', note).flatMap((channel) => {
    const path = ['channels', channel];
    const isChannel = /^[CG][A-Z0-9]{1,20}$/.test(channel);
    if (!isChannel) note(file.mistake('invalid', path, 'the id of a channel (C…) as key', shown(channel)));
    const read = readSection(channelSection, file, path, note);
    const named = at(file.meant, [...path, 'operation']) ?? (ids.length === 1 ? ids[0] : null);
    if (named === null || named === undefined) {
      note(file.mistake('missing', [...path, 'operation'], `one of the operations, ${ids.join(', ')}`, null));
      return [];
    }
    const operation = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
    if (ids.length > 0 && !ids.includes(operation)) {
      const expected = `the id of an operation: ${aKnownName(operation, ids)}`;
      note(file.mistake('invalid', [...path, 'operation'], expected, shown(named)));
      return [];
    }
    if (read === null || !isChannel) return [];
    const { names, audience, locale } = read;
    const policy: ChannelPolicy = {
      operation,
      names: names ?? 'initials',
      audience: audience ?? 'everyone',
      locale: locale ?? null,
    };
    return [[channel, policy] as const];
  });
  return Object.fromEntries(entries);
}

/** The roles of the file; null where it has none. Whoever is not named in a list of viewers sees nothing; no list means everyone. */
export function readRoles(file: YamlFile, note: Note): Roles | null {
  const raw = at(file.meant, ['roles']);
  if (raw === undefined || raw === null) return null;
  const everyone = !Array.isArray(at(file.meant, ['roles', 'viewer']));
  const shape = { admin: people.nullish(), supervisor: people.nullish() };
  if (everyone) {
    const read = readSection(section({ ...shape, viewer: viewers.nullish() }), file, ['roles'], note);
    return read === null ? null : { admin: read.admin ?? [], supervisor: read.supervisor ?? [], viewer: 'everyone' };
  }
  const read = readSection(section({ ...shape, viewer: people }), file, ['roles'], note);
  return read === null ? null : { admin: read.admin ?? [], supervisor: read.supervisor ?? [], viewer: read.viewer };
}

/** The keys of a section, or none where it is not there; anything but a section is noted. */
export function keysOf(file: YamlFile, key: string, expected: string, note: Note): readonly string[] {
  const raw = at(file.meant, [key]);
  if (raw === undefined || raw === null) return [];
  if (typeof raw === 'object' && !Array.isArray(raw)) return Object.keys(raw);
  note(file.mistake('invalid', [key], expected, shown(raw)));
  return [];
}
