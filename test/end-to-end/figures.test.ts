import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/simulators/slack/index.ts';
import type { Truth } from '../../src/simulators/wolkvox/index.ts';
import { vigia } from './floor/child.ts';
import { freshDataDir } from './floor/data-dir.ts';
import { type Floor, openFloor } from './floor/floor.ts';
import { folded, saysNumber, tableIn } from './floor/read-message.ts';
import * as recount from './floor/recount.ts';

const REPORTS = ['agents', 'aux', 'hold', 'preview', 'live'] as const;
type ReportId = (typeof REPORTS)[number];
const ASKED = {
  es: {
    person: 'laura',
    agents: 'agentes',
    aux: 'auxiliares',
    hold: 'espera',
    preview: 'campaña todas',
    live: 'ahora',
  },
  en: { person: 'grace', agents: 'agents', aux: 'aux', hold: 'hold', preview: 'preview all', live: 'live' },
  pt: { person: 'joao', agents: 'agentes', aux: 'pausas', hold: 'espera', preview: 'campanha todas', live: 'agora' },
} as const;
const YESTERDAY = { es: 'ayer', en: 'yesterday', pt: 'ontem' } as const;
const LOCALES = ['es', 'en', 'pt'] as const;
type Locale = (typeof LOCALES)[number];

const day = (date: string) => ({ date_ini: `${date}000000`, date_end: `${date}235959` });

let floor: Floor;
let truth: Truth;
let dayBefore: Truth;
let now: Truth;
beforeAll(async () => {
  floor = await openFloor();
  truth = floor.wolkvox.truth(day('20251113'));
  dayBefore = floor.wolkvox.truth(day('20251112'));
  now = floor.wolkvox.truth('live');
});
afterAll(() => floor.stop());

const asked = (report: ReportId, locale: Locale): Promise<Message> =>
  floor.ask(ASKED[locale].person, `${ASKED[locale][report]} ${report === 'live' ? '' : YESTERDAY[locale]}`);

/** What a message must say of a report: each number in its text, and each row of its table. */
function expectFigures(message: Message, report: ReportId, locale: Locale, from: Truth): void {
  const { said, rows } = told(report, from);
  for (const value of said) expect([message.text, value, saysNumber(message.text, value, locale)]).toContain(true);
  const shown = tableIn(message).map(([first, ...rest]) =>
    typeof first === 'string' ? [folded(first), ...rest] : rest,
  );
  const wanted = new Map(rows.map((row) => [folded(row.name), row.cells]));
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(10, rows.length));
  for (const [name, ...cells] of shown) {
    expect([name, ...cells]).toEqual([name, ...(wanted.get(folded(String(name))) ?? ['not in the recount'])]);
  }
}

const without = (figures: object, ...keys: readonly string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => !keys.includes(key)));

type Told = {
  readonly said: readonly number[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly unknown[] }[];
};
const any: unknown = expect.anything();
const close = (value: number | null | undefined) =>
  value === null || value === undefined ? '—' : expect.closeTo(value, 9);

function told(report: ReportId, from: Truth): Told {
  switch (report) {
    case 'agents': {
      const { calls, agents } = recount.agents(from, floor.wolkvox);
      const rows = agents.map(({ name, calls: own, share, cost }) => ({
        name,
        cells: [own, close(share.fraction), close(cost), close(cost === null ? null : cost / own)],
      }));
      return { said: [calls, agents.length], rows };
    }
    case 'aux': {
      const { agents } = recount.aux(from, floor.wolkvox);
      const rows = agents.map(({ name, seconds }) => ({ name, cells: [seconds, any, any, any, any, any] }));
      return { said: [agents.length], rows };
    }
    case 'hold': {
      const { total, skills } = recount.hold(from, floor.wolkvox);
      const rows = skills.map(({ name, ...skill }) => ({
        name,
        cells: [
          skill.offered,
          skill.yes,
          skill.no,
          close(skill.accepted.fraction),
          skill.ok,
          skill.fail,
          close(skill.recallSuccess.fraction),
          close(skill.kept.fraction),
          skill.debt,
          skill.undecided,
          any,
        ],
      }));
      return { said: [total.yes, total.ok, total.fail], rows };
    }
    case 'preview': {
      const { total, agents } = recount.preview(from, floor.wolkvox);
      const rows = agents.map((agent) => ({
        name: agent.name,
        cells: [
          agent.calls,
          agent.answered,
          close(agent.contact.fraction),
          close(agent.rightParty.fraction),
          close(agent.uncoded.fraction),
          agent.talk,
          any,
        ],
      }));
      return { said: [total.records, total.calls, total.answered, total.rightParty.count], rows };
    }
    case 'live': {
      const { inbound, outbound } = recount.live(from);
      return {
        said: [inbound.abandoned, inbound.abandonment.of, outbound.dialled, outbound.contact.count],
        rows: [],
      };
    }
  }
}

