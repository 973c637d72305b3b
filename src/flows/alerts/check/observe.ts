import type { Rule } from '../../../core/alerts/rule.ts';
import type { Seen, Unit } from '../../../core/alerts/seen.ts';
import type { AuxCase } from '../../../core/history/aux-cases.ts';
import { wordsKey } from '../../../core/values/words.ts';
import type { Level } from './usual-level.ts';
import type { RuleReading, Source } from './readings.ts';
import type { Basis, Case, Subject } from '../cards/sheet.ts';

/** What a check found of one case of a rule. `basis` null: nothing new, the card keeps what it rests on. */
export type Observed = {
  readonly instance: string;
  readonly subject: Subject;
  readonly seen: Seen;
  readonly basis: Basis | null;
};

/** The case of a rule that has but one, and of one of aux that keeps whether there is data at all. */
export const WHOLE = 'rule';

/**
 * What a reading says of each case of a rule: those it finds and those that are `open` from before. A reading without data says nothing of
 * single cases: they stay as they are, and the rule as a whole keeps for how long.
 */
export function observe(rule: Rule, reading: RuleReading, open: Readonly<Record<string, Case>>): readonly Observed[] {
  const whole = (seen: Seen, basis: Basis | null = null): Observed => ({
    instance: WHOLE,
    subject: { kind: 'rule' },
    seen,
    basis,
  });
  switch (reading.kind) {
    case 'error':
      return [whole({ kind: 'error', code: reading.problem.code })];
    case 'no-data':
      return [whole({ kind: 'no-data' })];
    case 'values':
      return valuesObserved(reading, open);
    case 'aux':
      return auxObserved(rule, reading, open, whole({ kind: 'case', found: null, justified: false }));
  }
}

/** `low`–`high` of a level as a card keeps it. */
export function rangeOf(level: Level | null): Basis['usual'] {
  if (level === null || level.usual.kind === 'too-few') return null;
  return { low: level.usual.low, high: level.usual.high, until: level.until };
}

/** Of an agent or a skill that is in the answer no more nothing is known: its case stays as it is, since no data is no recovery. */
function valuesObserved(
  { unit, values, source }: Extract<RuleReading, { kind: 'values' }>,
  open: Readonly<Record<string, Case>>,
): readonly Observed[] {
  const found = values.map(({ id, reading: figure, level, name }): Observed => {
    const subject: Subject = id === null ? { kind: 'rule' } : { kind: 'scope', id };
    return {
      instance: instanceOf(subject),
      subject,
      seen: { kind: 'figure', unit, figure, usual: level?.usual ?? null },
      basis: { ...basisOf(source), figure, usual: rangeOf(level), name },
    };
  });
  const there = new Set(found.map(({ instance }) => instance));
  const gone = Object.entries(open).flatMap(([instance, { subject }]): readonly Observed[] =>
    there.has(instance) ? [] : [{ instance, subject, seen: unseen(unit), basis: null }],
  );
  return [...found, ...gone];
}

/** A figure without any observations. */
export function unseen(unit: Unit): Seen {
  return { kind: 'figure', unit, figure: { value: null, count: null, of: 0 }, usual: null };
}

function basisOf({ from, to, fetchedAt }: Source): Basis {
  return { from, to, fetchedAt, figure: null, usual: null, name: null, aux: null, state: null };
}

function auxObserved(
  { scope }: Rule,
  { judgement, names, source, justified }: Extract<RuleReading, { kind: 'aux' }>,
  open: Readonly<Record<string, Case>>,
  whole: Observed,
): readonly Observed[] {
  const looksAt = (found: { readonly agent?: string; readonly key: string }): boolean => {
    if (scope === 'all') return true;
    if (scope.kind === 'agent') return found.agent === scope.id;
    return scope.kind === 'state' && wordsKey(scope.id) === found.key;
  };
  const basis = basisOf(source);
  const cases = judgement.alerts.filter(looksAt).map(
    (found): Observed => ({
      instance: instanceOf({ kind: 'case', agent: found.agent, state: found.key }),
      subject: { kind: 'case', agent: found.agent, state: found.key },
      seen: { kind: 'case', found, justified: false },
      basis: { ...basis, name: names.get(found.agent) ?? found.agent, aux: plainCase(found), state: found.state },
    }),
  );
  const groups = judgement.groups.filter(looksAt).map(
    ({ key, state, over, users }): Observed => ({
      instance: instanceOf({ kind: 'group', state: key }),
      subject: { kind: 'group', state: key },
      seen: { kind: 'group', found: { over, users } },
      basis: { ...basis, figure: { value: over, count: over, of: users }, state },
    }),
  );
  const found = new Set([...cases, ...groups].map(({ instance }) => instance));
  const gone = Object.entries(open).flatMap(([instance, { subject, state }]): readonly Observed[] => {
    if (found.has(instance) || subject.kind === 'rule' || subject.kind === 'scope') return [];
    if (subject.kind === 'group') return [{ instance, subject, seen: { kind: 'group', found: null }, basis: null }];
    const since = 'episode' in state.phase ? state.phase.episode.firedAt : 0;
    const accepted = justified.some(
      (one) => one.agent === subject.agent && wordsKey(one.state) === subject.state && one.at >= since,
    );
    return [{ instance, subject, seen: { kind: 'case', found: null, justified: accepted }, basis: null }];
  });
  return [whole, ...cases, ...groups, ...gone];
}

function plainCase({ agent, key, state, date, seconds, against, persistence }: AuxCase): Basis['aux'] {
  return { agent, key, state, date, seconds, against: { ...against }, persistence: { ...persistence } };
}

function instanceOf(subject: Subject): string {
  switch (subject.kind) {
    case 'rule':
      return WHOLE;
    case 'scope':
      return `scope/${subject.id}`;
    case 'case':
      return `case/${subject.agent}/${subject.state}`;
    case 'group':
      return `group/${subject.state}`;
  }
}
