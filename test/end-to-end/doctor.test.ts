import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../fixtures/listening.ts';
import { startRedis } from '../fixtures/redis-server.ts';
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

describe('vigia doctor', () => {
  const line = (out: string, id: string): string => {
    const lines = out.split('\n');
    const at = lines.findIndex((one) => one.slice(2).startsWith(`${id} `));
    return lines.slice(at, at + 2).join('\n');
  };

  it('finds all well, and ends with 0', async () => {
    const { code, out, err } = await run('doctor');
    expect([out.match(/^✗.*/gm), err, code]).toEqual([null, '', 0]);
    expect(line(out, 'wolkvox.bogota')).toContain('de 10.000 consultas hoy');
    expect(line(out, 'wolkvox.bogota.zone')).toContain('America/Bogota');
  });

  it('asks within the lane: spaced, counted, and never beside a bot on the same Redis', async ({ skip }) => {
    const redis = await startRedis();
    if (redis === null) return skip();
    const env = { REDIS_URL: redis.url };
    const bot = await town.run(env);
    try {
      town.wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
      const before = town.wolkvox.log.length;
      await town.slack.slash('laura', 'operaciones', 'agentes 2025-11-12');
      await town.wolkvox.whenLogged(before + 1);
      const examined = run('doctor', env);
      const metrics = `http://127.0.0.1:${bot.port}/metrics`;
      const waits = async () => /state="prioritized"\} 1\b/.test(await (await fetch(metrics)).text());
      while (!(await waits()));
      expect(town.wolkvox.log).toHaveLength(before + 1);
      town.wolkvox.release();
      const { code, out } = await examined;
      expect([out.match(/^✗.*/gm), code]).toEqual([null, 0]);
      expect(line(out, 'wolkvox.bogota')).toContain('de 10.000 consultas hoy');
      expect(Math.max(...town.wolkvox.log.slice(before).map((one) => one.inFlightAtStart))).toBeLessThanOrEqual(1);
    } finally {
      await bot.end();
      await redis.close();
    }
  }, 60_000);

  it('says that it asks by itself where the bot holds the store', async () => {
    const bot = await town.run();
    const { code, out } = await run('doctor');
    expect(line(out, 'store')).toMatch(/^–.*Otro proceso usa.*fuera de la fila/);
    expect(line(out, 'wolkvox.bogota')).toContain('de 10.000 consultas hoy');
    expect(code).toBe(0);
    await bot.end();
  });

  it.each([
    ['a wrong bot token', 'slack.token', /SLACK_BOT_TOKEN.*\n.*api\.slack\.com/, { SLACK_BOT_TOKEN: 'xoxb-0-other' }],
    ['a wrong app token', 'slack.socket', /SLACK_APP_TOKEN.*\n.*api\.slack\.com/, { SLACK_APP_TOKEN: 'xapp-1-other' }],
    [
      'a wrong wolkvox token',
      'wolkvox.bogota',
      /token de Operación Bogotá.*\n.*Manager → Integraciones → Tokens/,
      { WOLKVOX_TOKEN: 'f'.repeat(64) },
    ],
  ])('tells %s apart, and says the next step', async (_, id, says, env) => {
    const { code, out } = await run('doctor', env);
    expect(line(out, id)).toMatch(/^✗/);
    expect(line(out, id)).toMatch(says);
    expect([out.match(/^✗/gm)?.length, code]).toEqual([1, 78]);
  });

  it('names the permission that Slack did not give', async () => {
    town.slack.scenario.scopes.delete('files:write');
    const { code, out } = await run('doctor');
    expect(line(out, 'slack.scopes')).toMatch(/^✗.*falta el permiso files:write.*\n.*reinstala/);
    expect(code).toBe(78);
  });

  it('says where the bot was not invited, and how to', async () => {
    await town.slack.expel('operaciones');
    const { code, out } = await run('doctor');
    expect(line(out, 'slack.channel.C01OPERACIONES')).toMatch(/^✗.*no está en #operaciones.*\n.*\/invite @Vigía/);
    expect(code).toBe(78);
    await town.slack.invite('operaciones', 'laura');
  });

  it('tells a server that does not exist from one that does not let this machine in', async () => {
    const file = join(dir, 'invalid.yml');
    await writeFile(
      file,
      `operations: [{ id: bogota, name: Operación Bogotá, url: "http://wv0003.invalid", token: "\${WOLKVOX_TOKEN}" }]\n`,
    );
    const none = await run('doctor', { VIGIA_CONFIG: file });
    expect(line(none.out, 'wolkvox.bogota')).toMatch(/^✗.*no existe.*\n.*WOLKVOX_SERVER/);
    town.wolkvox.scenario.firewall = true;
    const shut = await run('doctor');
    expect(line(shut.out, 'wolkvox.bogota')).toMatch(/^✗.*No hay conexión.*\n.*lista de IP/);
    expect([none.code, shut.code]).toEqual([78, 78]);
  });

  it('says when there is quota again, where it is used up', async () => {
    town.wolkvox.setTokensUsed(10_000);
    const { out } = await run('doctor');
    expect(line(out, 'wolkvox.bogota')).toMatch(/^✗.*Ya se usaron.*\n.*00:00 \(Bogotá\)/);
  });

  it('says that the store is out of reach, and what to look at', async () => {
    const { code, out } = await run('doctor', { REDIS_URL: `redis://:a-password@127.0.0.1:${await freePort()}` });
    expect(line(out, 'store')).toMatch(/^✗.*no responde en.*127\.0\.0\.1.*\n.*REDIS_URL/);
    expect(out).not.toContain('a-password');
    expect(code).toBe(78);
  });

  it('lists every mistake of the configuration', async () => {
    const { code, out } = await run('doctor', { VIGIA_ZONA: 'America/Bogota', LOG_LEVEL: 'loud' });
    expect(line(out, 'config')).toMatch(/^✗.*2 errores/);
    expect(out).toMatch(/VIGIA_ZONA[\s\S]*VIGIA_ZONE/);
    expect(code).toBe(78);
  });
});
