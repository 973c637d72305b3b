import type { Card } from '../../core/card/card.ts';
import { MANAGE_VERBS } from '../../core/command/meaning.ts';
import type { Digest } from '../../core/digests/digest.ts';
import { done, problem } from '../../core/errors.ts';
import { decodeRequest } from '../../core/request-code.ts';
import type { Messenger, SlackView } from '../../ports.ts';
import type { AnswerPress, Press } from '../answer/answer-press.ts';
import type { People, Reader } from '../answer/identify.ts';
import type { Manage, ManageTask } from '../answer/manage.ts';
import type { FormPlace, OpenByCommand } from '../answer/open-by-command.ts';
import type { PlainCards } from '../answer/plain-cards.ts';
import type { Reply } from '../answer/reply.ts';
import type { ShowHome } from '../answer/show-home.ts';
import type { DigestBook } from './digest-book.ts';
import type { DigestForm, FormWanted } from './form/digest-form.ts';
import { DIGEST_CHANGE, DIGEST_OPEN, DIGEST_PRESS } from './digest-actions.ts';
import { noticeView } from './form/digest-form-view.ts';
import type { DigestCards } from './digest-list.ts';
import { yamlView } from './yaml-view.ts';

export type PressDigestParts = {
  readonly people: People;
  readonly cards: PlainCards;
  readonly messenger: Pick<Messenger, 'openModal' | 'updateModal'>;
  readonly manage: Manage;
  readonly form: DigestForm;
  readonly book: DigestBook;
  readonly shown: DigestCards;
  readonly reply: Reply;
  readonly showHome: ShowHome;
  /** A digest as an entry of the configuration file. */
  readonly asYaml: (digest: Digest) => string;
};

/** What every press about digests does, by kind. */
export function digestPresses(parts: PressDigestParts): Readonly<Record<string, AnswerPress>> {
  const { people, cards, messenger, reply } = parts;

  const answer = async (press: Press, card: Card, reader: Reader): Promise<void> => {
    if (press.form === null) {
      await reply({ ...press, turns: press.onEphemeral }, card, reader.locale);
      return;
    }
    await messenger.updateModal(press.form.viewId, noticeView(card, reader.locale));
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

  /** What is not a form to fill in: the digest itself (from App Home), or what it is as YAML. */
  const look: AnswerPress = async (press) => {
    const { locale: early } = people.guess(press.sender);
    const booked = await parts.book.get(press.value);
    if (press.triggerId === null || booked === null) return manage({ ...press, id: `${DIGEST_PRESS}:list` });
    const { digest } = booked;
    const opened =
      press.form === null
        ? await messenger.openModal(press.triggerId, noticeView(OPENING, early))
        : done({ viewId: press.form.viewId });
    if (!opened.ok) return manage({ ...press, id: `${DIGEST_PRESS}:show` });
    const reader = await people.identify(press.sender);
    const shown = async (): Promise<SlackView> => {
      if (reader === null) return noticeView(cards.stranger(early), early);
      if (press.id === `${DIGEST_OPEN}:yaml`) return yamlView(parts.asYaml(digest), reader.locale);
      return noticeView(await parts.shown.one(digest, reader), reader.locale);
    };
    await messenger.updateModal(opened.value.viewId, await shown());
  };

  const open: AnswerPress = async (press) => {
    const act = press.id.split(':')[1];
    if (act === 'yaml' || act === 'show') return look(press);
    const wanted = wantedBy(act, press.value);
    const { triggerId, sender, responseUrl, onEphemeral } = press;
    if (wanted === null || triggerId === null) return manage({ ...press, id: `${DIGEST_PRESS}:list` });
    await parts.form.open(wanted, { sender, triggerId, responseUrl, onEphemeral });
  };

  return { [DIGEST_PRESS]: manage, [DIGEST_OPEN]: open, [DIGEST_CHANGE]: (press) => parts.form.change(press) };
}

/** `add` and `edit` as typed; everything else is answered with a card. */
export function digestsByCommand(form: DigestForm): OpenByCommand {
  return async ({ verb, name, operation }, place: FormPlace) => {
    if (verb === 'add') await form.open({ kind: 'add', words: name, operation }, place);
    else if (verb === 'edit' && name !== null) await form.open({ kind: 'edit', which: { name } }, place);
    else return false;
    return true;
  };
}

function wantedBy(act: string | undefined, value: string): FormWanted | null {
  if (act === 'add') return { kind: 'add', words: null, operation: null };
  if (act === 'edit') return { kind: 'edit', which: { id: value } };
  const request = act === 'schedule' ? decodeRequest(value) : null;
  return request && { kind: 'schedule', request };
}

function taskOf({ id, value }: Press): ManageTask | null {
  const said = id.split(':')[1];
  const verb = said === 'show' ? said : MANAGE_VERBS.find((known) => known === said);
  if (verb === undefined) return null;
  return { kind: 'digests', verb, which: value === '' ? null : { id: value }, operation: null, sure: true };
}

/** Who it is must be asked first, and Slack takes a press for opening a form for three seconds only. */
const OPENING: Card = { headline: '…', sections: [], trust: [], actions: [] };
