// One tick over many rules: `node bench/check-rules.ts <rules>` prints ms and requests, as one JSON object.
import { openHolidays } from '../src/adapters/holidays.ts';
import type { Rule } from '../src/core/alerts/rule.ts';
import { ruleDefaults } from '../src/core/alerts/rule-defaults.ts';
import type { Operation } from '../src/core/operation.ts';
import { dataUntil } from '../src/core/pacing/freshness.ts';
import { ruleChecker } from '../src/flows/alerts/check/check-rules.ts';
import { endedLog } from '../src/flows/alerts/cards/ended-log.ts';
import { livePieces } from '../src/flows/alerts/check/live-pieces.ts';
import { ruleReader } from '../src/flows/alerts/check/readings.ts';
import { ruleBook } from '../src/flows/rules/rule-book.ts';
import { sheetStore } from '../src/flows/alerts/cards/sheet.ts';
import { levelReader } from '../src/flows/alerts/check/usual-level.ts';
import { historyReader } from '../src/flows/history/history-reader.ts';
import type { ReadReport } from '../src/flows/read/read-report.ts';
import { CATALOG, reportOf } from '../src/reports/catalog.ts';
import type { Store } from '../src/ports.ts';
import { openTestStore } from '../test/fixtures/embedded-store.ts';
import { notingLog } from '../test/fixtures/quiet-log.ts';
import { FLOOR, floorDay } from './floor-day.ts';
import { gauge } from './gauge.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-19T15:00:00-05:00');
const many = Number(process.argv[2] ?? '10000');
/** Eight operations of five questions each: forty a tick. */
const OPERATIONS: readonly Operation[] = Array.from({ length: 8 }, (_, at) => ({ ...FLOOR, id: `floor${at}` }));
const METRICS = [
  ['live', 'abandonment', 30 * MINUTE, 0.5],
  ['agents', 'calls', null, 1e9],
  ['aux', 'aux_total', null, 1e9],
  ['hold', 'debt', null, 1e9],
  ['preview', 'contact_rate', null, 0.99],
] as const;

function ruleAt(at: number): Rule {
  const [report, metric, windowMs, threshold] =
    METRICS[Math.floor(at / OPERATIONS.length) % METRICS.length] ?? METRICS[0];
  const agent =
    report === 'aux' || report === 'preview' ? { kind: 'agent' as const, id: String(12_000 + (at % 200)) } : 'all';
  // One in a hundred is bad, as on a bad day of a real floor.
  const isBad = at % 100 === 7;
  return {
    ...ruleDefaults({ report, metric }),
    id: `rule-${String(at).padStart(5, '0')}`,
    name: `Rule ${at}`,
    operation: `floor${at % OPERATIONS.length}`,
    report,
    metric,
    windowMs,
    scope: agent,
    condition: { kind: 'above', threshold: isBad ? 0 : threshold, recover: isBad ? 0 : threshold },
    channel: `C${at % 50}`,
    origin: 'slack',
  };
}

let now = START;
const clock = { now: () => now, wait: async () => {} };
const { store } = await openTestStore();
const asked: string[] = [];
const known = new Map<string, ReturnType<typeof floorDay>>();
const readReport: ReadReport = async ({ operation, report, window }) => {
  asked.push(`${operation.id} ${report}`);
  const summed = known.get(report) ?? floorDay(report, 7, 0.6, window);
  known.set(report, summed);
  const asOf = dataUntil(window, now, reportOf(report).endpoint.dated);
  const value = {
    ...summed,
    fetchedAt: now,
    asOf,
    fresh: false,
    window,
    windows: [window],
    requests: 1,
    zoneOffset: null,
  };
  return { ok: true, value };
};

const log = notingLog();
const history = historyReader({ store, reports: CATALOG });
const holidays = await openHolidays([null]);
const readLevel = levelReader({ history, holidays, clock });
const book = ruleBook({ store, settings: { rules: [] } });
const metrics = { count: () => {}, gauge: () => {}, observe: () => {}, text: async () => '' };
const sent: string[] = [];
const checker = ruleChecker({
  sheets: sheetStore(store),
  ended: endedLog(store),
  readRules: ruleReader({
    readReport,
    readAuxPast: async () => ({ days: [], justified: [] }),
    readLevel,
    readNames: async () => ({ names: { skills: {}, agents: {}, campaigns: {} }, missing: false }),
    readQuota: async () => ({ limit: null, used: 0, left: null, resetAt: 0, source: 'unknown' }),
    pieces: livePieces({ store, history, version: CATALOG.live.version }),
    log,
    operationOf: (id) => OPERATIONS.find((one) => one.id === id) ?? null,
  }),
  readLevel,
  send: async (_operation, rule) => void sent.push(rule.id),
  holidays,
  clock,
  log,
  metrics,
});

await keep(store);

/** A tick as the schedule makes it: the book is read anew each time. */
async function tick(): Promise<void> {
  const rules = await book.list();
  for (const operation of OPERATIONS) {
    await checker(
      operation,
      rules.filter((rule) => rule.operation === operation.id),
      now,
    );
  }
}

await tick();
const times: number[] = [];
const pauses: number[] = [];
for (let at = 0; at < 5; at += 1) {
  now += 10 * MINUTE;
  asked.length = 0;
  const { ms, pause } = await gauge(tick);
  times.push(ms);
  pauses.push(pause);
}
times.sort((one, other) => one - other);
const ms = times[2] ?? Number.NaN;
console.log(
  JSON.stringify({
    ms,
    per1000: (ms * 1_000) / many,
    requests: asked.length,
    pause: Math.max(...pauses),
    firing: new Set(sent).size,
  }),
);
await store.close();

async function keep({ documents }: Store): Promise<void> {
  for (let at = 0; at < many; at += 1) {
    const { origin: _origin, ...fields } = ruleAt(at);
    await documents.put('rules', fields.id, { v: 1, ...fields });
  }
}
