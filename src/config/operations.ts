import { z } from 'zod';
import type { Locale } from '../core/i18n/locale.ts';
import { LOCALES } from '../core/i18n/locale.ts';
import { type AuxPolicy, DEFAULT_AUX, DEFAULT_PACING, type Operation } from '../core/operation.ts';
import { baseUrl, serverNameOf, wolkvoxServer } from './address.ts';
import { durationBetween } from './amounts.ts';
import { date, hours } from './calendar.ts';
import type { ConfiguredOperation } from './config.ts';
import { FALLBACK } from './fallback.ts';
import type { Note } from './mistake.ts';
import { decimal, oneOf, textThat, wholeNumber } from './parsed.ts';
import { country, currency, zone } from './places.ts';
import { Secret } from './secret.ts';
import { at, listOf, readSection, section, someText, written } from './section.ts';
import { faultOf, type ReadFile, type Variables } from './variables.ts';
import type { YamlFile } from './yaml-file.ts';

export const WOLKVOX_TOKEN = 'the API token of the operation, without spaces';
export function isWolkvoxToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

const licences = wholeNumber(1, 100_000);
const id = textThat((text) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(text), 'one word of letters, digits, - and _');

const operationSection = section({
  id: written(id),
  name: written(someText).nullish(),
  server: written(wolkvoxServer).nullish(),
  url: written(baseUrl).nullish(),
  token: written(textThat(isWolkvoxToken, WOLKVOX_TOKEN)).nullish(),
  token_file: written(someText).nullish(),
  zone: written(zone).nullish(),
  locale: written(oneOf(LOCALES)).nullish(),
  currency: written(currency).nullish(),
  licences: written(licences).nullish(),
  country: written(country).nullish(),
  closures: listOf(written(date)).nullish(),
  hours: written(hours).nullish(),
  pacing: section({
    in_flight: written(oneOf(['1', '2'])).nullish(),
    spacing: written(durationBetween('0s', '10m')).nullish(),
    freshness: written(durationBetween('0s', '24h')).nullish(),
  }).nullish(),
  ignore_agents: listOf(written(someText)).nullish(),
  aux: section({
    allowances: z
      .record(z.string(), written(durationBetween('1s', '24h')), 'a section of states with durations')
      .nullish(),
    ordered: listOf(written(someText)).nullish(),
    rule: section({
      score: written(decimal(0, 100)).nullish(),
      over: written(durationBetween('1m', '24h')).nullish(),
      over_share: written(decimal(0, 100)).nullish(),
      ratio: written(decimal(1, 100)).nullish(),
      fence: written(decimal(0, 100)).nullish(),
    }).nullish(),
  }).nullish(),
});
export type OperationSection = z.infer<typeof operationSection>;

/** What an operation that does not say so itself gets: `VIGIA_ZONE` and its like. */
export type OperationDefaults = Pick<Operation, 'zone' | 'locale' | 'currency' | 'licences'>;

export function readDefaults(variables: Variables): OperationDefaults {
  const locale: Locale = variables.read('VIGIA_LOCALE', oneOf(LOCALES)) ?? FALLBACK.locale;
  return {
    zone: variables.read('VIGIA_ZONE', zone) ?? FALLBACK.zone,
    locale,
    currency: variables.read('VIGIA_CURRENCY', currency),
    licences: variables.read('VIGIA_LICENCES', licences),
  };
}

/** The one operation of a configuration without a file. */
export function operationOfEnvironment(
  baseUrl: string,
  token: Secret,
  defaults: OperationDefaults,
): ConfiguredOperation {
  return {
    operation: {
      ...defaults,
      id: 'main',
      name: serverNameOf(baseUrl),
      country: null,
      closures: [],
      hours: null,
      pacing: DEFAULT_PACING,
      ignoreAgents: [],
      aux: DEFAULT_AUX,
    },
    wolkvox: { baseUrl, token },
  };
}

