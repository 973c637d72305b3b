import type { Rule } from '../../core/alerts/rule.ts';
import type { Card } from '../../core/card/card.ts';
import { MANAGE_VERBS } from '../../core/command/meaning.ts';
import { problem } from '../../core/errors.ts';
import { decodeRequest } from '../../core/request-code.ts';
import type { Messenger } from '../../ports.ts';
import type { AnswerPress, Press } from '../answer/answer-press.ts';
import type { People, Reader } from '../answer/identify.ts';
import type { Manage, ManageTask } from '../answer/manage.ts';
import type { FormPlace, OpenByCommand } from '../answer/open-by-command.ts';
import type { PlainCards } from '../answer/plain-cards.ts';
import type { Reply } from '../answer/reply.ts';
import type { ShowHome } from '../answer/show-home.ts';
import type { AdjustRule } from '../alerts/answer-alert.ts';
import type { RuleBook } from './rule-book.ts';
import { RULE_CHANGE } from './form/rule-form-blocks.ts';
import type { OpenRuleForm, RuleWanted } from './form/rule-form.ts';
import { ruleNoticeView } from './form/rule-form-view.ts';
import type { RuleCards } from './rule-list.ts';
import { RULE_OPEN, RULE_PRESS } from './rule-presses.ts';

export type PressRuleParts = {
  readonly people: People;
  readonly cards: PlainCards;
  readonly messenger: Pick<Messenger, 'openModal' | 'updateModal'>;
  readonly manage: Manage;
  readonly form: OpenRuleForm;
  readonly book: RuleBook;
  readonly shown: RuleCards;
  readonly reply: Reply;
  readonly showHome: ShowHome;
};

/** What every press about rules does, by kind. */
export function rulePresses(parts: PressRuleParts): Readonly<Record<string, AnswerPress>> {
  const { people, cards, messenger, reply } = parts;

  const answer = async (press: Press, card: Card, reader: Reader): Promise<void> => {
    if (press.form === null) {
      await reply({ ...press, turns: press.onEphemeral }, card, reader.locale);
      return;
    }
    await messenger.updateModal(press.form.viewId, ruleNoticeView(card, reader.locale));
    await parts.showHome(press.sender);
  };
  const readerOf = async (press: Press): Promise<Reader | null> => {
    const reader = await people.identify(press.sender);
    if (reader !== null) return reader;
    const { locale } = people.guess(press.sender);
    await reply({ ...press, turns: false }, cards.stranger(locale), locale);
    return null;
  };

  const manage: AnswerPress = async (press) => {
    const reader = await readerOf(press);
    if (reader === null) return;
    const task = taskOf(press);
    const card =
      task === null
        ? cards.problem(problem('slack.expired'), reader, reader.operation, null)
        : await parts.manage(task, reader);
    await answer(press, card, reader);
  };

  /** From App Home a rule is shown over it. */
  const look: AnswerPress = async (press) => {
    const { locale: early } = people.guess(press.sender);
    const booked = await parts.book.get(press.value);
    if (press.triggerId === null || booked === null) return manage({ ...press, id: `${RULE_PRESS}:list` });
    const opened = await messenger.openModal(press.triggerId, ruleNoticeView(blank(booked.rule), early));
    const reader = await readerOf(press);
    if (reader === null || !opened.ok) return;
    const card = await parts.shown.one(booked.rule, reader);
    await messenger.updateModal(opened.value.viewId, ruleNoticeView(card, reader.locale));
  };

  const open: AnswerPress = async (press) => {
    const act = press.id.split(':')[1];
    if (act === 'show') return look(press);
    const wanted = wantedBy(act, press.value);
    const { triggerId, sender, responseUrl, onEphemeral } = press;
    if (wanted === null || triggerId === null) return manage({ ...press, id: `${RULE_PRESS}:list` });
    await parts.form.open(wanted, { sender, triggerId, responseUrl, onEphemeral });
  };

  return { [RULE_PRESS]: manage, [RULE_OPEN]: open, [RULE_CHANGE]: (press) => parts.form.change(press) };
}

/** `add` and `edit` as typed; everything else is answered with a card. */
export function rulesByCommand(form: OpenRuleForm): OpenByCommand {
  return async ({ verb, name, operation }, place: FormPlace) => {
    if (verb === 'add') await form.open({ kind: 'add', name, operation }, place);
    else if (verb === 'edit' && name !== null) await form.open({ kind: 'edit', which: { name } }, place);
    else return false;
    return true;
  };
}

/** What "adjust the rule" on an alert's card does. */
export function ruleAdjuster(form: OpenRuleForm, cards: PlainCards): AdjustRule {
  return async ({ triggerId, sender, responseUrl }, reader, { id }) => {
    if (triggerId === null) return cards.problem(problem('slack.expired'), reader, reader.operation, null);
    // The card is everybody's: what comes of the form is told apart and never takes its place.
    await form.open({ kind: 'edit', which: { id } }, { sender, triggerId, responseUrl, onEphemeral: false });
    return null;
  };
}

function wantedBy(act: string | undefined, value: string): RuleWanted | null {
  if (act === 'add') return { kind: 'add', name: null, operation: null };
  if (act === 'edit') return { kind: 'edit', which: { id: value } };
  if (act === 'suggested') {
    const [operation = '', metric = ''] = value.split(' ');
    return { kind: 'suggested', operation, metric };
  }
  const request = act === 'alert-me' ? decodeRequest(value) : null;
  return request && { kind: 'alert-me', request };
}

function taskOf({ id, value }: Press): ManageTask | null {
  const said = id.split(':')[1];
  const verb = said === 'show' ? said : MANAGE_VERBS.find((known) => known === said);
  if (verb === undefined) return null;
  return { kind: 'alerts', verb, which: value === '' ? null : { id: value }, operation: null, sure: true };
}

function blank({ name }: Rule): Card {
  return { headline: name, sections: [], trust: [], actions: [] };
}
