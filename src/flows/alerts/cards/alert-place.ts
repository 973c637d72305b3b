import type { Rule } from '../../../core/alerts/rule.ts';
import { done, failed, type Outcome, type ProblemCode } from '../../../core/errors.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Messenger } from '../../../ports.ts';
import { isPerson } from './draw-card.ts';

/** The conversation that a rule's card goes to; once its channel takes nothing (`astray`), its owner's direct messages. */
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
    const owner = ownerOf(rule, settings);
    return owner === null ? failed(astray) : messenger.conversationWith(owner);
  };
}

/** Whom a rule answers to: its owner, else the first administrator that is named. */
export function ownerOf({ owner }: Pick<Rule, 'owner'>, { roles }: Pick<Settings, 'roles'>): string | null {
  return owner ?? roles?.admin.find((id) => isPerson(id)) ?? null;
}
