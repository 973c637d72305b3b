import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from './floor/floor.ts';
import { buttonsOn, folded, tableIn } from './floor/read-message.ts';
import * as recount from './floor/recount.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.stop());

const yesterday = () => floor.wolkvox.truth({ date_ini: '20251113000000', date_end: '20251113235959' });
const whole = ({ text, blocks }: Message): string => folded(text + JSON.stringify(blocks));
const namesIn = (message: Message): string[] =>
  floor.wolkvox.roster.agents.map(({ name }) => folded(name)).filter((name) => whole(message).includes(name));
const posted = (channel: string): Message[] => floor.slack.messages(channel);
const audited = () => floor.bot.house.audit.read(100);

async function newestIn(channel: string, work: () => Promise<unknown>): Promise<Message> {
  const before = posted(channel).length;
  await work();
  expect(posted(channel)).toHaveLength(before + 1);
  const message = posted(channel).at(-1);
  if (message === undefined) throw new Error('nothing was posted');
  return message;
}

describe('sharing', () => {
  it('posts once, with initials where everybody reads, without costs of single agents, and says who shared', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    expect(namesIn(asked)).toHaveLength(39);
    let said: Message | null = null;
    const shared = await newestIn('operaciones', async () => {
      said = await floor.press('laura', asked, 'Compartir');
    });
    expect(said).toMatchObject({ text: expect.stringContaining('Compartido en'), onlyFor: 'U01LAURA' });
    expect(namesIn(shared)).toEqual([]);
    expect(shared.text).toContain('compartido por laura');
    expect(tableIn(asked)[0]).toHaveLength(6);
    expect(tableIn(shared)[0]).toHaveLength(4);
    expect(shared.text).not.toContain('Costo por llamada');
  });

  it('keeps the names in a channel for supervisors, where a supervisor shares', async () => {
    const asked = await floor.ask('laura', 'aux ayer', 'supervisores');
    const shared = await newestIn('supervisores', () => floor.press('laura', asked, 'Compartir'));
    expect(namesIn(shared).length).toBeGreaterThan(2);
  });

  it('names nobody out of the usual in a channel that everybody reads', async () => {
    const asked = await floor.ask('laura', 'aux ayer');
    expect(namesIn(asked).length).toBeGreaterThan(2);
    expect(namesIn(await newestIn('operaciones', () => floor.press('laura', asked, 'Compartir')))).toEqual([]);
  });

  it('shows neither telephones nor identities of customers, to anybody', async () => {
    const asked = await floor.ask('laura', 'campaña todas ayer');
    const shared = await newestIn('operaciones', () => floor.press('laura', asked, 'Compartir'));
    const calls = yesterday().previews.flatMap((record) => record.calls);
    for (const message of [asked, shared]) {
      const all = whole(message);
      expect(calls.filter((call) => all.includes(call.telephone) || all.includes(call.customerId))).toEqual([]);
    }
  });

  it('is what a command with the word "here" does', async () => {
    const shared = await newestIn('operaciones', () => floor.ask('grace', 'hold yesterday here'));
    expect(shared.text).toContain('compartido por grace');
  });

  it('where the bot is not invited says how to invite it, and works once it is', async () => {
    floor.slack.scenario.scopes.delete('chat:write.public');
    const asked = await floor.ask('laura', 'agentes ayer', 'piso-2');
    const refused = await floor.press('laura', asked, 'Compartir');
    expect(refused.text).toContain('/invite @Vigía');
    expect(refused.onlyFor).toBe('U01LAURA');
    expect(posted('piso-2')).toEqual([]);
    await floor.slack.invite('piso-2', 'laura');
    const shared = await newestIn('piso-2', () => floor.press('laura', refused, 'Reintentar'));
    expect(shared.text).toContain('compartido por laura');
  });

  it('in an archived channel says so', async () => {
    const asked = await floor.ask('laura', 'agentes ayer', 'piso-2');
    await floor.slack.archive('piso-2', 'carlos');
    expect((await floor.press('laura', asked, 'Compartir')).text).toContain('está archivado');
  });
});

describe('what a viewer sees', () => {
  it('has no costs of single agents, in the table as in the ranking', async () => {
    const calls = recount.agents(yesterday(), floor.wolkvox);
    const message = await floor.ask('emma', 'agents yesterday by cost');
    expect(tableIn(message)[0]).toHaveLength(4);
    const most = calls.agents.find(({ rank }) => rank === 1);
    expect(folded(String(tableIn(message)[0]?.[1]))).toBe(folded(most?.name ?? ''));
  });

  it('has nobody by name in aux time', async () => {
    expect(namesIn(await floor.ask('sara', 'aux ayer'))).toEqual([]);
  });

  it('cannot be downloaded: that is for supervisors, and it is written down', async () => {
    const refused = await floor.ask('emma', 'agents yesterday csv');
    expect(refused.text).toContain('supervisor');
    expect(floor.slack.files('emma')).toEqual([]);
    expect((await audited())[0]).toMatchObject({ actor: 'U04EMMA', deed: 'export', result: 'denied' });
  });
});

