import { defineReport } from '../report.ts';
import { brief } from './brief.ts';
import { card } from './card.ts';
import { metrics } from './metrics.ts';
import { readRow } from './row.ts';
import { add, finish, start, summarySchema } from './summary.ts';
import { table } from './table.ts';
import { words } from './words.ts';

export const live = defineReport({
  id: 'live',
  aliases: ['live', 'ahora', 'vivo', 'agora'],
  endpoint: { file: 'real_time.php', api: 'calls_last_10', dated: false, takesCampaign: false },
  catalogues: [],
  takes: [],
  row: readRow,
  start,
  add,
  finish,
  version: 1,
  summary: summarySchema,
  card,
  brief,
  table,
  metrics,
  words,
});
