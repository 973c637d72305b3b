import type { Button, Card } from '../../core/card/card.ts';
import type { Digest } from '../../core/digests/digest.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import { whichDigest } from '../../core/i18n/digests/which-digest.ts';
import type { Outcome } from '../../core/errors.ts';
import type { Reader } from '../answer/identify.ts';
import type { Manage, ManageTask, Which } from '../answer/manage.ts';
import type { PlainCards } from '../answer/plain-cards.ts';
import type { Auditor } from '../operate/audit.ts';
import type { DigestBook } from './digest-book.ts';
import { DIGEST_OPEN, DIGEST_PRESS } from './digest-actions.ts';
import type { DigestCards } from './digest-list.ts';
import { findDigest, mayChange } from './find-digest.ts';

/** What follows from a digest that was changed: that it comes at its times, or not any more. */
export type DigestTimes = {
  readonly declare: (digest: Digest) => Promise<void>;
  readonly end: (id: string) => Promise<void>;
};
/** Sends a digest to somebody's direct messages as it would be now. */
export type SendNow = (digest: Digest, user: string) => Promise<Outcome<unknown>>;

export type ManageParts = {
  readonly book: DigestBook;
  readonly jobs: DigestTimes;
  readonly sendNow: SendNow;
  readonly audit: Auditor;
  readonly cards: PlainCards;
  readonly shown: DigestCards;
};

type Verb = ManageTask['verb'];
/** What is done to a digest, so that it counts whose it is. */
const CHANGES: ReadonlySet<Verb> = new Set(['edit', 'pause', 'resume', 'remove']);
/** What everybody may do who may ask at all. */
const LOOKS: ReadonlySet<Verb> = new Set(['list', 'show']);

/** Lists, pauses, resumes, removes and sends digests, by whoever may, with a line in the audit for each deed. */
export function digestManager({ book, jobs, sendNow, audit, cards, shown }: ManageParts): Manage {
  const record = (reader: Reader, verb: Verb, id: string, result: string, others = false) =>
    audit.record(reader.actor, others ? 'manage-others' : 'manage-digests', `${verb} ${id}`.trim(), result);

  const list = async (reader: Reader, operation: string | null, note: string | null = null): Promise<Card> => {
    const all = await book.list();
    return shown.list(
      all.filter((digest) => operation === null || digest.operation === operation),
      reader,
      note,
    );
  };

  /** The button that does with a digest what was wanted, for when it was not clear which. */
  const button = (verb: Verb, { locale }: Reader) => {
    const { buttons } = digestListWords(locale);
    const label = verb === 'list' || verb === 'show' ? buttons.open : buttons[verb === 'add' ? 'edit' : verb];
    const id = verb === 'edit' ? `${DIGEST_OPEN}:edit` : `${DIGEST_PRESS}:${verb === 'remove' ? 'show' : verb}`;
    return ({ id: value }: Digest): Button => ({ kind: 'button', id, label, value });
  };

  const choose = async (which: Which | null, verb: Verb, reader: Reader): Promise<Card | Digest> => {
    const w = digestListWords(reader.locale);
    if (which === null) {
      const all = await book.list();
      const said = whichDigest(verb === 'list' || verb === 'show' || verb === 'add' ? 'open' : verb, reader.locale);
      return all.length === 0 ? list(reader, null) : shown.choose(said, null, all, button(verb, reader), reader);
    }
    const found = await findDigest(book, which);
    if (found.kind === 'found') return found.booked.digest;
    if (found.among.length === 0) return list(reader, null, w.unknown(found));
    return shown.choose(
      found.kind === 'unknown' ? w.unknown(found) : w.several(found),
      found.kind === 'unknown' ? w.didYouMean : null,
      found.among,
      button(verb, reader),
      reader,
    );
  };

  const perform = async (verb: Verb, digest: Digest, sure: boolean, reader: Reader): Promise<Card> => {
    const w = digestListWords(reader.locale);
    const { id, name, owner } = digest;
    const others = owner !== null && owner !== reader.actor.user;
    switch (verb) {
      case 'pause':
      case 'resume': {
        await book.pause(id, verb === 'pause');
        const now = (await book.get(id))?.digest;
        if (now === undefined) return list(reader, null, w.unknown({ name }));
        await jobs.declare(now);
        await record(reader, verb, id, 'done', others);
        return shown.one(now, reader, verb === 'pause' ? w.did.paused(name) : w.did.resumed(name));
      }
      case 'remove': {
        if (digest.origin === 'file') return shown.one(digest, reader, w.did.readOnly(name));
        if (!sure) return shown.one(digest, reader, w.did.sure(name));
        await book.remove(id);
        await jobs.end(id);
        await record(reader, verb, id, 'done', others);
        return list(reader, null, w.did.removed(name));
      }
      case 'test': {
        const sent = await sendNow(digest, reader.actor.user);
        await record(reader, verb, id, sent.ok ? 'done' : sent.problem.code);
        return sent.ok
          ? shown.one(digest, reader, w.did.sent(name))
          : cards.problem(sent.problem, reader, reader.operation, null);
      }
      case 'history':
        return shown.history(digest, reader);
      case 'edit':
        return shown.one(digest, reader, digest.origin === 'file' ? w.did.readOnly(name) : null);
      case 'show':
      case 'list':
      case 'add':
        return shown.one(digest, reader);
    }
  };

  return async ({ verb, which, operation, sure }, reader) => {
    if (!LOOKS.has(verb)) {
      const never = mayChange(reader, null);
      if (never !== null) {
        await record(reader, verb, '', 'denied');
        return cards.denied(never, reader);
      }
    }
    if (verb === 'list' || verb === 'add') return list(reader, operation);
    const chosen = await choose(which, verb, reader);
    if (!('targets' in chosen)) return chosen;
    const because = CHANGES.has(verb) ? mayChange(reader, chosen) : null;
    if (because !== null) {
      await record(reader, verb, chosen.id, 'denied', true);
      return shown.one(chosen, reader, digestListWords(reader.locale).did.notYours(chosen.name));
    }
    return perform(verb, chosen, sure, reader);
  };
}
