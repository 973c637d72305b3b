import { stringify } from 'yaml';
import { DEFAULT_PACING, type Operation } from '../core/operation.ts';
import { serverNumberOf } from './address.ts';
import type { Config, ConfiguredOperation } from './config.ts';
import type { Secret } from './secret.ts';

/** The configuration as a YAML file that `loadConfig` reads back; a secret is written as the variable or file that holds it. */
export function exportConfig(config: Config): string {
  return stringify(
    {
      operations: config.operations.map(exportOperation),
      ...(Object.keys(config.channels).length === 0 ? {} : { channels: channelsOf(config) }),
      ...(config.roles === null ? {} : { roles: config.roles }),
    },
    { lineWidth: 0 },
  );
}

function exportOperation({ operation, wolkvox }: ConfiguredOperation): Record<string, unknown> {
  const number = serverNumberOf(wolkvox.baseUrl);
  const { pacing, aux } = operation;
  return given({
    id: operation.id,
    name: operation.name,
    server: number,
    url: number === null ? wolkvox.baseUrl : null,
    ...tokenOf(operation, wolkvox.token),
    zone: operation.zone,
    locale: operation.locale,
    currency: operation.currency,
    licences: operation.licences,
    country: operation.country,
    closures: operation.closures,
    hours: operation.hours,
    pacing:
      JSON.stringify(pacing) === JSON.stringify(DEFAULT_PACING)
        ? null
        : { in_flight: pacing.inFlight, spacing: duration(pacing.spacingMs), freshness: duration(pacing.freshnessMs) },
    ignore_agents: operation.ignoreAgents,
    aux: given({
      allowances: Object.fromEntries(
        Object.entries(aux.allowances).map(([state, seconds]) => [state, duration(seconds * 1_000)]),
      ),
      ordered: aux.ordered,
    }),
  });
}

function tokenOf({ id }: Operation, { source }: Secret): Record<string, string> {
  switch (source.kind) {
    case 'variable':
      return { token: `\${${source.name}}` };
    case 'file':
      return { token_file: source.path };
    case 'literal':
      return { token: `\${WOLKVOX_TOKEN_${id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}}` };
  }
}

function channelsOf(config: Config): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config.channels).map(([id, policy]) => [id, given(policy)]));
}

function duration(ms: number): string {
  if (ms > 0 && ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms > 0 && ms % 60_000 === 0) return `${ms / 60_000}m`;
  return `${ms / 1_000}s`;
}

/** Without what says nothing: null, an empty list, an empty section. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0),
    ),
  );
}
