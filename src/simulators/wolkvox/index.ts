import { createServer } from 'node:http';
import { dayBefore, momentAt, writeStamp } from './operation/local-time.ts';
import { openOperation, type Truth } from './operation/operation.ts';
import { seededRandom } from './operation/random.ts';
import { agents, campaigns, skills } from './operation/roster.ts';
import type { PlantedRows } from './rows/planted.ts';
import { type Fault, type FaultKind, type Scenario, usualScenario } from './scenario.ts';
import { answer } from './wire/answer.ts';
import { type LogEntry, openDesk } from './wire/desk.ts';
import { historicHorizon, liveView, readWindow } from './wire/find-rows.ts';

export type { AuxEpisode, Call, PreviewRecord, SmartHold } from './operation/events.ts';
export type { Truth } from './operation/operation.ts';
export type { PlantedRows, Query } from './rows/planted.ts';
export type { Fault, FaultKind, Scenario } from './scenario.ts';
export type { LogEntry } from './wire/desk.ts';

export interface WolkvoxOptions {
  now: () => number;
  /** 0: any free one. */
  port?: number;
  seed?: number;
  zone?: string;
  token?: string;
  licences?: number;
  /** Historic reports are rebuilt at each such mark; 0: at once. */
  lagMinutes?: number;
  scenario?: Partial<Scenario>;
  rows?: Readonly<Record<string, PlantedRows>>;
}

export type TruthQuery = { date_ini: string; date_end: string } | 'live';

export interface WolkvoxSimulator {
  readonly url: string;
  readonly token: string;
  readonly log: LogEntry[];
  readonly scenario: Scenario;
  readonly roster: { agents: typeof agents; skills: typeof skills; campaigns: typeof campaigns };
  readonly clearLog: () => void;
  /** Adds a fault; without `times` until `heal()`. */
  readonly fail: (fault: FaultKind | Fault) => void;
  readonly heal: () => void;
  /** Lets the requests that hang be answered. */
  readonly release: () => void;
  /** Resolves once so many requests are in the log. */
  readonly whenLogged: (count: number) => Promise<void>;
  /** Fixed rows instead of the operation's; null takes them back. */
  readonly plant: (api: string, rows: PlantedRows | null) => void;
  readonly setTokensUsed: (used: number) => void;
  /** The injected time as fourteen digits in the operation's zone. */
  readonly stamp: () => string;
  readonly truth: (query: TruthQuery) => Truth;
  readonly close: () => Promise<void>;
}

function makeToken(seed: number): string {
  const random = seededRandom(seed, 'token');
  return Array.from({ length: 64 }, () => random.between(0, 15).toString(16)).join('');
}

function readTarget(target: string): URL {
  const base = 'http://localhost';
  return URL.canParse(target, base) ? new URL(target, base) : new URL(base);
}

export async function startWolkvox(options: WolkvoxOptions): Promise<WolkvoxSimulator> {
  const { now, seed = 1, zone = 'America/Bogota', licences = 10, lagMinutes = 10 } = options;
  const today = momentAt(now(), zone).day;
  const digits = (day: string): string => day.replaceAll('-', '');
  const scenario: Scenario = { ...usualScenario(digits(dayBefore(today)), digits(today)), ...options.scenario };
  const planted = new Map(Object.entries(options.rows ?? {}));
  const operation = openOperation(seed, zone, () => scenario);
  const desk = openDesk(
    (used) => ({
      operation,
      scenario,
      planted,
      zone,
      lagMinutes,
      licences,
      now,
      tokenUse: () => ({ limit: licences * 1000, used: used() }),
    }),
    options.token ?? makeToken(seed),
  );

  const server = createServer((request, response) => {
    if (scenario.firewall) {
      request.socket.destroy();
      return;
    }
    const { pathname, searchParams } = readTarget(request.url ?? '/');
    const file = pathname.startsWith('/api/v2/') ? pathname.slice('/api/v2/'.length) : pathname;
    const { api = '', ...query } = Object.fromEntries(searchParams);
    answer(desk, { file, api, query }, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    if (scenario.firewall) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;

  return {
    url: `http://127.0.0.1:${port}`,
    token: desk.token,
    log: desk.log,
    scenario,
    roster: { agents, skills, campaigns },
    clearLog: () => {
      desk.log.length = 0;
    },
    fail: (fault) => {
      scenario.faults.push(typeof fault === 'string' ? { kind: fault } : { ...fault });
    },
    heal: () => {
      scenario.faults.length = 0;
      scenario.firewall = false;
      desk.release();
    },
    release: desk.release,
    whenLogged: desk.whenLogged,
    plant: (api, rows) => {
      if (rows === null) planted.delete(api);
      else planted.set(api, rows);
    },
    setTokensUsed: desk.setTokensUsed,
    stamp: () => writeStamp(momentAt(now(), zone)),
    truth: (query) => {
      const window = query === 'live' ? liveView(desk.source).window : readWindow(query, false);
      if ('kind' in window) throw new Error(`No such window: ${JSON.stringify(query)}`);
      const view = query === 'live' ? liveView(desk.source) : { window, horizon: historicHorizon(desk.source) };
      return {
        calls: operation.calls(view),
        aux: operation.aux(view),
        holds: operation.holds(view),
        previews: operation.previews(view),
      };
    },
    close: async () => {
      desk.release();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
