import { plain } from '../../core/card/plain.ts';
import type { ManageCommand } from '../../core/command/command.ts';
import { explain } from '../../core/command/explain.ts';
import { understand } from '../../flows/answer/obey.ts';
import type { CliHouse } from './house.ts';

type ManageArgs =
  | { readonly ok: true; readonly command: ManageCommand; readonly json: boolean }
  | { readonly ok: false; readonly wrong: string };

/** What is typed behind `vigia digests` or `vigia alerts`, in the words of the slash command; else a sentence that says what is wrong with it. */
export function readManageArgs(
  subject: ManageCommand['kind'],
  args: readonly string[],
  { settings, clock }: Pick<CliHouse, 'settings' | 'clock'>,
): ManageArgs {
  const said = args.filter((arg) => arg !== '--json');
  const stray = said.find((arg) => arg.startsWith('--'));
  if (stray !== undefined) return { ok: false, wrong: `${stray}: only --json is known here.` };
  const [operation] = settings.operations;
  const { locale } = operation;
  const command = understand([subject, ...said].join(' '), { locale, operation }, settings, clock.now());
  if (command.kind === 'unclear') {
    return { ok: false, wrong: explain(command, locale).sentences.map(plain).join(' ') };
  }
  return command.kind === subject
    ? { ok: true, command, json: args.includes('--json') }
    : { ok: false, wrong: `"${subject} [list | pause | resume | remove | test | history ID]".` };
}
