import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import { ruleBook } from '../../../src/flows/rules/rule-book.ts';
import { digestBook } from '../../../src/flows/digests/digest-book.ts';
import { backUpFrom, restoreInto } from '../../../src/flows/operate/back-up.ts';
import { aRule } from '../../core/alerts/any-rule.ts';
import { digest } from '../../core/digests/any-digest.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';

let [one, other]: Embedded[] = [];
beforeAll(async () => {
  [one, other] = [await openTestStore(), await openTestStore()];
});
afterAll(async () => {
  await one?.close();
  await other?.close();
});

const booksOf = (store: Embedded['store']) => ({
  digests: digestBook({ store, settings: { digests: [digest({ id: 'cut', origin: 'file' })] } }),
  rules: ruleBook({ store, settings: { rules: [aRule({ id: 'lines', origin: 'file' })] } }),
});

describe('a backup', () => {
  it('carries digests and rules made in Slack, and which ones are paused', async () => {
    if (one === undefined || other === undefined) return;
    const [before, after] = [booksOf(one.store), booksOf(other.store)];
    await before.digests.save(digest(), 'absent');
    await before.rules.save(aRule(), 'absent');
    await before.digests.pause('cut', true);
    await before.rules.pause('lines', true);
    expect(await restoreInto(other.store)(backUpFrom(one.store)())).toMatchObject({ ok: true });
    expect(await after.digests.list()).toEqual(await before.digests.list());
    expect(await after.rules.list()).toEqual(await before.rules.list());
    expect((await after.rules.list()).map(({ paused }) => paused)).toEqual([false, true]);
  });
});
