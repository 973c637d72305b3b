import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCase } from '../../../src/core/history/justified-case.ts';
import { recordWindow } from '../../../src/core/history/record-days.ts';
import { recordKey, saveDay } from '../../../src/flows/history/history-records.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import type { Message } from '../../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

// The floor stands on Friday 14 November 2025: Thursday to Monday, newest first.
const BEFORE = ['2025-11-13', '2025-11-12', '2025-11-11', '2025-11-10'] as const;
const TEAM = [45, 50, 52, 55, 58, 60, 61, 63, 66, 70];
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

let floor: Floor;
let first: Message;
beforeAll(async () => {
  floor = await openFloor();
  first = await floor.ask('laura', 'aux hoy');
});
afterAll(() => floor.stop());

const accessory = z.looseObject({ accessory: z.looseObject({ action_id: z.string(), value: z.string() }) });
/** Whom the first Justify button of a card is about. */
function caseOn({ blocks }: Message) {
  for (const block of blocks) {
    const read = accessory.safeParse(block);
    const code = read.success ? decodeCase(read.data.accessory.value) : null;
    if (code !== null) return code.found;
  }
  throw new Error('the card has no case');
}

/** A kept day: a team of ten in Break, and one more agent with so many minutes of it. */
async function keep(date: string, agent: string, minutes: number): Promise<void> {
  const { settings, store } = floor.bot.house;
  const [operation] = settings.operations;
  const window = recordWindow(date, null, operation.zone);
  const fold = reportOf('aux').fold({ operation, window });
  const row = (id: string, many: number) => ({ agent_id: id, agent_name: '', aux_state: 'Break', time: clock(many) });
  for (const [at, many] of TEAM.entries()) fold.add(row(String(90_000 + at), many));
  fold.add(row(agent, minutes));
  const { sealed, rows } = fold.finish();
  const record = { v: 1, k: 'kept', sealed, rows, asOf: window.to } as const;
  await saveDay(store.documents, recordKey(operation, 'aux', date), record, 'absent');
}

async function askAgain(): Promise<Message> {
  floor.clock.move(2_000);
  return floor.ask('laura', 'aux hoy');
}
/** What is said after the name of an agent, in the lines of a card. */
const saidOf = (name: string, { text }: Message): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`• ${name}:`));
const NAME = /^• ([^:\n]+):/m;

describe('aux time over the days that are kept', () => {
  it('says on how many of the last five days somebody was out of the usual, and forgets what was justified', async () => {
    const found = caseOn(first);
    const name = NAME.exec(first.text)?.[1] ?? '';
    expect(found.state).toBe('break');
    expect(saidOf(name, first)).not.toContain('últimos');
    for (const [at, date] of BEFORE.entries()) await keep(date, found.agent, at === 0 || at === 2 ? 150 : 60);
    floor.clock.move(61_000);

    const lasting = await askAgain();
    expect(saidOf(name, lasting)).toContain('3 de los últimos 5 días.');
    // What lasts comes before what is only a first day.
    expect(NAME.exec(lasting.text)?.[1]).toBe(name);

    await floor.slack.press('laura', lasting.ts, 'justify:0');
    await floor.slack.waitFor(() => floor.slack.views('laura').length > 0);
    await floor.slack.submitView('laura', { why: 'calamidad' });
    await floor.slack.waitFor(() => lasting.text.includes('1 justificado'));
    expect(lasting.text).toContain(`${name}, Break: calamidad (laura)`);
    expect(saidOf(name, lasting)).toBeUndefined();

    const listed = await floor.ask('laura', 'aux justificados');
    expect(listed.text).toContain(name);
    await floor.press('laura', listed, 'unlist:0');
    expect(saidOf(name, await askAgain())).toContain('3 de los últimos 5 días.');
  });

  it('counts an earlier day no more once it is justified, and looks further back in its place', async () => {
    const { house } = floor.bot;
    const [operation] = house.settings.operations;
    const found = caseOn(await askAgain());
    const earlier = {
      ...found,
      date: BEFORE[0],
      why: 'médico',
      by: 'U02CARLOS',
      name: 'carlos',
      at: house.clock.now(),
    };
    await house.justified.add(operation.id, earlier);
    const after = await askAgain();
    expect(after.text).toContain('2 de los últimos 4 días.');
    await keep('2025-11-07', found.agent, 140);
    expect((await askAgain()).text).toContain('3 de los últimos 5 días.');
  });
});
