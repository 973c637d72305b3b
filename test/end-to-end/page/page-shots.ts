import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Locator, selectors } from 'playwright-core';
import { ask, findChromium, launch, look } from './page-browser.ts';
import { startDemo } from './page-demo.ts';

const IMAGES = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const LAURA = 'U01LAURA';
const CARLOS = 'U02CARLOS';
const WIDE = { width: 1280, height: 900 };
/** A whole answer, from the headline to its buttons. */
const TALL = { width: 1280, height: 1230 };
/** The whole form of a digest. */
const FORM = { width: 900, height: 1960 };
/** The whole form of an alert rule. */
const RULE_FORM = { width: 900, height: 980 };
/** The demo's rule is checked every minute. */
const CHECKED_MS = 150_000;
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
  await alertShots();
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

/** The form of a rule with what it would have told, the list, and one alert as it fires, is taken, put off and resolved. */
async function alertShots(): Promise<void> {
  const form = await browser.newPage({ viewport: RULE_FORM, reducedMotion: 'reduce' });
  await look(form, demo.url, LAURA, 'C01OPERACIONES');
  await (await ask(form, '/wolkvox ahora')).getByText('Avisarme').click();
  const modal = form.getByTestId('modal');
  await modal.getByText('habría avisado').waitFor();
  await modal.getByLabel('Límite').fill('15 %');
  await modal.getByLabel('Límite').press('Enter');
  await modal.getByText('Con 15 % habría avisado').waitFor();
  // The form is drawn anew after each answer: its place is what stays.
  await form.screenshot({ path: `${IMAGES}alert-form.png`, clip: await boxOf(modal) });
  await form.getByTestId('modal-close').click();
  await form.close();

  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  await look(page, demo.url, LAURA, 'C02SUPERVISORES');
  const happens = async (control: string) => {
    await page.getByTestId('simulation-open').click();
    await page.getByTestId(`control-${control}`).click();
    await page.keyboard.press('Escape');
  };
  const card = page.getByTestId('message').filter({ hasText: 'regla «Abandono general»' }).last();
  const shot = async (name: string, says: string) => {
    await card.getByText(says).waitFor({ timeout: CHECKED_MS });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${IMAGES}alert-${name}.png`, clip: await boxOf(card) });
  };
  await happens('abandonment');
  await shot('firing', 'el límite es 15 %');
  await card.getByText('Lo tomo').click();
  await shot('taken', 'Lo tiene');
  await card.getByRole('combobox').selectOption({ label: '30 min' });
  await shot('snoozed', 'Pospuesto hasta');
  await ask(page, '/wolkvox alertas');
  await page.screenshot({ path: `${IMAGES}alerts.png` });
  await happens('normal');
  await shot('resolved', 'Resuelto a las');
  await page.close();
}

async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('there is nothing to draw');
  return box;
}
