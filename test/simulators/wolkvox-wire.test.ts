import { describe, expect, test } from 'vitest';
import type { FaultKind } from '../../src/simulators/wolkvox/index.ts';
import { openTestDesk } from './wolkvox-desk.ts';

const evening = '2026-07-14T21:00:00';
const day = ['20260714000000', '20260714235959'] as const;
const skills = 'information.php?api=skills';

describe('what wolkvox refuses', () => {
  test('a missing token, a wrong one, an unknown api, missing and malformed dates', async () => {
    const desk = await openTestDesk(evening);
    expect(await desk.ask(skills, '')).toMatchObject({ status: 401, msg: 'PLEASE ENTER THE WOLKVOX-TOKEN' });
    expect(await desk.ask(skills, 'a1b2')).toMatchObject({ status: 403, msg: 'PLEASE VALIDATE TOKEN' });
    const unknown = { status: 400, msg: 'THE API YOU WANT TO CONSULT DOES NOT EXIST' };
    expect(await desk.ask('information.php?api=nothing')).toMatchObject(unknown);
    const missing = { status: 400, msg: 'SOME PARAMETERS ARE REQUIRED' };
    expect(await desk.ask('reports_manager.php?api=cdr_2')).toMatchObject(missing);
    expect((await desk.report('cdr_2', '2026071400000', day[1])).status).toBe(400);
    expect((await desk.report('cdr_2', '20260714250000', day[1])).status).toBe(400);
    expect((await desk.report('cdr_2', day[1], day[0])).status).toBe(400);
  });

  test('two requests in flight are served and a third is refused', async () => {
    const desk = await openTestDesk(evening);
    desk.sim.fail({ kind: 'hang', times: 2 });
    const held = [desk.ask(skills), desk.ask(skills)];
    await desk.sim.whenLogged(2);
    const third = await desk.ask(skills);
    expect(third).toMatchObject({ status: 403, msg: 'EXCEEDS THE LIMIT OF SIMULTANEOUS REQUESTS PER TOKEN (2)' });
    desk.sim.release();
    expect((await Promise.all(held)).map((each) => each.status)).toEqual([200, 200]);
    expect((await desk.ask(skills)).status).toBe(200);
    expect(desk.sim.log.map((entry) => entry.inFlightAtStart)).toEqual([0, 1, 2, 0]);
  });

  test('requests one after another never count as simultaneous', async () => {
    const desk = await openTestDesk(evening, { scenario: { simultaneous: 1 } });
    for (let turn = 0; turn < 20; turn += 1) expect((await desk.report('cdr_2', ...day)).status).toBe(200);
  });

  test('the daily quota counts each call, ends in a 403 and begins again at the local midnight', async () => {
    const desk = await openTestDesk(evening, { licences: 1 });
    await desk.ask(skills);
    const info = await desk.ask('information.php?api=token_info');
    expect(info.rows[0]).toMatchObject({ token_limit: '1000', token_use_today: '2' });
    desk.sim.setTokensUsed(999);
    expect((await desk.ask(skills)).status).toBe(200);
    expect(await desk.ask(skills)).toMatchObject({ status: 403, msg: 'TOKEN LIMIT EXCEEDED' });
    desk.setTime('2026-07-15T00:00:00');
    expect((await desk.ask(skills)).status).toBe(200);
  });

  test('more rows than the cap are cut or refused, and halves of the day are complete', async () => {
    const desk = await openTestDesk(evening, { scenario: { bulk: { api: 'campaign_5', rows: 61_000 } } });
    expect((await desk.report('campaign_5', ...day)).rows.length).toBe(60_000);
    const morning = await desk.report('campaign_5', day[0], '20260714115959');
    const afternoon = await desk.report('campaign_5', '20260714120000', day[1]);
    expect(morning.rows.length + afternoon.rows.length).toBe(61_000);
    expect(afternoon.rows.every((row) => (row['date'] ?? '') >= '2026-07-14 12:00:00')).toBe(true);
    desk.sim.scenario.capMode = 'error';
    expect((await desk.report('campaign_5', ...day)).status).toBe(416);
  });
});

