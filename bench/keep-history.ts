// Writes 400 days of the floor's history into an embedded store and prints what they take, in MB.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/adapters/store/embedded.ts';
import { DATED_REPORTS, recordWindow } from '../src/core/history/record-days.ts';
import { isSlice, markHours } from '../src/core/history/record-hours.ts';
import { addDays } from '../src/core/period/dates.ts';
import { keptFigures, keptSkills } from '../src/flows/history/history-figures.ts';
import { historyReader } from '../src/flows/history/history-reader.ts';
import { DAYS, MARKS, recordKey, saveDay, saveMark, SLICES } from '../src/flows/history/history-records.ts';
import { hourKey } from '../src/flows/history/history-slices.ts';
import { CATALOG } from '../src/reports/catalog.ts';
import { FLOOR, floorDay } from './floor-day.ts';

const DAYS_KEPT = 400;
const MEGABYTE = 1_000_000;
/** So many days are invented; the others repeat them, which packing one value at a time does not notice. */
const INVENTED = 20;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function bytesIn(dir: string): number {
  return readdirSync(dir, { withFileTypes: true }).reduce(
    (sum, one) => sum + (one.isDirectory() ? bytesIn(join(dir, one.name)) : statSync(join(dir, one.name)).size),
    0,
  );
}
/** The tables alone: the engine's journal is as large whatever is stored. */
const tables = (dir: string): number => bytesIn(join(dir, 'pg', 'base'));

type Made = ReturnType<typeof floorDay>;
const made = new Map<string, Made>();
function day(report: Parameters<typeof floorDay>[0], at: number, share: number): Made {
  const key = `${report} ${at % INVENTED} ${share}`;
  const known = made.get(key) ?? floorDay(report, at % INVENTED, share, recordWindow('2025-01-01', null, FLOOR.zone));
  made.set(key, known);
  return known;
}

const dir = mkdtempSync(join(tmpdir(), 'vigia-bench-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
const opened = await openEmbedded({ dir, log: quiet });
if (!opened.ok) throw new Error(opened.problem.code);
const { store, pool, close } = opened.value;
await pool.query('CHECKPOINT');
const before = tables(dir);

for (let at = 0; at < DAYS_KEPT; at += 1) {
  const date = addDays('2025-01-01', at);
  const window = recordWindow(date, null, FLOOR.zone);
  for (const report of DATED_REPORTS) {
    const key = recordKey(FLOOR, report, date);
    const { sealed, rows } = day(report, at, 1);
    await saveDay(store.documents, key, { v: 1, k: 'kept', sealed, rows, asOf: window.to }, 'absent');
    const hours = markHours(FLOOR, date);
    for (const [past, hour] of hours.entries()) {
      const part = day(report, at, (past + 1) / hours.length).sealed;
      const skills = keptSkills(CATALOG[report], part);
      const figures = keptFigures(CATALOG[report], part);
      const mark = { k: 'kept', version: part.version, figures, ...(skills === undefined ? {} : { skills }) } as const;
      await saveMark(store.documents, key, hour, mark, () => false);
    }
  }
  for (let hour = 0; hour < 24; hour += 1) {
    const slots: Record<string, unknown> = {};
    const key = hourKey(FLOOR, window.from + hour * 3_600_000);
    for (let minute = hour * 60; minute < hour * 60 + 60; minute += 10) {
      if (!isSlice(FLOOR, date, minute)) continue;
      const asOf = window.from + minute * 60_000;
      const { sealed } = day('live', at + minute, 1);
      slots[asOf] = { k: 'kept', version: sealed.version, asOf, figures: keptFigures(CATALOG.live, sealed) };
      await store.documents.put(SLICES, key, { v: 1, slots });
    }
  }
}
await pool.query('CHECKPOINT');
const grown = tables(dir) - before;
const values = (await Promise.all([DAYS, MARKS, SLICES].map((one) => store.size(one, '')))).map(({ bytes }) => bytes);
const reader = historyReader({ store, reports: CATALOG });
const startedAt = performance.now();
for (const report of DATED_REPORTS)
  await reader.days(FLOOR, report, addDays('2025-01-01', 340), addDays('2025-01-01', 399));
const ms = performance.now() - startedAt;
await close();
const [days = 0, marks = 0, slices = 0] = values;
const total = days + marks + slices;
console.log(
  JSON.stringify({
    values: total / MEGABYTE,
    days: days / MEGABYTE,
    marks: marks / MEGABYTE,
    slices: slices / MEGABYTE,
    files: grown / MEGABYTE,
    read60days: ms,
  }),
);
