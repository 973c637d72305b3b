import type { Card } from '../../core/card/card.ts';
import { oneLine } from '../../core/card/plain.ts';
import type { CaseCode } from '../../core/history/justified-case.ts';
import { justifyWords } from '../../core/i18n/justify-words.ts';
import type { Clock } from '../../ports.ts';
import type { Auditor } from '../operate/audit.ts';
import type { Reader } from './identify.ts';
import type { Justifications } from '../history/justify-store.ts';

/** To accept a case with the word why, or to take that back. */
export type JustifyTask =
  | { readonly kind: 'justify'; readonly code: CaseCode; readonly why: string }
  | { readonly kind: 'unjustify'; readonly code: CaseCode };

export const WHY_MAX = 80;

/** Does it, and gives what the card that follows has to add: that somebody was faster. Null: nothing. */
export type Justify = (task: JustifyTask, reader: Reader) => Promise<string | null>;

export function justifier({
  clock,
  audit,
  justified,
}: {
  readonly clock: Clock;
  readonly audit: Auditor;
  readonly justified: Justifications;
}): Justify {
  return async (task, reader) => {
    const { request, found } = task.code;
    const { operation } = request;
    const user = reader.actor.kind === 'person' ? reader.actor.user : reader.actor.kind;
    const say = justifyWords(reader.locale);
    const about = `aux ${operation} ${found.date} ${found.agent} ${found.state}`;
    if (task.kind === 'unjustify') {
      const was = await justified.remove(operation, found);
      await audit.record(reader.actor, 'justify', `${about} undo`, was === null ? 'already' : 'done');
      return was === null ? say.undoneBefore : null;
    }
    const why = oneLine(task.why).slice(0, WHY_MAX);
    const before = await justified.add(operation, { ...found, why, by: user, name: reader.name, at: clock.now() });
    await audit.record(reader.actor, 'justify', about, before === null ? 'done' : 'already');
    // The same form delivered twice is no news to the one who sent it.
    return before === null || before.by === user ? null : say.already(before);
  };
}

/** A card with what has to be added to it. */
export function withNote(card: Card, note: string | null): Card {
  return note === null ? card : { ...card, trust: [...card.trust, note] };
}
