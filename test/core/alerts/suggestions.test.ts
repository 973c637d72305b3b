import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { storedRuleSchema } from '../../../src/core/alerts/rule.ts';
import { suggestedRules } from '../../../src/core/alerts/suggestions.ts';
import { PLAIN_OPERATION } from '../../../src/core/operation.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { metricOf } from '../../../src/core/alerts/rule-metrics.ts';
import { exportRules } from '../../../src/config/alerts/export-alerts.ts';

const HOURS = 'mon-fri 07:00-19:00, sat 08:00-14:00';
const TO = { channel: 'C0123456', owner: 'U02' };

describe('the rules to start from', () => {
  it.each(LOCALES)('are six, each whole and named in %s', (locale) => {
    const rules = suggestedRules({ ...PLAIN_OPERATION, hours: HOURS, locale }, TO);
    expect(rules.map(({ report, metric }) => `${report}.${metric}`)).toEqual([
      'live.abandonment',
      'live.line_health',
      'hold.debt',
      'aux.out_of_usual',
      'hold.recall_success',
      'quota.used',
    ]);
    for (const { origin, ...rule } of rules) {
      expect(storedRuleSchema.parse({ v: 1, ...rule })).toEqual({ v: 1, ...rule });
      expect(metricOf(rule)).not.toBeNull();
      expect([origin, rule.channel, rule.owner]).toEqual(['slack', 'C0123456', 'U02']);
    }
    expect(new Set(rules.map(({ name }) => name)).size).toBe(6);
  });

  it('look while the operation works, the promises before it closes', () => {
    const active = suggestedRules({ ...PLAIN_OPERATION, hours: HOURS }, TO).map((rule) => rule.active);
    expect(active).toEqual([HOURS, HOURS, 'before closing 90m', HOURS, HOURS, null]);
    expect(suggestedRules(PLAIN_OPERATION, TO).every((rule) => rule.active === null)).toBe(true);
  });

  it('read well as entries of the file', () => {
    const [first] = exportRules(suggestedRules({ ...PLAIN_OPERATION, id: 'bogota', hours: HOURS }, TO));
    expect(stringify(first)).toBe(
      [
        'id: bogota-abandonment',
        'name: Abandono',
        'operation: bogota',
        'metric: live.abandonment',
        'window: 30m',
        'above: 15%',
        'recover: 10%',
        'floor: 40',
        'for: 10m',
        'keep_firing_for: 5m',
        `active: ${HOURS}`,
        'channel: C0123456',
        'owner: U02',
        '',
      ].join('\n'),
    );
  });
});
