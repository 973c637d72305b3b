import type { SlackSimulator } from '../simulators/slack/index.ts';

/**
 * The bot asks Slack for a person's language once an hour, which is too long for somebody who tries the demo in three: so whoever
 * chooses one on the page chooses it in App Home too, by the very button.
 */
export async function chooseInHome(slack: SlackSimulator, person: string, language: string): Promise<void> {
  if (slack.home(person) === undefined) {
    const opened = await slack.openHome(person);
    if (!opened.ok) return;
    await slack.waitFor(() => slack.home(person));
  }
  await slack.press(person, 'home', `locale:${language}`);
}
