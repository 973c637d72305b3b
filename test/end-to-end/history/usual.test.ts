import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordWindow } from '../../../src/core/history/record-days.ts';
import { addDays } from '../../../src/core/period/dates.ts';
import { keptFigures } from '../../../src/flows/history/history-figures.ts';
import { recordKey, saveDay, saveMark } from '../../../src/flows/history/history-records.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import { type Floor, openFloor } from '../floor/floor.ts';
import { buttonsOn } from '../floor/read-message.ts';

const YESTERDAY = '2025-11-13';
let floor: Floor;

/** A day of agents with so many calls in all, a tenth of them by each of ten people. */
function dayOf(calls: number, date: string) {
  const { settings } = floor.bot.house;
  const [operation] = settings.operations;
  const window = recordWindow(date, null, operation.zone);
  const fold = reportOf('agents').fold({ operation, window });
  for (let at = 0; at < 10; at += 1) {
    fold.add({ agent_name: `PERSONA ${'ABCDEFGHIJ'[at]}`, calls: String(calls / 10), cost: String(calls * 10) });
  }
  return { operation, window, ...fold.finish() };
}

async function keep(date: string, calls: number): Promise<void> {
  const { documents } = floor.bot.house.store;
  const { operation, window, sealed, rows } = dayOf(calls, date);
  await saveDay(
    documents,
    recordKey(operation, 'agents', date),
    { v: 1, k: 'kept', sealed, rows, asOf: window.to },
    'absent',
  );
}

async function mark(date: string, hour: number, calls: number): Promise<void> {
  const { documents } = floor.bot.house.store;
  const { operation, sealed } = dayOf(calls, date);
  const figures = keptFigures(reportOf('agents'), sealed);
  const kept = { k: 'kept', version: sealed.version, figures } as const;
  await saveMark(documents, recordKey(operation, 'agents', date), hour, kept, () => false);
}

const flat = (text: string): string => text.replaceAll('\u00a0', ' ');

beforeAll(async () => {
  floor = await openFloor();
  // Ten weeks of every day of work; the numbers differ by the week, so that there is a middle half.
  for (let back = 1; back <= 70; back += 1) {
    const date = addDays(YESTERDAY, -back);
    await keep(date, 400 + 10 * (Math.floor(back / 7) % 5));
  }
  for (let week = 0; week <= 6; week += 1) await mark(addDays('2025-11-14', -7 * week), 10, 200 - 10 * (week % 3));
});
afterAll(() => floor.stop());

describe('the usual', () => {
  it('is in the headline of a plain card, with what it rests on', async () => {
    const { text } = await floor.ask('laura', 'agentes ayer');
    expect(flat(text)).toMatch(/llamadas ayer, (\d+ % (más|menos) que|como) un jueves habitual \(4\d0–4\d0\)\./);
    expect(text).toContain('habitual de 8 jueves');
  });

  it('is of the same part of the day while the day runs', async () => {
    const { text } = await floor.ask('laura', 'agentes hoy');
    expect(flat(text)).toMatch(/un viernes habitual hasta las 10:00 \(18\d–19\d\)/);
    expect(text).toContain('habitual de 6 viernes');
  });

  it('leaves holidays out, and says so', async () => {
    const { text } = await floor.ask('laura', 'agentes 2025-11-10');
    expect(text).toContain('habitual de 7 lunes, sin contar 2 con festivo');
  });

  it('is shown beside the figures, with the course of two weeks, on Compare; pressed again it goes', async () => {
    const plain = await floor.ask('laura', 'agentes ayer');
    const compared = await floor.press('laura', plain, 'Comparar');
    expect(flat(compared.text)).toMatch(/Llamadas\W+[\d.]+; habitual 4\d0 \(4\d0–4\d0\), 8 jueves/);
    expect(compared.text).toContain('Llamadas, últimos 14 días');
    const chart = JSON.stringify(compared.blocks);
    expect(chart).toContain('Habitual, desde');
    expect(buttonsOn(compared)).toContain('Con el anterior');
    const before = await floor.press('laura', compared, 'Con el anterior');
    expect(before.text).toContain('comparado con mié 12 nov');
    expect(before.text).toContain('un jueves habitual');
    expect(buttonsOn(before)).toContain('Con lo habitual');
    const again = await floor.press('laura', compared, 'Sin comparar');
    expect(again.text).not.toContain('últimos 14 días');
  });

  it('is not invented where there is too little: the card says from when on', async () => {
    const { text } = await floor.ask('laura', 'agentes 2025-09-18');
    expect(text).toContain('Aún no hay con qué comparar: van 2 de 4 jueves; se compara desde el jue 2 oct');
    expect(text).not.toContain('un jueves habitual');
  });

  it('is of the whole days of a week that runs, once each of them is kept', async () => {
    const holed = await floor.ask('laura', 'agentes esta semana vs habitual');
    expect(holed.text).toContain('Falta un día de este período en la historia');
    await keep(YESTERDAY, 500);
    floor.clock.move(61_000);
    const { text } = await floor.ask('laura', 'agentes esta semana vs habitual');
    expect(flat(text)).toMatch(/llamadas esta semana, .* una semana habitual hasta el jue 13 nov \([\d.]+–[\d.]+\)\./);
    expect(flat(text)).toMatch(/Llamadas\W+[\d.]+ hasta el jue 13 nov; habitual [\d.]+ \([\d.]+–[\d.]+\), \d semanas/);
    expect(text).toMatch(/habitual de \d semanas, sin contar \d con festivo/);
  });

  it('is not of minutes: a stretch without full hours says so when it is asked', async () => {
    const { text } = await floor.ask('laura', 'agentes últimas 3 horas vs habitual');
    expect(text).toContain('Con lo habitual se comparan días, semanas, meses, varios días y horas en punto.');
  });
});
