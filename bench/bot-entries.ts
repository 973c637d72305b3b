import { join } from 'node:path';
import { beside, type Entry, ratio } from './entry.ts';

const here = import.meta.dirname;
const nothing = async () => async () => {};

/** The whole bot against a bare Bolt app, each talking to a simulated Slack of its own on this machine. */
export const BOT_ENTRIES: readonly Entry[] = [
  {
    title: 'A cached command, 50 people at once: typed to answered, against a bare Bolt app that answers a fixed text',
    runs: 3,
    prepare: nothing,
    cases: [{ name: 'answer', file: join(here, 'bot-answer.ts'), arguments: [] }],
    lines: [
      ratio('p99, on Redis', 'p99', 'redis', 'bare', 2),
      beside('p99, embedded store', 'p99', 'embedded', 'bare'),
      beside('usual round, on Redis', 'round', 'redis', 'bare'),
      beside('… to bare with our card', 'round', 'redis', 'same'),
      beside('… 50 different commands', 'apartRound', 'redis', 'bare'),
    ],
  },
  {
    title: 'Start to ready (ms) and memory at rest (MB), against a bare Bolt app in plain JavaScript',
    runs: 4,
    prepare: nothing,
    cases: [{ name: 'start', file: join(here, 'bot-start.ts'), arguments: [] }],
    lines: [
      ratio('start, on Redis', 'start', 'redis', 'bare', 3),
      ratio('first start after npm ci', 'firstStart', 'redis', 'bare', 3),
      beside('start, embedded store', 'start', 'embedded', 'bare'),
      ratio('memory, on Redis', 'memory', 'redis', 'bare', 1.5),
      beside('… after the first start', 'firstMemory', 'redis', 'bare'),
      beside('memory, embedded store', 'memory', 'embedded', 'bare'),
      beside('… of which the store is', 'store', 'embedded', null, 'MB'),
    ],
  },
];
