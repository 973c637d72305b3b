import { stringify } from 'yaml';
import { type AuxPolicy, DEFAULT_AUX, DEFAULT_PACING, type Operation } from '../core/operation.ts';
import { serverNumberOf } from './address.ts';
import type { Config, ConfiguredOperation } from './config.ts';
import { exportDigest } from './digests/export-digests.ts';
import { durationText, given } from './export-values.ts';
import { exportRules } from './alerts/export-alerts.ts';
import type { Secret } from './secret.ts';

/** What may be written in Slack as well as in the file: `Running` is what is in force, wherever it was made. */
export type Running = Pick<Config, 'digests' | 'rules'>;

/** The configuration as a YAML file that `loadConfig` reads back; a secret is written as the variable or file that holds it. */
export function exportConfig(config: Config, running: Running = config): string {
  return stringify(
    {
      operations: config.operations.map(exportOperation),
      ...(Object.keys(config.channels).length === 0 ? {} : { channels: channelsOf(config) }),
      ...(config.roles === null ? {} : { roles: config.roles }),
      ...(running.digests.length === 0 ? {} : { digests: running.digests.map(exportDigest) }),
      ...(running.rules.length === 0 ? {} : { alerts: exportRules(running.rules) }),
    },
    { lineWidth: 0 },
  );
}

/** A file of nothing but operations. */
export function exportOperations(operations: readonly ConfiguredOperation[]): string {
  return stringify({ operations: operations.map(exportOperation) }, { lineWidth: 0 });
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
        : {
            in_flight: pacing.inFlight,
            spacing: durationText(pacing.spacingMs),
            freshness: durationText(pacing.freshnessMs),
          },
    ignore_agents: operation.ignoreAgents,
    aux: given({
      allowances: Object.fromEntries(
        Object.entries(aux.allowances).map(([state, seconds]) => [state, durationText(seconds * 1_000)]),
      ),
      ordered: aux.ordered,
      rule: ruleOf(aux),
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

/** The thresholds of the aux rule that are others than the usual ones. */
function ruleOf(aux: AuxPolicy): Record<string, unknown> {
  const own = <Value>(value: Value, usual: Value): Value | null => (value === usual ? null : value);
  const over = own(aux.minOverSeconds, DEFAULT_AUX.minOverSeconds);
  return given({
    score: own(aux.minScore, DEFAULT_AUX.minScore),
    over: over === null ? null : durationText(over * 1_000),
    over_share: own(aux.minOverShare, DEFAULT_AUX.minOverShare),
    ratio: own(aux.minRatio, DEFAULT_AUX.minRatio),
    fence: own(aux.minFence, DEFAULT_AUX.minFence),
  });
}