describe('the figures of a report are those of an independent recount', () => {
  it.each(LOCALES.flatMap((locale) => REPORTS.map((report) => [report, locale] as const)))(
    'when %s is asked for by command in %s',
    async (report, locale) => {
      const message = await asked(report, locale);
      if (report === 'live') {
        const { said } = told(report, now);
        for (const value of said)
          expect([message.text, value, saysNumber(message.text, value, locale)]).toContain(true);
        const calls = tableIn(message).reduce((sum, [, , own]) => sum + Number(own), 0);
        expect(calls).toBe(recount.live(now).calls);
      } else expectFigures(message, report, locale, truth);
    },
  );

  it.each(
    LOCALES.flatMap((locale) =>
      (['agents', 'aux', 'hold', 'preview'] as const).map((report) => [report, locale] as const),
    ),
  )('when %s is turned to the day before and back, in %s', async (report, locale) => {
    const { person } = ASKED[locale];
    const first = await asked(report, locale);
    const before = await floor.press(person, first, '◀');
    expectFigures(before, report, locale, dayBefore);
    const after = await floor.press(person, before, '▶');
    expectFigures(after, report, locale, truth);
  });

  it.each(['agents', 'aux', 'hold', 'preview'] as const)(
    'when %s is compared with the day before: the same figures, and the change',
    async (report) => {
      const compared = await floor.press('laura', await asked(report, 'es'), 'run:compare');
      expectFigures(compared, report, 'es', truth);
      expect(compared.text).toContain('comparado con mié 12 nov');
      if (report === 'agents') {
        const change = recount.agents(truth, floor.wolkvox).calls / recount.agents(dayBefore, floor.wolkvox).calls - 1;
        expect(saysNumber(compared.text, Math.round(Math.abs(change) * 100), 'es')).toBe(true);
      }
    },
  );
});

describe('vigia report --json', () => {
  let env: Readonly<Record<string, string>>;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const data = await freshDataDir();
    remove = data.remove;
    const file = join(data.dir, 'vigia.yml');
    await writeFile(file, floor.yaml);
    env = { WOLKVOX_TOKEN: floor.wolkvox.token, VIGIA_DATA_DIR: data.dir, VIGIA_CONFIG: file };
  });
  afterAll(() => remove());

  const printedBy = async (words: string): Promise<unknown> => {
    const { code, out, err } = await vigia(`report ${words} --json`, env);
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out);
  };

  it('prints the figures of agents that the recount and Slack have', async () => {
    const { agents, ...sums } = recount.agents(truth, floor.wolkvox);
    const listed = agents.map((agent) => expect.objectContaining(agent));
    const printed = await printedBy('agents yesterday');
    expect(printed).toMatchObject({
      report: 'agents',
      period: { from: '2025-11-13T05:00:00.000Z', to: '2025-11-14T05:00:00.000Z', zone: 'America/Bogota' },
      summary: { calls: sums.calls, cost: expect.closeTo(sums.cost, 6), agents: expect.arrayContaining(listed) },
    });
  });

  it('prints those of aux', async () => {
    const { seconds, states, agents } = recount.aux(truth, floor.wolkvox);
    expect(await printedBy('auxiliares ayer')).toMatchObject({
      summary: {
        seconds,
        states: expect.arrayContaining(states.map((state) => expect.objectContaining(state))),
        agents: expect.arrayContaining(agents.map((agent) => expect.objectContaining(agent))),
      },
    });
  });

  it('prints those of hold', async () => {
    const { total, skills } = recount.hold(truth, floor.wolkvox);
    expect(await printedBy('espera ontem')).toMatchObject({
      summary: {
        total,
        skills: expect.arrayContaining(skills.map((skill) => expect.objectContaining(without(skill, 'name')))),
      },
    });
  });

  it('prints those of preview', async () => {
    const { agents, ...rest } = recount.preview(truth, floor.wolkvox);
    const listed = agents.map((agent) => expect.objectContaining(without(agent, 'name', 'records', 'dialled')));
    expect(await printedBy('preview all yesterday')).toMatchObject({
      summary: { ...rest, agents: expect.arrayContaining(listed) },
    });
  });

  it('prints those of the last ten minutes', async () => {
    expect(await printedBy('live')).toMatchObject({ summary: recount.live(now) });
  });
});
