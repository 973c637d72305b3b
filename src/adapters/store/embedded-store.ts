import type { Claims, Counters, Documents, Logs, Store, StoredDocument } from '../../ports.ts';
import { type GroupedWrites, groupedWrites } from './grouped-writes.ts';
import type { Pool } from './pool.ts';
import { decode, encode, wholeNumber } from './values.ts';

type DocumentRow = { readonly key: string; readonly value: string; readonly revision: string };

/** The store's port in SQL. `close` is given by the opener, who also holds the files. */
export function embeddedStore(pool: Pool, close: () => Promise<void>): Store {
  const writes = groupedWrites(pool);
  return {
    documents: documents(pool, writes),
    logs: logs(pool),
    counters: counters(pool),
    claims: claims(pool),
    async size(collection, prefix) {
      const { rows } = await pool.query<{ documents: string; bytes: string }>(
        `SELECT count(*) AS documents, coalesce(sum(octet_length(value)), 0) AS bytes FROM vigia.document
         WHERE collection = $1 AND key >= $2 AND starts_with(key, $2)`,
        [collection, prefix],
      );
      return { documents: Number(rows[0]?.documents ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
    },
    async ping() {
      await pool.query('SELECT 1');
    },
    async close() {
      await writes.settled();
      await close();
    },
  };
}

function documents(pool: Pool, writes: GroupedWrites): Documents {
  return {
    async get(collection, key) {
      const { rows } = await pool.query<DocumentRow>(
        'SELECT key, value, revision FROM vigia.document WHERE collection = $1 AND key = $2',
        [collection, key],
      );
      return rows[0] === undefined ? null : asDocument(rows[0]);
    },
    async put(collection, key, value, options = {}) {
      const { expected = 'any', expiresAt } = options;
      const forgetAt = expiresAt === undefined ? null : Math.floor(expiresAt);
      const written = { collection, key, value: encode(value), forgetAt, revision: null };
      if (typeof expected === 'number') return writes.write({ ...written, kind: 'replace', revision: expected });
      return writes.write({ ...written, kind: expected === 'absent' ? 'insert' : 'upsert' });
    },
    async delete(collection, key) {
      await writes.write({ kind: 'delete', collection, key, value: '', forgetAt: null, revision: null });
    },
    async list(collection, options = {}) {
      const { prefix = '', after = null, limit = null } = options;
      const { rows } = await pool.query<DocumentRow>(
        `SELECT key, value, revision FROM vigia.document
         WHERE collection = $1 AND key >= $2 AND starts_with(key, $2) AND ($3::text IS NULL OR key > $3)
         ORDER BY key LIMIT $4`,
        [collection, prefix, after, limit],
      );
      return rows.map(asDocument);
    },
  };
}

function asDocument(row: DocumentRow): StoredDocument {
  return { key: row.key, value: decode(row.value), revision: Number(row.revision) };
}

function logs(pool: Pool): Logs {
  return {
    async append(stream, at, value) {
      const params = [stream, Math.floor(at), encode(value)];
      await pool.query('INSERT INTO vigia.log (stream, at, value) VALUES ($1, $2, $3)', params);
    },
    async read(stream, options = {}) {
      const { from = null, to = null, limit = null, newestFirst = false } = options;
      const order = newestFirst ? 'DESC' : 'ASC';
      const { rows } = await pool.query<{ at: string; value: string }>(
        `SELECT at, value FROM vigia.log
         WHERE stream = $1 AND ($2::float8 IS NULL OR at >= $2) AND ($3::float8 IS NULL OR at < $3)
         ORDER BY at ${order}, id ${order} LIMIT $4`,
        [stream, from, to, limit],
      );
      return rows.map((row) => ({ at: Number(row.at), value: decode(row.value) }));
    },
    async trim(stream, before) {
      const { rows } = await pool.query<{ trimmed: string }>(
        `WITH gone AS (DELETE FROM vigia.log WHERE stream = $1 AND at < $2::float8 RETURNING 1)
         SELECT count(*) AS trimmed FROM gone`,
        [stream, before],
      );
      return Number(rows[0]?.trimmed ?? 0);
    },
  };
}

function counters(pool: Pool): Counters {
  return {
    async add(key, amount, expiresAt) {
      const { rows } = await pool.query<{ value: string }>(
        `INSERT INTO vigia.counter AS c (key, value, forget_at) VALUES ($1, $2, vigia.forget_at($3::bigint))
         ON CONFLICT (key) DO UPDATE SET value = c.value + excluded.value, forget_at = excluded.forget_at
         RETURNING value`,
        [key, wholeNumber(amount), Math.floor(expiresAt)],
      );
      return Number(rows[0]?.value);
    },
    async set(key, value, expiresAt) {
      await pool.query(
        `INSERT INTO vigia.counter (key, value, forget_at) VALUES ($1, $2, vigia.forget_at($3::bigint))
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, forget_at = excluded.forget_at`,
        [key, wholeNumber(value), Math.floor(expiresAt)],
      );
    },
    async get(key) {
      const { rows } = await pool.query<{ value: string }>('SELECT value FROM vigia.counter WHERE key = $1', [key]);
      return Number(rows[0]?.value ?? 0);
    },
  };
}

function claims(pool: Pool): Claims {
  return {
    async take(key, owner, now, until) {
      const { rowCount } = await pool.query(
        `INSERT INTO vigia.claim AS c (key, owner, held_until, forget_at)
         VALUES ($1, $2, $4::bigint, vigia.forget_at($4::bigint))
         ON CONFLICT (key) DO UPDATE
           SET owner = excluded.owner, held_until = excluded.held_until, forget_at = excluded.forget_at
           WHERE c.owner = excluded.owner OR c.held_until <= $3::bigint
         RETURNING 1`,
        [key, owner, Math.floor(now), Math.floor(until)],
      );
      return rowCount === 1;
    },
    async release(key, owner) {
      await pool.query('DELETE FROM vigia.claim WHERE key = $1 AND owner = $2', [key, owner]);
    },
  };
}
