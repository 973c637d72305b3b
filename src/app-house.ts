import { createHash, randomUUID } from 'node:crypto';
import { openLanes } from './adapters/bullmq/lanes.ts';
import { openSchedules } from './adapters/bullmq/schedules.ts';
import { openHolidays } from './adapters/holidays.ts';
import { openEngine, type OpenedEngine } from './adapters/store/index.ts';
import { openWolkvox } from './adapters/wolkvox/open-wolkvox.ts';
import type { Config } from './config/config.ts';
import { settingsOf } from './config/config.ts';
import { done, type Outcome } from './core/errors.ts';
import type { Operation } from './core/operation.ts';
import type { Settings } from './core/settings.ts';
import { auxPastReader, type ReadAuxPast } from './flows/history/aux-days.ts';
import { laneWorker } from './flows/read/fetch-in-lane.ts';
import { endedLog } from './flows/alerts/cards/ended-log.ts';
import { hygieneReader } from './flows/alerts/read-hygiene.ts';
import { ruleBook } from './flows/rules/rule-book.ts';
import { digestMaker, type MakeDigest } from './flows/digests/card/digest-card.ts';
import { type FormatFor, formats } from './flows/read/format-for.ts';
import { reportGatherer } from './flows/read/gather-report.ts';
import { type Auditor, auditor } from './flows/operate/audit.ts';
import { untilDone } from './flows/operate/until-done.ts';
import { keepHistory } from './flows/history/history-jobs.ts';
import { type HistoryReader, historyReader } from './flows/history/history-reader.ts';
import { type Justifications, justifications } from './flows/history/justify-store.ts';
import { ledgerMarksReader } from './flows/history/ledger-marks.ts';
import { besideReader, type ReadBeside } from './flows/history/read-beside.ts';
import { type ReadNames, namesReader } from './flows/read/read-names.ts';
import { laneReader, type ReadLane } from './flows/read/read-lane.ts';
import { type ReadQuota, quotaReader } from './flows/read/read-quota.ts';
import { type ReadReport, reportReader } from './flows/read/read-report.ts';
import { runOnce } from './flows/read/run-once.ts';
import { reportRunner, type RunReport } from './flows/read/run-report.ts';
import { type ReadUsual, usualReader } from './flows/history/usual-reader.ts';
import { historyTeller, type ShowHistory } from './flows/history/show-history.ts';
import type { Clock, Holidays, Lanes, Log, Metrics, Schedules, Store, Wolkvox } from './ports.ts';
import { CATALOG, reportOf } from './reports/catalog.ts';

/** What every way of running the house has: a store, lanes, wolkvox, and the one way from a request to a card. */
export type House = {
  readonly config: Config;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly engine: OpenedEngine;
  readonly store: Store;
  readonly lanes: Lanes;
  readonly schedules: Schedules;
  readonly wolkvox: Wolkvox;
  readonly formatFor: FormatFor;
  readonly readReport: ReadReport;
  readonly readNames: ReadNames;
  readonly readBeside: ReadBeside;
  readonly readAuxPast: ReadAuxPast;
  readonly readUsual: ReadUsual;
  readonly readLane: ReadLane;
  readonly readQuota: ReadQuota;
  readonly runReport: RunReport;
  readonly makeDigest: MakeDigest;
  readonly holidays: Holidays;
  readonly history: HistoryReader;
  readonly justified: Justifications;
  readonly showHistory: ShowHistory;
  readonly audit: Auditor;
  readonly newId: () => string;
  /** Starts to do the jobs of every operation's lane here. */
  readonly work: () => Promise<void>;
  /** Starts to keep the history here, by the schedules; nobody has to wait for it. */
  readonly remember: () => void;
  /** Aborted once the house closes. */
  readonly closing: AbortSignal;
  readonly close: () => Promise<void>;
};

export type HouseOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Left out: the engine's own. */
  readonly schedules?: Schedules;
};