describe('what goes wrong', () => {
  const refusals: [FaultKind, number][] = [
    ['token missing', 401],
    ['token wrong', 403],
    ['quota', 403],
    ['simultaneous', 403],
    ['maintenance', 403],
    ['empty', 404],
    ['server error', 500],
    ['bad gateway', 502],
    ['gateway timeout', 504],
  ];

  test.each(refusals)('%s is answered with %i, once, and to its api alone', async (kind, status) => {
    const desk = await openTestDesk(evening);
    desk.sim.fail({ kind, api: 'skills', times: 1 });
    expect((await desk.ask('information.php?api=agents')).status).toBe(200);
    expect((await desk.ask(skills)).status).toBe(status);
    expect((await desk.ask(skills)).status).toBe(200);
  });

  test('a fault without a count lasts until it is healed', async () => {
    const desk = await openTestDesk(evening);
    desk.sim.fail('bad gateway');
    for (let turn = 0; turn < 3; turn += 1) expect((await desk.ask(skills)).text).toContain('<h1>Bad Gateway</h1>');
    desk.sim.heal();
    expect((await desk.ask(skills)).status).toBe(200);
  });

  test('connections break before, within and instead of an answer', async () => {
    const desk = await openTestDesk(evening);
    for (const kind of ['reset', 'reset in body'] as const) {
      desk.sim.fail({ kind, times: 1 });
      await expect(desk.report('cdr_2', ...day)).rejects.toThrow();
    }
    desk.sim.scenario.firewall = true;
    await expect(desk.ask(skills)).rejects.toThrow();
    desk.sim.heal();
    expect((await desk.ask(skills)).status).toBe(200);
  });

  test('a body is cut in a well-closed answer, or is no JSON at all', async () => {
    const desk = await openTestDesk(evening);
    desk.sim.fail({ kind: 'truncated body', times: 1 });
    const cut = await desk.report('cdr_2', ...day);
    expect(cut.status).toBe(200);
    expect(() => JSON.parse(cut.text)).toThrow(SyntaxError);
    desk.sim.fail({ kind: 'not json', times: 1 });
    const odd = await desk.ask(skills);
    expect([odd.status, odd.rows]).toEqual([200, []]);
    expect(() => JSON.parse(odd.text)).toThrow(SyntaxError);
  });

  test('a report that a server does not offer is a 404', async () => {
    const desk = await openTestDesk(evening, { scenario: { disabled: ['diagram_2'] } });
    expect((await desk.report('diagram_2', ...day)).status).toBe(404);
    expect((await desk.report('cdr_2', ...day)).status).toBe(200);
  });
});

