import { describe, expect, it } from 'vitest';
import { crowded, forbiddenUses, medianLines, nameless, oversized } from './architecture/forbidden.ts';
import { parseSource, readSources, type Source } from './architecture/source.ts';
import { brokenWalls, circles } from './architecture/walls.ts';

const sources = readSources();

describe('the house', () => {
  it('has walls that every import respects', () => {
    expect(brokenWalls(sources)).toEqual([]);
  });

  it('reads clock, chance, environment and console only where it may', () => {
    expect(forbiddenUses(sources)).toEqual([]);
  });

  it('has no circles of imports', () => {
    expect(circles(sources)).toEqual([]);
  });

  it('has small rooms', () => {
    expect(oversized(sources)).toEqual([]);
    expect(crowded(sources)).toEqual([]);
    expect(medianLines(sources)).toBeLessThan(100);
  });

  it('names each file for what is in it', () => {
    expect(nameless(sources)).toEqual([]);
  });
});

describe('the walls', () => {
  const broken = (path: string, text: string): readonly string[] => brokenWalls([parseSource(path, text)]);

  it.each([
    ['core/x.ts', "import { readFileSync } from 'node:fs';"],
    ['core/x.ts', "import type { Store } from '../ports.ts';"],
    ['core/x.ts', "const y = await import('luxon/x');\nexport * from '../flows/y.ts';"],
    ['reports/agents/card.ts', "import { a } from '../aux/card.ts';"],
    ['config/x.ts', "import { DateTime } from 'luxon';"],
    ['ports.ts', "import { done } from './core/errors.ts';"],
    ['flows/x.ts', "import { createLog } from '../adapters/log.ts';"],
    ['flows/x.ts', "import type { WebClient } from '@slack/web-api';"],
    ['triggers/slack/x.ts', "import { App } from '@slack/bolt';"],
    ['triggers/slack/x.ts', "import { y } from '../cli/y.ts';"],
    ['adapters/log.ts', "import { createMetrics } from './metrics.ts';"],
    ['adapters/store/x.ts', "import { Queue } from 'bullmq';"],
    ['adapters/slack/x.ts', "import {\n  defineReport,\n  type Report,\n} from '../../reports/report.ts';"],
    ['simulators/slack/x.ts', "import { x } from '../../core/x.ts';"],
    ['app.ts', "import { x } from './simulators/slack/x.ts';"],
    ['elsewhere/x.ts', ''],
  ])('stop %s at: %s', (path, text) => {
    expect(broken(path, text)).toHaveLength(1);
  });

  it.each([
    ['core/x.ts', "import { z } from 'zod';\nimport { y } from './y/y.ts';\n// import x from 'node:fs'"],
    ['reports/agents/card.ts', "import { b } from './row.ts';\nimport { c } from '../report.ts';"],
    ['triggers/slack/x.ts', "import type { App } from '@slack/bolt';\nimport { run } from '../../flows/run.ts';"],
    ['adapters/log.ts', "import pino, { type Level } from 'pino';\nimport type { Log } from '../ports.ts';"],
    ['adapters/log-redaction.ts', "import { x } from './log.ts';"],
    ['adapters/slack/x.ts', "import { type Report } from '../../reports/report.ts';"],
    ['demo.ts', "import { x } from './simulators/slack/x.ts';"],
  ])('let %s through with: %s', (path, text) => {
    expect(broken(path, text)).toEqual([]);
  });

  it('say which line, and what to do instead', () => {
    expect(broken('flows/x.ts', "\nimport { request } from 'undici';")).toEqual([
      'src/flows/x.ts:2 imports undici: a flow asks a port: add what it needs to ports.ts and let an adapter answer',
    ]);
  });
});

describe('what is forbidden', () => {
  const used = (path: string, text: string): readonly string[] => forbiddenUses([parseSource(path, text)]);

  it.each([
    ['flows/x.ts', 'const now = Date.now();'],
    ['core/x.ts', 'const now = new Date();'],
    ['core/x.ts', 'DateTime.local().setZone(zone)'],
    ['adapters/x.ts', 'Math.random() * 2'],
    ['adapters/x.ts', 'process.env.HOME'],
    ['flows/x.ts', 'console.log(1)'],
    ['reports/x/row.ts', 'async () => 1'],
    ['core/x.ts', 'setTimeout(() => {}, 1)'],
  ])('is found in %s: %s', (path, text) => {
    expect(used(path, text)).toHaveLength(1);
  });

  it.each([
    ['adapters/clock.ts', 'Date.now()'],
    ['core/x.ts', 'new Date(now); DateTime.local(2026, 11, 21); // Date.now() is not used'],
    ['core/x.ts', "const text = 'Date.now()';"],
    ['main.ts', 'console.error(process.env)'],
  ])('is not seen in %s: %s', (path, text) => {
    expect(used(path, text)).toEqual([]);
  });
});

describe('circles', () => {
  const ring = (...paths: string[]): readonly Source[] =>
    paths.map((path, index) => parseSource(path, `import '../${paths[(index + 1) % paths.length]}';`));

  it('are found once, of any length', () => {
    expect(circles(ring('core/a.ts', 'core/b.ts', 'core/c.ts'))).toHaveLength(1);
    expect(circles([parseSource('core/a.ts', "import './b.ts'"), parseSource('core/b.ts', '')])).toEqual([]);
  });
});
