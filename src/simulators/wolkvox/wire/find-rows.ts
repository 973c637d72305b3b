import { lengthInSeconds, momentAt, type Moment, readStamp, type Window } from '../operation/local-time.ts';
import type { Operation, View } from '../operation/operation.ts';
import { agentCallRows } from '../rows/agent-calls.ts';
import { auxRows } from '../rows/aux.ts';
import { bulkRows } from '../rows/bulk.ts';
import { agentRows, campaignRows, serviceRows, skillRows, tokenRows, type TokenUse } from '../rows/information.ts';
import { liveRows } from '../rows/live.ts';
import { type PlantedRows, type Query, rowsPlanted } from '../rows/planted.ts';
import { previewRows } from '../rows/preview.ts';
import { firstOf, listed, type Rows } from '../rows/row.ts';
import { smartHoldRows } from '../rows/smart-hold.ts';
import type { Scenario } from '../scenario.ts';
import * as refusal from './refusal.ts';
import type { Reply } from './refusal.ts';

export interface Source {
  readonly operation: Operation;
  readonly scenario: Scenario;
  readonly planted: ReadonlyMap<string, PlantedRows>;
  readonly zone: string;
  readonly lagMinutes: number;
  readonly licences: number;
  now(): number;
  tokenUse(): TokenUse;
}

const longest = 31 * 86_400;
const tenMinutes = 600_000;

/** Historic reports know of a running day only what came before the last mark of `lagMinutes`. */
export function historicHorizon(source: Source): Moment {
  const now = momentAt(source.now(), source.zone);
  if (source.lagMinutes === 0) return { day: now.day, second: now.second + 1 };
  const step = source.lagMinutes * 60;
  return { day: now.day, second: Math.floor(now.second / step) * step };
}

export function liveView(source: Source): View {
  const to = momentAt(source.now(), source.zone);
  const from = momentAt(source.now() - tenMinutes + 1000, source.zone);
  return { window: { from, to }, horizon: { day: to.day, second: Infinity } };
}

export function readWindow(query: Query, sameMonthOnly: boolean): Window | Reply {
  const { date_ini: ini, date_end: end } = query;
  if (ini === undefined || end === undefined || ini === '' || end === '') return refusal.parametersMissing;
  const from = readStamp(ini);
  const to = readStamp(end);
  if (from === undefined || to === undefined) return refusal.malformedDates;
  if (end < ini) return refusal.datesReversed;
  if (lengthInSeconds({ from, to }) > longest) return refusal.rangeTooLong;
  if (sameMonthOnly && ini.slice(0, 6) !== end.slice(0, 6)) return refusal.monthCrossed;
  return { from, to };
}

function findReport(source: Source, api: string, query: Query): Rows | Reply {
  const { operation, scenario, planted } = source;
  const known = ['cdr_2', 'agent_3', 'campaign_5', 'diagram_2'].includes(api) || planted.has(api);
  if (!known) return refusal.unknownApi;
  const campaign = query['campaign_id'];
  if (api === 'campaign_5' && (campaign === undefined || !/^(all|\d+)$/.test(campaign)))
    return refusal.parametersMissing;
  const window = readWindow(query, scenario.sameMonthOnly);
  if ('kind' in window) return window;
  const rows = planted.get(api);
  if (rows !== undefined) return listed(rowsPlanted(rows, query));
  const view = { window, horizon: historicHorizon(source) };
  if (api === 'cdr_2') return listed(agentCallRows(operation.calls(view), scenario));
  if (api === 'agent_3') return listed(auxRows(operation.aux(view)));
  if (api === 'diagram_2') return listed(smartHoldRows(operation.holds(view)));
  if (scenario.bulk !== null) return bulkRows(scenario.bulk, window, source.zone);
  return listed(previewRows(operation, view, campaign ?? 'all', scenario));
}

function findOther(source: Source, file: string, api: string, query: Query): Rows | Reply {
  const planted = source.planted.get(api);
  if (planted !== undefined) return listed(rowsPlanted(planted, query));
  const now = momentAt(source.now(), source.zone);
  switch (`${file} ${api}`) {
    case 'real_time.php calls_last_10':
      return listed(liveRows(source.operation.calls(liveView(source)), source.scenario));
    case 'information.php skills':
      return listed(skillRows(now));
    case 'information.php agents':
      return listed(agentRows(now));
    case 'information.php campaigns':
      return listed(campaignRows(now));
    case 'information.php token_info':
      return listed(tokenRows(source.tokenUse()));
    case 'information.php services':
      return listed(serviceRows(source.licences));
    default:
      return refusal.unknownApi;
  }
}

export function findRows(source: Source, file: string, api: string, query: Query): Reply {
  const { scenario } = source;
  if (!['reports_manager.php', 'real_time.php', 'information.php'].includes(file)) return refusal.wrongFile;
  if (scenario.disabled.includes(api)) return refusal.nothingFound;
  const historic = file === 'reports_manager.php';
  const rows = historic ? findReport(source, api, query) : findOther(source, file, api, query);
  if ('kind' in rows) return rows;
  if (rows.count === 0 && scenario.emptyAs === '404') return refusal.nothingFound;
  if (rows.count <= scenario.rowCap) return { kind: 'rows', rows };
  if (scenario.capMode === 'error') return refusal.tooManyRows(scenario.rowCap);
  return { kind: 'rows', rows: firstOf(rows, scenario.rowCap) };
}