/** Opens the store and wires everything that needs no Slack. The only failures are the store's. */
export async function openHouse({ config, clock, log, metrics, ...given }: HouseOptions): Promise<Outcome<House>> {
  const opened = await openEngine({
    redisUrl: config.store.redisUrl?.reveal() ?? null,
    dataDir: config.store.dataDir,
    log,
  });
  if (!opened.ok) return opened;
  const { store, engine } = opened.value;
  const settings = settingsOf(config);
  const closing = new AbortController();
  const laneIdOf = laneIds(config);
  const formatFor = formats();
  const lanes = openLanes({ engine, clock, log, laneIdOf });
  const schedules = given.schedules ?? openSchedules({ engine, clock, log });
  const wolkvox = openWolkvox({
    servers: serversOf(config),
    endpoints: (report) => reportOf(report).endpoint,
    clock,
    log,
  });
  const readReport = reportReader({ store, lanes, clock, log, metrics, reports: CATALOG, laneIdOf });
  const audit = auditor({ store, clock, log });
  const readQuota = quotaReader({ store, clock, laneIdOf });
  const readNames = namesReader({ store, lanes, clock, log });
  const history = historyReader({ store, reports: CATALOG });
  const justified = justifications(store);
  const holidays = await openHolidays(settings.operations.map(({ country }) => country));
  const readAuxPast = auxPastReader({ history, justifications: justified, holidays });
  const readLedgerMarks = ledgerMarksReader(history);
  const readBeside = besideReader(readAuxPast, readLedgerMarks);
  const readUsual = usualReader({
    history,
    holidays,
    justified: (...asked) => justified.between(...asked),
    clock,
    log,
  });
  const worker = laneWorker({ store, wolkvox, clock, log, metrics, random: Math.random, laneIdOf, reports: CATALOG });
  return done({
    config,
    settings,
    clock,
    log,
    metrics,
    engine: opened.value,
    store,
    lanes,
    schedules,
    wolkvox,
    formatFor,
    readReport,
    readNames,
    readBeside,
    readAuxPast,
    readUsual,
    readLane: laneReader({ store, clock, laneIdOf }),
    readQuota,
    runReport: runOnce(
      reportRunner({ clock, readReport, readNames, readBeside, readUsual }, formatFor, settings.command),
      clock,
    ),
    makeDigest: digestMaker({
      settings,
      clock,
      log,
      formatFor,
      gather: reportGatherer({ clock, readReport, readNames, readBeside, readUsual }, formatFor, settings.command),
      readLedgerMarks,
      readQuota,
      readHygiene: hygieneReader({ ended: endedLog(store), book: ruleBook({ store, settings }) }),
    }),
    holidays,
    closing: closing.signal,
    history,
    justified,
    showHistory: historyTeller({ store, clock, reports: CATALOG }),
    audit,
    newId: randomUUID,
    work: async () => {
      await Promise.all(settings.operations.map((operation) => lanes.serve(operation, worker(operation))));
      await audit.trim();
    },
    remember: () => {
      const parts = { store, clock, log, readReport, readQuota, reports: CATALOG, schedules, audit };
      untilDone(() => keepHistory(parts, settings.operations), {
        clock,
        signal: closing.signal,
        failed: (cause) => log.warn('history.not-scheduled', { cause }),
      });
    },
    close: async () => {
      closing.abort();
      await schedules.close();
      await lanes.close();
      await wolkvox.close();
      await opened.value.close();
    },
  });
}

/** The address and the token of an operation, by its id. */
export function serversOf({
  operations,
}: Config): (operationId: string) => { readonly baseUrl: string; readonly token: string } {
  const servers = new Map(operations.map(({ operation, wolkvox }) => [operation.id, wolkvox]));
  return (id) => {
    const server = servers.get(id);
    if (server === undefined) throw new Error(`no operation is called ${id}`);
    return { baseUrl: server.baseUrl, token: server.token.reveal() };
  };
}

/** A lane is a token's: its name is a hash, so that neither the store nor a job ever holds the token. */
export function laneIds({ operations }: Config): (operation: Operation) => string {
  const ids = new Map(
    operations.map(({ operation, wolkvox }) => [
      operation.id,
      createHash('sha256').update(`${wolkvox.baseUrl} ${wolkvox.token.reveal()}`).digest('hex').slice(0, 12),
    ]),
  );
  return ({ id }) => ids.get(id) ?? id;
}
