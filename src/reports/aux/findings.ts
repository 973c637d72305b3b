import { inOrder } from '../../core/stats/rank.ts';
import type { AuxSummary, StateFigures } from './summary.ts';

/** One agent in one state, out of the usual or over what is allowed. `against`: the allowance, or null for the team's own median. */
export type Finding = {
  readonly agent: string;
  readonly state: StateFigures;
  readonly seconds: number;
  readonly over: number;
  readonly allowed: number | null;
};

/** Furthest over first. Groups are not in it: nobody is named in them. */
export function findingsOf({ states }: AuxSummary): Finding[] {
  return states
    .flatMap((state): Finding[] => {
      const { verdict } = state;
      if (verdict.kind === 'judged') {
        return verdict.out.map(({ id, seconds, over }) => ({ agent: id, state, seconds, over, allowed: null }));
      }
      if (verdict.kind === 'allowance') {
        const { allowed } = verdict;
        return verdict.over.map(({ id, seconds, over }) => ({ agent: id, state, seconds, over, allowed }));
      }
      return [];
    })
    .toSorted((a, b) => b.over - a.over || inOrder(a.agent, b.agent) || inOrder(a.state.key, b.state.key));
}

export function groupsOf({ states }: AuxSummary): StateFigures[] {
  return states.filter(({ verdict }) => verdict.kind === 'group');
}
