import type { Card } from '../../core/card/card.ts';
import type { Command } from '../../core/command/command.ts';
import { readCommand } from '../../core/command/read-command.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock } from '../../ports.ts';
import { REPORTS } from '../../reports/catalog.ts';
import type { Reader } from './identify.ts';
import type { Perform, Task } from './perform.ts';
import type { PlainCards } from './plain-cards.ts';

/** Does what somebody said in the words of the slash command, typed or on a button, and gives the card that answers. */
export type Obey = (text: string, reader: Reader) => Promise<Card>;

/** Whose words they are: the language that is tried first, the operation that is meant where none is named. */
type Speaker = { readonly locale: Locale; readonly operation: Operation };

/** What words of the slash command mean at `now`, to somebody of this configuration. */
export function understand(text: string, { locale, operation }: Speaker, settings: Settings, now: number): Command {
  const { operations } = settings;
  return readCommand(text, { now, operations, defaultOperation: operation.id, reports: REPORTS, locale });
}

export function obeyer({
  settings,
  clock,
  cards,
  perform,
}: {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly cards: PlainCards;
  readonly perform: Perform;
}): Obey {
  return async (text, reader) => {
    const command = understand(text, reader, settings, clock.now());
    return command.kind === 'unclear'
      ? cards.unclear(command, reader)
      : perform(taskOf(command, settings, reader.operation), reader);
  };
}

function taskOf(command: Exclude<Command, { kind: 'unclear' }>, settings: Settings, fallback: Operation): Task {
  switch (command.kind) {
    case 'report': {
      const { request, output } = command;
      if (output.file !== null) return { kind: 'file', request, format: output.file };
      return { kind: output.here ? 'share' : 'report', request };
    }
    case 'check':
      return { kind: 'check', request: command.request };
    case 'status':
      return { kind: 'status', operation: operationNamed(settings, command.operation) ?? fallback };
    case 'justified': {
      const named = command.operation === null ? null : operationNamed(settings, command.operation);
      return { kind: 'justified', operation: named ?? fallback };
    }
    case 'help':
      return { kind: 'help', operation: fallback };
    case 'digests':
    case 'alerts': {
      const { kind, verb, name, operation } = command;
      return { kind, verb, which: name === null ? null : { name }, operation, sure: false };
    }
  }
}
