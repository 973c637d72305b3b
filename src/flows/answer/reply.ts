import type { Card } from '../../core/card/card.ts';
import type { ProblemCode } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Log, Messenger } from '../../ports.ts';
import type { Deliver } from '../send/deliver.ts';
import type { Sender } from './identify.ts';

/** Where an answer goes. `responseUrl` null: there is none (App Home). `turns`: it takes the place of the message that was pressed. */
export type ReplyTo = {
  readonly sender: Sender;
  readonly responseUrl: string | null;
  readonly turns: boolean;
};
export type Reply = (to: ReplyTo, card: Card, locale: Locale) => Promise<void>;

/** After these nothing arrived for sure, so that the same by direct message is no second answer. */
const NOTHING_ARRIVED: ReadonlySet<ProblemCode> = new Set(['slack.expired', 'slack.busy', 'slack.unavailable']);

/** Answers the one who asked: where they asked, and by direct message where Slack no longer takes it there. */
export function replier({
  deliver,
  messenger,
  log,
}: {
  readonly deliver: Deliver;
  readonly messenger: Messenger;
  readonly log: Log;
}): Reply {
  return async ({ sender: { team, user }, responseUrl, turns }, card, locale) => {
    const direct = () => deliver<unknown>(team, card, locale, (message) => messenger.directMessage(user, message));
    const there =
      responseUrl === null
        ? await direct()
        : await deliver<unknown>(team, card, locale, (message) => messenger.respond(responseUrl, message, turns));
    const astray = !there.ok && responseUrl !== null && NOTHING_ARRIVED.has(there.problem.code);
    if (astray) log.info('slack.answer-by-direct-message', { code: there.problem.code });
    const sent = astray ? await direct() : there;
    if (!sent.ok) log.warn('slack.answer-not-sent', { code: sent.problem.code });
  };
}
