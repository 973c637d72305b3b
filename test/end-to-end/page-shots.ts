import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { selectors } from 'playwright-core';
import { ask, findChromium, launch, look } from './page-browser.ts';
import { startDemo } from './page-demo.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const LAURA = 'U01LAURA';
const WIDE = { width: 1280, height: 900 };
/** A whole answer, from the headline to its buttons. */
const TALL = { width: 1280, height: 1230 };
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
  const home = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await look(home, demo.url, LAURA, 'home');
  await home.getByTestId('home').waitFor();
  await home.screenshot({ path: `${IMAGES}home.png` });
} finally {
  await browser.close();
  await demo.close();
}
