import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

describe('the pool look-alike', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await openTestStore();
    await embedded.pool.query('CREATE TABLE note (id bigint, body jsonb, word text)');
  });
  afterAll(async () => {
    await embedded.close();
  });

  it('gives int8 as text and counts rows as node-postgres does', async () => {
    const { pool } = embedded;
    const added = await pool.query("INSERT INTO note VALUES (9007199254740993, NULL, 'a'), (2, NULL, 'b')");
    expect(added.rowCount).toBe(2);
    const read = await pool.query('SELECT id, count(*) OVER () AS all FROM note WHERE word = $1', ['a']);
    expect(read).toMatchObject({ rows: [{ id: '9007199254740993', all: '1' }], rowCount: 1 });
  });

  it('takes JSON as text or as a value, and undefined as null', async () => {
    const { rows } = await embedded.pool.query(
      'SELECT $1::jsonb AS text, $2::json AS value, $3::text IS NULL AS nothing, $4::jsonb AS list',
      ['{"a":1}', { b: 2 }, undefined, [1, 2]],
    );
    expect(rows).toEqual([{ text: { a: 1 }, value: { b: 2 }, nothing: true, list: [1, 2] }]);
  });

  it('runs several statements at once and gives the result of the last', async () => {
    const { rows } = await embedded.pool.query(`
      -- first a table; then a question -- with dashes
      CREATE TEMP TABLE few (n int); INSERT INTO few VALUES (1), (2);
      SELECT sum(n)::int AS sum, '-- no comment' AS text FROM few;
    `);
    expect(rows).toEqual([{ sum: 3, text: '-- no comment' }]);
  });

  it('lets timers and sockets live beside an endless loop of queries', async () => {
    const timer = AbortSignal.timeout(5);
    while (!timer.aborted) await embedded.pool.query('SELECT 1');
    expect(timer.aborted).toBe(true);
  });

  it('hears what is notified on a channel from LISTEN to UNLISTEN, also behind comments', async () => {
    const { pool } = embedded;
    const [one, other] = [await pool.connect(), await pool.connect()];
    const heard: unknown[] = [];
    one.on('notification', (message) => heard.push(['one', message]));
    other.on('notification', (message) => heard.push(['other', message]));
    await one.query('-- a comment\n\n  -- and another\nLISTEN "news";');
    await other.query('LISTEN news');
    await pool.query("SELECT pg_notify('news', 'first')");
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    await one.query('UNLISTEN *');
    await pool.query("SELECT pg_notify('news', 'second')");
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.map((entry) => JSON.stringify(entry))).toEqual([
      '["one",{"channel":"news","payload":"first","processId":0}]',
      '["other",{"channel":"news","payload":"first","processId":0}]',
      '["other",{"channel":"news","payload":"second","processId":0}]',
    ]);
    one.release();
    other.release();
    await pool.query("SELECT pg_notify('news', 'third')");
    expect(heard).toHaveLength(3);
  });

  it('keeps other queries out of a transaction until it ends', async () => {
    const { pool } = embedded;
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query("INSERT INTO note VALUES (77, NULL, 'taken back')");
    const outside = pool.query("INSERT INTO note VALUES (78, NULL, 'stays')");
    await client.query('SAVEPOINT here');
    await client.query('ROLLBACK TO here');
    await client.query('ROLLBACK');
    await outside;
    client.release();
    const { rows } = await pool.query('SELECT word FROM note WHERE id IN (77, 78)');
    expect(rows).toEqual([{ word: 'stays' }]);
  });

  it('rolls back what a client left open when it is released, and goes on after an error', async () => {
    const { pool } = embedded;
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query("INSERT INTO note VALUES (80, NULL, 'left')");
    await expect(client.query('SELECT nothing FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    client.release();
    expect((await pool.query('SELECT 1 FROM note WHERE id = 80')).rows).toEqual([]);
  });
});
