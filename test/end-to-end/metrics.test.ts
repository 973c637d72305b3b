import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Floor, openFloor } from './floor/floor.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const own = (name: string): string => (name.startsWith('vigia_') ? name : `vigia_${name}`);

/** What the code touches: every metric's name is written where it is counted. */
const touched = new Set(
  readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...read(`src/${path}`).matchAll(/\.(?:count|gauge|observe)\(\s*'([a-z_]+)'/g)])
    .map(([, name = '']) => own(name)),
);
const documented = new Set(
  [...read('docs/operate.md').matchAll(/^\| `(vigia_[a-z_]+)` \|/gm)].map(([, name = '']) => name),
);
/** Counted by the library that counts. */
const OF_THE_LIBRARY = ['vigia_metrics_refused_total'];
/** Those that come to exist only once a digest, a rule, or somebody who asks too often is there. */
const NOT_YET = /^vigia_(digest|alert|asks_refused)/;

describe('the documented metrics', () => {
  it('are those that the code touches', () => {
    expect(documented).toEqual(new Set([...touched, ...OF_THE_LIBRARY]));
  });
});

describe('a running bot', () => {
  let floor: Floor;
  let exposed: ReadonlySet<string>;
  beforeAll(async () => {
    floor = await openFloor();
    await floor.ask('laura', 'agentes ayer');
    const text = await (await fetch(`http://127.0.0.1:${floor.bot.port}/metrics`)).text();
    exposed = new Set([...text.matchAll(/^([a-z_0-9]+)(?:\{| )/gm)].map(([, name = '']) => name));
  });
  afterAll(() => floor.stop());

  it('shows each of them', () => {
    const shown = (name: string) => exposed.has(name) || exposed.has(`${name}_count`);
    expect([...documented].filter((name) => !NOT_YET.test(name) && !shown(name))).toEqual([]);
  });

  it('shows each that the dashboard draws', () => {
    const panel = z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ expr: z.string() })) });
    const board = z
      .looseObject({ panels: z.array(panel), templating: z.looseObject({ list: z.array(z.looseObject({})) }) })
      .parse(JSON.parse(read('docs/grafana-dashboard.json')));
    const asked = [
      JSON.stringify(board.templating),
      ...board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const names = new Set(asked.flatMap((text) => text.match(/vigia_[a-z_0-9]+/g) ?? []));
    const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    const known = (name: string) => exposed.has(name) || (NOT_YET.test(name) && documented.has(base(name)));
    expect([...names].filter((name) => !known(name))).toEqual([]);
    expect([...documented].filter((name) => ![...names].some((drawn) => base(drawn) === name))).toEqual([]);
    expect(new Set(board.panels.map(({ title }) => title)).size).toBe(board.panels.length);
  });

  it('says in one line of its log who asked what, of how many rows, and how long it took', () => {
    const line = floor.logged
      .map((text): unknown => JSON.parse(text))
      .find((one) => JSON.stringify(one).includes('"event":"flow"'));
    expect(line).toMatchObject({
      flow: 'report',
      actor: 'U01LAURA',
      request: expect.stringContaining('agents'),
      result: 'done',
      rows: { read: expect.any(Number), used: expect.any(Number) },
      requests: expect.any(Number),
      cached: false,
      ms: expect.any(Number),
    });
  });
});