/** The operation at a place of the file's list, or null where something in it is wrong. `url` is `WOLKVOX_URL`. */
export function operationOfFile(
  file: YamlFile,
  index: number,
  {
    url,
    defaults,
    readFile,
    note,
  }: {
    readonly url: string | null;
    readonly defaults: OperationDefaults;
    readonly readFile: ReadFile;
    readonly note: Note;
  },
): ConfiguredOperation | null {
  const path = ['operations', index] as const;
  const raw = at(file.written, path);
  const read = readSection(operationSection, file, path, note);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const has = (key: string): boolean => (at(raw, [key]) ?? null) !== null;

  if (has('server') && has('url')) {
    note(file.mistake('conflict', [...path, 'url'], 'server or url, not both', 'both'));
  }
  if (!has('server') && !has('url')) {
    note(file.mistake('missing', [...path, 'server'], 'server (3, 0003, wv0003) or url', null));
  }
  if (!has('token') && !has('token_file')) {
    note(file.mistake('missing', [...path, 'token'], `${WOLKVOX_TOKEN}, as token or token_file`, null));
  }
  const token = tokenOf(file, path, readFile, note);
  const address = read?.url ?? (read?.server === undefined || read.server === null ? null : (url ?? read.server));
  if (read === null || address === null || token === null) return null;
  return { operation: withDefaults(read, defaults), wolkvox: { baseUrl: address, token } };
}

function tokenOf(file: YamlFile, path: readonly [string, number], readFile: ReadFile, note: Note): Secret | null {
  const [raw, meant] = [at(file.written, [...path, 'token']), at(file.meant, [...path, 'token'])];
  const tokenFile = at(file.meant, [...path, 'token_file']) ?? null;
  if ((raw ?? null) !== null && tokenFile !== null) {
    note(file.mistake('conflict', [...path, 'token_file'], 'token or token_file, not both', 'both'));
    return null;
  }
  if (typeof tokenFile === 'string') {
    try {
      const text = readFile(tokenFile).replace(/\r?\n$/, '');
      if (isWolkvoxToken(text)) return new Secret(text, { kind: 'file', path: tokenFile });
      note(
        file.mistake('invalid', [...path, 'token_file'], `a file with ${WOLKVOX_TOKEN}`, 'a file with something else'),
      );
    } catch (cause) {
      note(file.mistake('unreadable', [...path, 'token_file'], 'a file that can be read', faultOf(cause)));
    }
    return null;
  }
  if ((meant ?? null) === null) return null;
  const name = typeof raw === 'string' ? /^\$\{(\w+)\}$/.exec(raw.trim())?.[1] : undefined;
  return new Secret(String(meant).trim(), name === undefined ? { kind: 'literal' } : { kind: 'variable', name });
}

function withDefaults(read: OperationSection, defaults: OperationDefaults): Operation {
  return {
    id: read.id,
    name: read.name ?? read.id,
    zone: read.zone ?? defaults.zone,
    locale: read.locale ?? defaults.locale,
    currency: read.currency ?? defaults.currency,
    licences: read.licences ?? defaults.licences,
    country: read.country ?? null,
    closures: read.closures ?? [],
    hours: read.hours ?? null,
    pacing: {
      inFlight: read.pacing?.in_flight === '2' ? 2 : DEFAULT_PACING.inFlight,
      spacingMs: read.pacing?.spacing ?? DEFAULT_PACING.spacingMs,
      freshnessMs: read.pacing?.freshness ?? DEFAULT_PACING.freshnessMs,
    },
    ignoreAgents: read.ignore_agents ?? [],
    aux: auxOf(read.aux),
  };
}

function auxOf(aux: OperationSection['aux']): AuxPolicy {
  const rule = aux?.rule;
  return {
    ...DEFAULT_AUX,
    allowances: inSeconds(aux?.allowances ?? {}),
    ordered: aux?.ordered ?? [],
    minScore: rule?.score ?? DEFAULT_AUX.minScore,
    minOverSeconds: rule?.over === undefined || rule.over === null ? DEFAULT_AUX.minOverSeconds : rule.over / 1_000,
    minOverShare: rule?.over_share ?? DEFAULT_AUX.minOverShare,
    minRatio: rule?.ratio ?? DEFAULT_AUX.minRatio,
    minFence: rule?.fence ?? DEFAULT_AUX.minFence,
  };
}

function inSeconds(durations: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(durations).map(([state, ms]) => [state, ms / 1_000]));
}
