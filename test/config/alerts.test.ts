import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/core/alerts/rule.ts';
import { DEFAULT_AUX, DEFAULT_PACING } from '../../src/core/operation.ts';
import { readRules } from '../../src/config/alerts/alerts.ts';
import type { ConfiguredOperation } from '../../src/config/config.ts';
import { exportRules } from '../../src/config/alerts/export-alerts.ts';
import { describeMistakes, type Mistake } from '../../src/config/mistake.ts';
import { Secret } from '../../src/config/secret.ts';
import { readYamlFile } from '../../src/config/yaml-file.ts';
import { stringify } from 'yaml';
import { anyRule } from '../core/alerts/any-rule.ts';

function operation(id: string, hours: string | null): ConfiguredOperation {
  const fields = { zone: 'America/Bogota', locale: 'es', currency: null, licences: null, country: null } as const;
  const lists = { closures: [], ignoreAgents: [], pacing: DEFAULT_PACING, aux: DEFAULT_AUX };
  return {
    operation: { id, name: id, hours, ...fields, ...lists },
    wolkvox: { baseUrl: 'https://wv0003.wolkvox.com', token: new Secret('t', { kind: 'literal' }) },
  };
}

const BOGOTA = operation('bogota', 'mon-fri 07:00-19:00');

function read(yaml: string, operations = [BOGOTA]): { rules: readonly Rule[]; mistakes: string[] } {
  const mistakes: Mistake[] = [];
  const note = (mistake: Mistake): void => void mistakes.push(mistake);
  const file = readYamlFile('vigia.yml', false, {}, () => yaml, note);
  if (file === null) throw new Error(describeMistakes(mistakes));
  const ids = operations.map((one) => one.operation.id);
  const rules = readRules(file, operations, ids, note);
  return { rules, mistakes: mistakes.length === 0 ? [] : describeMistakes(mistakes).split('\n') };
}

const LEAST = 'id: a, metric: live.abandonment, above: 10%, channel: C01';
const one = (fields: string) => read(`alerts:\n  - { ${fields} }\n`);
const conditionOf = (fields: string) => {
  const { rules, mistakes } = one(`id: a, channel: C01, ${fields}`);
  expect(mistakes).toEqual([]);
  return rules[0]?.condition;
};

describe('a rule of the file', () => {
  it('is read with every key of the example', () => {
    const { rules, mistakes } = read(`alerts:
  - id: abandonment
    operation: bogota
    metric: live.abandonment
    scope: all
    window: 30m
    above: 10%
    recover: 7%
    floor: 20
    for: 10m
    keep_firing_for: 5m
    repeat: never
    every: 5m
    severity: warning
    active: mon-fri 07:00-19:00
    channel: C0123456
    owner: U02
`);
    expect(mistakes).toEqual([]);
    expect(rules).toEqual([
      {
        id: 'abandonment',
        name: 'abandonment',
        operation: 'bogota',
        report: 'live',
        metric: 'abandonment',
        scope: 'all',
        windowMs: 1_800_000,
        condition: { kind: 'above', threshold: 0.1, recover: 0.07 },
        floor: 20,
        forMs: 600_000,
        keepFiringForMs: 300_000,
        repeatMs: null,
        everyMs: 300_000,
        severity: 'warning',
        active: 'mon-fri 07:00-19:00',
        channel: 'C0123456',
        owner: 'U02',
        paused: false,
        origin: 'file',
      },
    ]);
  });

  it('needs an id, a metric, a threshold and a channel, and takes the only operation', () => {
    expect(one(LEAST).rules[0]).toMatchObject({ operation: 'bogota', floor: 20, everyMs: 300_000, repeatMs: null });
    expect(one('name: x').mistakes).toHaveLength(3);
  });

  it.each([
    ['metric: live.abandonment, above: 12.5%, recover: 7%', { kind: 'above', threshold: 0.125, recover: 0.07 }],
    ['metric: aux.aux_total, above: 2h', { kind: 'above', threshold: 7_200, recover: 7_200 }],
    ['metric: hold.debt, above: 20', { kind: 'above', threshold: 20, recover: 20 }],
    ['metric: hold.recall_success, below: 60%, recover: 70%', { kind: 'below', threshold: 0.6, recover: 0.7 }],
    ['metric: live.inbound, below: usual -40%, recover: usual -20%', { kind: 'below-usual', share: 0.4, recover: 0.2 }],
    ['metric: agents.cost, above: usual +30%', { kind: 'above-usual', share: 0.3, recover: 0.3 }],
    ['metric: aux.out_of_usual', { kind: 'aux' }],
    ['metric: aux.out_of_usual, above: 3', { kind: 'above', threshold: 3, recover: 3 }],
    ['metric: quota.used, above: 80%', { kind: 'above', threshold: 0.8, recover: 0.8 }],
  ])('reads what is bad from %s', (written, condition) => {
    expect(conditionOf(written)).toEqual(condition);
  });

  it.each([
    ['scope: "skill:6110", metric: hold.debt, above: 20', { kind: 'skill', id: '6110' }],
    ['scope: "skill:each", metric: hold.debt, above: 20', { kind: 'skill', id: '*' }],
    ['scope: "agent:Ana Lucía", metric: agents.calls, below: 20', { kind: 'agent', id: 'Ana Lucía' }],
    ['scope: "campaign:22109", metric: preview.rpc, below: 20%', { kind: 'campaign', id: '22109' }],
    ['scope: "state:Break", metric: aux.out_of_usual', { kind: 'state', id: 'Break' }],
  ])('reads of what from %s', (written, scope) => {
    const { rules, mistakes } = one(`id: a, channel: C01, ${written}`);
    expect(mistakes).toEqual([]);
    expect(rules[0]?.scope).toEqual(scope);
  });

  it('may look only so long before the operation closes, which then needs hours', () => {
    const debt = 'alerts: [{ id: a, metric: hold.debt, above: 0, channel: C01, active: before closing 90m }]';
    expect(read(debt).rules[0]?.active).toBe('before closing 90m');
    expect(read(debt, [operation('bogota', null)]).mistakes).toEqual([
      expect.stringMatching(/alerts\[0\]\.active \(line 1\): expected hours, .*has none to close by/),
    ]);
  });
});

