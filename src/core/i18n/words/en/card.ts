import type { SkipReason } from '../../../skip-reason.ts';
import { counted } from '../fact.ts';
import { rowsSaid, skippedSaid } from '../rows-said.ts';
import type { ButtonWords } from '../label-words.ts';
import type { CompareWords, LoadingWords, SharingWords, TrustWords } from '../wording.ts';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  total: 'TOTAL',
  pseudo: 'not agents',
  unreadable: 'unreadable',
  blank: 'without figures',
  duplicate: 'repeated',
  other: 'other',
};

export const loading: LoadingWords = {
  asking: ({ report, operation, period }) => `Reading ${report} of ${operation}, ${period}…`,
};

const ROWS = { one: 'row', many: 'rows', oneOut: 'not counted', manyOut: 'not counted', names: SKIPPED };

export const trust: TrustWords = {
  rows: (args) => rowsSaid(args, ROWS),
  skipped: (args) => skippedSaid(args, ROWS),
  noRows: 'wolkvox has no rows in that window',
  requests: ({ count }) => `over ${counted(count, 'query', 'queries')}`,
  until: ({ time }) => `data until about ${time}`,
  complete: 'complete data',
  fresh: 'just read',
  cached: ({ minutes }) => (minutes < 1 ? 'read less than 1 min ago' : `read ${minutes} min ago`),
  last: ({ time }) => `last data: ${time}`,
  lastOffered: ({ time }) => `This is the last data: ${time}.`,
  noNames: 'ids are shown: wolkvox did not give the names',
  zoneMismatch: ({ expected, seen }) => `check the time zone: ${expected} was expected, the rows say ${seen}`,
  comparedWith: ({ period }) => `compared with ${period}`,
  sharedBy: ({ person }) => `shared by ${person}`,
};

export const buttons: ButtonWords = {
  share: 'Share',
  compare: 'Compare',
  stopComparing: 'No comparison',
  compareUsual: 'With the usual',
  comparePrevious: 'With the one before',
  download: 'Download',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  refresh: 'Refresh',
  retry: 'Retry',
  previous: '◀',
  next: '▶',
  previousSpoken: 'Period before',
  nextSpoken: 'Period after',
  show: 'Show',
  open: 'Open',
  see: 'See it',
};

export const compare: CompareWords = {
  noHistory: ({ command, days }) => [
    days === null || days === 0
      ? 'There is no history yet to compare with the usual; '
      : `There is not enough history yet to compare with the usual (${counted(days, 'day', 'days')}); `,
    'with ',
    { code: command },
    ' it is compared with the period before.',
  ],
  noData: ({ period }) => `no comparison: wolkvox has no rows for ${period}`,
  noPrevious: ({ why }) => `No comparison: the period before could not be read (${why}).`,
};

export const sharing: SharingWords = {
  shared: 'Shared in this channel.',
  fileTitle: ({ report, operation, period }) => `${report} · ${operation} · ${period}`,
  fileComment: ({ window, rows }) => `${window} · ${rows}`,
  fileSent: ({ name }) => `I sent you ${name} as a direct message.`,
};
