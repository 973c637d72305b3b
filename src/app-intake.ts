import { openIntake, type Intake, type Transport } from './adapters/slack/receivers.ts';
import type { House, HouseOptions } from './app-house.ts';
import type { Outcome } from './core/errors.ts';

/** Slack's side of a process that listens to it; null where nothing is configured for it. */
export async function intakeOf(
  { config, clock, log }: HouseOptions,
  opening: Promise<Outcome<House>>,
): Promise<Outcome<Intake> | null> {
  const { slack } = config;
  if (slack.mode === null) return null;
  const access = { token: slack.botToken.reveal(), apiUrl: slack.apiUrl ?? undefined, clock, log };
  const firstTime = async (key: string, until: number): Promise<boolean> => {
    const house = await opening;
    return house.ok && house.value.store.claims.take(`slack-request/${key}`, house.value.newId(), clock.now(), until);
  };
  const transport: Transport =
    slack.mode === 'socket'
      ? { kind: 'socket', appToken: slack.appToken.reveal() }
      : { kind: 'http', signingSecret: slack.signingSecret.reveal(), firstTime };
  return openIntake(access, transport);
}
