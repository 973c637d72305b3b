import { alertFormAnswerer, formAsker } from './flows/alerts/alert-forms.ts';
import { alertJobs, type AlertJobs } from './flows/alerts/alert-jobs.ts';
import { placeFinder } from './flows/alerts/cards/alert-place.ts';
import { type AdjustRule, alertAnswerer } from './flows/alerts/answer-alert.ts';
import { isAlertPress } from './flows/alerts/cards/card-ref.ts';
import { type CheckRules, ruleChecker } from './flows/alerts/check/check-rules.ts';
import { cardDrawer } from './flows/alerts/cards/draw-card.ts';
import { type EndedLog, endedLog } from './flows/alerts/cards/ended-log.ts';
import { shiftTeller } from './flows/alerts/hand-over.ts';
import { noteSender } from './flows/alerts/notes.ts';
import { livePieces } from './flows/alerts/check/live-pieces.ts';
import { type ReadRules, ruleReader } from './flows/alerts/check/readings.ts';
import { type RuleBook, ruleBook } from './flows/rules/rule-book.ts';
import { cardSender } from './flows/alerts/cards/send-card.ts';
import { sheetSender } from './flows/alerts/cards/send-sheet.ts';
import { sheetStore, type SheetStore } from './flows/alerts/cards/sheet.ts';
import { ruleOwnerTeller } from './flows/alerts/cards/tell-rule-owner.ts';
import { weekTeller } from './flows/alerts/tell-week.ts';
import { levelReader, type ReadLevel } from './flows/alerts/check/usual-level.ts';
import type { Press } from './flows/answer/answer-press.ts';
import type { People } from './flows/answer/identify.ts';
import type { Submission } from './flows/answer/justify-answer.ts';
import type { PlainCards } from './flows/answer/plain-cards.ts';
import type { Reply } from './flows/answer/reply.ts';
import { operationNamed } from './core/settings.ts';
import type { Deliver } from './flows/send/deliver.ts';
import type { House } from './app-house.ts';
import type { Messenger } from './ports.ts';
import { reportOf } from './reports/catalog.ts';

/** Everything about alerts, wired: the jobs that check and send, and what answers presses and forms on their cards. */
export type Alerts = {
  readonly book: RuleBook;
  readonly sheets: SheetStore;
  readonly jobs: AlertJobs;
  readonly ended: EndedLog;
  /** Checks rules now, whatever their times. */
  readonly check: CheckRules;
  readonly readRules: ReadRules;
  readonly readLevel: ReadLevel;
  /** The presses and forms of alerts' cards are answered here, all others by those given; `adjustRule`: what opens a rule's form. */
  readonly first: (others: Answers, adjustRule: AdjustRule) => Answers;
};

type Answers = {
  readonly answerPress: (press: Press) => Promise<void>;
  readonly answerForm: (submission: Submission) => Promise<void>;
};

export function openAlerts(
  house: House,
  slack: {
    readonly messenger: Messenger;
    readonly deliver: Deliver;
    readonly people: People;
    readonly cards: PlainCards;
    readonly reply: Reply;
    readonly team: string;
  },
): Alerts {
  const { settings, store, clock, log, metrics, schedules, holidays, formatFor, audit, newId, justified } = house;
  const { messenger, deliver } = slack;
  const team = () => slack.team;
  const book = ruleBook({ store, settings });
  const sheets = sheetStore(store);
  const readLevel = levelReader({ history: house.history, holidays, clock });
  const draw = cardDrawer({ settings, clock, formatFor, messenger });
  const placeOf = placeFinder({ messenger, settings });
  const sendCard = cardSender({ sheets, draw, placeOf, messenger, deliver, clock, log, metrics, team });
  const tellOwner = ruleOwnerTeller({ sheets, settings, messenger, deliver, formatFor, store, clock, log, team });
  const send = sheetSender({ store, sheets, sendCard, tellOwner, clock, log, newId });
  const readRules = ruleReader({
    readReport: house.readReport,
    readAuxPast: house.readAuxPast,
    readNames: house.readNames,
    readQuota: house.readQuota,
    readLevel,
    pieces: livePieces({ store, history: house.history, version: reportOf('live').version }),
    log,
    operationOf: (id) => operationNamed(settings, id),
  });
  const ended = endedLog(store);
  const notes = noteSender({ store, messenger, clock, log, newId });
  const handOver = shiftTeller({ book, sheets, ended, notes, readReport: house.readReport, settings, formatFor });
  const tellWeek = weekTeller({ ended, book, notes, settings, messenger, log });
  const check = ruleChecker({ sheets, ended, readRules, readLevel, send, holidays, clock, log, metrics });
  const answers = {
    settings,
    clock,
    log,
    people: slack.people,
    cards: slack.cards,
    reply: slack.reply,
    audit,
    messenger,
    formatFor,
    book,
    sheets,
    send,
  };
  const answerForm = alertFormAnswerer({
    ...answers,
    justified,
    ended,
    readAuxPast: house.readAuxPast,
    tellPerson: (user, card, locale) =>
      deliver<unknown>(team(), card, locale, (message) => messenger.directMessage(user, message)),
  });
  return {
    book,
    sheets,
    jobs: alertJobs({ schedules, settings, book, sheets, check, send, ended, notes, handOver, tellWeek, clock, log }),
    ended,
    check,
    readRules,
    readLevel,
    first: (others, adjustRule) => {
      const answerPress = alertAnswerer({ ...answers, store, newId, askInForm: formAsker(answers), adjustRule });
      return {
        answerPress: (press) => (isAlertPress(press.id) ? answerPress(press) : others.answerPress(press)),
        answerForm: (form) => (isAlertPress(form.form) ? answerForm(form) : others.answerForm(form)),
      };
    },
  };
}
