import { rateWords } from '../../core/i18n/rate-words.ts';
import { ASKS_PER_MINUTE, askOf } from '../../core/pacing/person-rate.ts';
import type { Clock, Log, Metrics } from '../../ports.ts';
import type { AnswerCommand } from './answer-command.ts';
import type { AnswerPress } from './answer-press.ts';
import type { People, Sender } from './identify.ts';
import type { PlainCards } from './plain-cards.ts';
import type { Reply } from './reply.ts';

const MOST_KNOWN = 5_000;

export type LimitParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly people: Pick<People, 'guess'>;
  readonly cards: Pick<PlainCards, 'done'>;
  readonly reply: Reply;
};

/**
 * Commands and presses of one person share a limit per minute, kept by each process for itself. Whoever is over it is told to wait;
 * nothing else is done, so that a stuck script costs neither the store nor wolkvox anything.
 */
export function peopleLimiter({ clock, log, metrics, people, cards, reply }: LimitParts) {
  const known = new Map<string, readonly number[]>();

  const waitOf = ({ user, team }: Sender): number | null => {
    const key = `${team}/${user}`;
    const rate = askOf(known.get(key) ?? [], clock.now());
    if (!rate.go) return rate.waitMs;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, rate.asked);
    return null;
  };
  const tell = async (sender: Sender, responseUrl: string | null, waitMs: number): Promise<void> => {
    const { locale } = people.guess(sender);
    metrics.count('vigia_asks_refused_total', {});
    log.warn('person.too-often', { actor: sender.user });
    const said = rateWords(locale).tooOften({ most: ASKS_PER_MINUTE, seconds: Math.ceil(waitMs / 1_000) });
    await reply({ sender, responseUrl, turns: false }, cards.done(said), locale);
  };

  return {
    command:
      (answer: AnswerCommand): AnswerCommand =>
      async (asked) => {
        const waitMs = waitOf(asked.sender);
        if (waitMs === null) return answer(asked);
        await asked.begin();
        await tell(asked.sender, asked.responseUrl, waitMs);
      },
    press:
      (answer: AnswerPress): AnswerPress =>
      async (press) => {
        const waitMs = waitOf(press.sender);
        if (waitMs === null) return answer(press);
        await tell(press.sender, press.responseUrl, waitMs);
      },
  };
}
