import type { Digests } from './app-digests.ts';
import type { House } from './app-house.ts';
import { exportDigestText } from './config/digests/export-digests.ts';
import type { Card } from './core/card/card.ts';
import type { AnswerPress } from './flows/answer/answer-press.ts';
import type { People, Reader } from './flows/answer/identify.ts';
import type { AnswerForm } from './flows/answer/justify-answer.ts';
import type { Manage } from './flows/answer/manage.ts';
import type { OpenByCommand } from './flows/answer/open-by-command.ts';
import type { PlainCards } from './flows/answer/plain-cards.ts';
import type { Reply } from './flows/answer/reply.ts';
import type { ShowHome } from './flows/answer/show-home.ts';
import { digestForm } from './flows/digests/form/digest-form.ts';
import { digestCards } from './flows/digests/digest-list.ts';
import { formPreview } from './flows/digests/form/form-preview.ts';
import { homeDigests } from './flows/digests/home-digests.ts';
import { digestManager, type SendNow } from './flows/digests/manage-digests.ts';
import { digestPresses, digestsByCommand } from './flows/digests/press-digest.ts';
import { digestSaver } from './flows/digests/form/save-digest.ts';
import type { Messenger } from './ports.ts';

/** Where digests are made and managed in Slack. */
export type DigestDesk = {
  readonly manage: Manage;
  readonly home: (reader: Reader) => Promise<Card | null>;
  readonly answering: (to: { readonly reply: Reply; readonly showHome: ShowHome }) => {
    readonly elsewhere: Readonly<Record<string, AnswerPress>>;
    readonly byCommand: OpenByCommand;
    readonly answerForm: AnswerForm;
  };
};

export function openDigestDesk(
  house: House,
  {
    digests: { book, jobs, sender, runs },
    messenger,
    people,
    cards,
  }: {
    readonly digests: Digests;
    readonly messenger: Messenger;
    readonly people: People;
    readonly cards: PlainCards;
  },
): DigestDesk {
  const { settings, clock, log, holidays, audit } = house;
  const nameOf = async (user: string): Promise<string> => {
    const person = await messenger.person(user);
    return person.ok ? person.value.name : user;
  };
  const shown = digestCards({ settings, clock, holidays, runs, nameOf });
  const sendNow: SendNow = (digest, user) => sender.sendNow(digest, user);
  const manage = digestManager({ book, jobs, sendNow, audit, cards, shown });
  const preview = formPreview({ settings, clock, holidays, make: house.makeDigest });
  const common = { settings, clock, log, people, cards, audit, book, shown };
  return {
    manage,
    home: homeDigests(book, shown),
    answering: ({ reply, showHome }) => {
      const form = digestForm({ ...common, messenger, preview, sendNow, reply });
      const asYaml = exportDigestText;
      return {
        elsewhere: digestPresses({ ...common, messenger, manage, form, reply, showHome, asYaml }),
        byCommand: digestsByCommand(form),
        answerForm: digestSaver({ ...common, jobs, reply, showHome }),
      };
    },
  };
}
