import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleDefaults } from '../../../../src/core/alerts/rule-defaults.ts';
import { METRIC_NAMES, metricNamed } from '../../../../src/core/alerts/rule-metrics.ts';
import { conditionChoices, scopeChoices, windowChoices } from '../../../../src/core/alerts/rule-choices.ts';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { suggestedRules } from '../../../../src/core/alerts/suggestions.ts';
import { LOCALES } from '../../../../src/core/i18n/locale.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import { PLAIN_OPERATION } from '../../../../src/core/operation.ts';
import { judgeRuleForm } from '../../../../src/flows/rules/form/rule-form-judge.ts';
import {
  betterOf,
  blockName,
  formOfRule,
  plainForm,
  readRuleForm,
  type RuleForm,
} from '../../../../src/flows/rules/form/rule-form-state.ts';
import { anyRule } from '../../../core/alerts/any-rule.ts';

const operation = { ...PLAIN_OPERATION, id: 'bogota', hours: 'mon-fri 07:00-19:00' };
const format = makeFormat({ locale: 'es', zone: operation.zone, currency: null, country: 'CO' });
const own = { format, channel: 'C1', owner: 'U1' };
const context = { operation, locale: 'es', format, among: null, self: 'U1' } as const;
const abandonment = { report: 'live', metric: 'abandonment' } as const;

const judged = (form: RuleForm) => judgeRuleForm(form, context);
const draftOf = (form: RuleForm) => {
  const result = judged(form);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.draft;
};
const rule = (change: Partial<Rule>): Rule => ({
  ...ruleDefaults(abandonment),
  ...abandonment,
  id: 'abandono',
  name: 'Abandono',
  operation: 'bogota',
  condition: { kind: 'above', threshold: 0.1, recover: 0.07 },
  windowMs: 1_800_000,
  channel: 'C1',
  owner: 'U1',
  origin: 'slack',
  ...change,
});

