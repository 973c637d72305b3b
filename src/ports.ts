import type { Outcome } from './core/errors.ts';
import type { Locale } from './core/i18n/locale.ts';
import type { Operation } from './core/operation.ts';
import type { ReportId } from './core/request.ts';
import type { Window } from './core/window.ts';
import type { Catalogue } from './reports/report.ts';

/** The only clock. Instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves once `ms` have passed, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

// ——— the store: small and plain; digests, rules, slots, history, quota and audit are built on it, not in it ———

export interface StoredDocument {
  readonly key: string;
  readonly value: unknown;
  /** Grows with every write; what compare-and-set compares. */
  readonly revision: number;
}

export interface Documents {
  get(collection: string, key: string): Promise<StoredDocument | null>;
  /**
   * Writes if `expected` holds: a revision, `absent`, or `any`. Gives the new revision, or null when somebody was faster.
   * `expiresAt` (epoch ms) lets the engine forget it some time after; it may still be read until then, so judge freshness by content.
   */
  put(
    collection: string,
    key: string,
    value: unknown,
    options?: { readonly expected?: number | 'absent' | 'any'; readonly expiresAt?: number },
  ): Promise<number | null>;
  delete(collection: string, key: string): Promise<void>;
  /** In key order (by code point), `after` excluded. */
  list(
    collection: string,
    options?: { readonly prefix?: string; readonly after?: string; readonly limit?: number },
  ): Promise<readonly StoredDocument[]>;
}

export interface LogEntry {
  readonly at: number;
  readonly value: unknown;
}

export interface Logs {
  append(stream: string, at: number, value: unknown): Promise<void>;
  /** Oldest first unless `newestFirst`; `from` included, `to` not. */
  read(
    stream: string,
    options?: { readonly from?: number; readonly to?: number; readonly limit?: number; readonly newestFirst?: boolean },
  ): Promise<readonly LogEntry[]>;
  /** Forgets what is older than `before`; gives how many. */
  trim(stream: string, before: number): Promise<number>;
}

export interface Counters {
  /** Adds and gives the new value; a counter that was never touched is 0. */
  add(key: string, amount: number, expiresAt: number): Promise<number>;
  set(key: string, value: number, expiresAt: number): Promise<void>;
  get(key: string): Promise<number>;
}

export interface Claims {
  /** True for exactly one taker until `until`; the same owner may take it again to extend. `now` is the caller's clock. */
  take(key: string, owner: string, now: number, until: number): Promise<boolean>;
  release(key: string, owner: string): Promise<void>;
}

export interface Store {
  readonly documents: Documents;
  readonly logs: Logs;
  readonly counters: Counters;
  readonly claims: Claims;
  /** How many documents a collection has under a prefix, and about how many bytes their values take in the engine. */
  size(collection: string, prefix: string): Promise<{ readonly documents: number; readonly bytes: number }>;
  /** Rejects when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

// ——— wolkvox ———

/** One HTTP question to wolkvox. Dates are absent for real-time and catalogue questions. */
export type WolkvoxQuestion =
  | { readonly kind: 'report'; readonly report: ReportId; readonly window: Window; readonly campaign: string | null }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'quota' }
  | { readonly kind: 'services' };

/** `rows`: how many came. `serverTime`: its Date header, epoch ms. `zoneOffsetMinutes`: as the rows' conn_id and date prove it, else null. */
export type WolkvoxAnswer = {
  readonly rows: number;
  readonly bytes: number;
  readonly serverTime: number | null;
  readonly zoneOffsetMinutes: number | null;
};

