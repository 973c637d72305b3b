import { z } from 'zod';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Choosable } from '../../core/card/inputs.ts';
import { SELECT_OPTIONS } from '../../core/card/limits.ts';
import { addDays } from '../../core/period/dates.ts';
import { dateAt } from '../../core/period/local-time.ts';
import { nameIn } from '../../core/values/name-in.ts';
import { readableName } from '../../core/values/person.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { HistoryReader } from '../history/history-reader.ts';
import type { ReadNames } from '../read/read-names.ts';
import { isEach } from './rule-scopes.ts';

export type NamedKind = 'agent' | 'skill' | 'campaign' | 'state';

/** What can be named of a kind, by name; null where it is not known or too much for a list. `scopeName`: what the scope of a rule is called. */
export type ScopeNames = {
  readonly among: (operation: Operation, kind: NamedKind) => Promise<readonly Choosable[] | null>;
  readonly scopeName: (rule: Pick<Rule, 'scope'>, operation: Operation) => Promise<string | null>;
};

const CATALOGUES = { agent: 'agents', skill: 'skills', campaign: 'campaigns' } as const;
const LOOK_BACK_DAYS = 7;
const statesSchema = z.object({ states: z.array(z.object({ key: z.string(), state: z.string() })) });

export function scopeNames({
  readNames,
  history,
  clock,
}: {
  readonly readNames: ReadNames;
  readonly history: Pick<HistoryReader, 'days'>;
  readonly clock: Clock;
}): ScopeNames {
  const states = async (operation: Operation): Promise<readonly Choosable[]> => {
    const today = dateAt(clock.now(), operation.zone);
    const days = await history.days(operation, 'aux', addDays(today, -LOOK_BACK_DAYS), today);
    const known = days.flatMap(({ day }) => {
      if (day.kind !== 'kept') return [];
      const read = statesSchema.safeParse(reportOf('aux').figures(day.sealed));
      return read.success ? read.data.states : [];
    });
    return [...new Map(known.map(({ key, state }) => [key, state])).values()].map((state) => ({
      value: state,
      label: state,
    }));
  };
  const catalogue = async (operation: Operation, kind: Exclude<NamedKind, 'state'>) =>
    (await readNames(operation, [CATALOGUES[kind]], 'person')).names[CATALOGUES[kind]];
  const named = (kind: NamedKind, name: string) => (kind === 'agent' ? readableName(name) : name);

  return {
    async among(operation, kind) {
      const all =
        kind === 'state'
          ? await states(operation)
          : Object.entries(await catalogue(operation, kind)).map(([value, label]) => ({
              value,
              label: named(kind, label),
            }));
      if (all.length === 0 || all.length > SELECT_OPTIONS) return null;
      return all.toSorted((one, other) => one.label.localeCompare(other.label, 'es'));
    },
    async scopeName(rule, operation) {
      const { scope } = rule;
      if (scope === 'all' || isEach(rule)) return null;
      if (scope.kind === 'state') return scope.id;
      const name = nameIn(await catalogue(operation, scope.kind), scope.id);
      return name === null ? scope.id : named(scope.kind, name);
    },
  };
}
