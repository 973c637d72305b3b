import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

let opened: Embedded;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

describe('writes of the embedded store that come at once', () => {
  it('are refused alone: the others are written', async () => {
    const { documents } = opened.store;
    const refused = 'no text column takes \u0000';
    const keys = ['first', 'a', refused, 'b', 'c'];
    const results = await Promise.allSettled(keys.map((key) => documents.put('refusals', key, key)));
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true]);
    expect((await documents.list('refusals')).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'first']);
  });

  it('cost fewer statements than writes', async () => {
    const query = vi.spyOn(opened.pool, 'query');
    await Promise.all(Array.from({ length: 100 }, (_, at) => opened.store.documents.put('many', `${at}`, at)));
    expect(query.mock.calls.length).toBeLessThan(5);
    query.mockRestore();
    expect((await opened.store.documents.list('many')).length).toBe(100);
  });

  it('are written before the store closes', async () => {
    const other = await openTestStore();
    const writes = Array.from({ length: 100 }, (_, at) => other.store.documents.put('last', `${at}`, at));
    await other.store.close();
    expect((await Promise.all(writes)).every((revision) => revision !== null)).toBe(true);
  });
});
