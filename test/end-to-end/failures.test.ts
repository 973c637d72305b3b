import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Message } from '../../src/simulators/slack/index.ts';
import { FAULTS } from './floor/faults.ts';
import { type Floor, openFloor } from './floor/floor.ts';
import { buttonsOn, saysNumber, tableIn } from './floor/read-message.ts';
import * as recount from './floor/recount.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.stop());

/** Ends the fault, and what the lane remembers of it. */
afterEach(async () => {
  floor.wolkvox.heal();
  Object.assign(floor.wolkvox.scenario, { capMode: 'truncate', rowCap: 60_000, sameMonthOnly: false });
  const { documents } = floor.bot.house.store;
  for (const { key } of await documents.list('pace')) await documents.delete('pace', key);
});

const PEOPLE = { es: 'laura', en: 'grace', pt: 'joao' } as const;
const LOCALES = ['es', 'en', 'pt'] as const;
const line = z.looseObject({ level: z.string(), event: z.string() });
const lines = () => floor.logged.map((text) => line.parse(JSON.parse(text)));

/** A day that nobody asked about yet, so that no answer of before is there. */
const fresh = (() => {
  let day = Date.parse('2025-11-13');
  return () => new Date((day -= 86_400_000)).toISOString().slice(0, 10);
})();

function expectNoFigures(message: Message): void {
  expect(JSON.stringify(message.blocks)).not.toMatch(/data_table|data_visualization|"fields"/);
  expect(message.text.replaceAll(/\d\d:\d\d|\(\d{3}\)|10[.,]000/g, '')).not.toMatch(/\d/);
}

describe('when wolkvox fails', () => {
  it.each(FAULTS.flatMap((one) => LOCALES.map((locale) => [one.fault, locale, one] as const)))(
    'with "%s", somebody who reads %s is told what to do, with no figure; the log says why once for each request',
    async (fault, locale, { code, retry, ...said }) => {
      floor.wolkvox.clearLog();
      const before = floor.logged.length;
      if (fault === 'firewall') floor.wolkvox.scenario.firewall = true;
      else floor.wolkvox.fail(fault);
      const answer = await floor.clock.passing(floor.ask(PEOPLE[locale], `agents ${fresh()}`));
      expect(answer.text).toMatch(said[locale]);
      expectNoFigures(answer);
      expect(buttonsOn(answer)).toHaveLength(retry ? 1 : 0);
      const causes = lines()
        .slice(before)
        .filter(({ event, meaning }) => event === 'wolkvox.request' && meaning === code);
      expect(causes.length).toBeGreaterThan(0);
      // A connection that the firewall cuts never becomes a request that the simulator could note.
      if (fault !== 'firewall') expect(causes).toHaveLength(floor.wolkvox.log.length);
      expect(
        lines()
          .slice(before)
          .filter(({ level }) => level === 'error'),
      ).toEqual([]);
    },
  );

  it('with 404, which means that nothing was found, it says so and claims no zero', async () => {
    floor.wolkvox.fail('empty');
    const { text } = await floor.ask('laura', `agentes ${fresh()}`);
    expect(text).toContain('wolkvox no tiene filas en esa ventana');
    expect(text).not.toMatch(/\b0 llamadas/);
  });

  it('with more rows than it gives even for an hour, it says to ask for less', async () => {
    Object.assign(floor.wolkvox.scenario, { capMode: 'error', rowCap: 0 });
    const answer = await floor.clock.passing(floor.ask('laura', `agentes ${fresh()}`));
    expect(answer.text).toMatch(/no aceptó|más filas/);
    expectNoFigures(answer);
  });

  it('with 416 where a window leaves its month, nobody notices: it is asked month by month, and the sum is right', async () => {
    floor.wolkvox.scenario.sameMonthOnly = true;
    const truth = floor.wolkvox.truth({ date_ini: '20250830000000', date_end: '20250902235959' });
    const { text } = await floor.ask('laura', 'agentes 2025-08-30..2025-09-02');
    expect(saysNumber(text, recount.agents(truth, floor.wolkvox).calls, 'es')).toBe(true);
    expect(text).toMatch(/en [23] consultas/);
  });

  it('cannot be reached, and keeps saying whom to ask while it rests', async () => {
    floor.wolkvox.scenario.firewall = true;
    await floor.clock.passing(floor.ask('laura', `agentes ${fresh()}`));
    const { text } = await floor.ask('laura', `agentes ${fresh()}`);
    expect(text).toMatch(/dejé de preguntar un rato.*permita la IP de este servidor/s);
    expect((await floor.ask('laura', 'estado')).text).toContain('permita la IP de este servidor');
  });

  it('recovers: the very same question is asked again by the button', async () => {
    const words = `agentes ${fresh()}`;
    floor.wolkvox.fail('server error');
    const failed = await floor.clock.passing(floor.ask('laura', words));
    floor.wolkvox.heal();
    const rests = await floor.press('laura', failed, 'Reintentar');
    expect(rests.text).toMatch(/dejé de preguntar un rato.*está fallando/s);
    floor.clock.move(61_000);
    expect((await floor.press('laura', rests, 'Reintentar')).text).toMatch(/llamadas/);
  });

  it('a download that failed is a download when it is tried again, and nothing is posted', async () => {
    floor.wolkvox.fail('server error');
    const failed = await floor.clock.passing(floor.ask('laura', `agentes ${fresh()} csv`));
    floor.wolkvox.heal();
    floor.clock.move(61_000);
    const posted = floor.slack.messages('operaciones').length;
    expect((await floor.press('laura', failed, 'Reintentar')).text).toMatch(/Te envié agents-bogota-.*\.csv/);
    expect(floor.slack.files('laura')).toHaveLength(1);
    expect(floor.slack.messages('operaciones')).toHaveLength(posted);
  });

  it('does not answer at all: the asker is told that it goes on, and gets the answer of that one request later', async () => {
    floor.wolkvox.clearLog();
    const words = `agentes ${fresh()}`;
    floor.wolkvox.fail({ kind: 'hang', api: 'cdr_2', times: 1 });
    const asked = floor.ask('laura', words);
    await floor.wolkvox.whenLogged(1);
    floor.clock.move(120_000);
    const answer = await asked;
    expect(answer.text).toMatch(/sigue en curso/);
    expectNoFigures(answer);
    floor.wolkvox.release();
    expect((await floor.press('laura', answer, 'Reintentar')).text).toMatch(/llamadas/);
    expect(floor.wolkvox.log.filter(({ api }) => api === 'cdr_2')).toHaveLength(1);
  });

  it('does not give names: the report stands with ids, and says so', async () => {
    const { documents } = floor.bot.house.store;
    for (const { key } of await documents.list('names')) await documents.delete('names', key);
    floor.wolkvox.fail({ kind: 'server error', api: 'skills' });
    const { text } = await floor.clock.passing(floor.ask('laura', `espera ${fresh()}`));
    expect(text).toContain('se muestran ids');
    expect(text).toContain('6110');
  });
});

