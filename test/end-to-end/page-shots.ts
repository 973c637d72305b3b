import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Locator, selectors } from 'playwright-core';
import { ask, findChromium, launch, look } from './page-browser.ts';
import { startDemo } from './page-demo.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const LAURA = 'U01LAURA';
const CARLOS = 'U02CARLOS';
const WIDE = { width: 1280, height: 900 };
/** A whole answer, from the headline to its buttons. */
const TALL = { width: 1280, height: 1230 };
/** The whole form of a digest. */
const FORM = { width: 900, height: 1960 };
const PHONE = { width: 420, height: 800 };

/** Each with what Laura asked and in what window; the answers wait in channels of their own, so that each stands alone. */
const SHOTS = [
  { name: 'agents', size: TALL, where: 'C01OPERACIONES', command: '/wolkvox agents ayer' },
  { name: 'aux', size: WIDE, where: 'C02SUPERVISORES', command: '/wolkvox aux hoy' },
  { name: 'hold', size: WIDE, where: 'D01LAURA', command: '/wolkvox espera hoy' },
  { name: 'phone', size: PHONE, where: 'C03PISO2', command: '/wolkvox agents ayer' },
] as const;

const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('No Chromium in /usr/bin (CHROMIUM=/path/to/it names another).\n');
  process.exit(69);
}
selectors.setTestIdAttribute('data-test');
const [demo, browser] = await Promise.all([startDemo(), launch(chromium), mkdir(IMAGES, { recursive: true })]);
try {
  for (const { name, size, where, command } of SHOTS) {
    const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
    await look(page, demo.url, LAURA, where);
    await (await ask(page, command)).getByTestId('data_table').waitFor();
    await page.screenshot({ path: `${IMAGES}${name}.png` });
    await page.close();
  }
  await digestShots();
  const home = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await look(home, demo.url, LAURA, 'home');
  await home.getByTestId('home').waitFor();
  await home.screenshot({ path: `${IMAGES}home.png` });
} finally {
  await browser.close();
  await demo.close();
}

/** The list of digests, the form with a preview of what it would say, and a digest as it comes to a channel. */
async function digestShots(): Promise<void> {
  const list = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await look(list, demo.url, CARLOS, 'C02SUPERVISORES');
  await ask(list, '/wolkvox resúmenes');
  await list.screenshot({ path: `${IMAGES}digests.png` });
  await list.close();

  const form = await browser.newPage({ viewport: FORM, reducedMotion: 'reduce' });
  await look(form, demo.url, CARLOS, 'C01OPERACIONES');
  const card = await ask(form, '/wolkvox agentes ayer top 5');
  await card.getByText('Programar').click();
  const modal = form.getByTestId('modal');
  await modal.getByText('Vista previa').click();
  await modal.getByText('costo de telefonía').waitFor();
  await modal.screenshot({ path: `${IMAGES}digest-form.png` });
  await form.getByTestId('modal-close').click();
  await form.close();

  const posted = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await look(posted, demo.url, LAURA, 'C02SUPERVISORES');
  await posted.getByTestId('simulation-open').click();
  await posted.getByTestId('control-digest').click();
  const digest = posted.getByTestId('message').filter({ hasText: 'Quién y dónde' }).last();
  await digest.waitFor();
  await posted.mouse.move(0, 0);
  await posted.screenshot({ path: `${IMAGES}digest.png`, clip: await boxOf(digest) });
  await posted.close();
}

async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('there is nothing to draw');
  return box;
}
