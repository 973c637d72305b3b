import type { z } from 'zod';
import { readActiveHours } from '../../core/alerts/active-hours.ts';
import { hasUsual } from '../../core/alerts/rule-choices.ts';
import { EACH, ruleDefaults } from '../../core/alerts/rule-defaults.ts';
import { METRIC_NAMES, metricNamed } from '../../core/alerts/rule-metrics.ts';
import { type Rule, SEVERITIES } from '../../core/alerts/rule.ts';
import { readCondition } from './alert-conditions.ts';
import { durationBetween } from '../amounts.ts';
import { hours } from '../calendar.ts';
import type { ConfiguredOperation } from '../config.ts';
import { aKnownName, type Note, shown } from '../mistake.ts';
import { oneOf, type Parser, textThat, understood, wholeNumber } from '../parsed.ts';
import { at, readSection, section, someText, written } from '../section.ts';
import type { Path, YamlFile } from '../yaml-file.ts';

const anId = textThat(
  (text) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(text),
  'one word of letters, digits, - and _',
);
const aChannel = textThat((text) => /^[CG][A-Z0-9]{1,20}$/.test(text), 'the id of a channel (C…)');
const aPerson = textThat((text) => /^[UW][A-Z0-9]{1,20}$/.test(text), 'the id of a person (U…)');
const wait = durationBetween('0s', '24h');
const repeat: Parser<number | null> = (text) =>
  text === 'never' ? understood(null) : durationBetween('1m', '168h')(text);
const active: Parser<string> = (text) => {
  const words = text.toLowerCase().replaceAll(/\s+/g, ' ');
  const read = readActiveHours(words);
  return read !== null && read.kind !== 'hours' ? understood(words) : hours(text);
};

/** Every key of a rule, in the order in which one is written. */
const ruleSection = section({
  id: written(anId),
  name: written(someText).nullish(),
  operation: written(someText).nullish(),
  metric: written(someText),
  scope: written(someText).nullish(),
  window: written(durationBetween('10m', '24h')).nullish(),
  above: written(someText).nullish(),
  below: written(someText).nullish(),
  recover: written(someText).nullish(),
  floor: written(wholeNumber(0, 1_000_000)).nullish(),
  for: written(wait).nullish(),
  keep_firing_for: written(wait).nullish(),
  repeat: written(repeat).nullish(),
  every: written(durationBetween('1m', '24h')).nullish(),
  severity: written(oneOf(SEVERITIES)).nullish(),
  active: written(active).nullish(),
  channel: written(aChannel),
  owner: written(aPerson).nullish(),
  paused: written(oneOf(['true', 'false'])).nullish(),
});
export type RuleSection = z.infer<typeof ruleSection>;

/** `live` is put together from ten-minute pieces, of which so many are at hand. */
const LONGEST_LIVE_MS = 2 * 3_600_000;

/** The rules of the file that are right in every part. `ids`: the operations that it or the environment names. */
export function readRules(
  file: YamlFile,
  operations: readonly ConfiguredOperation[],
  ids: readonly string[],
  note: Note,
): readonly Rule[] {
  const raw = at(file.meant, ['alerts']);
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    note(file.mistake('invalid', ['alerts'], 'a list of rules', shown(raw)));
    return [];
  }
  const seen = new Set<string>();
  return raw.flatMap((_, index) => {
    const path = ['alerts', index] as const;
    const read = readSection(ruleSection, file, path, note);
    if (read === null) return [];
    if (seen.has(read.id))
      note(file.mistake('conflict', [...path, 'id'], 'an id that no other rule has', shown(read.id)));
    seen.add(read.id);
    const rule = ruleOf(read, { file, path, note, operations, ids });
    return rule === null ? [] : [rule];
  });
}

type Place = {
  readonly file: YamlFile;
  readonly path: Path;
  readonly note: Note;
  readonly operations: readonly ConfiguredOperation[];
  readonly ids: readonly string[];
};

