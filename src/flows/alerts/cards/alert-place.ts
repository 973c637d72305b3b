import type { Rule } from '../../../core/alerts/rule.ts';
import { done, failed, type Outcome, type ProblemCode } from '../../../core/errors.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Messenger } from '../../../ports.ts';
import { isPerson } from './draw-card.ts';

/**
 * The conversation that a rule's card goes to; once its channel takes nothing (`astray`), the direct messages of its owner, or of the first
 * administrator where that one has left.
 */
export type PlaceOf = (rule: Rule, astray: ProblemCode | null) => Promise<Outcome<string>>;

export function placeFinder({
  messenger,
  settings,
}: {
  readonly messenger: Pick<Messenger, 'conversationWith'>;
  readonly settings: Pick<Settings, 'roles'>;
}): PlaceOf {
  return async (rule, astray) => {
    if (astray === null) return isPerson(rule.channel) ? messenger.conversationWith(rule.channel) : done(rule.channel);
    let reached: Outcome<string> = failed(astray);
    for (const user of answerable(rule, settings)) {
      reached = await messenger.conversationWith(user);
      if (reached.ok || reached.problem.mayPass) break;
    }
    return reached;
  };
}

/** Whom a rule answers to: its owner, else the first administrator that is named. */
export function ownerOf(rule: Pick<Rule, 'owner'>, settings: Pick<Settings, 'roles'>): string | null {
  return answerable(rule, settings)[0] ?? null;
}

/** Its owner, and then the administrators that are named. */
export function answerable({ owner }: Pick<Rule, 'owner'>, { roles }: Pick<Settings, 'roles'>): readonly string[] {
  const admins = (roles?.admin ?? []).filter((id) => isPerson(id) && id !== owner);
  return owner === null ? admins : [owner, ...admins];
}
