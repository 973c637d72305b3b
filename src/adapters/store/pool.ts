import { EventEmitter } from 'node:events';
import { setImmediate as breathe } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

export type Row = Readonly<Record<string, unknown>>;
export type QueryResult<R = Row> = { rows: R[]; rowCount: number };

const INT8 = 20;
const JSON_TYPE = 114;
const JSONB_TYPE = 3802;
const LEADING_COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$))+/;
const LISTENING = /^(LISTEN|UNLISTEN)\s+"?([\w$]+|\*)"?/i;
const TRANSACTION = /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK)\b(?!\s+TO\b)/i;

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
// node-postgres gives int8 as text and takes JSON as text; its users count on both.
const AS_NODE_POSTGRES = {
  parsers: { [INT8]: (value: string) => value },
  serializers: { [JSON_TYPE]: asText, [JSONB_TYPE]: asText },
};

/**
 * A look-alike of node-postgres' Pool over one embedded database, which has one session: a transaction of one client
 * keeps the others waiting until it ends. `end()` leaves the database open, since its opener closes it.
 */
export class Pool extends EventEmitter {
  readonly options = { keepAlive: true };
  readonly #session: Session;

  constructor(db: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#session = new Session(db);
  }

  async connect(): Promise<Client> {
    return new Client(this.#session);
  }

  async query<R = Row>(text: string, params?: readonly unknown[]): Promise<QueryResult<R>> {
    const client = new Client(this.#session);
    try {
      return await client.query<R>(text, params);
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {}
}

/** One borrower of the session, with its own subscriptions. */
export class Client extends EventEmitter {
  readonly #session: Session;
  readonly #channels = new Map<string, () => Promise<void>>();

  constructor(session: Session) {
    super();
    this.setMaxListeners(0);
    this.#session = session;
  }

  async query<R = Row>(text: string, params?: readonly unknown[]): Promise<QueryResult<R>> {
    const statement = text.replace(LEADING_COMMENTS, '');
    const listening = LISTENING.exec(statement);
    if (listening !== null) {
      await this.#listening(listening[1]?.toUpperCase() === 'LISTEN', listening[2] ?? '*');
      return { rows: [], rowCount: 0 };
    }
    const transaction = TRANSACTION.exec(statement)?.[1]?.toUpperCase();
    if (transaction === undefined) return this.#session.run<R>(this, text, params);
    if (transaction === 'BEGIN' || transaction === 'START TRANSACTION') await this.#session.hold(this);
    try {
      return await this.#session.run<R>(this, text, params);
    } finally {
      if (transaction !== 'BEGIN' && transaction !== 'START TRANSACTION') this.#session.letGo(this);
    }
  }

  release(): void {
    // A database that is closed already listens to nothing any more.
    for (const stop of this.#channels.values()) void stop().catch(() => {});
    this.#channels.clear();
    this.removeAllListeners();
    if (this.#session.heldBy(this)) {
      void this.#session.run(this, 'ROLLBACK').finally(() => this.#session.letGo(this));
    }
  }

  async #listening(start: boolean, channel: string): Promise<void> {
    if (start) {
      if (this.#channels.has(channel)) return;
      this.#channels.set(channel, async () => {});
      const stop = await this.#session.listen(this, channel, (payload) => {
        this.emit('notification', { channel, payload, processId: 0 });
      });
      this.#channels.set(channel, stop);
      return;
    }
    for (const [name, stop] of this.#channels) {
      if (channel !== '*' && name !== channel) continue;
      this.#channels.delete(name);
      await stop();
    }
  }
}

class Session {
  readonly #db: PGlite;
  #holder: Client | null = null;
  #waiting: (() => void)[] = [];

  constructor(db: PGlite) {
    this.#db = db;
  }

  heldBy(client: Client): boolean {
    return this.#holder === client;
  }

  async hold(client: Client): Promise<void> {
    await this.#free(client);
    this.#holder = client;
  }

  letGo(client: Client): void {
    if (this.#holder !== client) return;
    this.#holder = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  async listen(client: Client, channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    await this.#free(client);
    const stop = await this.#db.listen(channel, heard);
    return () => stop();
  }

  async run<R>(client: Client, text: string, params: readonly unknown[] = []): Promise<QueryResult<R>> {
    // The embedded database answers in microtasks alone: without this pause a loop of queries starves timers and sockets.
    await breathe();
    await this.#free(client);
    if (params.length === 0) {
      const results = await this.#db.exec(text, AS_NODE_POSTGRES);
      return asResult<R>(results.at(-1));
    }
    const bound = params.map((param) => (param === undefined ? null : param));
    return asResult<R>(await this.#db.query(text, bound, AS_NODE_POSTGRES));
  }

  async #free(client: Client): Promise<void> {
    while (this.#holder !== null && this.#holder !== client) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

/** The cast is node-postgres' own bargain: whoever writes the SQL names the shape of its rows. */
function asResult<R>(result: { rows: unknown[]; affectedRows?: number } | undefined): QueryResult<R> {
  const rows = (result?.rows ?? []) as R[];
  return { rows, rowCount: result?.affectedRows || rows.length };
}
