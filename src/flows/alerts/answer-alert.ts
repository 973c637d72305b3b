import { endOfShift } from '../../core/alerts/active-hours.ts';
import { type AlertAnswer, answered } from '../../core/alerts/answers.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import { type Deed as Permitted, may } from '../../core/access.ts';
import type { Card } from '../../core/card/card.ts';
import { assertNever, problem } from '../../core/errors.ts';
import { alertCardWords } from '../../core/i18n/alerts/alert-card-words.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log, Messenger, Store } from '../../ports.ts';
import type { Press } from '../answer/answer-press.ts';
import type { People, Reader } from '../answer/identify.ts';
import type { PlainCards } from '../answer/plain-cards.ts';
import type { Reply } from '../answer/reply.ts';
import type { Auditor } from '../operate/audit.ts';
import type { FormatFor } from '../read/format-for.ts';
import {
  ALERT_PRESS,
  type CardRef,
  decodeOption,
  decodeRef,
  isSnooze,
  type MoreDeed,
  type SnoozeFor,
} from './cards/card-ref.ts';
import { caseHistory } from './case-history.ts';
import type { AskInForm } from './alert-forms.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { SendSheet } from './cards/send-sheet.ts';
import type { AlertCard, Deed, Sheet, SheetStore } from './cards/sheet.ts';

/** What somebody wants of a card: an answer, a form, or to see. */
export type AlertWish = 'take' | SnoozeFor | MoreDeed;

/** Opens what a rule is changed with; gives what to answer where it could not be opened. */
export type AdjustRule = (press: Press, reader: Reader, rule: Rule) => Promise<Card | null>;

export type AnswerParts = {
  readonly settings: Settings;
  readonly store: Pick<Store, 'claims'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly people: People;
  readonly cards: PlainCards;
  readonly reply: Reply;
  readonly audit: Auditor;
  readonly messenger: Messenger;
  readonly formatFor: FormatFor;
  readonly book: Pick<RuleBook, 'get'>;
  readonly sheets: SheetStore;
  readonly send: SendSheet;
  readonly newId: () => string;
  readonly askInForm: AskInForm;
  /** Left out: the words that do the same are told. */
  readonly adjustRule?: AdjustRule;
};

/** A card, the rule it is of, and who stands before it. */
export type Before = {
  readonly ref: CardRef;
  readonly rule: Rule;
  readonly operation: Operation;
  readonly reader: Reader;
};

const CLICK_MS = 10 * 60_000;
const HALF_HOUR = 30 * 60_000;
const DEEDS = { adjust: 'manage-alerts', history: 'ask' } as const satisfies Partial<Record<AlertWish, Permitted>>;

/** Answers the presses on the cards of alerts: the card itself says what was done, so only what was not is told. */
export function alertAnswerer(parts: AnswerParts): (press: Press) => Promise<void> {
  const { clock, cards, people, store, log } = parts;

  const answer = async (press: Press, reader: Reader): Promise<Card | null> => {
    const wish = wishOf(press);
    if (wish === null) return cards.problem(problem('slack.expired'), reader, reader.operation, null);
    const deed = deedOf(wish.wish);
    const allowed = may(reader.actor.role, deed);
    if (!allowed.ok) {
      await parts.audit.record(reader.actor, deed, wish.wish, 'denied');
      return cards.denied(allowed.because, reader);
    }
    const booked = await parts.book.get(wish.ref.rule);
    const operation = operationNamed(parts.settings, wish.ref.operation);
    if (booked === null || operation === null) return cards.done(alertCardWords(reader.locale).answers.gone);
    const before: Before = { ref: wish.ref, rule: booked.rule, operation, reader };
    return does(parts, before, wish.wish, press);
  };

  return async (press) => {
    const now = clock.now();
    const reply = (card: Card, locale: Reader['locale']) => parts.reply({ ...press, turns: false }, card, locale);
    try {
      const first = await store.claims.take(
        `press/${press.control}/${press.pressedAt}`,
        parts.newId(),
        now,
        now + CLICK_MS,
      );
      if (!first) return;
      const reader = await people.identify(press.sender);
      if (reader === null) {
        const { locale } = people.guess(press.sender);
        return await reply(cards.stranger(locale), locale);
      }
      const card = await answer(press, reader);
      if (card !== null) await reply(card, reader.locale);
      log.info('flow', { flow: 'alert', actor: reader.actor.user, did: press.id, ms: clock.now() - now });
    } catch (cause) {
      log.error('flow.failed', { flow: 'alert', cause });
      const early = people.guess(press.sender);
      await reply(await cards.defect(early), early.locale);
    }
  };
}

