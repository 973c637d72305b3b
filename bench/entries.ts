import { join } from 'node:path';
import { answerPath, writeAnswer } from './answers.ts';
import { BOT_ENTRIES } from './bot-entries.ts';
import { beside, type Case, type Entry, exactly, ratio, under } from './entry.ts';

const here = import.meta.dirname;
const reading = (name: string, how: string, from: string, file: string): Case => ({
  name,
  file: join(here, 'read-answer.ts'),
  arguments: [how, from, answerPath(file)],
});

const prepared = (name: string, remark: number) => async () => {
  const { remove } = await writeAnswer(name, remark);
  return remove;
};

/** Everything that is measured: add an entry and it is in the table. */
export const ENTRIES: readonly Entry[] = [
  {
    title: '60,000 rows of campaign_5, 31 MB, in memory: bytes to summary, against JSON.parse of the same bytes',
    runs: 7,
    prepare: prepared('usual.json', 80),
    cases: [
      reading('summary', 'summary', 'memory', 'usual.json'),
      reading('rows', 'rows', 'memory', 'usual.json'),
      reading('parse', 'parse', 'memory', 'usual.json'),
    ],
    lines: [
      ratio('time, bytes to summary', 'ms', 'summary', 'parse', 0.8),
      ratio('memory above the start', 'memory', 'summary', 'parse', 1 / 6),
      under('longest pause', 'pause', 'summary', 50, 'ms'),
    ],
  },
  {
    title: '60,000 rows of campaign_5, 256 MB, from a file: bytes to summary, against JSON.parse of the same bytes',
    runs: 5,
    prepare: prepared('largest.json', 4_010),
    cases: [
      reading('summary', 'summary', 'file', 'largest.json'),
      reading('rows', 'rows', 'file', 'largest.json'),
      reading('parse', 'parse', 'file', 'largest.json'),
    ],
    lines: [
      ratio('time, bytes to summary', 'ms', 'summary', 'parse', 0.5),
      under('memory above the start', 'memory', 'summary', 40, 'MB'),
      under('longest pause', 'pause', 'summary', 50, 'ms'),
    ],
  },
  {
    title: '400 days of history of 200 agents: days, hours and ten-minute slices, as the store keeps them',
    runs: 1,
    prepare: async () => async () => {},
    cases: [{ name: 'history', file: join(here, 'keep-history.ts'), arguments: [] }],
    lines: [
      under('values', 'values', 'history', 25, 'MB'),
      under('files, embedded store', 'files', 'history', 25, 'MB'),
      under('60 days of each report, read', 'read60days', 'history', 1_000, 'ms'),
    ],
  },
  {
    title: "A card of 200 agents' day with the usual beside it, against one without (ms, made and drawn as a message)",
    runs: 3,
    prepare: async () => async () => {},
    cases: [{ name: 'usual', file: join(here, 'usual-card.ts'), arguments: [] }],
    lines: [
      ratio('agents, with the usual', 'agents', 'held', 'bare', 1.3),
      ratio('preview, with the usual', 'preview', 'held', 'bare', 1.3),
      beside('agents, compared and drawn', 'agents', 'compared', 'bare'),
      beside('preview, compared and drawn', 'preview', 'compared', 'bare'),
      beside('the first card of a process', 'agents', 'first', null, 'ms'),
    ],
  },
  {
    title:
      '10,000 alert rules over 40 windows, one tick: the book read, each window asked once, all judged, what changed kept',
    runs: 1,
    prepare: async () => async () => {},
    cases: [1_000, 5_000, 10_000].map((many) => ({
      name: `rules${many}`,
      file: join(here, 'check-rules.ts'),
      arguments: [String(many)],
    })),
    lines: [
      under('requests a tick', 'requests', 'rules10000', 41, ''),
      under('a tick of 10,000 rules', 'ms', 'rules10000', 10_000, 'ms'),
      beside('per 1,000 rules of 10,000', 'per1000', 'rules10000', null, 'ms'),
      beside('per 1,000 rules of 5,000', 'per1000', 'rules5000', null, 'ms'),
      ratio('per rule, 10,000 against 5,000', 'per1000', 'rules10000', 'rules5000', 1.3),
    ],
  },
  {
    title:
      '10,000 digests of 08:00 over 40 windows on one worker, to a Slack without a pace, against bare BullMQ whose jobs do nothing',
    runs: 1,
    prepare: async () => async () => {},
    cases: [{ name: 'digests', file: join(here, 'digest-morning.ts'), arguments: [] }],
    lines: [
      exactly('requests to wolkvox', 'requests', 'digests', 40),
      exactly('lost', 'lost', 'digests', 0),
      exactly('doubled', 'doubled', 'digests', 0),
      beside('digests per second', 'perSecond', 'digests', null, ''),
      beside('… to bare BullMQ', 'perSecond', 'digests', 'bare'),
      beside('memory per 1,000 digests', 'memory', 'digests', null, 'MB'),
    ],
  },
  ...BOT_ENTRIES,
];
