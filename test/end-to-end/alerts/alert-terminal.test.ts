import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vigia } from '../floor/child.ts';
import { openTown, type Town } from '../floor/town.ts';

const FILE = `
alerts:
  - id: abandono
    name: Abandono general
    metric: live.abandonment
    window: 30m
    above: 15%
    recover: 10%
    for: 10m
    channel: C02SUPERVISORES
`;

let town: Town;
beforeAll(async () => {
  town = await openTown((usual) => usual + FILE);
});
afterAll(() => town.close());

const run = async (line: string) => {
  const { code, out, err } = await vigia(line, town.env);
  return { code, out: out.trim().replaceAll('\u00a0', ' '), err: err.trim() };
};

describe('vigia alerts', () => {
  it('lists each with what it looks at, its state in words and when it fired last', async () => {
    const { code, out } = await run('alerts');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'abandono: Abandono general (bogota). En vigia.yml.',
        '  Abandono por encima de 15 % en 30 min, si dura 10 min → C02SUPERVISORES',
        '  Bien. No ha avisado.',
      ].join('\n'),
    );
  });

  it('prints the same as JSON', async () => {
    const { alerts } = JSON.parse((await run('alerts --json')).out);
    expect(alerts).toMatchObject([
      {
        id: 'abandono',
        origin: 'file',
        paused: false,
        metric: 'live.abandonment',
        scope: 'all',
        condition: { kind: 'above', threshold: 0.15, recover: 0.1 },
        windowSeconds: 1_800,
        forSeconds: 600,
        state: 'ok',
        open: [],
        last: null,
      },
    ]);
  });

  it('pauses and resumes, by id or name, in any of the languages, with a line in the audit', async () => {
    expect((await run('alerts pausar abandono general')).out).toContain('En pausa: Abandono general.');
    expect(JSON.parse((await run('alerts --json')).out).alerts[0]).toMatchObject({ paused: true });
    expect((await run('alerts resume abandono --json')).out).toContain('"paused": false');
    const lines = (await run('audit 2')).out.split('\n').map((line) => line.split('\t').slice(1).join(' '));
    expect(lines).toEqual([
      'terminal manage-alerts resume abandono done',
      'terminal manage-alerts pause abandono done',
    ]);
  });

  it('shows what it would say now, and posts nothing', async () => {
    const { code, out } = await run('alerts test abandono');
    expect(code).toBe(0);
    expect(out).toMatch(/^Abandono general: ahora /);
    expect(town.slack.log.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
    expect((await run('alerts history abandono')).out).toContain('No ha avisado.');
  });

  it.each([
    ['alerts pasue abandono', 'pause'],
    ['alerts pause', 'which?'],
    ['alerts pause abandon', 'there are: abandono'],
    ['alerts remove abandono', 'vigia.yml'],
    ['alerts add', 'in Slack or in the file'],
    ['alerts --all', 'only --json'],
  ])('says what is wrong with "%s"', async (line, said) => {
    const { code, err } = await run(line);
    expect(err).toContain(said);
    expect(code).toBe(64);
  });
});
