import type { Pool } from './pool.ts';

type Kind = 'insert' | 'upsert' | 'replace' | 'delete';

/** `forgetAt`: epoch milliseconds. `revision`: the one that `replace` writes over. */
export type Write = {
  readonly kind: Kind;
  readonly collection: string;
  readonly key: string;
  readonly value: string;
  readonly forgetAt: number | null;
  readonly revision: number | null;
};

export type GroupedWrites = {
  /** Gives the new revision; null where nothing was written, and after a delete. */
  readonly write: (write: Write) => Promise<number | null>;
  /** Resolves when nothing waits to be written any more. */
  readonly settled: () => Promise<void>;
};

type Waiting = {
  readonly write: Write;
  readonly resolve: (revision: number | null) => void;
  readonly reject: (cause: unknown) => void;
};

/** More in one statement would keep others waiting. */
const GROUP = 64;

/**
 * Writes what comes while another write runs in one statement: each statement costs the embedded engine more than its rows. Writes of the
 * same key keep their order.
 */
export function groupedWrites(pool: Pool): GroupedWrites {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = nextGroup(waiting);
      try {
        const revisions = await run(
          pool,
          group.map(({ write }) => write),
        );
        for (const { write, resolve } of group) resolve(revisions.get(idOf(write)) ?? null);
      } catch (cause) {
        if (group.length === 1) group[0]?.reject(cause);
        else await eachAlone(pool, group);
      }
    }
    writing = null;
  };

  return {
    write: (write) =>
      new Promise((resolve, reject) => {
        waiting.push({ write, resolve, reject });
        writing ??= writeAll();
      }),
    settled: async () => writing ?? undefined,
  };
}

/** One refused value must not take the others with it. */
async function eachAlone(pool: Pool, group: readonly Waiting[]): Promise<void> {
  for (const { write, resolve, reject } of group) {
    await run(pool, [write]).then((revisions) => resolve(revisions.get(idOf(write)) ?? null), reject);
  }
}

/** Takes the first that waits and those like it, of each key one: of a key that was passed over nothing is taken. */
function nextGroup(waiting: Waiting[]): readonly Waiting[] {
  const kind = waiting[0]?.write.kind;
  const seen = new Set<string>();
  const group: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of waiting) {
    const id = idOf(one.write);
    (one.write.kind === kind && group.length < GROUP && !seen.has(id) ? group : left).push(one);
    seen.add(id);
  }
  waiting.splice(0, waiting.length, ...left);
  return group;
}

const idOf = ({ collection, key }: Pick<Write, 'collection' | 'key'>): string => JSON.stringify([collection, key]);

type Written = { readonly collection: string; readonly key: string; readonly revision: string };

async function run(pool: Pool, group: readonly Write[]): Promise<ReadonlyMap<string, number>> {
  const kind = group[0]?.kind ?? 'delete';
  const columns = COLUMNS[kind].map((column) => group.map((write) => write[column]));
  const { rows } = await pool.query<Written>(STATEMENTS[kind], columns);
  return new Map(rows.map((row) => [idOf(row), Number(row.revision)]));
}

const COLUMNS = {
  insert: ['collection', 'key', 'value', 'forgetAt'],
  upsert: ['collection', 'key', 'value', 'forgetAt'],
  replace: ['collection', 'key', 'value', 'forgetAt', 'revision'],
  delete: ['collection', 'key'],
} as const satisfies Record<Kind, readonly (keyof Write)[]>;

const NEW_ROWS = `INSERT INTO vigia.document (collection, key, value, revision, forget_at)
  SELECT new.collection, new.key, new.value, nextval('vigia.revision'), vigia.forget_at(new.forget_at)
  FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS new (collection, key, value, forget_at)`;

const STATEMENTS: Readonly<Record<Kind, string>> = {
  insert: `${NEW_ROWS} ON CONFLICT DO NOTHING RETURNING collection, key, revision`,
  upsert: `${NEW_ROWS} ON CONFLICT (collection, key) DO UPDATE
    SET value = excluded.value, revision = excluded.revision, forget_at = excluded.forget_at
    RETURNING collection, key, revision`,
  replace: `UPDATE vigia.document AS old
    SET value = new.value, revision = nextval('vigia.revision'), forget_at = vigia.forget_at(new.forget_at)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
      AS new (collection, key, value, forget_at, revision)
    WHERE old.collection = new.collection AND old.key = new.key AND old.revision = new.revision
    RETURNING old.collection, old.key, old.revision`,
  delete: `DELETE FROM vigia.document AS old USING unnest($1::text[], $2::text[]) AS gone (collection, key)
    WHERE old.collection = gone.collection AND old.key = gone.key`,
};
