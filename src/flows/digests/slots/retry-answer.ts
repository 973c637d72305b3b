import { may } from '../../../core/access.ts';
import type { Card } from '../../../core/card/card.ts';
import { plain } from '../../../core/card/plain.ts';
import { problem } from '../../../core/errors.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import { sendWords } from '../../../core/i18n/send-words.ts';
import type { Clock } from '../../../ports.ts';
import type { Reader } from '../../answer/identify.ts';
import type { PlainCards } from '../../answer/plain-cards.ts';
import type { Auditor } from '../../operate/audit.ts';
import type { FormatFor } from '../../read/format-for.ts';
import type { DigestSender } from './digest-sender.ts';
import { decodeSlot } from './owner-notice.ts';

export type RetryParts = {
  readonly sender: Pick<DigestSender, 'retry'>;
  readonly audit: Auditor;
  readonly cards: PlainCards;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
};
/** What a press on *Retry* under a notice to an owner is answered with. */
export type RetryDigest = (value: string, reader: Reader) => Promise<Card>;

export function retryAnswerer({ sender, audit, cards, clock, formatFor }: RetryParts): RetryDigest {
  return async (value, reader) => {
    const { actor, locale, operation } = reader;
    const permission = may(actor.role, 'manage-digests');
    const slot = decodeSlot(value);
    if (!permission.ok) {
      await audit.record(actor, 'manage-digests', `${slot?.digest ?? ''} retry`.trim(), 'denied');
      return cards.denied(permission.because, reader);
    }
    if (slot === null) return cards.problem(problem('slack.expired'), reader, operation, null);
    const { digest, at, target } = slot;
    const retried = await sender.retry(digest, at, target);
    await audit.record(actor, 'manage-digests', `${digest} retry ${target.kind}:${target.id}`, retried.kind);
    const said = sendWords(locale).retried;
    if (retried.kind !== 'failed') return cards.done(said[retried.kind]);
    const { what, next } = problemSaid(retried.problem, {
      locale,
      operation: operation.name,
      format: formatFor(locale, operation),
      now: clock.now(),
    });
    const text = [what, ' ', ...(typeof next === 'string' ? [next] : next)];
    return { ...cards.done(plain(said.failed)), sections: [{ kind: 'text', text }] };
  };
}
