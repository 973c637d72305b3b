import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Floor, openFloor } from '../floor/floor.ts';

const MORNING = `
digests:
  - id: morning
    name: Mañana
    operation: bogota
    channels: [C01OPERACIONES, C02SUPERVISORES]
    people: [U02CARLOS]
    reports: [agents yesterday top 5, aux yesterday]
    at: "10:45"
    days: weekdays
    owner: U01LAURA
`;

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ yaml: (usual) => `${usual}${MORNING}` });
});
afterAll(() => floor.stop());

const at = (time: string, day = 14) => Date.parse(`2025-11-${day}T${time}:00-05:00`);
const until = (instant: number) => floor.clock.move(instant - floor.clock.now());
const run = (id: string, instant: number) => floor.clock.passing(floor.schedules.run(id, instant), 30_000);
const shown = (channel: string) => floor.slack.messages(channel).map(({ text }) => text);

describe('a digest', () => {
  it('is posted to each of its targets at its time, once', async () => {
    await vi.waitFor(() => expect(floor.schedules.declared.has('digest-sweep/all')).toBe(true));
    expect([...floor.schedules.declared.keys()].filter((id) => id.startsWith('digest'))).toEqual([
      'digests/morning/0',
      'digest-sweep/all',
    ]);
    until(at('10:45'));
    await run('digests/morning/0', at('10:45'));
    expect(shown('C01OPERACIONES')).toHaveLength(1);
    expect(shown('C02SUPERVISORES')).toHaveLength(1);
    await run('digests/morning/0', at('10:45'));
    await run('digest-sweep/all', at('10:46'));
    expect(shown('C01OPERACIONES')).toEqual([expect.stringMatching(/^Operación Bogotá, ayer/)]);
    const [slot] = await floor.bot.digests.runs.of('morning', 5);
    expect(slot).toMatchObject({
      at: at('10:45'),
      late: false,
      targets: expect.arrayContaining([
        expect.objectContaining({ target: { kind: 'channel', id: 'C01OPERACIONES' }, result: 'sent' }),
        expect.objectContaining({ target: { kind: 'person', id: 'U02CARLOS' }, result: 'sent' }),
      ]),
    });
  });
});
