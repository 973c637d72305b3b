import type { Card } from '../../core/card/card.ts';
import type { ManageVerb, Subject } from '../../core/command/meaning.ts';
import type { Reader } from './identify.ts';

/** Which digest or rule is meant: a button knows its id, a person types a name or an id. */
export type Which = { readonly id: string } | { readonly name: string };

/** What is to be done with a digest or a rule. `sure`: it was confirmed, where that is wanted. */
export type ManageTask = {
  readonly kind: Subject;
  readonly verb: ManageVerb | 'show';
  readonly which: Which | null;
  /** Null: of all operations. */
  readonly operation: string | null;
  readonly sure: boolean;
};

/** Does it where the person may, leaves the audit line, and gives the card that says how it went. */
export type Manage = (task: ManageTask, reader: Reader) => Promise<Card>;
