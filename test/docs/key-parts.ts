import { alertKeys } from '../../src/config/alerts/alert-keys.ts';
import { channelKeys, roleKeys } from '../../src/config/channel-keys.ts';
import { digestKeys } from '../../src/config/digests/digest-keys.ts';
import type { Explained } from '../../src/config/explained.ts';
import { operationKeys } from '../../src/config/operation-keys.ts';
import { variableKeys } from '../../src/config/variable-keys.ts';
import { SECRETS } from '../../src/config/variables.ts';
import { METRIC_NAMES, metricNamed } from '../../src/core/alerts/rule-metrics.ts';
import { REPORTS } from '../../src/reports/catalog.ts';
import { type Parts, table } from './fill.ts';

const secrets: ReadonlySet<string> = new Set(SECRETS);

/** The keys of each section of the file, by the section's name. */
export const SECTIONS: Readonly<Record<string, Readonly<Record<string, Explained>>>> = {
  operations: operationKeys,
  channels: channelKeys,
  roles: roleKeys,
  digests: digestKeys,
  alerts: alertKeys,
};

/** The tables of docs/configure.md. */
export function keyParts(): Parts {
  const keys = (explained: Readonly<Record<string, Explained>>, of: string) =>
    table(
      [of, 'meaning', 'where it is left out'],
      Object.entries(explained).map(([name, { meaning, otherwise }]) => [
        `\`${name}\`${secrets.has(name) ? ' (secret)' : ''}`,
        meaning,
        otherwise,
      ]),
    );
  const sections = Object.entries(SECTIONS).map(([name, explained]) => [name, keys(explained, 'key')] as const);
  return { environment: keys(variableKeys, 'name'), ...Object.fromEntries(sections), metrics: metrics() };
}

function metrics(): string {
  const named = Object.fromEntries(
    REPORTS.flatMap(({ id, words }) =>
      Object.entries(words.en.metrics).map(([metric, name]) => [`${id}.${metric}`, name]),
    ),
  );
  return table(
    ['metric', 'unit', 'scopes', ''],
    METRIC_NAMES.map((name) => {
      const is = metricNamed(name)?.is;
      return [
        `\`${name}\``,
        is?.unit ?? '',
        is?.scopes.join(', ') ?? '',
        named[name] ?? 'requests of the day used, of the quota',
      ];
    }),
  );
}