export interface Wolkvox {
  /** Asks once, never again by itself; hands rows over one by one as they arrive. "No data" is an answer of 0 rows. */
  ask(
    operation: Operation,
    question: WolkvoxQuestion,
    onRow: (row: unknown) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<WolkvoxAnswer>>;
  close(): Promise<void>;
}

// ——— the lanes: one queue per token, over all processes ———

export type Urgency = 'person' | 'alert' | 'digest' | 'history';

export interface Lanes {
  /**
   * Puts a job into the operation's lane, or joins the one with the same key that waits or runs there (raising its urgency),
   * and gives what its handler returned. Fails with `store.unavailable`, `bot.stopping` once closed, or `wolkvox.in-progress`
   * when `patienceMs` ran out (the job goes on). `payload` and the result are JSON.
   */
  ask(
    operation: Operation,
    key: string,
    payload: unknown,
    urgency: Urgency,
    patienceMs: number,
  ): Promise<Outcome<unknown>>;
  /** Starts to serve an operation's lane in this process. The handler gives its failures as values; what it throws is a defect. */
  serve(operation: Operation, handler: (payload: unknown, signal: AbortSignal) => Promise<unknown>): Promise<void>;
  /** Jobs by state, all lanes together. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Stops taking jobs and waits for those that run; what runs after `patienceMs` (30 s) is told to end by its signal. */
  close(patienceMs?: number): Promise<void>;
}

// ——— schedules: what happens by the clock, once over all processes ———

/** The part of an id before its first `/` names a group: schedules of one group may wait for each other, groups do not. */
export interface Schedules {
  /**
   * Runs the handler at every time that a cron pattern (minute hour day month weekday) names in a zone, in one of the processes that declare
   * it. `at`: the nominal time, epoch ms; of runs missed while no process was there the earliest is made up for, once. Declaring again changes
   * nothing but where pattern or zone are others. A handler that throws is logged, and it goes on. Rejects when the store is not there.
   */
  every(
    id: string,
    cron: string,
    zone: string,
    handler: (at: number, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /**
   * The same in two halves, for schedules that any process may declare and every worker can run: `declare` writes the schedule,
   * `serve` takes in this process the runs of a whole group, whoever declared them.
   */
  declare(id: string, cron: string, zone: string): Promise<void>;
  serve(group: string, handler: (id: string, at: number, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Ends one schedule in all processes; one that is not there is no fault. */
  end(id: string): Promise<void>;
  /** Ends the schedules of a group in all processes, but for those named. */
  keepOnly(group: string, ids: readonly string[]): Promise<void>;
  /** Takes no new run, tells the handlers that run to stop, and waits for them. */
  close(): Promise<void>;
}

// ——— Slack ———

/** A message as Slack takes it: `text` holds all figures (screen readers and notifications read only that). */
export type SlackMessage = { readonly text: string; readonly blocks: readonly SlackBlock[] };
export type SlackBlock = { readonly type: string; readonly [field: string]: unknown };
export type Posted = { readonly channel: string; readonly ts: string };
export type Person = {
  readonly id: string;
  /** As Slack shows it to others. */
  readonly name: string;
  readonly team: string;
  readonly locale: Locale | null;
  readonly guest: boolean;
};
/** Names one message for good: it travels as message metadata, so it holds no personal data. */
export type PostMark = { readonly key: string };
export type FileToSend = {
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
};

export interface Messenger {
  /** Success means that Slack returned a `ts`. Blocks that Slack refuses give `slack.refused`; a reply that was lost, `slack.unclear`. */
  post(channel: string, message: SlackMessage, mark?: PostMark): Promise<Outcome<Posted>>;
  /**
   * Looks for the bot's own message with a mark, among those not older than `since` (epoch ms); null: it is not there. For after
   * `slack.unclear`; it fails with `slack.scope` where the bot may not read the channel.
   */
  find(channel: string, mark: PostMark, since: number): Promise<Outcome<Posted | null>>;
  /** The conversation of the direct messages to a person. */
  conversationWith(user: string): Promise<Outcome<string>>;
  update(posted: Posted, message: SlackMessage): Promise<Outcome<Posted>>;
  /** Answers a slash command or a press through its response_url: to that person alone. `replace` takes the place of the line before it. */
  respond(responseUrl: string, message: SlackMessage, replace: boolean): Promise<Outcome<void>>;
  directMessage(user: string, message: SlackMessage): Promise<Outcome<Posted>>;
  /** Sends a file to the person's direct messages. */
  sendFile(user: string, file: FileToSend): Promise<Outcome<void>>;
  openModal(triggerId: string, view: SlackView): Promise<Outcome<{ readonly viewId: string }>>;
  updateModal(viewId: string, view: SlackView): Promise<Outcome<void>>;
  publishHome(user: string, view: SlackView): Promise<Outcome<void>>;
  person(user: string): Promise<Outcome<Person>>;
  groupMembers(group: string): Promise<Outcome<readonly string[]>>;
}
export type SlackView = {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly SlackBlock[];
  readonly [field: string]: unknown;
};

// ——— the calendar ———

export interface Holidays {
  /** Whether a date (`YYYY-MM-DD`) is a public holiday of a whole country (ISO 3166, `CO`). A country that is not known has none. */
  isHoliday(date: string, country: string): boolean;
}

// ——— seeing ———

export type LogFields = Readonly<Record<string, unknown>>;
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface Metrics {
  count(name: string, labels: Readonly<Record<string, string>>, by?: number): void;
  gauge(name: string, labels: Readonly<Record<string, string>>, value: number): void;
  observe(name: string, labels: Readonly<Record<string, string>>, seconds: number): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
}
