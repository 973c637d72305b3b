import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCase } from '../../../src/core/history/justified-case.ts';
import type { Message } from '../../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.stop());

const FIRST = /• ([^:•\n]+): \d+ min de Break/;
const outlierOn = ({ text }: Message): string => FIRST.exec(text)?.[1] ?? never();
/** Past the second in which the same question is answered once. */
async function askAgain(person: string, words = 'aux hoy'): Promise<Message> {
  floor.clock.move(2_000);
  return floor.ask(person, words);
}
async function openForm(person: string, on: Message, which = 'justify:0'): Promise<void> {
  await floor.slack.press(person, on.ts, which);
  await floor.slack.waitFor(() => floor.slack.views(person).length > 0);
}
const auditLines = () => floor.bot.house.audit.read(20);

const accessory = z.looseObject({ accessory: z.looseObject({ action_id: z.string(), value: z.string() }) });
/** The case that a button of a message stands for. */
function caseOn({ blocks }: Message, id: string) {
  for (const block of blocks) {
    const read = accessory.safeParse(block);
    const code = read.success && read.data.accessory.action_id === id ? decodeCase(read.data.accessory.value) : null;
    if (code !== null) return code.found;
  }
  return never();
}

describe('justifying a case', () => {
  it('asks why, takes the case off the card and out of the baseline, and says so', async () => {
    const asked = await floor.ask('laura', 'aux hoy');
    const name = outlierOn(asked);
    floor.wolkvox.clearLog();
    await openForm('laura', asked);
    const form = floor.slack.views('laura').at(-1);
    expect(JSON.stringify(form?.body.blocks)).toContain('Por qué, en una palabra');
    expect(JSON.stringify(form?.body.blocks)).toContain(`${name}: Break el `);
    await floor.slack.submitView('laura', { why: ' calamidad ' });
    await floor.slack.waitFor(() => asked.text.includes('1 justificado'));
    expect(floor.slack.views('laura')).toEqual([]);
    expect(asked.text).toContain(`${name}, Break: calamidad (laura)`);
    expect(asked.text.split('\n')[0]).not.toContain(name);
    expect(asked.text).not.toContain(`${name}: 67 min`);
    await floor.slack.openHome('laura');
    await floor.slack.waitFor(() => floor.slack.home('laura'));
    expect(JSON.stringify(floor.slack.home('laura'))).toContain(asked.text.split('\n')[0]);
    // From what was read before: wolkvox has nothing to say of it.
    expect(floor.wolkvox.log).toEqual([]);
    const line = (await auditLines()).find(({ deed }) => deed === 'justify');
    expect(line).toMatchObject({
      actor: 'U01LAURA',
      result: 'done',
      about: expect.stringMatching(/^aux bogota 2025-/),
    });
    expect(floor.logged.join('')).not.toContain('calamidad');
  });

  it('stays for everybody who asks later, and without names for those who may not see them', async () => {
    const asked = await floor.ask('laura', 'aux hoy');
    await openForm('laura', asked);
    await floor.slack.submitView('laura', { why: 'calamidad' });
    await floor.slack.waitFor(() => asked.text.includes('1 justificado'));
    expect((await askAgain('carlos')).text).toContain('calamidad (laura)');
    const seen = await askAgain('sara');
    expect(seen.text).toContain('1 justificado.');
    expect(JSON.stringify([seen.text, seen.blocks])).not.toMatch(/calamidad|laura|justify/);
  });

  it('is undone with a button, and then pointed out again', async () => {
    const asked = await floor.ask('laura', 'aux hoy');
    const before = asked.text.split('\n').slice(0, 3);
    await openForm('laura', asked);
    await floor.slack.submitView('laura', { why: 'calamidad' });
    await floor.slack.waitFor(() => asked.text.includes('1 justificado'));
    const undone = await floor.press('laura', asked, 'unjustify:0');
    expect(undone.text).not.toContain('justificado');
    expect(undone.text.split('\n').slice(0, 3)).toEqual(before);
    expect((await auditLines()).map(({ about }) => about).filter((about) => about.endsWith(' undo'))).toHaveLength(1);
  });

  it('keeps the first of two supervisors at once, and tells the other', async () => {
    const cards = [await floor.ask('laura', 'aux hoy'), await floor.ask('carlos', 'aux hoy')] as const;
    await Promise.all([openForm('laura', cards[0]), openForm('carlos', cards[1])]);
    await Promise.all([
      floor.slack.submitView('laura', { why: 'calamidad' }),
      floor.slack.submitView('carlos', { why: 'permiso' }),
    ]);
    await floor.slack.waitFor(() => cards.every(({ text }) => text.includes('1 justificado')));
    const told = cards.filter(({ text }) => text.includes('ya lo había justificado'));
    expect(told).toHaveLength(1);
    const whys = cards.map(({ text }) => /, Break: (calamidad|permiso) \(/.exec(text)?.[1]);
    expect(new Set(whys).size).toBe(1);
    expect(
      (await auditLines())
        .filter(({ deed }) => deed === 'justify')
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['already', 'done']);
  });

  it('stands in a list of its own, which a button under the card and words open, and can be undone there', async () => {
    const asked = await floor.ask('laura', 'aux hoy');
    const name = outlierOn(asked);
    const found = caseOn(asked, 'justify:0');
    await floor.bot.house.justified.add('bogota', {
      ...found,
      date: '2025-10-20',
      why: 'médico',
      by: 'U02CARLOS',
      name: 'carlos',
      at: floor.clock.now() - 86_400_000,
    });
    await openForm('laura', asked);
    await floor.slack.submitView('laura', { why: 'calamidad' });
    await floor.slack.waitFor(() => asked.text.includes('1 justificado'));
    floor.wolkvox.clearLog();
    const pressed = (await floor.press('laura', asked, 'Ver justificados (2)')).text;
    const listed = await askAgain('laura', 'aux justificados');
    expect(listed.text).toBe(pressed);
    expect(listed.text).toContain('2 casos justificados en los últimos 30 días.');
    const lines = listed.text.split('\n');
    expect(lines[1]).toMatch(new RegExp(`^• \\S+ \\d+ nov: ${name}, Break: calamidad \\(laura, \\d\\d:\\d\\d\\)$`));
    expect(lines[2]).toMatch(new RegExp(`oct: ${name}, Break: médico \\(carlos, `));
    const undone = await floor.press('laura', listed, 'unlist:1');
    expect(undone.text).toContain('Un caso justificado en los últimos 30 días.');
    expect(undone.text).not.toContain('médico');
    expect((await floor.press('laura', undone, 'unlist:0')).text).toContain('Ningún caso justificado');
    expect(floor.wolkvox.log.filter(({ api }) => api === 'agent_3')).toEqual([]);
    expect((await askAgain('laura')).text).toContain(name);
    expect((await auditLines()).map(({ about }) => about).filter((about) => about.endsWith(' undo'))).toHaveLength(2);
    expect((await floor.ask('sara', 'aux justificados')).text).toContain('supervisor');
  });

  it('wants a word: blanks leave the form open with what is missing', async () => {
    const asked = await floor.ask('laura', 'aux hoy');
    await openForm('laura', asked);
    await floor.slack.submitView('laura', { why: '   ' });
    expect(floor.slack.views('laura').at(-1)?.errors).toEqual({ why: 'Escribe una palabra que diga por qué.' });
  });

  it('is not for a viewer, even with the button of a supervisor', async () => {
    const supervisors = await floor.ask('laura', 'aux hoy');
    const asked = await floor.ask('sara', 'aux hoy');
    expect(JSON.stringify(asked.blocks)).not.toContain('justify');
    floor.slack.workspace.edit(asked, { blocks: supervisors.blocks });
    expect((await floor.press('sara', asked, 'justify:0')).text).toContain('supervisor');
    expect(floor.slack.views('sara')).toEqual([]);
    expect(await auditLines()).toMatchObject([{ actor: 'U03SARA', deed: 'justify', result: 'denied' }]);
  });
});

function never(): never {
  throw new Error('there is nothing to look at');
}
