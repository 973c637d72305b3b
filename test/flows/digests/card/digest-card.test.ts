import { describe, expect, it } from 'vitest';
import { audienceFor } from '../../../../src/core/access.ts';
import type { Card } from '../../../../src/core/card/card.ts';
import { cardWords, RUNGS, toBlocks } from '../../../../src/core/card/to-blocks.ts';
import { toText } from '../../../../src/core/card/to-text.ts';
import type { Part } from '../../../../src/core/digests/digest.ts';
import { problem } from '../../../../src/core/errors.ts';
import { LOCALES } from '../../../../src/core/i18n/locale.ts';
import { decodeRequest } from '../../../../src/core/request-code.ts';
import { checkMessage } from '../../../fixtures/block-check.ts';
import { HOUR, plainSpaces, rowsOf, THURSDAY } from '../../../reports/fixture.ts';
import {
  CALM_AUX,
  CALM_HOLD,
  CUT,
  digest,
  IN_CHANNEL,
  IN_OPEN_CHANNEL,
  MAINTENANCE,
  makerIn,
  mark,
  MINUTE,
  MORNING,
  says,
  type World,
} from '../digest-fixture.ts';

const READER = { locale: 'es', audience: IN_CHANNEL } as const;
const YESTERDAY = says('agents yesterday top 5', 'aux yesterday', 'hold yesterday', 'preview all yesterday', 'live');
const at = { at: CUT, late: false };

const make = (
  world: World,
  parts: readonly Part[],
  slot = at,
  reader: Parameters<ReturnType<typeof makerIn>>[2] = READER,
) => makerIn(world)(digest(parts), slot, reader);
const textOf = (card: Card): string => plainSpaces(toText(card, cardWords('es')));
const opened = ({ actions }: Card) =>
  actions.flatMap((action) => (action.kind === 'button' ? [decodeRequest(action.value)] : []));

