import fc from 'fast-check';
import { hasUsual } from '../../../src/core/alerts/rule-choices.ts';
import { ruleDefaults } from '../../../src/core/alerts/rule-defaults.ts';
import { RULE_METRICS } from '../../../src/core/alerts/rule-metrics.ts';
import { type Condition, type Rule, RULE_SOURCES, SEVERITIES } from '../../../src/core/alerts/rule.ts';

const MINUTE = 60_000;

/** The rule of the configuration's example: above 10 % of 20 calls for ten minutes, good again at 7 %. */
export function aRule(change: Partial<Rule> = {}): Rule {
  return {
    ...ruleDefaults({ report: 'live', metric: 'abandonment' }),
    id: 'abandonment',
    name: 'Abandono general',
    operation: 'bogota',
    report: 'live',
    metric: 'abandonment',
    condition: { kind: 'above', threshold: 0.1, recover: 0.07 },
    windowMs: 30 * MINUTE,
    forMs: 10 * MINUTE,
    keepFiringForMs: 5 * MINUTE,
    channel: 'C0123456',
    owner: 'U02',
    origin: 'slack',
    ...change,
  };
}

const metrics = RULE_SOURCES.flatMap((report) =>
  Object.entries(RULE_METRICS[report]).map(([metric, is]) => ({ report, metric, is })),
);
const thousandths = (most: number) => fc.integer({ min: 1, max: most * 1_000 }).map((each) => each / 1_000);

function anyCondition(unit: string, usual: boolean): fc.Arbitrary<Condition> {
  const amount = unit === 'duration' ? fc.nat(90_000) : unit === 'count' ? fc.nat(5_000) : thousandths(1);
  const plain = fc
    .tuple(fc.constantFrom('above' as const, 'below' as const), amount, amount)
    .map(([kind, one, other]): Condition => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      return kind === 'above' ? { kind, threshold: high, recover: low } : { kind, threshold: low, recover: high };
    });
  if (!usual) return plain;
  const against = fc
    .tuple(fc.constantFrom('above-usual' as const, 'below-usual' as const), thousandths(1), thousandths(1))
    .map(([kind, one, other]): Condition => ({ kind, share: Math.max(one, other), recover: Math.min(one, other) }));
  return fc.oneof(plain, against);
}

const seconds = (least: number, most: number) => fc.integer({ min: least, max: most }).map((each) => each * 1_000);

/** Rules as people write them: every metric, condition, scope and time that the file takes. */
export const anyRule: fc.Arbitrary<Rule> = fc.constantFrom(...metrics).chain(({ report, metric, is }) => {
  const overDays = report === 'aux' && metric === 'out_of_usual' ? [fc.constant<Condition>({ kind: 'aux' })] : [];
  const conditions = fc.oneof(anyCondition(is.unit, report !== 'quota'), ...overDays);
  const scopes = fc
    .constantFrom(...is.scopes)
    .chain(
      (kind): fc.Arbitrary<Rule['scope']> =>
        kind === 'all'
          ? fc.constant('all' as const)
          : fc.constantFrom('6110', 'Ana Lucía', '*', 'Break').map((id) => ({ kind, id })),
    );
  return fc
    .record({
      condition: conditions,
      scope: scopes,
      windowMs: report === 'quota' ? fc.constant(null) : fc.option(seconds(600, 7_200), { nil: null }),
      floor: fc.nat(100),
      forMs: seconds(0, 86_400),
      keepFiringForMs: seconds(0, 86_400),
      repeatMs: fc.option(seconds(60, 604_800), { nil: null }),
      everyMs: seconds(60, 86_400),
      severity: fc.constantFrom(...SEVERITIES),
      active: fc.constantFrom(null, 'mon-fri 07:00-19:00, sat 08:00-14:00', 'before closing 90m'),
      owner: fc.constantFrom(null, 'U02'),
      paused: fc.boolean(),
      name: fc.constantFrom('a', 'Abandono general', '10%', 'sí: no'),
    })
    .map((fields) => ({
      ...aRule({ report, metric, ...fields }),
      windowMs: fields.condition.kind === 'aux' ? null : fields.windowMs,
    }))
    .filter(
      ({ condition: { kind }, scope, windowMs }) =>
        !kind.endsWith('usual') || hasUsual({ report, metric }, scope, windowMs),
    );
});
