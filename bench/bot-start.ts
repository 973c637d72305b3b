// Starts each bot in turns, the first time as an installation leaves it, and again; prints times to ready (ms) and memory at rest (MB).
import { setTimeout as pause } from 'node:timers/promises';
import type { Bot } from './bot-story.ts';
import { openTown, type Town } from './bot-town.ts';

const SETTLED_MS = 6_000;

type Figures = { readonly start: number; readonly memory: number };

async function startAll(town: Town, temps: ReadonlyMap<Bot, string>): Promise<ReadonlyMap<Bot, Figures>> {
  const started = [];
  for (const bot of town.bots) started.push([bot, await town.start(bot, { temp: temps.get(bot) ?? '' })] as const);
  await pause(SETTLED_MS);
  const figures = started.map(([bot, { startMs, memory }]) => [bot, { start: startMs, memory: memory() }] as const);
  for (const [, { stop }] of started) await stop();
  return new Map(figures);
}

const town = await openTown();
try {
  const temps = new Map<Bot, string>();
  for (const bot of town.bots) temps.set(bot, await town.installed());
  const first = await startAll(town, temps);
  const later = await startAll(town, temps);
  const table = town.bots.map((bot) => {
    const { start: firstStart, memory: firstMemory } = first.get(bot) ?? { start: Number.NaN, memory: Number.NaN };
    const figures = { ...later.get(bot), firstStart, firstMemory };
    const onRedis = later.get('redis');
    const own = later.get(bot);
    if (bot !== 'embedded' || onRedis === undefined || own === undefined) return [bot, figures];
    return [bot, { ...figures, store: own.memory - onRedis.memory }];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(table)));
} finally {
  await town.close();
}
