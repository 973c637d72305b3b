import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Browser, type Locator, type Page, selectors } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, findChromium, launch, look } from './page-browser.ts';
import { type Demo, startDemo } from './page-demo.ts';

const LAURA = 'U01LAURA';
const SARA = 'U03SARA';
const OPERACIONES = 'C01OPERACIONES';
const PISO_2 = 'C03PISO2';

const chromium = findChromium();
if (chromium === null && process.env['CI'] === undefined) {
  process.stderr.write('page.test.ts is skipped: no Chromium in /usr/bin (CHROMIUM=/path/to/it names another).\n');
}

function headline(card: Locator): Locator {
  return card.locator('.block').first();
}

async function column(card: Locator, at: number): Promise<readonly string[]> {
  return card.locator(`[data-test=data-row]:visible > :nth-child(${at})`).allInnerTexts();
}

describe.skipIf(chromium === null && process.env['CI'] === undefined)('the demo in a browser', () => {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let elsewhere: string[];
  let errors: string[];

  beforeAll(async () => {
    if (chromium === null) throw new Error('CI must have Chromium: the page is not tested without it.');
    selectors.setTestIdAttribute('data-test');
    [demo, browser] = await Promise.all([startDemo(), launch(chromium)]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  beforeEach(async () => {
    elsewhere = [];
    errors = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && hostname !== '127.0.0.1') elsewhere.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] });
  });

  test('an empty channel offers what to ask, and one press of an example asks it', async () => {
    await look(page, demo.url, 'U02CARLOS', OPERACIONES);
    await page.getByTestId('example').first().click();
    const card = page.getByTestId('message').filter({ has: page.getByTestId('data_table') });
    await card.waitFor();
    expect(await headline(card).innerText()).toMatch(/llamadas ayer/);
    expect(await page.getByTestId('greeting').isVisible()).toBe(false);
  });

  test('the composer offers commands, and Tab takes the one that begins like what was typed', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    await page.getByTestId('composer').pressSequentially('/wolkvox esp');
    expect(await page.locator('[data-test=suggestion]:visible b').allInnerTexts()).toEqual(['/wolkvox espera hoy']);
    await page.keyboard.press('Tab');
    expect(await page.getByTestId('composer').inputValue()).toBe('/wolkvox espera hoy ');
  });

  test('a command shows its headline in view, a chart, and a table that sorts and turns its pages', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const card = await ask(page, '/wolkvox agents ayer');
    expect(await headline(card).innerText()).toMatch(/^[\d.]+ llamadas ayer/);
    const top = (await headline(card).boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThan(50);
    expect(top).toBeLessThan(800);
    expect(await card.locator('[data-test=data_visualization] svg:visible').count()).toBe(1);
    const calls = async () => (await column(card, 3)).map(Number);
    const falling = await calls();
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    const header = card.getByRole('columnheader', { name: 'Llamadas' });
    await header.getByRole('button').click();
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    const rising = await calls();
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    const firstPage = await column(card, 2);
    await card.getByTestId('table-next').click();
    expect(await column(card, 2)).not.toEqual(firstPage);
  });

  test('the period before takes the place of the answer, which stays where it was', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const card = await ask(page, '/wolkvox agents ayer');
    const yesterday = await headline(card).innerText();
    const messages = await page.getByTestId('message').count();
    const back = card.getByRole('button', { name: 'Período anterior' });
    await back.scrollIntoViewIfNeeded();
    const before = await card.boundingBox();
    await back.click();
    await card.getByText('(editado)').waitFor();
    expect(await headline(card).innerText()).not.toBe(yesterday);
    expect(await page.getByTestId('message').count()).toBe(messages);
    expect((await card.boundingBox())?.y).toBe(before?.y);
  });

  test('the newest card, seen to its end, stays so when it grows', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    await page.setViewportSize({ width: 1280, height: 700 });
    await ask(page, '/wolkvox ayuda');
    const card = await ask(page, '/wolkvox resúmenes pausar');
    await card.getByRole('button', { name: 'Ver todos' }).click();
    await card.getByText('(editado)').waitFor();
    const [shown, window] = [await card.boundingBox(), await page.locator('#scroll').boundingBox()];
    if (shown === null || window === null) throw new Error('not on the page');
    expect(shown.y + shown.height).toBeLessThanOrEqual(window.y + window.height);
  });

  test('Share posts the answer for everybody, where the bot may post', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const card = await ask(page, '/wolkvox ahora');
    const text = await headline(card).innerText();
    await card.getByRole('button', { name: 'Compartir' }).click();
    await page.getByText('Compartido en').waitFor();
    await look(page, demo.url, SARA, OPERACIONES);
    const shared = page.getByTestId('message').filter({ hasText: text }).filter({ hasText: 'compartido por' });
    expect(await shared.getByTestId('only-you').count()).toBe(0);
    await shared.first().waitFor();
  });

  test('Share says how to invite the bot where it is not', async () => {
    await look(page, demo.url, LAURA, PISO_2);
    expect(await page.getByTestId('greeting').innerText()).toContain('/invite @Vigía');
    const card = await ask(page, '/wolkvox ahora');
    await card.getByRole('button', { name: 'Compartir' }).click();
    await page.getByTestId('message').filter({ hasText: '/invite @Vigía' }).waitFor();
  });

  test('a table comes as CSV by direct message', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const card = await ask(page, '/wolkvox agents ayer');
    await card.getByTestId('static_select').selectOption({ label: 'CSV' });
    await page.getByText('por mensaje directo').waitFor();
    await page.getByTestId('go-D01LAURA').click();
    await page.locator('body[data-live]').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('file').last().click()]);
    expect(download.suggestedFilename()).toMatch(/^agents-bogota-\d{4}-\d\d-\d\d\.csv$/);
    const [first = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(first.replace('\uFEFF', '')).toMatch(/^"?Puesto"?[,;]"?Agente"?[,;]"?Llamadas"?/);
  });

  test('who is out of the usual is named to a supervisor, and to a viewer not', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const hers = await (await ask(page, '/wolkvox aux hoy')).innerText();
    await look(page, demo.url, SARA, OPERACIONES);
    const viewers = await (await ask(page, '/wolkvox aux hoy')).innerText();
    const named = hers.split('\n').filter((line) => line.includes('min de Break;'));
    expect(named.length).toBeGreaterThan(0);
    for (const line of named) expect(viewers).not.toContain(/• (.+?):/.exec(line)?.[1]);
    expect(viewers).toContain('fuera de lo habitual');
  });

  test('a bad day is chosen on the page, told by the bot, and over when all is normal again', async () => {
    await look(page, demo.url, LAURA, OPERACIONES);
    const choose = async (id: string) => {
      await page.getByTestId('simulation-open').click();
      await page.getByTestId(`control-${id}`).click();
      await page.locator(`[data-control=${id}][aria-pressed=true]`).waitFor({ state: 'attached' });
      expect(await page.getByTestId('toast').isVisible()).toBe(true);
    };
    await choose('maintenance');
    expect(await page.getByTestId('simulation-now').innerText()).toContain('en mantenimiento');
    const ill = await ask(page, '/wolkvox espera ayer');
    expect(await headline(ill).innerText()).toContain('mantenimiento');
    await choose('normal');
    const well = await ask(page, '/wolkvox espera ayer');
    await well.getByTestId('data_table').waitFor();
  });

  test('App Home changes the language, and the next answer comes in it', async () => {
    await look(page, demo.url, LAURA, 'home');
    await page.getByTestId('home').getByRole('button', { name: 'English' }).click();
    await page.getByTestId('home').getByText('What you can ask').first().waitFor();
    await page.getByTestId(`go-${OPERACIONES}`).click();
    await page.locator('body[data-live]').waitFor();
    const card = await ask(page, '/wolkvox agents yesterday');
    expect(await headline(card).innerText()).toMatch(/calls yesterday/);
  });

  test('the language chosen on the page is the one of the page and of the next answer', async () => {
    await look(page, demo.url, SARA, OPERACIONES);
    await ask(page, '/wolkvox ahora');
    await Promise.all([page.waitForEvent('load'), page.getByTestId('language').selectOption('pt-BR')]);
    await page.locator('html[lang=pt] body[data-live]').waitFor();
    const card = await ask(page, '/wolkvox agora');
    expect(await card.getByTestId('button').first().innerText()).toBe('Compartilhar');
  });

  test('nothing but its own words is on the terminal', () => {
    expect(demo.said().out.split('\n')[0]).toBe(`Vigía, demo: ${demo.url}`);
    expect(demo.said().err).not.toContain('ExperimentalWarning');
  });
});

describe('the demo as a process', () => {
  test('takes another port where its own is taken, and leaves nothing behind when interrupted', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const taken = typeof address === 'object' && address !== null ? String(address.port) : '';
    const demo = await startDemo(taken);
    expect(demo.url).not.toContain(`:${taken}/`);
    expect(await demo.interrupt()).toBe(0);
    expect(await readdir(demo.temporary)).toEqual([]);
    await demo.close();
    await new Promise((resolve) => holder.close(resolve));
  });

  test('says what PORT must be when it is nonsense', async () => {
    await expect(startDemo('abc')).rejects.toThrow(/ended with 78: PORT: expected a number from 0 to 65535, got "abc"/);
  });
});