function ruleOf(read: RuleSection, place: Place): Rule | null {
  const { file, path, note } = place;
  const wrong = (key: string, what: string, came: unknown): null => {
    note(file.mistake(came === null ? 'missing' : 'invalid', [...path, key], what, shown(came)));
    return null;
  };
  const operation = operationOf(read, place, wrong);
  const found = metricNamed(read.metric);
  if (found === null)
    return wrong('metric', `a metric as report.metric: ${aKnownName(read.metric, METRIC_NAMES)}`, read.metric);
  const { report, metric, is } = found;
  const condition = readCondition(read, { report, metric, is }, { file, path, note });
  const scope = scopeOf(read.scope ?? 'all');
  if (scope === null) return wrong('scope', 'all, or one of skill:6110, agent:…, campaign:22109, state:…', read.scope);
  const kind = scope === 'all' ? 'all' : scope.kind;
  if (!is.scopes.includes(kind) && condition?.kind !== 'aux') {
    return wrong('scope', `a scope that ${read.metric} has: ${is.scopes.join(', ')}`, read.scope ?? null);
  }
  const window = read.window ?? null;
  if (window !== null && (report === 'quota' || condition?.kind === 'aux')) {
    return wrong('window', `no window: ${read.metric} is judged by days`, windowWritten(file, path));
  }
  if (window !== null && report === 'live' && window > LONGEST_LIVE_MS) {
    return wrong('window', 'a duration from 10m to 2h for live', windowWritten(file, path));
  }
  if (operation === null || condition === null) return null;
  if (
    (condition.kind === 'above-usual' || condition.kind === 'below-usual') &&
    !hasUsual({ report, metric }, scope, window)
  ) {
    const what = `a limit: what is usual is known of scope all, ${report === 'live' ? 'over the last minutes' : 'without a window'}`;
    return wrong(condition.kind === 'above-usual' ? 'above' : 'below', what, read.above ?? read.below ?? null);
  }
  const defaults = ruleDefaults({ report, metric });
  return {
    ...defaults,
    id: read.id,
    name: read.name ?? read.id,
    operation,
    report,
    metric,
    scope,
    windowMs: window,
    condition,
    floor: read.floor ?? defaults.floor,
    forMs: read.for ?? defaults.forMs,
    keepFiringForMs: read.keep_firing_for ?? defaults.keepFiringForMs,
    repeatMs: read.repeat ?? defaults.repeatMs,
    everyMs: read.every ?? defaults.everyMs,
    severity: read.severity ?? defaults.severity,
    active: read.active ?? defaults.active,
    channel: read.channel,
    owner: read.owner ?? defaults.owner,
    paused: read.paused === 'true',
    origin: 'file',
  };
}

type Wrong = (key: string, what: string, came: unknown) => null;

function operationOf(read: RuleSection, { operations, ids }: Place, wrong: Wrong): string | null {
  const named = read.operation ?? (ids.length === 1 ? ids[0] : undefined);
  if (named === undefined) return wrong('operation', `one of the operations, ${ids.join(', ')}`, null);
  if (ids.length > 0 && !ids.includes(named)) {
    return wrong('operation', `the id of an operation: ${aKnownName(named, ids)}`, named);
  }
  const known = operations.find(({ operation }) => operation.id === named)?.operation;
  if (known?.hours === null && read.active?.startsWith('before closing') === true) {
    return wrong('active', `hours, since the operation ${named} has none to close by`, read.active);
  }
  return named;
}

function scopeOf(text: string): Rule['scope'] | null {
  if (text === 'all') return 'all';
  const [, kind, id = ''] = /^(agent|skill|campaign|state):(.+)$/s.exec(text) ?? [];
  const name = id.trim();
  if (name === '' || (kind !== 'agent' && kind !== 'skill' && kind !== 'campaign' && kind !== 'state')) return null;
  return { kind, id: name === 'each' ? EACH : name };
}

function windowWritten(file: YamlFile, path: Path): unknown {
  return at(file.meant, [...path, 'window']);
}
