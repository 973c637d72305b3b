import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Rule } from '../../../src/core/alerts/rule.ts';
import { ruleBook, RULES } from '../../../src/flows/rules/rule-book.ts';
import { aRule } from '../../core/alerts/any-rule.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

const fromFile = aRule({ id: 'lines', origin: 'file' });

describe('the book of rules', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await openTestStore();
  });
  afterAll(() => embedded.close());
  const book = (rules: readonly Rule[] = [fromFile]) => ruleBook({ store: embedded.store, settings: { rules } });
  const idsOf = async (one = book()) => (await one.list()).map(({ id }) => id);

  it('knows those of the file and those made in Slack, in the order of their ids', async () => {
    expect(await book().save(aRule(), 'absent')).toEqual({ ok: true, value: expect.any(Number) });
    expect(await idsOf()).toEqual(['abandonment', 'lines']);
    expect(await book().get('lines')).toEqual({ rule: fromFile, revision: null });
    expect(await book().get('abandonment')).toEqual({ rule: aRule(), revision: expect.any(Number) });
    expect(await book().get('nobody')).toBeNull();
  });

  it('keeps of two who write at once the first, and says so to the other', async () => {
    const revision = (await book().get('abandonment'))?.revision ?? 0;
    expect((await book().save(aRule({ name: 'one' }), revision)).ok).toBe(true);
    expect(await book().save(aRule({ name: 'other' }), revision)).toMatchObject({
      problem: { code: 'config.invalid', facts: { because: 'changed' } },
    });
    expect((await book().get('abandonment'))?.rule.name).toBe('one');
  });

  it('writes and forgets nothing of the file, and gives its id way', async () => {
    expect(await book().save(aRule({ id: 'lines' }), 'absent')).toMatchObject({
      problem: { facts: { because: 'file' } },
    });
    await book().remove('lines');
    expect(await idsOf()).toContain('lines');
    const other = book([aRule({ name: 'of the file', origin: 'file' })]);
    expect((await other.list()).map(({ name }) => name)).toEqual(['of the file']);
    expect((await other.givenWay()).map(({ name }) => name)).toEqual(['one']);
  });

  it('pauses those of either home, and remembers it', async () => {
    expect(await book().pause('lines', true)).toBe(true);
    expect(await book().pause('abandonment', true)).toBe(true);
    expect((await book().list()).map(({ paused }) => paused)).toEqual([true, true]);
    expect((await book().get('lines'))?.rule.paused).toBe(true);
    expect(await book().pause('lines', false)).toBe(true);
    expect((await book().list()).map(({ paused }) => paused)).toEqual([true, false]);
    expect(await book().pause('nobody', true)).toBe(false);
  });

  it('steps over what it cannot understand, and forgets what is removed', async () => {
    await embedded.store.documents.put(RULES, 'odd', { v: 9 });
    expect(await idsOf()).toEqual(['abandonment', 'lines']);
    await book().remove('abandonment');
    expect(await idsOf()).toEqual(['lines']);
  });

  it('lists more than a page of them', async () => {
    for (let index = 0; index < 510; index += 1) await book().save(aRule({ id: `r${index}` }), 'absent');
    expect((await idsOf()).length).toBe(511);
  });
});
