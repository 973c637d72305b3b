// Twenty simulated days in minutes: people ask, digests and alerts run, the history is kept; prints the memory of the bot day by day and
// ends with 1 where it is not flat within 5 %. `npm run soak -- 30` takes another number of days.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSlack } from '../../src/simulators/slack/index.ts';
import { startWolkvox } from '../../src/simulators/wolkvox/index.ts';
import { freshDataDir } from '../end-to-end/floor/data-dir.ts';
import { FRIDAY_1040 } from '../end-to-end/floor/floor-clock.ts';
import { floorYaml } from '../end-to-end/floor/floor-config.ts';
import { READING } from '../end-to-end/floor/floor.ts';
import { PEOPLE } from '../end-to-end/floor/people.ts';
import type { Said, Told } from './story.ts';

const MINUTE = 60_000;
const TICK = 30 * MINUTE;
const TICKS_A_DAY = 48;
const WARM_DAYS = 5;
const FLAT = 0.05;
const ASKS = [
  'agentes ayer',
  'aux ayer',
  'ahora',
  'hold yesterday',
  'agentes hoy top 5',
  'estado',
  'agents last 7 days',
  'ayuda',
];
const BY_THE_CLOCK = `
digests:
  - { id: manana, operation: bogota, channels: [C01OPERACIONES], reports: [agents yesterday top 5, aux yesterday], at: "08:10", owner: U01LAURA }
  - { id: cortes, operation: bogota, channels: [C02SUPERVISORES], reports: [hold today], at: ["12:10", "18:10"], owner: U01LAURA }
alerts:
  - { id: abandono, operation: bogota, metric: live.abandonment, window: 30m, above: 12%, every: 30m, channel: C01OPERACIONES, owner: U01LAURA }
`;

const days = Number(process.argv[2] ?? 20);
let now = FRIDAY_1040;
const data = await freshDataDir();
const wolkvox = await startWolkvox({ now: () => now });
const slack = await startSlack({ now: () => now, people: PEOPLE, ackWithin: 60_000 });
slack.scenario.looksAtBlocks = false;
const file = join(data.dir, 'vigia.yml');
await writeFile(file, `${floorYaml(wolkvox.url)}${BY_THE_CLOCK}`);
const bot = fork(new URL('bot.ts', import.meta.url), {
  execArgv: ['--expose-gc'],
  env: {
    PATH: process.env['PATH'],
    SOAK_FROM: String(now),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    WOLKVOX_TOKEN: wolkvox.token,
    VIGIA_CONFIG: file,
    VIGIA_DATA_DIR: join(data.dir, 'store'),
    PORT: '0',
  },
});
const ended = once(bot, 'exit');

async function said<Kind extends Said['kind']>(kind: Kind): Promise<Extract<Said, { kind: Kind }>> {
  const [message]: Said[] = await once(bot, 'message');
  if (message === undefined || !isOf(message, kind)) throw new Error(`the bot said ${JSON.stringify(message)}`);
  return message;
}
function isOf<Kind extends Said['kind']>(message: Said, kind: Kind): message is Extract<Said, { kind: Kind }> {
  return message.kind === kind;
}
function tell(told: Told): void {
  bot.send(told);
}

let asked = 0;
async function ask(): Promise<void> {
  const person = PEOPLE[asked % PEOPLE.length]?.id ?? '';
  const invocation = await slack.slash(person, 'operaciones', ASKS[asked % ASKS.length] ?? '');
  asked += 1;
  if (!invocation.ok) throw new Error(`Slack showed ${invocation.error}`);
  await invocation.answer(({ text }) => !READING.test(text));
}

await said('ready');
const from = performance.now();
const resident: number[] = [];
const held: number[] = [];
let posted = 0;
for (let day = 1; day <= days; day += 1) {
  let ran = 0;
  for (let turn = 0; turn < TICKS_A_DAY; turn += 1) {
    now += TICK;
    tell({ kind: 'tick', now });
    const ticked = await said('ticked');
    ran += ticked.ran;
    for (let more = 0; more < 2; more += 1) await ask();
  }
  posted += slack.workspace.messages.length;
  // What the simulators remember is not the bot's.
  slack.workspace.messages.length = 0;
  slack.log.length = 0;
  wolkvox.clearLog();
  tell({ kind: 'measure' });
  const measured = await said('measured');
  held.push(measured.heap + measured.outside);
  resident.push(measured.resident);
  const mb = (value: number): string => `${value.toFixed(1)} MB`;
  process.stdout.write(
    `day ${String(day).padStart(2)}: heap ${mb(measured.heap)}, outside of it ${mb(measured.outside)}, resident ${mb(measured.resident)}; ${ran} runs\n`,
  );
}
tell({ kind: 'stop' });
await ended;
await Promise.all([slack.close(), wolkvox.close()]);
await data.remove();

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
/** The last quarter of the days against the first after the warm-up. */
const growth = (values: readonly number[]): number => {
  const steady = values.slice(Math.min(WARM_DAYS, values.length >> 1));
  const quarter = Math.max(1, steady.length >> 2);
  return median(steady.slice(-quarter)) / median(steady.slice(0, quarter)) - 1;
};
const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
process.stdout.write(
  `${days} days in ${((performance.now() - from) / 60_000).toFixed(1)} min, ${asked} commands, ${posted} messages; what is held ${percent(growth(held))}, resident ${percent(growth(resident))}\n`,
);
process.exit(growth(held) <= FLAT && growth(resident) <= FLAT ? 0 : 1);