describe('the form of a rule', () => {
  it.each<Partial<Rule>>([
    {},
    { scope: { kind: 'skill', id: '6110' }, report: 'hold', metric: 'debt', windowMs: null, floor: 0 },
    { scope: { kind: 'agent', id: '*' }, report: 'agents', metric: 'cost', windowMs: null, floor: 0 },
    { condition: { kind: 'above-usual', share: 0.3, recover: 0.1 } },
    { condition: { kind: 'aux' }, report: 'aux', metric: 'out_of_usual', windowMs: null, floor: 0 },
    { active: 'before closing 90m' },
    { active: 'outside ley-2300' },
    { active: 'mon-fri 07:00-19:00' },
    { active: 'sat 08:00-14:00' },
    { active: null, repeatMs: 3_600_000, forMs: 420_000, keepFiringForMs: 60_000, severity: 'critical' },
    {
      report: 'aux',
      metric: 'aux_state',
      condition: { kind: 'above', threshold: 5_400, recover: 3_600 },
      windowMs: null,
    },
    { channel: 'U1' },
  ])('gives back the rule it was opened with (%o)', (change) => {
    const wanted = rule(change);
    const { id: _id, paused: _paused, origin: _origin, ...fields } = wanted;
    expect(draftOf(formOfRule(wanted, operation, format))).toEqual(fields);
  });

  it('gives back any rule of the file, but for what its usual cannot be known of', () => {
    fc.assert(
      fc.property(anyRule, (wanted) => {
        const result = judged(formOfRule({ ...wanted, operation: 'bogota', channel: 'C1' }, operation, format));
        if ('mistakes' in result) {
          expect(Object.keys(result.mistakes)).toEqual(['condition']);
          return;
        }
        const { id: _id, paused: _paused, origin: _origin, ...fields } = wanted;
        const owner = wanted.owner ?? 'U1';
        expect(result.draft).toEqual({ ...fields, operation: 'bogota', channel: 'C1', owner });
      }),
    );
  });

  it('makes a rule of every metric as it stands', () => {
    for (const name of METRIC_NAMES) {
      const looks = metricNamed(name);
      if (looks === null) throw new Error(name);
      const form = plainForm({ report: looks.report, metric: looks.metric }, operation, own);
      const result = judged(form);
      // What only one skill or state has is to be named first.
      if ('mistakes' in result) expect(result.mistakes).toEqual({ id: 'Elige cuál.' });
      else expect(result.draft).toMatchObject({ report: looks.report, metric: looks.metric });
      expect(conditionChoices(looks, betterOf(looks))).toContain(form.condition);
      expect(scopeChoices(looks, form.condition)).toContain(form.scope);
      expect(windowChoices(looks, form.condition)).toContain(form.windowMs);
    }
  });

  it('holds each of the suggested rules, in every language', () => {
    for (const locale of LOCALES) {
      for (const suggested of suggestedRules({ ...operation, locale }, { channel: 'C1', owner: 'U1' })) {
        const { id: _id, paused: _paused, origin: _origin, ...fields } = suggested;
        expect(draftOf(formOfRule(suggested, operation, format))).toEqual(fields);
      }
    }
  });

  it('takes what was chosen, and keeps what is not on it', () => {
    const before = { ...plainForm(abandonment, operation, own), name: 'Mía', recover: '5 %' };
    const values = { [blockName('limit', 0)]: ['22 %'], [blockName('forMs', 0)]: ['0'], [blockName('channel', 0)]: [] };
    const form = readRuleForm(values, before, operation, format);
    expect(form).toMatchObject({ name: 'Mía', limit: '22 %', recover: '5 %', forMs: 0, channel: '', turn: 0 });
    expect(draftOf(form)).toMatchObject({ channel: 'U1', condition: { threshold: 0.22, recover: 0.05 } });
  });

  it('writes into its fields anew where another metric is in another unit', () => {
    const before = plainForm(abandonment, operation, own);
    const values = { [blockName('metric', 0)]: ['aux.aux_state'], [blockName('limit', 0)]: ['22 %'] };
    const form = readRuleForm(values, before, operation, format);
    expect(form).toMatchObject({ report: 'aux', metric: 'aux_state', limit: '1h 00m', windowMs: null, turn: 1 });
  });

  it('says which field is wrong and why', () => {
    const plain = plainForm(abandonment, operation, own);
    const wrong = (change: Partial<RuleForm>) => {
      const result = judged({ ...plain, ...change });
      return 'mistakes' in result ? result.mistakes : null;
    };
    expect(wrong({ limit: '' })).toEqual({ limit: 'Escribe un porcentaje de 0 a 100, como 12 %.' });
    expect(wrong({ limit: '120 %' })).toHaveProperty('limit');
    expect(wrong({ limit: '10 %', recover: '12 %' })).toEqual({ recover: 'No puede ser mayor que el límite, 10 %.' });
    expect(wrong({ condition: 'below', limit: '10 %', recover: '8 %' })).toHaveProperty('recover');
    expect(wrong({ condition: 'below', limit: '60 %', recover: '110 %' })).toHaveProperty('recover');
    expect(wrong({ limit: '10 %', recover: '-5 %' })).toHaveProperty('recover');
    expect(wrong({ condition: 'below-usual', limit: '120 %' })).toHaveProperty('limit');
    expect(wrong({ floor: 'pocas' })).toHaveProperty('floor');
    expect(wrong({ active: 'own', hours: 'cuando sea' })).toHaveProperty('hours');
    expect(wrong({ condition: 'above-usual', limit: '0 %' })).toHaveProperty('limit');
    const skill = {
      report: 'hold',
      metric: 'debt',
      scope: 'skill',
      id: '6110',
      limit: '30 %',
      windowMs: null,
    } as const;
    expect(wrong({ ...skill, condition: 'above-usual' })).toHaveProperty('condition');
    expect(judgeRuleForm(plain, { ...context, operation: { ...operation, hours: null } })).toHaveProperty(
      'mistakes.active',
    );
  });

  it('takes hours with the days of any language', () => {
    const form = { ...plainForm(abandonment, operation, own), active: 'own', hours: 'lun-vie 08:00-17:00' } as const;
    expect(draftOf(form).active).toBe('mon-fri 08:00-17:00');
  });
});
