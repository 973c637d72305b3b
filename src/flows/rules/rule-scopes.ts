import { z } from 'zod';
import type { Rule } from '../../core/alerts/rule.ts';
import { EACH } from '../../core/alerts/rule-defaults.ts';
import type { Report, Scope, Sealed } from '../../reports/report.ts';

/** Whether a rule judges each agent, skill, campaign or state apart. */
export function isEach({ scope }: Pick<Rule, 'scope'>): boolean {
  return scope !== 'all' && scope.id === EACH;
}

const listed = z.array(
  z.looseObject({
    id: z.string().optional(),
    skill: z.string().optional(),
    name: z.string().nullish(),
    key: z.string().optional(),
  }),
);
const listsSchema = z.object({
  agents: listed.optional(),
  skills: listed.optional(),
  campaigns: listed.optional(),
  states: listed.optional(),
});

/** What a rule reads: its scope, or each agent, skill, campaign or state that the summary holds. */
export function scopesOf(rule: Rule, report: Report, sealed: Sealed): readonly Scope[] {
  const { scope } = rule;
  if (scope === 'all' || !isEach(rule)) return [scope];
  const lists = listsSchema.safeParse(report.figures(sealed));
  if (!lists.success) return [];
  const { kind } = scope;
  return (lists.data[`${kind}s`] ?? []).flatMap(({ id, skill, key, name }) => {
    const own = id ?? skill ?? key ?? name ?? null;
    return own === null ? [] : [{ kind, id: own }];
  });
}
