import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/adapters/log.ts';
import { createMetrics } from '../../../src/adapters/metrics.ts';
import { type Bot, startBot } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { REPORTS } from '../../../src/reports/catalog.ts';
import type { Message } from '../../../src/simulators/slack/index.ts';
import { handSchedules } from '../../fixtures/hand-schedules.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

const MINUTE = 60_000;
const CHECKS = 'alerts/bogota/10';
const SENDS = 'alerts-send/bogota';
const rules = (more: string) => `
alerts:
  - { id: abandono, name: Abandono general, operation: bogota, metric: live.abandonment, above: 15%, every: 10m, owner: U01LAURA, ${more} }
`;
const FIRST = rules('channel: C01OPERACIONES');

let floor: Floor;
let bot: Bot;
let schedules: ReturnType<typeof handSchedules>;
beforeEach(async () => {
  floor = await openFloor({ yaml: (usual) => `${usual}${FIRST}` });
  ({ bot, schedules } = floor);
  await floor.slack.waitFor(() => schedules.declared.has(CHECKS));
});
afterEach(async () => {
  await bot.stop();
  await floor.stop();
});

const cards = (channel = 'operaciones'): Message[] =>
  floor.slack.messages(channel).filter(({ text }) => /^[●○]/.test(text));
async function run(id: string, minutes: number): Promise<void> {
  floor.clock.move(minutes * MINUTE);
  await schedules.run(id, floor.clock.now());
}
async function fire(): Promise<Message> {
  floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
  await run(CHECKS, 10);
  const [found] = cards();
  if (found === undefined) throw new Error('no card came');
  return found;
}
/** The same store and another file. */
async function restart(file: string): Promise<void> {
  await bot.stop();
  const yaml = floor.yaml.replace(FIRST, file);
  const loaded = loadConfig({ env: floor.env, readFile: () => yaml, purpose: 'bot', reports: REPORTS });
  if (!loaded.ok) throw new Error('the file is wrong');
  schedules = handSchedules();
  const started = await startBot({
    config: loaded.config,
    clock: floor.clock,
    log: createLog({ level: 'debug', to: { write: (line) => void floor.logged.push(line) } }),
    metrics: createMetrics(),
    schedules,
    version: '0.0.0',
  });
  if (!started.ok) throw new Error(started.problem.code);
  bot = started.value;
  await floor.slack.waitFor(() => schedules.declared.has(SENDS));
}

describe('a rule of the file that fires', () => {
  it('and is no more after a restart ends its card, though no rule is left', async () => {
    const fired = await fire();
    await restart('\n');
    await run(SENDS, 1);
    expect(fired.text).toMatch(/^○ La regla se pausó, se quitó o cambió a las 10:51: abandono \d+ %/);
    expect(fired.text).toContain('regla «Abandono general» de laura');
    expect(await bot.alerts.sheets.all('bogota')).toEqual(new Map());
    expect(cards()).toHaveLength(1);
  });

  it('and is no more while Slack takes no edits ends its card once Slack does', async () => {
    const fired = await fire();
    await restart('\n');
    floor.slack.scenario.fail('chat.update', 'error', { error: 'service_unavailable', times: 2 });
    await run(SENDS, 1);
    expect(fired.text).toMatch(/^●/);
    for (let minute = 0; minute < 4; minute += 1) await run(SENDS, 1);
    expect(fired.text).toMatch(/^○ La regla se pausó, se quitó o cambió/);
    expect(await bot.alerts.sheets.all('bogota')).toEqual(new Map());
  });

  it('and tells another channel after a restart ends in the first one and begins in the other', async () => {
    const fired = await fire();
    await restart(rules('channel: C02SUPERVISORES'));
    await run(CHECKS, 10);
    await run(SENDS, 1);
    expect(fired.text).toMatch(/^○ La regla se pausó, se quitó o cambió/);
    expect(cards()).toHaveLength(1);
    expect(cards('supervisores').map(({ text }) => text)).toEqual([expect.stringMatching(/^● Abandono/)]);
  });

  it('and has another limit after a restart goes on with its card', async () => {
    const fired = await fire();
    await restart(rules('channel: C01OPERACIONES').replace('15%', '25%'));
    await run(CHECKS, 10);
    expect(fired.text).toContain('el límite es 25 %');
    expect(cards()).toHaveLength(1);
  });
});
