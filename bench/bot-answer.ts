// 50 people at once type a command whose answer is cached; each bot in turns, warmed before. Prints how long people waited, ms.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bot, CREWS, PEOPLE } from './bot-story.ts';
import { openTown } from './bot-town.ts';

const WARM_UP = 12;
const ROUNDS = 40;
const COMMAND = 'agents ayer';
/** `alike`: all type the same. `apart`: everybody something else, of the same answer. */
const TYPED = { alike: [COMMAND], apart: Array.from({ length: PEOPLE }, (_, at) => `${COMMAND} top ${at + 1}`) };

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** `p99` over every answer of all rounds; `round`: of the usual round. */
function figuresOf(rounds: readonly (readonly number[])[]): { p50: number; p99: number; round: number } {
  const all = rounds.flat();
  const each = rounds.map((round) => quantile(round, 0.99));
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99), round: quantile(each, 0.5) };
}

const town = await openTown();
try {
  const temp = await town.folder();
  for (const bot of town.bots) await town.start(bot, { temp, sockets: 2 });
  // Ours opens its second socket after a while; all are measured with two.
  for (const bot of town.bots) await town.ask({ kind: 'sockets', bot, sockets: 2 }, 'connected');
  for (const bot of town.bots) await town.ask({ kind: 'answer', bot, text: COMMAND }, 'answered');
  const { text, blocks } = await town.ask({ kind: 'answer', bot: 'embedded', text: COMMAND }, 'answered');
  if (!blocks.some((block) => JSON.stringify(block).includes('table'))) throw new Error(`no card came: ${text}`);
  const message = join(temp, 'message.json');
  await writeFile(message, JSON.stringify({ text, blocks }));
  await town.start('same', { temp, sockets: 2, message });

  // The first step of filling in the past, which every new bot makes, is work of another kind.
  await town.ask({ kind: 'quiet' }, 'quiet');

  const bots: readonly Bot[] = [...town.bots, 'same'];
  const waited = new Map(bots.map((bot) => [bot, { alike: [] as number[][], apart: [] as number[][] }]));
  // One kind after the other: what fifty different cards leave to be collected is no part of what fifty alike cost.
  for (const kind of ['alike', 'apart'] as const) {
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const crew = (round + WARM_UP) % CREWS;
      for (const bot of bots) {
        const { ms } = await town.ask({ kind: 'burst', bot, crew, texts: TYPED[kind] }, 'waited');
        if (round >= 0) waited.get(bot)?.[kind].push([...ms]);
      }
    }
  }
  const table = [...waited].map(([bot, { alike, apart }]) => {
    const { p50, p99, round } = figuresOf(apart);
    return [bot, { ...figuresOf(alike), apartP50: p50, apartP99: p99, apartRound: round }];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(table)));
} finally {
  await town.close();
}
