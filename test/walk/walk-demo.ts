import { readdir } from 'node:fs/promises';
import type { Clone } from './clone.ts';
import { demoPage } from './demo-page.ts';
import { type Typed, type } from './terminal.ts';
import { until } from './until.ts';

export type Note = (did: string, saw: string) => void;

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\//;
const MINUTE = 60_000;
/** In so long the form is sent: a digest for an earlier minute would come tomorrow. */
const AHEAD_MS = 12_000;
const [LAURA, CHANNEL, DIRECT] = ['U01LAURA', 'C01OPERACIONES', 'D01LAURA'];

/** `npm run demo`: a question is answered, a digest is made in its form and comes: at its time into the channel, or at once to its maker. */
export async function walkDemo(clone: Clone, how: { readonly byTheClock: boolean }, note: Note): Promise<void> {
  const demo = type(clone, 'npm run demo', { PORT: '0' });
  try {
    await inDemo(demo, how, note);
  } finally {
    await demo.interrupt();
  }
  const left = (await readdir(clone.temporary)).filter((name) => name.startsWith('vigia'));
  if (left.length > 0) throw new Error(`the demo left ${left.join(', ')}`);
  note('Ctrl+C', 'the demo ended, and left nothing');
}

async function inDemo(demo: Typed, { byTheClock }: { readonly byTheClock: boolean }, note: Note): Promise<void> {
  const [url] = await demo.prints(ADDRESS);
  note('npm run demo', url);
  const page = demoPage(url, LAURA);

  // The address is printed a moment before the bot has connected.
  const ask = '/wolkvox agentes ayer';
  await until('the command to be taken', 30_000, async () => ((await page.write(CHANNEL, ask)) ? true : null));
  const answer = await page.message(CHANNEL, 'an answer', 30_000, ({ text }) => /\d llamadas ayer/.test(text));
  const ahead = answer.at - Date.now();
  note(ask, answer.text.slice(0, 140));

  await page.write(CHANNEL, '/wolkvox resúmenes agregar');
  const form = await page.form(CHANNEL);
  const time = Math.ceil((Date.now() + ahead + AHEAD_MS) / MINUTE) * MINUTE;
  const [name, words, skipHolidays] = ['Mi primer resumen', 'agentes ayer top 5', []];
  const values = { name, words, time: inBogota(time), skipHolidays };
  if (!byTheClock) {
    await page.press(CHANNEL, form, 'digest-change:test', values);
    const sent = await page.message(DIRECT, 'the digest', 30_000, ({ text }) => text.includes('Operación Bogotá'));
    note('/wolkvox resúmenes agregar, and in the form "Enviármelo ahora"', sent.text.slice(0, 200));
    return;
  }
  await page.submit(values);
  const kept = await page.message(CHANNEL, 'the digest to be kept', 20_000, ({ text }) => text.includes(`: ${name}`));
  note(`/wolkvox resúmenes agregar, and the form with ${inBogota(time)}`, kept.text.slice(0, 160));
  const waiting = time - ahead - Date.now();
  const posted = await page.message(
    CHANNEL,
    `the digest of ${inBogota(time)}`,
    waiting + MINUTE,
    ({ onlyForReader, text }) => !onlyForReader && text.includes('Operación Bogotá'),
  );
  note(`${inBogota(time)}, in the channel`, posted.text.slice(0, 200));
}

function inBogota(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    timeZone: 'America/Bogota',
    hour: '2-digit',
    minute: '2-digit',
  });
}
