import { type Browser, selectors } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, findChromium, launch, look } from './page-browser.ts';
import { type Demo, startDemo } from './page-demo.ts';

const chromium = findChromium();

describe.skipIf(chromium === null && process.env['CI'] === undefined)('digests in the demo', () => {
  let demo: Demo;
  let browser: Browser;
  beforeAll(async () => {
    if (chromium === null) throw new Error('CI must have Chromium: the page is not tested without it.');
    selectors.setTestIdAttribute('data-test');
    [demo, browser] = await Promise.all([startDemo(), launch(chromium)]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  test('one is made by clicking and typing, is in the list, and a posted one is seen', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    page.setDefaultTimeout(20_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await look(page, demo.url, 'U01LAURA', 'C02SUPERVISORES');
    const list = await ask(page, '/wolkvox resúmenes');
    expect(await list.innerText()).toContain('2 resúmenes');
    await list.getByText('Nuevo resumen').click();
    const form = page.getByTestId('modal');
    await form.getByText('Espera inteligente').click();
    await form.getByText('Lleva: espera ayer.').waitFor();
    await form.locator('[data-block=cadence]').selectOption({ label: 'Otros días y horas' });
    const times = form.locator('[data-block=times]');
    await times.fill('7:30, 13:00');
    await times.blur();
    await form.getByText('de lunes a viernes a las 07:30 y 13:00 (Bogotá)', { exact: false }).waitFor();
    await page.getByTestId('modal-submit').click();
    expect(await form.isVisible()).toBe(true);
    await form.locator('[data-block=name]').fill('Promesas de ayer');
    await page.getByTestId('modal-submit').click();
    await page.getByTestId('message').filter({ hasText: 'Guardado: Promesas de ayer.' }).waitFor();

    await page.getByTestId('simulation-open').click();
    await page.getByTestId('control-digest').click();
    await page.getByTestId('message').filter({ hasText: 'Quién y dónde' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});
