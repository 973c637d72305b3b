import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from './floor.ts';

const MINUTE = 60_000;
const RULES = `
alerts:
  - id: abandono
    name: Abandono general
    operation: bogota
    metric: live.abandonment
    window: 30m
    above: 15%
    recover: 10%
    every: 10m
    channel: C01OPERACIONES
    owner: U01LAURA
`;

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor({ yaml: (usual) => `${usual}${RULES}` });
  await floor.slack.waitFor(() => floor.schedules.declared.has('alerts/bogota/10'));
});
afterEach(() => floor.stop());

const card = (): Message | undefined => floor.slack.messages('operaciones').find(({ text }) => /^[●○]/.test(text));
const cards = (): Message[] => floor.slack.messages('operaciones').filter(({ text }) => /^[●○]/.test(text));
async function tick(minutes = 10): Promise<void> {
  floor.clock.move(minutes * MINUTE);
  await floor.schedules.run('alerts/bogota/10', floor.clock.now());
}
async function fire(): Promise<Message> {
  floor.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
  await tick();
  const found = card();
  if (found === undefined) throw new Error('no card came');
  return found;
}
async function calm(): Promise<void> {
  floor.wolkvox.scenario.abandonSpike = null;
  for (let at = 0; at < 4; at += 1) await tick();
}

describe('an alert', () => {
  it('fires, is taken with a button and resolves, all on one card', async () => {
    await tick();
    expect(cards()).toEqual([]);
    const fired = await fire();
    expect(fired.text).toMatch(/^● Abandono \d+ % en los últimos 20 min \(\d+ de \d+\): el límite es 15 %\.\nDesde las 11:00, máximo/);
    expect(fired.text).toContain('regla «Abandono general» de laura');
    await floor.slack.press('carlos', fired.ts, 'Lo tomo');
    await floor.slack.waitFor(() => fired.text.includes('Lo tiene carlos desde las 11:00.'));
    await calm();
    expect(cards()).toHaveLength(1);
    expect(fired.text).toMatch(/^○ Resuelto a las \d\d:\d\d: abandono [\d,]+ % \(\d+ de \d+\)\.\nDuró \d+ min, máximo \d+ %/);
    expect(fired.text).toContain('Lo atendió carlos.');
    const audited = await floor.bot.house.audit.read(10);
    expect(audited).toMatchObject([{ actor: 'U02CARLOS', deed: 'take-alert', about: 'take bogota/abandono', result: 'done' }]);
  });
});