describe('how it is written', () => {
  test('the same rows come escaped, pretty, compressed, with other codes and other envelopes', async () => {
    const desk = await openTestDesk(evening);
    const usual = await desk.report('cdr_2', ...day);
    const { scenario } = desk.sim;
    const look = async (change: Partial<typeof scenario>) => {
      const before = { ...scenario };
      Object.assign(scenario, change);
      const answer = await desk.report('cdr_2', ...day);
      Object.assign(scenario, before);
      return answer;
    };
    const escaped = await look({ letters: 'escaped' });
    expect(escaped.text).toContain(String.raw`NORE\u00d1A`);
    expect(escaped.rows).toEqual(usual.rows);
    const pretty = await look({ pretty: true });
    expect(pretty.text.split('\n').length).toBeGreaterThan(100);
    expect(pretty.rows).toEqual(usual.rows);
    expect((await look({ gzip: true })).rows).toEqual(usual.rows);
    expect((await look({ code: 'number' })).text).toContain('"code":200,');
    expect((await look({ code: 'zero' })).text).toContain('"code":"0",');
    expect((await look({ envelope: 'bare list' })).rows).toEqual(usual.rows);
    expect((await look({ envelope: 'data object' })).text).toContain('"data":{"0":{');
    const spoiled = await look({ malformed: true });
    expect(spoiled.text).toContain('},null,{');
    expect(spoiled.text).toContain('"calls":"--NaN--"');
  });

  test('names, percentages, costs and kinds of rows are as odd as the real ones', async () => {
    const desk = await openTestDesk(evening);
    const agents = (await desk.report('cdr_2', ...day)).rows;
    const names = agents.map((row) => row['agent_name'] ?? '');
    expect(names).toEqual(expect.arrayContaining(['Routing_point_61182', 'PRUEBA TI', 'TOTAL']));
    expect(names.some((name) => name.startsWith('COM-'))).toBe(true);
    expect(names.some((name) => name.includes('  '))).toBe(true);
    expect(agents.some((row) => /^\d{1,3}(,\d{3})+\.\d\d$/.test(row['cost'] ?? ''))).toBe(true);
    const holds = (await desk.report('diagram_2', ...day)).rows;
    expect(holds.map((row) => row['service_level_up'])).toEqual(expect.arrayContaining(['']));
    expect(holds.some((row) => /^\d+\.\d\d %$/.test(row['service_level_up'] ?? ''))).toBe(true);
    const aux = (await desk.report('agent_3', ...day)).rows;
    expect(aux.some((row) => row['aux_state'] === ' Baño')).toBe(true);
    expect(aux.some((row) => /^\d{5}-\D/.test(row['agent_id'] ?? ''))).toBe(true);
    const previews = (await desk.report('campaign_5', ...day)).rows;
    const kinds = new Set(previews.map((row) => row['type_of_row']));
    expect(kinds).toEqual(new Set(['CALL', 'PREVIEW', 'TOTAL', 'call', 'preview']));
    expect(previews.some((row) => row['cod_act'] === 'TIMEOUTACW')).toBe(true);
    expect(previews.some((row) => row['campaign_id'] === '22109 - COBRANZA TEMPRANA')).toBe(true);
  });

  test('headers are those of an Apache whose clock is the injected one', async () => {
    const desk = await openTestDesk(evening);
    const headers = { 'wolkvox-token': desk.sim.token };
    const response = await fetch(`${desk.sim.url}/api/v2/${skills}`, { headers });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      server: 'Apache',
      date: 'Wed, 15 Jul 2026 02:00:00 GMT',
      'content-type': 'application/json; charset=utf-8',
      'transfer-encoding': 'chunked',
      'cache-control': 'no-store, no-cache, must-revalidate',
    });
    expect(response.headers.has('content-encoding')).toBe(false);
    await response.text();
  });

  test('planted rows take the place of the operation, also by window, until they are taken back', async () => {
    const desk = await openTestDesk(evening);
    desk.sim.plant('cdr_2', (query) => [{ calls: '1', agent_name: query['date_ini'], cost: '' }]);
    expect((await desk.report('cdr_2', ...day)).rows).toEqual([{ calls: '1', agent_name: day[0], cost: '' }]);
    desk.sim.plant('cdr_2', []);
    expect((await desk.report('cdr_2', ...day)).status).toBe(404);
    desk.sim.plant('cdr_2', null);
    expect((await desk.report('cdr_2', ...day)).rows.length).toBeGreaterThan(30);
  });

  test('bulk rows are as long as asked', async () => {
    const bulk = { api: 'campaign_5', rows: 1000, bytesPerRow: 900 } as const;
    const desk = await openTestDesk(evening, { scenario: { bulk } });
    const answer = await desk.report('campaign_5', ...day);
    expect(answer.rows.every((row) => Buffer.byteLength(JSON.stringify(row)) === 900)).toBe(true);
  });
});