describe('a digest', () => {
  it('is one line with a few figures where all is as usual', async () => {
    const { card, readAll } = await make({ rows: { aux: CALM_AUX, hold: CALM_HOLD } }, says('hold', 'live', 'aux'));
    expect(readAll).toBe(true);
    expect(card.headline).toBe('Operación Bogotá, corte de las 12:10: todo dentro de lo habitual.');
    expect(card.sections).toHaveLength(1);
    expect(textOf(card)).toContain('Sin devoluciones pendientes, abandono 6 de 41 (15 %; 7–28), ');
  });

  it('says nothing is out of the usual only of what has a usual', async () => {
    const { card } = await make({ known: false, rows: { aux: CALM_AUX } }, says('agents yesterday', 'aux yesterday'));
    expect(card.headline).toContain('nada fuera de lo habitual en lo que ya se puede comparar');
    expect(textOf(card)).toContain('Agentes: 681 llamadas');
  });

  it('is spoiled by no part that fails, and says why and when it is tried again', async () => {
    const slot = { ...at, retryAt: () => CUT + 6 * MINUTE };
    const { card, missing, readAll } = await make(
      { fails: { hold: MAINTENANCE }, rows: { aux: CALM_AUX } },
      says('hold', 'aux'),
      slot,
    );
    expect(readAll).toBe(false);
    expect(missing).toEqual([{ part: { kind: 'report', words: 'hold' }, problem: MAINTENANCE }]);
    expect(card.headline).toContain('(falta espera inteligente): lo demás, dentro de lo habitual');
    const said = card.sections.find(({ kind }) => kind === 'unavailable');
    expect(said).toEqual({
      kind: 'unavailable',
      text: 'Espera inteligente (12:11): wolkvox respondió mantenimiento (Operación Bogotá). Se reintenta a las 12:16. Lo que falta no es cero.',
    });
    expect(card.actions.map(({ label }) => label)).toEqual(['Ver detalle', 'Reintentar: Espera inteligente']);
  });

  it('promises no new try that nobody makes, and names the step where trying again does not help', async () => {
    const passing = await make({ fails: { hold: MAINTENANCE } }, says('hold'));
    expect(textOf(passing.card)).toContain('Se puede volver a pedir desde las 12:16.');
    const lasting = await make({ fails: { hold: problem('wolkvox.token') } }, says('hold'));
    expect(textOf(lasting.card)).toContain('Manager → Integraciones → Tokens');
    expect(lasting.card.headline).toContain('no se pudo leer nada');
  });

  it('survives a defect of ours in one part', async () => {
    const ports = { readQuota: () => Promise.reject(new Error('broken')) };
    const { card, missing } = await make({ ports, rows: { aux: CALM_AUX } }, [{ kind: 'quota' }, ...says('aux')]);
    expect(missing).toMatchObject([{ part: { kind: 'quota' }, problem: { code: 'unexpected' } }]);
    expect(card.headline).toContain('(falta cuota de wolkvox)');
  });

  it('says which words it does not understand', async () => {
    const { card, missing } = await make({ rows: { aux: CALM_AUX } }, says('agnetes ayer', 'aux'));
    expect(missing).toMatchObject([{ problem: { code: 'request.not-understood' } }]);
    expect(textOf(card)).toContain('agnetes');
  });

  it('speaks of the day of its slot however late it runs', async () => {
    const slot = { at: THURSDAY + 23 * HOUR + 50 * MINUTE, late: true };
    const now = THURSDAY + 25 * HOUR;
    const { card } = await make({ now, rows: { aux: CALM_AUX } }, says('aux today', 'agents yesterday'), slot);
    expect(opened(card).map((request) => request?.period)).toEqual([
      { kind: 'day', date: '2026-11-19' },
      { kind: 'day', date: '2026-11-18' },
    ]);
    expect(card.headline).toContain('corte del jue 19 nov, 23:50 (con retraso)');
    expect(textOf(card)).toContain('Llega con retraso: era para el jue 19 nov a las 23:50 y sale a las 01:00.');
  });

  it('names nobody where not only supervisors read, and gives the names to be sent to the owner', async () => {
    const world = { now: MORNING + MINUTE, before: { 'agents.cost': 0.5 } };
    const slot = { at: MORNING, late: false };
    const open = await make(world, YESTERDAY, slot, { locale: 'es', audience: IN_OPEN_CHANNEL });
    const [channel, owner] = [textOf(open.card), open.named === null ? '' : textOf(open.named)];
    for (const name of ['Patiño', 'Restrepo', 'PATIÑO']) expect(channel).not.toContain(name);
    expect(channel).toContain('Break: 1 agente fuera de lo habitual');
    expect(owner).toContain('Patiño Torres Natalia');
    expect(owner).toContain('Restrepo Muñoz Ana Lucía');
    const closed = await make(world, YESTERDAY, slot);
    expect(closed.named).toBeNull();
    expect(textOf(closed.card)).toContain('Patiño Torres Natalia');
  });

  it.each(['initials', 'hidden'] as const)('has nobody by full name where names are %s', async (names) => {
    const audience = audienceFor({
      role: 'supervisor',
      place: 'channel',
      channelPolicy: { names, audience: 'supervisors' },
    });
    const before = { 'agents.cost': 0.5, 'aux.aux_total': 0.5, 'preview.uncoded': 0.1 };
    const { card } = await make(
      { now: MORNING + MINUTE, before },
      YESTERDAY,
      { at: MORNING, late: false },
      {
        locale: 'es',
        audience,
      },
    );
    const said = fold(JSON.stringify(card));
    const people = (['agents', 'aux', 'preview', 'live'] as const)
      .flatMap((id) => rowsOf(id, 'typical'))
      .flatMap(named);
    expect(new Set(people).size).toBeGreaterThan(10);
    expect([...new Set(people)].filter((name) => said.includes(fold(name)))).toEqual([]);
  });

  it('holds no personal data of customers', async () => {
    const { card, named } = await make({}, YESTERDAY, at, { locale: 'es', audience: IN_OPEN_CHANNEL });
    const said = JSON.stringify([card, named]);
    const values = (['preview', 'live'] as const).flatMap((report) => rowsOf(report, 'typical')).flatMap(personal);
    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((value) => said.includes(value))).toEqual([]);
  });

  it('opens the full card of each report part', async () => {
    const { card } = await make({}, says('agents yesterday top 5 by cost', 'live'));
    expect(opened(card)).toMatchObject([
      { report: 'agents', period: { kind: 'day', date: '2026-11-18' }, view: { top: 5, by: 'cost' } },
      { report: 'live' },
    ]);
    const ids = card.actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the ledger from the hours that are kept where smart hold cannot be read now', async () => {
    const marks = [mark(9, { 6110: [12, 6, 1] }), mark(11, { 6110: [30, 14, 4] })];
    const { card, readAll } = await make({ marks, fails: { hold: MAINTENANCE } }, [{ kind: 'ledger' }]);
    expect(readAll).toBe(true);
    expect(textOf(card)).toContain('12 clientes esperan su devolución');
    expect(textOf(card)).toContain('devoluciones del día hasta las 11:00');
  });

  it('tells the promises once where smart hold and its ledger are both in it', async () => {
    const marks = [mark(9, { 6110: [12, 6, 1] })];
    const { card } = await make({ marks, before: { 'hold.debt': 0.2 } }, [...says('hold'), { kind: 'ledger' }]);
    expect(textOf(card).match(/37 clientes/g)).toHaveLength(1);
    expect(card.sections.some(({ kind }) => kind === 'table')).toBe(true);
  });

  it('reads each of its parts once, however many digests of that minute hold it', async () => {
    let reads = 0;
    const readQuota = async () => {
      reads += 1;
      return { limit: 10_000, used: 1, left: 9_999, resetAt: CUT, source: 'configuration' } as const;
    };
    const maker = makerIn({ ports: { readQuota } });
    await Promise.all(Array.from({ length: 50 }, () => maker(digest([{ kind: 'quota' }]), at, READER)));
    await maker(digest([{ kind: 'quota' }]), at, READER);
    expect(reads).toBe(1);
    await maker(digest([{ kind: 'quota' }]), { at: CUT + HOUR, late: false }, READER);
    expect(reads).toBe(2);
  });

  it('reads a part that was missing anew', async () => {
    let tries = 0;
    const readQuota = async () => {
      tries += 1;
      if (tries === 1) throw new Error('broken');
      return { limit: 10_000, used: 9_000, left: 1_000, resetAt: CUT, source: 'configuration' } as const;
    };
    const maker = makerIn({ ports: { readQuota } });
    expect((await maker(digest([{ kind: 'quota' }]), at, READER)).readAll).toBe(false);
    const { card, readAll } = await maker(digest([{ kind: 'quota' }]), at, READER);
    expect(readAll).toBe(true);
    expect(plainSpaces(card.headline)).toBe(
      'Operación Bogotá, corte de las 12:10: 9.000 de 10.000 consultas de hoy usadas (90 %).',
    );
  });

  it('says which alert rules are worth a look, and in one line that none is', async () => {
    const parts: readonly Part[] = [{ kind: 'hygiene' }, ...says('aux')];
    const rows = { aux: CALM_AUX };
    const quiet = await make({ rows, ports: { readHygiene: async () => null } }, parts);
    expect(quiet.card.headline).toBe('Operación Bogotá, corte de las 12:10: todo dentro de lo habitual.');
    expect(textOf(quiet.card)).toContain('Ninguna regla de alerta por revisar, ');
    const line = { text: 'Abandono: nadie respondió ninguna de 9 alertas.' };
    const section = { kind: 'lines', title: 'Reglas que conviene revisar', lines: [line] } as const;
    const told = await make({ rows, ports: { readHygiene: async () => [section] } }, parts);
    expect(told.card.headline).toBe('Operación Bogotá, corte de las 12:10: conviene revisar una regla de alerta.');
    expect(told.card.sections).toContainEqual(section);
    expect(textOf(told.card)).toContain('Siguiente: ajusta las reglas que nadie atiende');
  });

  it('says the day too where a part can be asked again tomorrow only', async () => {
    const quota = problem('wolkvox.quota', {}, THURSDAY + 24 * HOUR);
    const { card } = await make({ fails: { hold: quota } }, says('hold'));
    expect(textOf(card)).toContain('Se puede volver a pedir desde el vie 20 nov a las 00:00.');
  });

  it.each(LOCALES.flatMap((locale) => RUNGS.map((rung) => [locale, rung] as const)))(
    'with all there is fits what Slack takes, in %s as %s, with its figures in the text',
    async (locale, rung) => {
      const before = {
        'agents.calls': 0.3,
        'agents.cost': 0.2,
        'agents.cost_per_call': 0.2,
        'aux.aux_total': 0.2,
        'hold.debt': 0.1,
        'hold.kept': 1.9,
        'preview.uncoded': 0.1,
        'preview.calls': 0.3,
        'live.abandonment': 0.1,
        'live.inbound': 0.3,
      };
      const marks = Array.from({ length: 12 }, (_, hour) => mark(hour + 1, { 6110: [9 + hour, hour, 1] }));
      const parts: readonly Part[] = [...YESTERDAY, { kind: 'ledger' }, { kind: 'quota' }, { kind: 'hygiene' }];
      const { card } = await make(
        { before, marks, used: 9_900 },
        parts,
        { at: CUT, late: true },
        { ...READER, locale },
      );
      const words = cardWords(locale);
      expect(checkMessage(toBlocks(card, { rung, words }))).toEqual([]);
      const text = toText(card, words);
      for (const figure of ['681', '112 min', '37', '21', '6 ']) expect(text).toContain(figure);
      expect(text.length).toBeLessThanOrEqual(4_000);
    },
  );
});

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ');
}

/** The name of the agent in a row. */
function named(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return [];
  return Object.entries(row).flatMap(([field, value]) =>
    /agent(_name)?$/i.test(field) && typeof value === 'string' && /^[^\d_]+ [^\d_]+$/.test(value.trim())
      ? [value.trim()]
      : [],
  );
}

/** What a row says of a customer, long enough not to be met by chance. */
function personal(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return [];
  const fields = [
    'customer_name',
    'customer_last_name',
    'customer_id',
    'telephone',
    'comments',
    'comments_customer_reg',
  ];
  return Object.entries(row).flatMap(([field, value]) =>
    fields.includes(field) && typeof value === 'string' && value.length > 4 ? [value] : [],
  );
}