describe('showing what a channel hides', () => {
  it('is for supervisors, to them alone, and written down for whoever tried', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    const shared = await newestIn('operaciones', () => floor.press('laura', asked, 'Compartir'));
    const before = posted('operaciones').length;
    const denied = await floor.press('emma', shared, 'Mostrar');
    expect([denied.onlyFor, namesIn(denied)]).toEqual(['U04EMMA', []]);
    const shown = await floor.press('carlos', shared, 'Mostrar');
    expect([shown.onlyFor, namesIn(shown).length > 10]).toEqual(['U02CARLOS', true]);
    expect(posted('operaciones')).toHaveLength(before);
    expect(namesIn(shared)).toEqual([]);
    expect((await audited()).slice(0, 2)).toMatchObject([
      { actor: 'U02CARLOS', deed: 'reveal', about: 'agents bogota', result: 'done' },
      { actor: 'U04EMMA', deed: 'reveal', result: 'denied' },
    ]);
  });

  it('offers its buttons to whoever reads the channel, each with what that person may see', async () => {
    const shared = posted('operaciones').findLast(({ text }) => text.includes('llamadas'));
    if (shared === undefined) throw new Error('nothing was shared');
    expect(buttonsOn(shared)).toEqual(['Mostrar', '◀', '▶', 'Comparar']);
    const forEmma = await floor.press('emma', shared, '◀');
    expect([forEmma.onlyFor, tableIn(forEmma)[0]?.length]).toEqual(['U04EMMA', 4]);
    const forGrace = await floor.press('grace', shared, '◀');
    expect([forGrace.onlyFor, tableIn(forGrace)[0]?.length]).toEqual(['U06GRACE', 6]);
  });
});

describe('a download', () => {
  const choose = async (person: string, format: 'csv' | 'xlsx', words: string) => {
    const asked = await floor.ask(person, words);
    const menu = JSON.stringify(asked.blocks).match(new RegExp(`"value":("${format} .*?[^\\\\]")`))?.[1] ?? '""';
    const chosen = await floor.slack.choose(person, asked.ts, 'file', String(JSON.parse(menu)));
    const said = await chosen.answer();
    return { said, file: floor.slack.files(person).at(-1) };
  };

  it('arrives by direct message as CSV with the right rows, written for Spanish machines', async () => {
    const { said, file } = await choose('laura', 'csv', 'agentes ayer');
    expect(said.text).toContain('agents-bogota-2025-11-13.csv');
    const text = file?.bytes?.toString('utf8') ?? '';
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toContain('"Agente";"Llamadas"');
    const { agents } = recount.agents(yesterday(), floor.wolkvox);
    const wanted = agents.map(({ name, calls, rank }) => [String(rank), folded(name), String(calls)].join());
    const got = rows
      .map((row) => row.split(';'))
      .map(([rank, name = '', calls]) => [rank, folded(name.slice(1, -1)), calls].join());
    expect(got.toSorted()).toEqual(wanted.toSorted());
  });

  it('arrives as a workbook too', async () => {
    const { file } = await choose('grace', 'xlsx', 'hold yesterday');
    expect(file?.name).toBe('hold-bogota-2025-11-13.xlsx');
    const parts = unzipSync(new Uint8Array(file?.bytes ?? []));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row /g)).toHaveLength(1 + recount.hold(yesterday(), floor.wolkvox).skills.length);
    expect(sheet).not.toContain('<f');
  });

  it('has no formula, whatever wolkvox calls an agent', async () => {
    floor.wolkvox.plant('cdr_2', [
      { agent_name: '=HYPERLINK("http://example.test";"ver")', calls: '3', cost: '10.00' },
      { agent_name: '@SUM(A1)', calls: '2', cost: '5.00' },
    ]);
    const { file } = await choose('laura', 'csv', 'agentes 2025-11-03');
    floor.wolkvox.plant('cdr_2', null);
    const cells = (file?.bytes?.toString('utf8') ?? '').split(/[;\r\n]+/);
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith('"\''))).toHaveLength(2);
  });

  it('is written down with who took it', async () => {
    expect((await audited())[0]).toMatchObject({ actor: 'U01LAURA', deed: 'export', about: 'agents bogota csv' });
  });
});
