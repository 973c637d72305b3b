import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Digest } from '../../../src/core/digests/digest.ts';
import { digestBook } from '../../../src/flows/digests/digest-book.ts';
import { digest } from '../../core/digests/any-digest.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

const fromFile = digest({ id: 'cut', origin: 'file' });

describe('the book of digests', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await openTestStore();
  });
  afterAll(() => embedded.close());
  const book = (digests: readonly Digest[] = [fromFile]) =>
    digestBook({ store: embedded.store, settings: { digests } });
  const idsOf = async (one = book()) => (await one.list()).map(({ id }) => id);

  it('knows those of the file and those made in Slack, in the order of their ids', async () => {
    expect(await book().save(digest(), 'absent')).toEqual({ ok: true, value: expect.any(Number) });
    expect(await idsOf()).toEqual(['cut', 'morning']);
    expect(await book().get('cut')).toEqual({ digest: fromFile, revision: null });
    expect(await book().get('morning')).toEqual({ digest: digest(), revision: expect.any(Number) });
    expect(await book().get('nobody')).toBeNull();
  });

  it('keeps of two who write at once the first, and says so to the other', async () => {
    const revision = (await book().get('morning'))?.revision ?? 0;
    expect((await book().save(digest({ name: 'one' }), revision)).ok).toBe(true);
    expect(await book().save(digest({ name: 'other' }), revision)).toMatchObject({
      problem: { code: 'config.invalid', facts: { because: 'changed' } },
    });
    expect(await book().save(digest(), 'absent')).toMatchObject({ ok: false });
    expect((await book().get('morning'))?.digest.name).toBe('one');
  });

  it('writes and forgets nothing of the file', async () => {
    expect(await book().save(digest({ id: 'cut' }), 'absent')).toMatchObject({
      problem: { facts: { because: 'file' } },
    });
    await book().remove('cut');
    expect(await idsOf()).toEqual(['cut', 'morning']);
  });

  it('pauses and resumes both, and remembers it over a restart', async () => {
    expect(await book().pause('cut', true)).toBe(true);
    expect(await book().pause('morning', true)).toBe(true);
    expect((await book().list()).map(({ paused }) => paused)).toEqual([true, true]);
    expect((await book().get('cut'))?.digest.paused).toBe(true);
    await book().pause('cut', false);
    await book().pause('morning', false);
    expect((await book().list()).map(({ paused }) => paused)).toEqual([false, false]);
    expect(await book().pause('nobody', true)).toBe(false);
  });

  it('resumes what the file itself pauses', async () => {
    const resting = book([{ ...fromFile, paused: true }]);
    expect((await resting.get('cut'))?.digest.paused).toBe(true);
    await resting.pause('cut', false);
    expect((await resting.get('cut'))?.digest.paused).toBe(false);
    await resting.pause('cut', true);
    expect((await book().get('cut'))?.digest.paused).toBe(false);
  });

  it('lets one made in Slack give way to the file where the id is the same, and says which', async () => {
    const later = book([fromFile, digest({ id: 'morning', name: 'of the file', origin: 'file' })]);
    expect((await later.list()).map(({ name }) => name)).toEqual(['morning', 'of the file']);
    expect((await later.givenWay()).map(({ name }) => name)).toEqual(['one']);
    expect(await book().givenWay()).toEqual([]);
    expect((await book().get('morning'))?.digest.origin).toBe('slack');
  });

  it('forgets one made in Slack', async () => {
    await book().remove('morning');
    expect(await idsOf()).toEqual(['cut']);
  });
});