describe('a mistake in a rule', () => {
  it.each([
    [LEAST.replace('abandonment', 'abandonmnt'), /metric \(line 2\): .*nearest is live\.abandonment/],
    [LEAST.replace('10%', '10'), /above \(line 2\): expected a share such as 10%.* for live\.abandonment/],
    [`${LEAST}, recover: -5%`, /recover \(line 2\): expected what live\.abandonment can be, 0% or more up to 100%/],
    [LEAST.replace('10%', '120%'), /above \(line 2\): expected what live\.abandonment can be/],
    [LEAST.replace('above: 10%', 'below: 60%, recover: 110%'), /recover \(line 2\): expected what/],
    [LEAST.replace('above: 10%', 'below: usual -120%'), /below \(line 2\): expected usual and a share up to 100%/],
    [
      'id: a, channel: C01, metric: hold.debt, scope: "skill:6110", above: usual +30%',
      /above \(line 2\): expected a limit: what is usual is known of scope all, without a window/,
    ],
    [`${LEAST}, recover: 12%`, /recover \(line 2\): expected a value not above the threshold, 10%; came "12%"/],
    [`${LEAST}, below: 5%`, /conflict: .*below \(line 2\): expected above or below, not both/],
    [LEAST.replace('above: 10%,', ''), /missing: .*above \(line 2\): expected a threshold/],
    [LEAST.replace('10%', 'usual 30%'), /above \(line 2\): expected usual and a share above 0, as usual \+30%/],
    [`${LEAST}, scope: skill`, /scope \(line 2\): expected all, or one of skill:6110/],
    [`${LEAST}, scope: "skill:6110"`, /scope \(line 2\): expected a scope that live\.abandonment has: all/],
    [`${LEAST}, window: 3h`, /window \(line 2\): expected a duration from 10m to 2h for live/],
    ['id: a, metric: aux.out_of_usual, window: 1h, channel: C01', /window \(line 2\): expected no window/],
    ['id: a, metric: quota.used, above: usual +10%, channel: C01', /nothing is usual for the quota/],
    [`${LEAST}, operation: bogta`, /operation \(line 2\): .*"bogota"/],
    [`${LEAST}, repeat: sometimes`, /repeat \(line 2\): expected a duration/],
    [`${LEAST}, active: always`, /active \(line 2\): expected hours such as/],
    [`${LEAST}, severity: high`, /severity \(line 2\): expected one of info, warning, critical/],
    [`${LEAST}, owner: laura`, /owner \(line 2\): expected the id of a person/],
    [`${LEAST}, keepfiringfor: 5m`, /unknown: .*keepfiringfor \(line 2\): .*nearest is keep_firing_for/],
  ])('is told with its line: %s', (fields, said) => {
    const { rules, mistakes } = one(fields);
    expect(mistakes).toEqual([expect.stringMatching(said)]);
    expect(rules.length).toBeLessThanOrEqual(1);
  });

  it('does not hide those of the other rules, and an id is there once', () => {
    const { mistakes } = read(`alerts:\n  - { ${LEAST} }\n  - { ${LEAST} }\n  - { id: b }\n`);
    expect(mistakes.map((line) => /line (\d)/.exec(line)?.[1])).toEqual(['3', '4', '4']);
  });

  it('is a section where a list belongs', () => {
    expect(read('alerts: { a: b }').mistakes).toEqual([expect.stringContaining('expected a list of rules')]);
  });
});

describe('rules written to the file', () => {
  it('are read back as the same rules, whatever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 3 }), (rules) => {
        const { rules: back, mistakes } = read(stringify({ alerts: exportRules(rules) }));
        expect(mistakes).toEqual([]);
        expect(back).toEqual(rules.map((rule) => ({ ...rule, origin: 'file' })));
      }),
      { numRuns: 300 },
    );
  });
});
