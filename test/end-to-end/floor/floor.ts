import { createLog } from '../../../src/adapters/log.ts';
import { createMetrics } from '../../../src/adapters/metrics.ts';
import { type Bot, startBot } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { describeMistakes } from '../../../src/config/mistake.ts';
import { type Message, type PersonSeed, type SlackSimulator, startSlack } from '../../../src/simulators/slack/index.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { handSchedules } from '../../fixtures/hand-schedules.ts';
import { freshDataDir } from './data-dir.ts';
import { type FloorClock, floorClock } from './floor-clock.ts';
import { floorYaml } from './floor-config.ts';
import { PEOPLE } from './people.ts';
import { REPORTS } from '../../../src/reports/catalog.ts';

export type FloorOptions = {
  /** Changes the file of the configuration. */
  readonly yaml?: (usual: string) => string;
  /** More environment; an empty value takes a variable away. */
  readonly env?: Readonly<Record<string, string>>;
  readonly redisUrl?: string;
  /** More people than the usual ones. */
  readonly people?: readonly PersonSeed[];
};

export type Floor = {
  readonly clock: FloorClock;
  readonly slack: SlackSimulator;
  readonly wolkvox: WolkvoxSimulator;
  readonly bot: Bot;
  /** Nothing happens by the clock but what a test runs here. */
  readonly schedules: ReturnType<typeof handSchedules>;
  readonly env: Readonly<Record<string, string>>;
  readonly yaml: string;
  /** Every line that was logged so far. */
  readonly logged: string[];
  /** Types a command and gives what came of it: the answer, not the line that says "reading". */
  readonly ask: (person: string, text: string, channel?: string) => Promise<Message>;
  /** Presses a button, by its label or its id, and gives what came of it. */
  readonly press: (person: string, on: Message | 'home', which: string) => Promise<Message>;
  readonly stop: () => Promise<void>;
};

export const READING = /^(Leyendo|Reading|Lendo) /;

/** The bot with a simulated Slack and a simulated wolkvox, in this process, on a clock that only the test moves. */
export async function openFloor(options: FloorOptions = {}): Promise<Floor> {
  const clock = floorClock();
  const now = () => clock.now();
  const [data, wolkvox, slack] = await Promise.all([
    freshDataDir(),
    startWolkvox({ now }),
    startSlack({ now, people: [...PEOPLE, ...(options.people ?? [])], ackWithin: 20_000 }),
  ]);
  const yaml = (options.yaml ?? ((usual) => usual))(floorYaml(wolkvox.url));
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    WOLKVOX_TOKEN: wolkvox.token,
    VIGIA_CONFIG: 'vigia.yml',
    VIGIA_DATA_DIR: data.dir,
    PORT: '0',
    ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
    ...options.env,
  };
  const loaded = loadConfig({ env, readFile: () => yaml, purpose: 'bot', reports: REPORTS });
  if (!loaded.ok) throw new Error(describeMistakes(loaded.mistakes));
  const logged: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line) => void logged.push(line) } });
  const schedules = handSchedules();
  const started = await startBot({
    config: loaded.config,
    clock,
    log,
    metrics: createMetrics(),
    schedules,
    version: '0.0.0',
  });
  if (!started.ok) throw new Error(started.problem.code);
  const bot = started.value;

  const answerOf = async (invoked: Awaited<ReturnType<SlackSimulator['slash']>>): Promise<Message> => {
    if (!invoked.ok) throw new Error(`Slack showed ${invoked.error}`);
    return invoked.answer(({ text }) => !READING.test(text));
  };
  return {
    clock,
    slack,
    wolkvox,
    bot,
    schedules,
    env,
    yaml,
    logged,
    ask: async (person, text, channel = 'operaciones') => answerOf(await slack.slash(person, channel, text)),
    press: async (person, on, which) => answerOf(await slack.press(person, on === 'home' ? on : on.ts, which)),
    stop: async () => {
      await bot.stop();
      await Promise.all([slack.close(), wolkvox.close()]);
      await data.remove();
    },
  };
}
