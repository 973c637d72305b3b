import type { ManageCommand } from '../../core/command/command.ts';
import { readManage } from '../../core/command/read-manage.ts';
import { tokensOf } from '../../core/command/tokens.ts';
import type { Subject } from '../../core/command/meaning.ts';
import type { Settings } from '../../core/settings.ts';
import type { Clock, Log } from '../../ports.ts';
import type { AnswerCommand } from './answer-command.ts';
import type { People, Sender } from './identify.ts';
import { understand } from './obey.ts';

/** Where a form was asked for, and where its result is told. */
export type FormPlace = {
  readonly sender: Sender;
  readonly triggerId: string;
  /** Null in App Home. */
  readonly responseUrl: string | null;
  readonly onEphemeral: boolean;
};

/** Opens the form that a command asks for; false where it asks for none. */
export type OpenByCommand = (command: ManageCommand, place: FormPlace) => Promise<boolean>;

/** A command that asks for a form opens it at once, since Slack takes it for three seconds; all others are answered as ever. */
export function commandOpener(
  {
    settings,
    clock,
    log,
    people,
    forms,
  }: {
    readonly settings: Settings;
    readonly clock: Clock;
    readonly log: Log;
    readonly people: People;
    readonly forms: Readonly<Partial<Record<Subject, OpenByCommand>>>;
  },
  answer: AnswerCommand,
): AnswerCommand {
  return async (asked) => {
    const { sender, text, triggerId = null, responseUrl } = asked;
    // Only this much of it is read here: nearly every command is about something else, and is read whole when it is answered.
    const speaker = people.guess(sender);
    const { operations } = settings;
    if (readManage(tokensOf(text), { operations, locale: speaker.locale }) === null) return answer(asked);
    const command = understand(text, speaker, settings, clock.now());
    if ((command.kind !== 'digests' && command.kind !== 'alerts') || triggerId === null) return answer(asked);
    const open = forms[command.kind];
    if (open === undefined) return answer(asked);
    await asked.begin();
    const begun = { ...asked, begin: () => Promise.resolve() };
    try {
      if (!(await open(command, { sender, triggerId, responseUrl, onEphemeral: false }))) await answer(begun);
    } catch (cause) {
      log.error('flow.failed', { flow: 'form-by-command', cause });
      await answer(begun);
    }
  };
}
