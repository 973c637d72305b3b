import { defineReport } from '../report.ts';
import { brief } from './brief.ts';
import { card } from './card.ts';
import { metrics } from './metrics.ts';
import { readRow } from './row.ts';
import { add, finish, start, summarySchema } from './summary.ts';
import { table } from './table.ts';
import { words } from './words.ts';

export const preview = defineReport({
  id: 'preview',
  aliases: ['preview', 'campaña', 'campana', 'campanha'],
  endpoint: { file: 'reports_manager.php', api: 'campaign_5', dated: true, takesCampaign: true },
  catalogues: ['agents', 'campaigns'],
  takes: ['period', 'top', 'versus'],
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
