import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of this machine, or null where there is none. */
export function findChromium(): string | null {
  return [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => place !== '' && existsSync(place)) ?? null;
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

export async function look(page: Page, url: string, who: string, where: string): Promise<void> {
  await page.goto(`${url}?as=${who}&in=${where}`);
  await page.locator('body[data-live]').waitFor();
}

/** Types a command as a person does, and gives the answer once it is drawn with its buttons (a line that says "reading" has none). */
export async function ask(page: Page, command: string): Promise<Locator> {
  const answers = page.getByTestId('message').filter({ has: page.getByTestId('button') });
  const before = await answers.count();
  await page.getByTestId('composer').fill(command);
  await page.getByTestId('send').click();
  const answer = answers.nth(before);
  await answer.waitFor();
  return answer;
}
