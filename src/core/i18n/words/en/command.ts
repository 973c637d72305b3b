import type { Text } from '../../../card/card.ts';
import { codes } from '../codes.ts';
import { counted } from '../fact.ts';
import type { HelpWords, UnclearWords } from '../command-words.ts';

const NAMES = {
  report: 'two reports',
  operation: 'two operations',
  period: 'two periods',
  hours: 'two ranges of hours',
  top: 'two list sizes',
  order: 'two orders',
  versus: 'two comparisons',
  file: 'two file formats',
  campaign: 'two campaigns',
} as const;

export const unclear: UnclearWords = {
  unknownWord: ({ word, nearest }): Text =>
    nearest.length === 0
      ? [`I do not know "${word}".`]
      : [`I do not know "${word}". Did you mean `, ...codes(nearest, ' or '), '?'],
  names: {
    agents: "If it is an agent's name: agents are not asked for by name; the table has them all.",
    aux: "If it is an agent's name: agents are not asked for by name; the table has them all.",
    hold: "If it is a skill's name: skills are not asked for by name; the table has them all.",
    preview: "If it is a campaign's name: it is asked for by its number, the one in wolkvox.",
    live: null,
  },
  moreUnknown: ({ count }) => `And ${counted(count, 'more word', 'more words')} that I do not know.`,
  tryThese: ({ commands }) => ['Try: ', ...codes(commands, ' · ')],
  noReport: ({ reports }) => ['Say what you want to see: ', ...codes(reports, ', '), '.'],
  two: ({ what, first, second }) => [`There are ${NAMES[what]}: "${first}" and "${second}". Leave one.`],
  noSuchDate: ({ word }) => [
    `I do not understand the date "${word}". Write `,
    { code: '2026-11-01' },
    ' or ',
    { code: '1 nov' },
    '.',
  ],
  noSuchTime: ({ word }) => [
    `"${word}" is not a time that exists on that day. Hours are written `,
    { code: '08:00-12:00' },
    '.',
  ],
  backwards: ({ first, second }) => [
    `"${first}" comes after "${second}". Write the beginning first; hours that cross midnight are asked in two parts.`,
  ],
  future: ({ word }) => [`"${word}" has not come yet. Ask for today or for a period that has begun.`],
  tooLong: ({ days }) => [`That period is very long. Up to ${days} days can be asked at once.`],
  hoursNeedOneDay: ({ word }) => [
    `Hours go with a single day, and "${word}" has several. For example: `,
    { code: 'yesterday 08:00-12:00' },
    '.',
  ],
  badTop: ({ word, max }) => [
    `"${word}" does not work: write a number from 1 to ${max}, for example `,
    { code: 'top 5' },
    '.',
  ],
  badAmount: ({ word }) => [`"${word}" does not work: the number must be 1 or more.`],
  notFor: ({ word, command }) => [`"${word}" does not go with `, { code: command }, '.'],
  whichOperation: ({ word, ids }) => [`"${word}" may be more than one operation: `, ...codes(ids, ', '), '.'],
  tooManyWords: ({ max }) => [`Those are too many words. Fewer than ${max} are enough.`],
  examples: ['agents yesterday', 'aux today', 'help'],
  examplesFor: {
    agents: ['agents yesterday', 'agents yesterday by cost top 5', 'agents last week vs previous'],
    aux: ['aux today', 'aux yesterday', 'aux this week'],
    hold: ['hold today', 'hold yesterday vs previous', 'hold last 7 days'],
    preview: ['preview all today', 'preview 22109 yesterday', 'preview all yesterday 08:00-12:00'],
    live: ['live', 'live here', 'help'],
  },
};

export const help: HelpWords = {
  title: 'What you can ask',
  intro:
    'First what you want to see; then, in any order, the operation, the period and the options. The answer comes to you alone.',
  asks: [
    { report: 'agents', words: 'agents yesterday', says: 'calls and telephony cost per agent' },
    { report: 'aux', words: 'aux today', says: 'auxiliary time per agent and state, and who is out of the usual' },
    { report: 'hold', words: 'hold today', says: 'smart hold: callbacks promised and made' },
    { report: 'preview', words: 'preview all today', says: 'preview campaigns: contact, dispositions and hours' },
    { report: 'live', words: 'live', says: 'the last ten minutes: answered, abandoned and lines' },
  ],
  others: [
    { words: 'check agents yesterday', says: 'the exact window and totals to hold against wolkvox Manager' },
    { words: 'status', says: 'whether all works, and how much quota is left today' },
    { words: 'digests', says: 'what comes by itself, when and where; add, edit, pause' },
    { words: 'alerts', says: 'what is watched and how it stands; add, edit, pause, test' },
    { words: 'help', says: 'this help' },
  ],
  periodsTitle: 'Periods',
  periods: [
    'today',
    'yesterday',
    'monday',
    'monday to friday',
    'this week',
    'last week',
    'this month',
    'last month',
    'last 7 days',
    'last 3 hours',
    '2026-11-01',
    '2026-11-01..2026-11-07',
    'yesterday 08:00-12:00',
  ],
  optionsTitle: 'Options',
  options: [
    { words: 'top 5', says: 'only the first five' },
    { words: 'by cost', says: 'ordered by cost (or by calls)' },
    { words: 'vs previous', says: 'compared with the period before' },
    { words: 'vs usual', says: 'compared with the usual' },
    { words: 'csv', says: 'the file, as a direct message (also xlsx)' },
    { words: 'here', says: 'posted in this channel' },
  ],
  operations: ({ ids, current }) => ['Operations: ', ...codes(ids, ', '), `. If you name none, it is ${current}.`],
  trust: 'The small line at the foot says from which window and how many rows each figure comes, and how recent it is.',
};
