import { defineReport } from '../report.ts';
import { brief } from './brief.ts';
import { card } from './card.ts';
import { metrics } from './metrics.ts';
import { readRow } from './row.ts';
import { add, finish, nextWindow, start, summarySchema } from './summary.ts';
import { table } from './table.ts';
import { words } from './words.ts';

export const agents = defineReport({
  id: 'agents',
  aliases: ['agents', 'agentes'],
  endpoint: { file: 'reports_manager.php', api: 'cdr_2', dated: true, takesCampaign: false },
  catalogues: [],
  takes: ['period', 'top', 'by', 'versus'],
  row: readRow,
  start,
  add,
  nextWindow,
  finish,
  version: 1,
  summary: summarySchema,
  card,
  brief,
  table,
  metrics,
  words,
});
