import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../fixtures/listening.ts';
import { vigia } from './floor/child.ts';
import { openTown, type Town } from './floor/town.ts';

let town: Town;
let dir: string;
beforeAll(async () => {
  town = await openTown();
  dir = town.env['VIGIA_DATA_DIR'] ?? '';
});
afterAll(() => town.close());
afterEach(() => {
  town.wolkvox.heal();
  town.wolkvox.setTokensUsed(0);
  town.slack.scenario.heal();
});

const run = (line: string, env: Readonly<Record<string, string>> = {}) => vigia(line, { ...town.env, ...env });

describe('the exit code of the command line', () => {
  /** What needs no store runs side by side: only one process at a time may have the store. */
  const codes = async (free: readonly string[], ...others: readonly string[]) => {
    const ended = await Promise.all(free.map((words) => run(words)));
    for (const words of others) ended.push(await run(words));
    return ended;
  };

  it('is 0 where it did what it was asked', async () => {
    const ended = await codes(['help', 'reports', 'config export'], 'report agents yesterday', 'report aux ayer --csv');
    expect(ended.map(({ code, err }) => [code, err])).toEqual(ended.map(() => [0, '']));
  });

  it('is 64 for what it does not understand, with the way on', async () => {
    const odd = ['report', 'report agnetes', 'report agents --yaml', 'report agents --json --csv'];
    for (const { code, out, err } of await codes(['nonsense', 'config', 'backup', 'replay'], ...odd)) {
      expect([code, out]).toEqual([64, '']);
      expect(err).toMatch(/^(usage|request\.not-understood): .+/);
    }
  });

  it('is 65 for what cannot be read', async () => {
    const file = join(dir, 'odd.json');
    await writeFile(file, 'Warning: mysqli::query(): MySQL server has gone away');
    const { code, err } = await run(`replay ${file}`);
    expect([code, err]).toEqual([65, expect.stringMatching(/^data\.invalid: /)]);
  });

  it('is 69 where wolkvox or the store is out of reach', async () => {
    town.wolkvox.scenario.firewall = true;
    const shut = await run('report hold 2025-11-05');
    expect([shut.code, shut.out, shut.err]).toEqual([
      69,
      '',
      expect.stringMatching(/^wolkvox\.(unreachable|resting): .*IP/),
    ]);
    const away = await run('report hold 2025-11-05', { REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    expect([away.code, away.err]).toEqual([69, expect.stringMatching(/^store\.unavailable: /)]);
  });

  it('is 77 where the token is not taken', async () => {
    const { code, err } = await run('report hold 2025-11-04', { WOLKVOX_TOKEN: 'e'.repeat(64) });
    expect([code, err]).toEqual([77, expect.stringMatching(/^wolkvox\.token: .*WOLKVOX_TOKEN/)]);
  });

  it('is 78 where the configuration is wrong, and names it', async () => {
    const { code, err } = await run('report agents', { VIGIA_CONFIG: join(dir, 'nowhere.yml') });
    expect([code, err]).toEqual([78, expect.stringContaining('nowhere.yml')]);
  });

  it('is 75 where it is worth trying later: no quota left today', async () => {
    const other = join(dir, 'other');
    await mkdir(other);
    town.wolkvox.setTokensUsed(10_000);
    const { code, err } = await run('report hold 2025-11-03', { VIGIA_DATA_DIR: other });
    expect([code, err]).toEqual([75, expect.stringMatching(/^wolkvox\.quota: .*00:00/)]);
  });
});

describe('vigia audit and vigia justified', () => {
  it('say that there is nothing to list, beside the lines that a program reads', async () => {
    const fresh = { VIGIA_DATA_DIR: join(dir, 'fresh') };
    expect(await run('audit', fresh)).toEqual({ code: 0, out: '', err: expect.stringContaining('registro') });
    expect(await run('justified', fresh)).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^\S+: Ningún caso justificado en los últimos 30 días/),
    });
  });
});

describe('vigia backup and restore', () => {
  it('carry what is stored, without answers having to be asked again', async () => {
    const file = join(dir, 'backup.jsonl');
    expect((await run(`backup ${file}`)).code).toBe(0);
    expect((await run(`restore ${file}`)).code).toBe(0);
    const { out, code } = await run('audit 2');
    expect(
      out
        .split('\n')
        .slice(0, 2)
        .map((one) => one.split('\t').slice(1, 3).join(' ')),
    ).toEqual(['terminal restore', 'terminal backup']);
    expect(code).toBe(0);
    const again = await run(`backup ${file}`);
    expect([again.code, again.err]).toEqual([expect.any(Number), expect.stringContaining(file)]);
    expect(again.code).not.toBe(0);
  });
});
