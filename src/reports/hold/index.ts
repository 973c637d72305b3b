import { defineReport } from '../report.ts';
import { brief } from './brief.ts';
import { card } from './card.ts';
import { metrics } from './metrics.ts';
import { readRow } from './row.ts';
import { add, finish, start, summarySchema } from './summary.ts';
import { table } from './table.ts';
import { words } from './words.ts';

export const hold = defineReport({
  id: 'hold',
  aliases: ['hold', 'espera'],
  endpoint: { file: 'reports_manager.php', api: 'diagram_2', dated: true, takesCampaign: false },
  catalogues: ['skills'],
  takes: ['period', 'versus'],
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
  leading: 'debt',
  words,
});
