import type { Outcome, Problem } from '../../core/errors.ts';
import type { Finding } from '../../core/i18n/doctor/doctor-words.ts';
import type { Settings } from '../../core/settings.ts';
import { type Bedside, type Check, check, problemFinding } from './doctor-check.ts';

/** What can be asked of Slack about itself; each answer is of now, nothing is remembered. */
export type SlackProbe = {
  /** `scopes`: what was granted, empty where Slack did not say. */
  readonly authTest: () => Promise<Outcome<{ readonly teamName: string; readonly scopes: readonly string[] }>>;
  readonly channel: (id: string) => Promise<Outcome<{ readonly name: string; readonly member: boolean }>>;
  /** Asks for a Socket Mode connection without opening it; null in HTTP mode. */
  readonly socket: (() => Promise<Outcome<unknown>>) | null;
};

/** `needed`: the bot scopes that the manifest declares. `probe` null: Slack was not configured. */
export async function checkSlack(
  probe: SlackProbe | null,
  settings: Settings,
  needed: readonly string[],
  bedside: Bedside,
): Promise<readonly Check[]> {
  const said = bedside.words.slack;
  if (probe === null) return [check('slack.token', 'skipped', said.none)];
  const auth = await probe.authTest();
  if (!auth.ok) return [check('slack.token', 'no', slackFinding(auth.problem, 'SLACK_BOT_TOKEN', bedside))];

  const { teamName, scopes } = auth.value;
  const lacking = needed.filter((scope) => !scopes.includes(scope));
  const checks = [check('slack.token', 'yes', said.known({ team: teamName }))];
  if (probe.socket !== null) {
    const socket = await probe.socket();
    checks.push(
      socket.ok
        ? check('slack.socket', 'yes', said.socket)
        : check('slack.socket', 'no', slackFinding(socket.problem, 'SLACK_APP_TOKEN', bedside)),
    );
  }
  if (scopes.length === 0) checks.push(check('slack.scopes', 'skipped', said.scopesUnknown));
  else if (lacking.length > 0) checks.push(check('slack.scopes', 'no', said.lacking({ scopes: lacking })));
  else checks.push(check('slack.scopes', 'yes', said.scopes({ count: needed.length })));

  for (const id of Object.keys(settings.channels)) checks.push(await checkChannel(id, probe, bedside));
  return checks;
}

async function checkChannel(id: string, probe: SlackProbe, bedside: Bedside): Promise<Check> {
  const said = bedside.words.slack;
  const name = `slack.channel.${id}`;
  const answer = await probe.channel(id);
  if (answer.ok) {
    const channel = answer.value.name === '' ? id : `#${answer.value.name}`;
    return answer.value.member
      ? check(name, 'yes', said.member({ channel }))
      : check(name, 'no', said.notInvited({ channel }));
  }
  const { code } = answer.problem;
  if (code === 'slack.not-invited') return check(name, 'no', said.notInvited({ channel: id }));
  if (code === 'slack.no-such-channel') return check(name, 'no', said.noSuchChannel({ channel: id }));
  if (code === 'slack.archived') return check(name, 'no', said.archived({ channel: id }));
  return check(name, 'no', slackFinding(answer.problem, 'SLACK_BOT_TOKEN', bedside));
}

function slackFinding(problem: Problem, variable: string, bedside: Bedside): Finding {
  return problem.code === 'slack.token'
    ? bedside.words.slack.wrongToken({ variable })
    : problemFinding(problem, '', bedside);
}