async function does(parts: AnswerParts, before: Before, wish: AlertWish, press: Press): Promise<Card | null> {
  const { reader, rule, operation } = before;
  const words = alertCardWords(reader.locale).answers;
  switch (wish) {
    case 'take':
    case 'release':
      return answerCard(parts, before, { kind: wish });
    case '30m':
    case '1h':
    case 'shift': {
      const until = snoozeUntil(wish, operation, parts.clock.now());
      return until === null ? parts.cards.done(words.noShift) : answerCard(parts, before, { kind: 'snooze', until });
    }
    case 'assign':
    case 'justify':
      return parts.askInForm(wish, before, press);
    case 'adjust':
      return parts.adjustRule === undefined
        ? parts.cards.done(`${parts.settings.command} alerts edit ${rule.id}`)
        : parts.adjustRule(press, reader, rule);
    case 'history':
      return caseHistory((await parts.sheets.load(before.ref)).sheet, before, parts.formatFor, parts.clock.now());
    default:
      return assertNever(wish);
  }
}

/** An answer to all that is open on a card. Of two at once one wins by the revision that is saved; the other is told who has it. */
export async function answerCard(
  parts: Pick<AnswerParts, 'sheets' | 'clock' | 'audit' | 'send' | 'cards' | 'formatFor'>,
  { ref, rule, operation, reader }: Before,
  answer: AlertAnswer,
  to?: string,
): Promise<Card | null> {
  const now = parts.clock.now();
  const who = { by: reader.actor.user, name: reader.name };
  const words = alertCardWords(reader.locale).answers;
  const format = parts.formatFor(reader.locale, operation);
  let told: string | null = null;
  await parts.sheets.change(ref, (sheet) => {
    const card = sheet.cards[ref.card];
    if (card === undefined) {
      told = words.gone;
      return null;
    }
    const results = card.members.map(({ instance, firedAt }) => {
      const found = sheet.cases[instance];
      return { instance, result: found === undefined ? OVER : answered(found.state, firedAt, answer, who, now) };
    });
    const done = results.flatMap(({ instance, result }) => (result.kind === 'done' ? [{ instance, ...result }] : []));
    const other = results.map(({ result }) => result).find(({ kind }) => kind === 'taken' || kind === 'same');
    if (done.length === 0) {
      const taken = other !== undefined && other.kind === 'taken' ? other.episode.taken : null;
      if (taken !== null) told = words.alreadyTaken(taken.name, format.moment(taken.at, now));
      else told = other === undefined ? words.alreadyOver : null;
      return null;
    }
    told = null;
    const cases = done.reduce<Sheet['cases']>((all, { instance, state }) => {
      const found = all[instance];
      return found === undefined ? all : { ...all, [instance]: { ...found, state } };
    }, sheet.cases);
    return withDeed({ ...sheet, cases }, ref.card, card, deedDone(answer, who, now, to));
  });
  const result = told === null ? 'done' : 'already';
  await parts.audit.record(reader.actor, 'take-alert', `${answer.kind} ${ref.operation}/${ref.rule}`, result);
  await parts.send(operation, rule, null, now);
  return told === null ? null : parts.cards.done(told);
}

const OVER = { kind: 'over' } as const;

/** Writes on a card what somebody did about it. */
export function withDeed(sheet: Sheet, id: string, card: AlertCard, deed: Deed): Sheet {
  return { ...sheet, cards: { ...sheet.cards, [id]: { ...card, deeds: [...card.deeds, deed] } } };
}

function deedDone(
  answer: AlertAnswer,
  who: { readonly by: string; readonly name: string },
  at: number,
  to?: string,
): Deed {
  const did = answer.kind === 'unsnooze' ? 'release' : answer.kind;
  return {
    did,
    at,
    ...who,
    ...(answer.kind === 'snooze' ? { until: answer.until } : {}),
    ...(to === undefined ? {} : { to }),
  };
}

function snoozeUntil(wish: SnoozeFor, operation: Operation, now: number): number | null {
  switch (wish) {
    case '30m':
      return now + HALF_HOUR;
    case '1h':
      return now + 2 * HALF_HOUR;
    case 'shift':
      return endOfShift(operation, now);
  }
}

function deedOf(wish: AlertWish): Permitted {
  return wish === 'adjust' || wish === 'history' ? DEEDS[wish] : 'take-alert';
}

function wishOf({ id, value }: Press): { readonly wish: AlertWish; readonly ref: CardRef } | null {
  const kind = id.split(':')[0];
  if (kind === ALERT_PRESS.take || kind === ALERT_PRESS.release || kind === ALERT_PRESS.history) {
    const ref = decodeRef(value);
    const wish = kind === ALERT_PRESS.take ? 'take' : kind === ALERT_PRESS.release ? 'release' : 'history';
    return ref && { wish, ref };
  }
  const option = decodeOption(value);
  if (option === null) return null;
  const snoozes = isSnooze(option.word);
  if (kind === ALERT_PRESS.snooze && snoozes) return { wish: option.word, ref: option.ref };
  return kind === ALERT_PRESS.more && !snoozes ? { wish: option.word, ref: option.ref } : null;
}
