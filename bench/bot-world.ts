// The world around the bots, a process of its own: one simulated Slack for each bot (else they would share the commands) and wolkvox.
// Told over IPC what all its people type at once, it answers with how long each waited for the bot's answer, ms.
import { setTimeout as pause } from 'node:timers/promises';
import { startSlack } from '../src/simulators/slack/index.ts';
import { startWolkvox } from '../src/simulators/wolkvox/index.ts';
import { type Asked, BOTS, type Bot, CREWS, PEOPLE, type Told } from './bot-story.ts';

const QUIET_MS = 6_000;
const ZONE = 'America/Bogota';
const people = Array.from({ length: PEOPLE * CREWS }, (_, at) => ({
  id: `U${String(at).padStart(8, '0')}`,
  name: `Persona ${at}`,
}));
const now = (): number => Date.now();
const tell = (told: Told): void => void process.send?.(told);

const wolkvox = await startWolkvox({ now, zone: ZONE, licences: 10 });
const slacks = new Map(
  await Promise.all(BOTS.map(async (bot) => [bot, await startSlack({ now, zone: ZONE, people })] as const)),
);

function slackOf(bot: Bot) {
  const slack = slacks.get(bot);
  if (slack === undefined) throw new Error(`no Slack for ${bot}`);
  return slack;
}

async function burst({ bot, crew, texts }: Extract<Asked, { kind: 'burst' }>): Promise<readonly number[]> {
  const slack = slackOf(bot);
  // Slack's own work is done elsewhere in the world: what is measured ends when an answer is there, and all are read after it.
  slack.scenario.looksAtBlocks = false;
  slack.scenario.readsAnswers = false;
  const asked = await Promise.all(
    people.slice(crew * PEOPLE, (crew + 1) * PEOPLE).map(async ({ id }, at) => {
      const from = performance.now();
      const invocation = await slack.slash(id, 'C01OPERACIONES', texts[at % texts.length] ?? '');
      if (!invocation.ok) throw new Error(`${bot} did not acknowledge: ${invocation.error}`);
      await invocation.arrived;
      return { ms: performance.now() - from, invocation };
    }),
  );
  slack.readAnswers();
  for (const { invocation } of asked) {
    const { blocks } = await invocation.answer();
    if (bot !== 'bare' && !blocks.some(({ type }) => type === 'data_table' || type === 'table')) {
      throw new Error(`${bot} answered something else`);
    }
  }
  slack.scenario.readsAnswers = true;
  slack.workspace.messages.length = 0;
  slack.log.length = 0;
  return asked.map(({ ms }) => ms);
}

/** A first step of filling in the past is some requests a few seconds apart, and then minutes of nothing. */
async function quiet(): Promise<Told> {
  for (let seen = -1; seen !== wolkvox.log.length; ) {
    seen = wolkvox.log.length;
    await pause(QUIET_MS);
  }
  return { kind: 'quiet' };
}

async function answer(asked: Asked): Promise<Told> {
  if (asked.kind === 'quiet') return quiet();
  const { bot } = asked;
  if (asked.kind === 'burst') return { kind: 'waited', ms: await burst(asked) };
  if (asked.kind === 'answer') {
    const invocation = await slackOf(bot).slash(people[0]?.id ?? '', 'C01OPERACIONES', asked.text);
    const { text, blocks } = await invocation.answer();
    return { kind: 'answered', text, blocks };
  }
  await slackOf(bot).waitFor(() => slackOf(bot).sockets.count >= asked.sockets);
  return { kind: 'connected' };
}

process.on('message', (asked: Asked) => {
  answer(asked).then(tell, (cause: unknown) => tell({ kind: 'failed', why: String(cause) }));
});
process.on('disconnect', () => process.exit(0));
const [first] = slacks.values();
if (first === undefined) throw new Error('there is no Slack');
tell({
  kind: 'open',
  slack: Object.fromEntries([...slacks].map(([bot, { apiUrl }]) => [bot, apiUrl])),
  tokens: { bot: first.botToken, app: first.appToken },
  wolkvox: { url: wolkvox.url, token: wolkvox.token },
});
