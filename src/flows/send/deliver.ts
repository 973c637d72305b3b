import { z } from 'zod';
import type { Card } from '../../core/card/card.ts';
import { cardWords, type Rung, RUNGS, toMessage } from '../../core/card/to-blocks.ts';
import type { Outcome, Problem } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Clock, Log, SlackMessage, Store } from '../../ports.ts';

/**
 * Sends a card on the richest rung that the workspace (`team`) takes: charts and data tables, then a plain table, then text. Blocks that
 * Slack refuses cost one more try each, a rung lower; any other problem is returned as it is. `send` is called at most three times.
 */
export type Deliver = <T>(
  team: string,
  card: Card,
  locale: Locale,
  send: (message: SlackMessage) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

const COLLECTION = 'slack-rung';
/** Slack rolls blocks out over weeks: after this long a workspace is tried on the highest rung again. */
const WEEK_MS = 7 * 86_400_000;

const rungSchema = z.object({ version: z.literal(1), rung: z.enum(RUNGS), since: z.number() });
type Remembered = z.infer<typeof rungSchema>;

/** Only what concerns blocks can be helped by other blocks; a channel where the bot may not post stays closed. */
export function blocksRefused({ code, facts }: Problem): boolean {
  return code === 'slack.refused' && facts['part'] !== 'other';
}

function areAlike(one: SlackMessage, other: SlackMessage): boolean {
  return JSON.stringify(one.blocks) === JSON.stringify(other.blocks);
}

export function deliverer({
  store,
  clock,
  log,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly clock: Clock;
  readonly log: Log;
}): Deliver {
  const known = new Map<string, Remembered | null>();
  const drawnBefore = new WeakMap<Card, Map<string, SlackMessage>>();

  /** A card that goes to many is drawn once. */
  const draw = (card: Card, rung: Rung, locale: Locale): SlackMessage => {
    const before = drawnBefore.get(card) ?? new Map<string, SlackMessage>();
    drawnBefore.set(card, before);
    const message = before.get(`${rung}/${locale}`) ?? toMessage(card, { rung, words: cardWords(locale) });
    before.set(`${rung}/${locale}`, message);
    return message;
  };

  const recall = async (team: string): Promise<Remembered | null> => {
    const cached = known.get(team);
    if (cached !== undefined) return cached;
    try {
      const stored = rungSchema.safeParse((await store.documents.get(COLLECTION, team))?.value);
      const remembered = stored.success ? stored.data : null;
      known.set(team, remembered);
      return remembered;
    } catch (cause) {
      log.warn('deliver.rung-unread', { team, cause });
      return null;
    }
  };

  const remember = async (team: string, rung: Rung): Promise<void> => {
    const value: Remembered = { version: 1, rung, since: clock.now() };
    known.set(team, value);
    log.info('deliver.rung', { team, rung });
    try {
      await store.documents.put(COLLECTION, team, value);
    } catch (cause) {
      log.warn('deliver.rung-unwritten', { team, cause });
    }
  };

  return async (team, card, locale, send) => {
    const remembered = await recall(team);
    const lapsed = remembered !== null && clock.now() - remembered.since >= WEEK_MS;
    const start = remembered === null || lapsed ? 0 : RUNGS.indexOf(remembered.rung);
    const [highest, ...lower] = RUNGS.slice(start);
    if (highest === undefined) throw new Error('the ladder has no rung');
    const drawn = (rung: Rung) => draw(card, rung, locale);
    let rung = highest;
    let message = drawn(rung);
    let outcome = await send(message);
    for (const next of lower) {
      if (outcome.ok || !blocksRefused(outcome.problem)) break;
      const other = drawn(next);
      if (areAlike(other, message)) continue;
      log.warn('deliver.refused', { team, rung, error: outcome.problem.facts['error'] });
      rung = next;
      message = other;
      outcome = await send(message);
    }
    const proved = () => rung !== highest || (lapsed && lower.some((next) => !areAlike(drawn(next), message)));
    if (outcome.ok && proved()) await remember(team, rung);
    return outcome;
  };
}
