import { defineReport } from '../report.ts';
import { brief } from './brief.ts';
import { card } from './card.ts';
import { metrics } from './metrics.ts';
import { readRow } from './row.ts';
import { excuse } from './past.ts';
import { add, finish, start, summarySchema } from './summary.ts';
import { table } from './table.ts';
import { words } from './words.ts';

export const aux = defineReport({
  id: 'aux',
  aliases: ['aux', 'auxiliares', 'pausas'],
  endpoint: { file: 'reports_manager.php', api: 'agent_3', dated: true, takesCampaign: false },
  catalogues: ['agents'],
  takes: ['period', 'top', 'versus'],
  row: readRow,
  start,
  add,
  finish,
  excuse,
  version: 1,
  summary: summarySchema,
  card,
  brief,
  table,
  metrics,
  words,
});