describe('beside a failure', () => {
  it('offers what was read before with its time, and shows it as what it is', async () => {
    const earlier = await floor.ask('laura', 'agentes hoy');
    floor.clock.move(20 * 60_000);
    floor.wolkvox.fail('maintenance');
    const failed = await floor.ask('laura', 'agentes hoy');
    expect(failed.text).toMatch(/mantenimiento/);
    expect(failed.text).toMatch(/Este es el último dato: \d\d:\d\d\./);
    expect(buttonsOn(failed)).toEqual(['Ver', 'Reintentar']);
    floor.wolkvox.clearLog();
    const shown = await floor.press('laura', failed, 'Ver');
    expect(tableIn(shown)).toEqual(tableIn(earlier));
    expect(shown.text).toMatch(/último dato: \d\d:\d\d/);
    expect(shown.text).not.toContain('leído ahora');
    expect(floor.wolkvox.log).toEqual([]);
  });

  it('offers nothing where nothing was read before', async () => {
    floor.wolkvox.fail('maintenance');
    const failed = await floor.ask('laura', `agentes ${fresh()}`);
    expect(failed.text).not.toContain('último dato');
    expect(buttonsOn(failed)).toEqual(['Reintentar']);
  });

  it('says in a shown last answer what the figures were, even once the quota of the day is gone', async () => {
    const { calls } = recount.agents(
      floor.wolkvox.truth({ date_ini: '20251113000000', date_end: '20251113235959' }),
      floor.wolkvox,
    );
    await floor.ask('grace', 'agents 2025-11-13');
    floor.clock.move(6 * 60_000);
    floor.wolkvox.fail('quota');
    const failed = await floor.ask('grace', 'agents 2025-11-13');
    expect(failed.text).toMatch(/quota.*This is the last data: \d\d:\d\d/s);
    expect(saysNumber((await floor.press('grace', failed, 'See it')).text, calls, 'en')).toBe(true);
  });
});

describe('the log of all that', () => {
  const rowsOf = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await fetch(`${floor.wolkvox.url}/api/v2/${path}`, {
      headers: { 'wolkvox-token': floor.wolkvox.token },
    });
    return z.object({ data: z.array(z.record(z.string(), z.string())) }).parse(await answer.json()).data;
  };

  it('holds no token, and nothing of any customer or agent', async () => {
    await floor.ask('laura', 'campaña todas ayer');
    await floor.ask('laura', 'ahora');
    const window = 'date_ini=20251113000000&date_end=20251113235959';
    const rows = [
      ...(await rowsOf(`reports_manager.php?api=campaign_5&campaign_id=all&${window}`)),
      ...(await rowsOf(`reports_manager.php?api=agent_3&${window}`)),
      ...(await rowsOf('real_time.php?api=calls_last_10')),
    ];
    const FIELDS = [
      'customer_name',
      'customer_last_name',
      'customer_id',
      'telephone',
      'comments',
      'comments_customer_reg',
      'agent_name',
      'agent_dni',
      'conn_id',
    ];
    const personal = new Set(
      rows.flatMap((row) => FIELDS.map((field) => row[field]?.trim() ?? '').filter((text) => text.length > 3)),
    );
    expect(personal.size).toBeGreaterThan(1_000);
    const { slack, wolkvox } = floor;
    const secrets = [wolkvox.token, slack.botToken, slack.appToken, slack.signingSecret];
    const all = floor.logged.join('');
    expect(floor.logged.length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    const words = new Set(all.split(/[^\p{L}\p{N}]+/u));
    const found = [...personal].filter((text) =>
      /^[\p{L}\p{N}]+$/u.test(text) ? words.has(text) : all.includes(text),
    );
    expect(found).toEqual([]);
  });
});
