import type { Alerts } from './app-alerts.ts';
import type { House } from './app-house.ts';
import type { Card } from './core/card/card.ts';
import { operationNamed } from './core/settings.ts';
import type { AdjustRule } from './flows/alerts/answer-alert.ts';
import { homeAlerts } from './flows/rules/home-alerts.ts';
import { alertManager } from './flows/rules/manage-alerts.ts';
import { ruleAdjuster, rulePresses, rulesByCommand } from './flows/rules/press-rule.ts';
import { ruleTester } from './flows/rules/trial/rule-backtest.ts';
import { ruleForm } from './flows/rules/form/rule-form.ts';
import { ruleHistoryReader } from './flows/rules/trial/rule-history.ts';
import { ruleCards } from './flows/rules/rule-list.ts';
import { rulePast } from './flows/rules/trial/rule-past.ts';
import { standingReader } from './flows/rules/rule-standing.ts';
import { ruleSaver } from './flows/rules/form/save-rule.ts';
import { scopeNames } from './flows/rules/scope-names.ts';
import { ruleTrier } from './flows/rules/trial/try-rule.ts';
import type { AnswerPress } from './flows/answer/answer-press.ts';
import type { People, Reader } from './flows/answer/identify.ts';
import type { AnswerForm } from './flows/answer/justify-answer.ts';
import type { Manage } from './flows/answer/manage.ts';
import type { OpenByCommand } from './flows/answer/open-by-command.ts';
import type { PlainCards } from './flows/answer/plain-cards.ts';
import type { Reply } from './flows/answer/reply.ts';
import type { ShowHome } from './flows/answer/show-home.ts';
import type { Messenger } from './ports.ts';

/** Where alert rules are made and managed in Slack. */
export type AlertDesk = {
  readonly manage: Manage;
  readonly home: (reader: Reader) => Promise<Card | null>;
  readonly answering: (showHome: ShowHome) => {
    readonly elsewhere: Readonly<Record<string, AnswerPress>>;
    readonly byCommand: OpenByCommand;
    readonly answerForm: AnswerForm;
    readonly adjustRule: AdjustRule;
  };
};

export function openAlertDesk(
  house: House,
  {
    alerts: { book, jobs, sheets, ended, readRules, readLevel },
    messenger,
    people,
    cards,
    reply,
  }: {
    readonly alerts: Alerts;
    readonly messenger: Messenger;
    readonly people: People;
    readonly cards: PlainCards;
    readonly reply: Reply;
  },
): AlertDesk {
  const { settings, clock, log, audit, formatFor, history, readAuxPast, readNames } = house;
  const nameOf = async (user: string): Promise<string> => {
    const person = await messenger.person(user);
    return person.ok ? person.value.name : user;
  };
  const names = scopeNames({ readNames, history, clock });
  const standing = standingReader({ sheets, ended, clock });
  const scopeName: Parameters<typeof ruleCards>[0]['scopeName'] = async (rule) => {
    const operation = operationNamed(settings, rule.operation);
    return operation === null ? null : names.scopeName(rule, operation);
  };
  const shown = ruleCards({ settings, clock, formatFor, standing, nameOf, scopeName });
  const tryNow = ruleTrier({ readRules, clock, formatFor, nameOf });
  const past = rulePast({ standing, clock, formatFor });
  const manage = alertManager({ settings, book, jobs, tryNow, past, audit, cards, shown });
  const read = ruleHistoryReader({ history, readAuxPast, readLevel, now: () => clock.now() });
  const common = { settings, clock, log, messenger, people, cards, audit, book, shown, names, formatFor, reply };
  const form = ruleForm({ ...common, tryRule: ruleTester({ read, clock, holidays: house.holidays }) });
  return {
    manage,
    home: homeAlerts(book, shown),
    answering: (showHome) => ({
      elsewhere: rulePresses({ ...common, manage, form, showHome }),
      byCommand: rulesByCommand(form),
      answerForm: ruleSaver({ ...common, jobs, showHome }),
      adjustRule: ruleAdjuster(form, cards),
    }),
  };
}
