import type { App } from '@slack/bolt';
import type { AnswerCommand } from '../../flows/answer/answer-command.ts';
import type { AnswerPress } from '../../flows/answer/answer-press.ts';
import type { AnswerForm } from '../../flows/answer/justify-answer.ts';
import type { ShowHome } from '../../flows/answer/show-home.ts';
import { listenForHome } from './home.ts';
import { listenForCommand } from './commands.ts';
import { listenForPresses } from './actions.ts';
import { listenForForms } from './modals.ts';

export type SlackFlows = {
  readonly answerCommand: AnswerCommand;
  readonly answerPress: AnswerPress;
  readonly answerForm: AnswerForm;
  readonly showHome: ShowHome;
};

/** The map of everything that Slack can start. */
export function listen(app: App, flows: SlackFlows, command: string): void {
  listenForCommand(app, flows, command);
  listenForPresses(app, flows);
  listenForForms(app, flows);
  listenForHome(app, flows);
}
