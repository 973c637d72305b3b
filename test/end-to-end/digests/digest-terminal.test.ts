import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vigia } from '../floor/child.ts';
import { openTown, type Town } from '../floor/town.ts';

const FILE = `
digests:
  - id: night
    name: Cierre del día
    channels: [C02SUPERVISORES]
    reports: [agents today top 3, quota]
    at: "20:00"
    days: weekdays
    skip_holidays: true
`;

let town: Town;
beforeAll(async () => {
  town = await openTown((usual) => usual + FILE);
});
afterAll(() => town.close());

const run = async (line: string) => {
  const { code, out, err } = await vigia(line, town.env);
  return { code, out: out.trim(), err: err.trim() };
};

describe('vigia digests', () => {
  it('lists each with its cadence in words, its next times and its last run', async () => {
    const { code, out } = await run('digests');
    expect(code).toBe(0);
    expect(out).toContain('night: Cierre del día (bogota). En vigia.yml.');
    expect(out).toContain('de lunes a viernes a las 20:00 (Bogotá), sin festivos');
    expect(out).toContain('Los próximos: ');
    expect(out).toContain('Aún no se ha enviado.');
  });

  it('prints the same as JSON', async () => {
    const { digests } = JSON.parse((await run('digests --json')).out);
    expect(digests).toMatchObject([
      {
        id: 'night',
        origin: 'file',
        paused: false,
        reports: ['agents today top 3', 'quota'],
        crons: ['0 20 * * 1,2,3,4,5'],
        zone: 'America/Bogota',
        last: null,
      },
    ]);
    expect(digests[0].next).toHaveLength(3);
  });

  it('pauses and resumes, by id or name, in any of the languages, with a line in the audit', async () => {
    expect((await run('digests pausar cierre del dia')).out).toContain('En pausa: Cierre del día.');
    expect(JSON.parse((await run('digests --json')).out).digests[0]).toMatchObject({ paused: true, next: [] });
    expect((await run('digests resume night --json')).out).toContain('"paused": false');
    const lines = (await run('audit 2')).out.split('\n').map((line) => line.split('\t').slice(1).join(' '));
    expect(lines).toEqual(['terminal manage-digests resume night done', 'terminal manage-digests pause night done']);
  });

  it('shows what it would say now, and sends nothing', async () => {
    const { code, out } = await run('digests test night');
    expect(code).toBe(0);
    expect(out).toContain('llamadas');
    expect(town.slack.log.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('says what is wrong with what it does not take', async () => {
    for (const [line, said] of [
      ['digests pasue night', 'pause'],
      ['digests pause nihgt', 'night'],
      ['digests pause', 'which'],
      ['digests add', 'in Slack or in the file'],
      ['digests remove night', 'vigia.yml'],
      ['digests --csv', '--json'],
    ] as const) {
      const { code, err } = await run(line);
      expect([line, code]).toEqual([line, 64]);
      expect(err).toContain(said);
    }
  });
});
