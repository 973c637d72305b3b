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

type AuxReading = Extract<RuleReading, { kind: 'aux' }>;

function auxObserved(
  { scope }: Rule,
  reading: AuxReading,
  open: Readonly<Record<string, Case>>,
  whole: Observed,
): readonly Observed[] {
  const { judgement, names, source } = reading;
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
  const gone = Object.entries(open).flatMap(([instance, before]): readonly Observed[] => {
    const { subject } = before;
    if (found.has(instance) || subject.kind === 'rule' || subject.kind === 'scope') return [];
    return [{ instance, subject, seen: goneSeen(before, reading), basis: null }];
  });
  return [whole, ...cases, ...groups, ...gone];
}

/** What is over no more: where the answer speaks of it, and of as many days as before. Time in a state only grows within a day. */
function goneSeen({ subject, state, basis }: Case, { day, judgement, justified }: AuxReading): Seen {
  if (subject.kind === 'group') {
    const isThere = day.states.some(({ key, uses }) => key === subject.state && uses.length > 0);
    return isThere ? { kind: 'group', found: null } : unseen('count');
  }
  if (subject.kind !== 'case') return unseen('count');
  const isOwn = (one: { readonly agent: string; readonly key: string }): boolean =>
    one.agent === subject.agent && one.key === subject.state;
  const since = 'episode' in state.phase ? state.phase.episode.firedAt : 0;
  const accepted = justified.some((one) => isOwn({ ...one, key: wordsKey(one.state) }) && one.at >= since);
  const isThere = day.states.some(
    ({ key, uses }) => key === subject.state && uses.some(({ id }) => id === subject.agent),
  );
  const ofDays = judgement.looks.find(isOwn)?.persistence.ofDays;
  const isLess = ofDays !== undefined && ofDays < (basis?.aux?.persistence.ofDays ?? 0);
  return accepted || (isThere && !isLess) ? { kind: 'case', found: null, justified: accepted } : unseen('count');
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
