import { type Notice, told } from '../../../core/alerts/notices.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Card } from '../../../core/card/card.ts';
import type { Problem, ProblemCode } from '../../../core/errors.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Clock, Log, Messenger, Metrics, Posted } from '../../../ports.ts';
import type { Deliver } from '../../send/deliver.ts';
import { movedCard } from './alert-card.ts';
import type { CardDrawer, Drawn } from './draw-card.ts';
import type { Due } from '../check/check-rules.ts';
import type { AlertCard, Case, Sheet, SheetKey, SheetStore } from './sheet.ts';
import type { PlaceOf } from './alert-place.ts';

export type CardToSend = {
  readonly operation: Operation;
  readonly rule: Rule;
  readonly key: SheetKey;
  readonly id: string;
  readonly due: Due;
  readonly at: number;
  /** Whether it is still this sender's turn, for long enough to post; asked again after whatever may have taken long. */
  readonly hold: () => Promise<boolean>;
};
/** Posts a card, edits it where a reader would see the difference, or leaves it; what Slack does not take stays due. */
export type SendCard = (to: CardToSend) => Promise<void>;

export type SendCardParts = {
  readonly sheets: SheetStore;
  readonly draw: CardDrawer;
  readonly placeOf: PlaceOf;
  readonly messenger: Pick<Messenger, 'post' | 'update' | 'find'>;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly team: () => string;
};

/** The channel takes nothing until a person mends it: the owner gets the card and the step. */
const ASTRAY: ReadonlySet<ProblemCode> = new Set(['slack.not-invited', 'slack.no-such-channel', 'slack.archived']);
/** Slack's words for a person who is not there any more. */
const LEFT: ReadonlySet<unknown> = new Set(['user_disabled', 'user_not_found', 'user_not_visible']);
const RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** Between a message that was lost and the next one in its place, but for the first. */
const REPOST_QUIET_MS = 60 * 60_000;
const LOUD: ReadonlySet<Notice['kind']> = new Set(['fire', 'repeat', 'back']);

export function cardSender(parts: SendCardParts): SendCard {
  const { sheets, messenger, clock, log, metrics, deliver } = parts;

  const changeCard = (key: SheetKey, id: string, change: (card: AlertCard, sheet: Sheet) => Sheet): Promise<Sheet> =>
    sheets.change(key, (sheet) => {
      const card = sheet.cards[id];
      return card === undefined ? null : change(card, sheet);
    });
  const put = (sheet: Sheet, id: string, card: AlertCard): Sheet => ({
    ...sheet,
    cards: { ...sheet.cards, [id]: card },
  });

  /** Slack has what the card says: its notices are told, and a card of which all is over is closed. */
  const accepted = ({ key, id, due }: CardToSend, drawn: Drawn, posted: Posted | null): Promise<Sheet> =>
    changeCard(key, id, (card, sheet) => {
      const now = clock.now();
      const next: AlertCard = {
        ...card,
        shown: drawn.print,
        owed: null,
        trying: null,
        ...(posted === null ? {} : { posted: { ...posted, at: now }, louds: card.louds + 1 }),
      };
      const cases = toldCases(sheet, next, due, now);
      const isOver = Object.keys(cases).every((instance) => !isOpenOn(cases[instance], instance, next));
      return { ...put(sheet, id, { ...next, closedAt: isOver ? now : null }), cases };
    });

  const owe = async ({ key, id, rule, at }: CardToSend, because: Problem, keepTrying: boolean): Promise<void> => {
    log.warn('alerts.owed', { rule: rule.id, code: because.code });
    metrics.count('vigia_alert_sends_total', { result: because.code });
    await changeCard(key, id, (card, sheet) => {
      const now = clock.now();
      const tries = (card.owed?.tries ?? 0) + 1;
      const wait = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** Math.min(tries - 1, 6));
      return put(sheet, id, {
        ...card,
        trying: keepTrying ? card.trying : null,
        owed: { since: card.owed?.since ?? now, tries, code: because.code, notBefore: because.retryAt ?? now + wait },
        lateSince: card.posted === null ? (card.lateSince ?? at) : card.lateSince,
      });
    });
  };

  const post = async (to: CardToSend, card: AlertCard, drawn: Drawn): Promise<void> => {
    const { key, id } = to;
    const place = await parts.placeOf(to.rule, card.astray);
    if (!place.ok) return isAstray(card, place.problem) ? astray(to, place.problem) : owe(to, place.problem, false);
    const mark = { key: `alert/${key.operation}/${key.rule}/${id}/${card.louds + 1}` };
    if (card.trying !== null && card.trying.key === mark.key) {
      const found = await messenger.find(place.value, mark, card.trying.since);
      if (found.ok && found.value !== null) return posted(to, card, drawn, found.value);
      if (!found.ok && isAstray(card, found.problem)) return astray(to, found.problem);
      // Where the bot may not look, twice is better than never.
      if (!found.ok && found.problem.code !== 'slack.scope' && found.problem.code !== 'slack.unclear') {
        return owe(to, found.problem, true);
      }
      if (!(await to.hold())) return;
    }
    await changeCard(key, id, (now, sheet) =>
      put(sheet, id, { ...now, trying: { key: mark.key, since: now.trying?.since ?? clock.now() } }),
    );
    const sent = await deliver(parts.team(), drawn.card, drawn.locale, (message) =>
      messenger.post(place.value, message, mark),
    );
    if (sent.ok) return posted(to, card, drawn, sent.value);
    if (isAstray(card, sent.problem)) return astray(to, sent.problem);
    await owe(to, sent.problem, sent.problem.code === 'slack.unclear');
  };

  const posted = async (to: CardToSend, card: AlertCard, drawn: Drawn, where: Posted): Promise<void> => {
    metrics.count('vigia_alert_sends_total', { result: 'posted' });
    await accepted(to, drawn, where);
    if (card.posted === null) return;
    const stub = movedCard(drawn.card.headline, clock.now(), drawn);
    const moved = await edit(card.posted, stub, drawn.locale);
    if (!moved.ok) log.info('alerts.stub-not-edited', { rule: to.rule.id, code: moved.problem.code });
  };

  const edit = (where: Posted, card: Card, locale: Drawn['locale']) =>
    deliver(parts.team(), card, locale, (message) =>
      messenger.update({ channel: where.channel, ts: where.ts }, message),
    );

  const astray = async (to: CardToSend, because: Problem): Promise<void> => {
    log.error('alerts.astray', { rule: to.rule.id, code: because.code });
    const sheet = await changeCard(to.key, to.id, (card, now) =>
      put(now, to.id, { ...card, astray: because.code, trying: null }),
    );
    const card = sheet.cards[to.id];
    const drawn = card === undefined ? null : await parts.draw(sheet, to);
    if (card !== undefined && drawn !== null) await post(to, card, drawn);
  };

  const update = async (
    to: CardToSend,
    card: AlertCard,
    where: NonNullable<AlertCard['posted']>,
    drawn: Drawn,
  ): Promise<void> => {
    if (card.shown === drawn.print) {
      if (hasEnds(to.due)) await accepted(to, drawn, null);
      return;
    }
    const edited = await edit(where, drawn.card, drawn.locale);
    if (edited.ok) {
      metrics.count('vigia_alert_sends_total', { result: 'edited' });
      await accepted(to, drawn, null);
      return;
    }
    if (edited.problem.mayPass) return owe(to, edited.problem, false);
    log.warn('alerts.card-lost', { rule: to.rule.id, code: edited.problem.code });
    if (drawn.open) {
      // Where Slack takes no edits at all, each change would be a message of its own.
      if (card.louds > 1 && clock.now() - where.at < REPOST_QUIET_MS) return;
      // Somebody deleted the message, or it may not be edited any more: what is open is posted anew.
      await changeCard(to.key, to.id, (now, sheet) =>
        put(sheet, to.id, { ...now, posted: null, shown: null, trying: null }),
      );
      return;
    }
    await accepted(to, drawn, null);
  };

  return async (to) => {
    const { sheet } = await sheets.load(to.key);
    const card = sheet.cards[to.id];
    const now = clock.now();
    if (card === undefined || card.closedAt !== null || isWaiting(card, now)) return;
    if (card.movedTo !== null) {
      await shutMoved(to, card);
      return;
    }
    const drawn = await parts.draw(sheet, to);
    if (drawn === null) return;
    // One more case on a card that is there already is an edit.
    const kinds = loudOn(card, to.due);
    const loud = kinds.length > 0;
    const joins = card.grouped && kinds.every((kind) => kind === 'fire');
    if (card.posted === null || (loud && !joins)) await post(to, card, drawn);
    else await update(to, card, card.posted, drawn);
  };

  async function shutMoved(to: CardToSend, card: AlertCard): Promise<void> {
    if (card.posted !== null) {
      const drawn = await parts.draw((await sheets.load(to.key)).sheet, to);
      if (drawn !== null) await edit(card.posted, movedCard(drawn.card.headline, clock.now(), drawn), drawn.locale);
    }
    await changeCard(to.key, to.id, (now, sheet) => put(sheet, to.id, { ...now, closedAt: clock.now() }));
  }
}

