import type { Pool } from './pool.ts';

/** How long the engine keeps what has expired: a caller's clock may stand behind the engine's. */
export const GRACE_MS = 60 * 60_000;

/** The embedded store's tables, oldest step first. A step that was released never changes: add another. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE SEQUENCE vigia.revision;
  CREATE TABLE vigia.document (
    collection text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    value text NOT NULL,
    forget_at bigint,
    PRIMARY KEY (collection, key)
  );
  CREATE INDEX document_forget ON vigia.document (forget_at) WHERE forget_at IS NOT NULL;
  CREATE TABLE vigia.log (
    stream text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    value text NOT NULL,
    PRIMARY KEY (stream, at, id)
  );
  CREATE TABLE vigia.counter (key text COLLATE "C" PRIMARY KEY, value bigint NOT NULL, forget_at bigint NOT NULL);
  CREATE TABLE vigia.claim (
    key text COLLATE "C" PRIMARY KEY, owner text NOT NULL, held_until bigint NOT NULL, forget_at bigint NOT NULL
  );
  CREATE FUNCTION vigia.engine_now() RETURNS bigint LANGUAGE sql VOLATILE
    AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;
  CREATE FUNCTION vigia.forget_at(expires bigint) RETURNS bigint LANGUAGE sql VOLATILE
    AS $$ SELECT CASE WHEN expires IS NOT NULL THEN greatest(expires, vigia.engine_now()) + ${GRACE_MS} END $$;
  `,
];

/** The version that `migrate` brings the tables to. */
export function newestSchema(): number {
  return MIGRATIONS.length;
}

/** Brings the tables to the newest version, each step in a transaction of its own; a newer one than known is refused. */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS vigia;
      CREATE TABLE IF NOT EXISTS vigia.migration (version integer PRIMARY KEY);
    `);
    const found = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM vigia.migration',
    );
    const version = found.rows[0]?.version ?? 0;
    if (version > MIGRATIONS.length) {
      throw new Error(`the data was written by a newer version (tables ${version}, known ${MIGRATIONS.length})`);
    }
    for (const [step, sql] of MIGRATIONS.entries()) {
      if (step < version) continue;
      await client.query('BEGIN');
      await client.query(sql);
      await client.query('INSERT INTO vigia.migration (version) VALUES ($1)', [step + 1]);
      await client.query('COMMIT');
    }
  } finally {
    client.release();
  }
}

/** Deletes what expired more than the grace ago. */
export async function forgetExpired(pool: Pool): Promise<void> {
  await pool.query(`
    DELETE FROM vigia.document WHERE forget_at < vigia.engine_now();
    DELETE FROM vigia.counter WHERE forget_at < vigia.engine_now();
    DELETE FROM vigia.claim WHERE forget_at < vigia.engine_now();
  `);
}

/**
 * Makes the room of rows that were rewritten or deleted usable again, and lets the journal begin anew: nobody in the embedded database does
 * it by itself, and without it both grow with every write. One table after the other, since all else waits meanwhile.
 */
export async function tidy(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`);
  for (const { name } of rows) await pool.query(`VACUUM ${name}`);
  await pool.query('CHECKPOINT');
}