function isAstray({ astray }: AlertCard, { code, facts }: Problem): boolean {
  return astray === null && (ASTRAY.has(code) || LEFT.has(facts['error']));
}

/** A wait that is longer than any that is asked for is of a clock that was set back. */
function isWaiting({ owed }: AlertCard, now: number): boolean {
  return owed !== null && owed.notBefore > now && owed.notBefore - now <= LONGEST_WAIT_MS;
}

function toldCases(sheet: Sheet, card: AlertCard, due: Due, now: number): Sheet['cases'] {
  const cases: Record<string, Case> = { ...sheet.cases };
  for (const { instance, firedAt } of card.members) {
    const found = cases[instance];
    if (found === undefined) continue;
    let { state } = found;
    for (const notice of due.get(instance) ?? []) {
      const own = notice.kind === 'end' ? notice.ended.episode : notice.kind === 'owner' ? null : notice.episode;
      if (own !== null && own.firedAt === firedAt) state = told(state, notice, now);
    }
    cases[instance] = { ...found, state };
  }
  return cases;
}

function isOpenOn(found: Case | undefined, instance: string, card: AlertCard): boolean {
  const firedAt = found !== undefined && 'episode' in found.state.phase ? found.state.phase.episode.firedAt : null;
  const own = card.members.filter((member) => member.instance === instance);
  const ends = found?.state.ends ?? [];
  return own.some(
    (member) => member.firedAt === firedAt || ends.some(({ episode }) => episode.firedAt === member.firedAt),
  );
}

/** What asks for a message of its own about this card's problems; a later problem of the same instance has a card of its own. */
function loudOn({ members }: AlertCard, due: Due): readonly Notice['kind'][] {
  return members.flatMap(({ instance, firedAt }) =>
    (due.get(instance) ?? []).flatMap((notice) =>
      LOUD.has(notice.kind) && 'episode' in notice && notice.episode.firedAt === firedAt ? [notice.kind] : [],
    ),
  );
}

function hasEnds(due: Due): boolean {
  return [...due.values()].some((notices) => notices.some(({ kind }) => kind === 'end'));
}
