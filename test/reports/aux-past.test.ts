import { describe, expect, it } from 'vitest';
import type { AuxDay } from '../../src/core/history/aux-cases.ts';
import { decodeCase, type Justification } from '../../src/core/history/justified-case.ts';
import { auxCases, auxExcused } from '../../src/flows/history/aux-days.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext } from '../../src/reports/report.ts';
import { context, folded, SUPERVISOR, VIEWER_IN_CHANNEL } from './fixture.ts';

const TODAY = '2026-11-19';
const BEFORE = ['2026-11-18', '2026-11-17', '2026-11-13', '2026-11-12'];
const USUAL = [45, 50, 55, 58, 60, 65, 70, 58, 59];
const idOf = (index: number) => String(12_300 + index);
const two = (many: number) => String(many).padStart(2, '0');
const rowsOf = (minutes: readonly number[]) =>
  minutes.map((each, index) => ({
    agent_id: idOf(index),
    agent_dni: '',
    agent_name: `PERSONA ${idOf(index)}`,
    aux_state: 'Break',
    time: `${two(Math.floor(each / 60))}:${two(each % 60)}:00`,
  }));
const dayOf = (date: string, minutes: readonly number[]): AuxDay => ({
  date,
  states: [{ key: 'break', state: 'Break', uses: minutes.map((each, at) => ({ id: idOf(at), seconds: each * 60 })) }],
});
const accepted = (agent: string, date: string = TODAY): Justification => ({
  date,
  agent,
  state: 'break',
  why: 'cita médica',
  by: 'U01',
  name: 'Laura Gómez',
  at: 0,
});
/** The tenth and the eleventh agent (12309, 12310) use so many minutes today. */
const cardOf = (
  last: readonly number[],
  days: readonly AuxDay[],
  justified: readonly Justification[] = [],
  some: Partial<CardContext> = {},
) => {
  const { sealed, rows } = folded('aux', [rowsOf([...USUAL, ...last])]);
  return reportOf('aux').card(sealed, context('aux', rows, 'es', { auxPast: { days, justified }, ...some }), null);
};
const over = (minutes: number) => BEFORE.map((date, at) => dayOf(date, [...USUAL, 60, at < 2 ? minutes : 60]));
const linesOf = (card: ReturnType<typeof cardOf>) =>
  card.sections.flatMap((section) => (section.kind === 'lines' ? section.lines : [])).map(({ text }) => text);

describe('aux over days', () => {
  it('says how long each has been over, the lasting one first', () => {
    expect(linesOf(cardOf([160, 150], over(140)))).toEqual([
      'Persona 12310: 150 min de Break; el equipo 59 (56–67). 3 de los últimos 5 días.',
      'Persona 12309: 160 min de Break; el equipo 59 (56–67). Es el primer día, conviene mirar.',
    ]);
  });

  it('does not repeat the headline for the only one, but how long it lasts', () => {
    expect(linesOf(cardOf([60, 150], over(140)))).toEqual(['Persona 12310: 3 de los últimos 5 días.']);
  });

  it('keeps an alert of the days before while today is as usual, with its day', () => {
    const lasting = BEFORE.map((date, at) => dayOf(date, [...USUAL, 60, at < 3 ? 140 : 60]));
    const card = cardOf([60, 60], lasting);
    expect(card.headline).toBe('Nadie fuera de lo habitual en auxiliares ayer.');
    expect(linesOf(card)).toEqual([
      'Persona 12310: 140 min de Break el mié 18 nov; el equipo 59 (56–62). 3 de los últimos 5 días.',
    ]);
  });

  it('calls nothing a first day where no day before is known', () => {
    expect(linesOf(cardOf([60, 150], []))).toEqual(['Persona 12310: aún no hay días anteriores con qué comparar.']);
  });

  it('says as before where nobody looked, and for several days', () => {
    const { sealed, rows } = folded('aux', [rowsOf([...USUAL, 160, 150])]);
    const card = reportOf('aux').card(sealed, context('aux', rows, 'es'), null);
    expect(linesOf(card)[0]).toBe('Persona 12309: 160 min de Break; el equipo 59 (56–67).');
    expect(JSON.stringify(card)).not.toContain('justify');
  });

  it('names nobody, and has no button, for those who may not see it', () => {
    const words = JSON.stringify(cardOf([160, 150], over(140), [], { audience: VIEWER_IN_CHANNEL }));
    expect(words).not.toMatch(/persona|justif|123\d\d|días/iu);
  });
});

describe('justified cases', () => {
  it('carry the whole case in a button, in private alone', () => {
    const [line] = cardOf([160, 150], over(140)).sections.flatMap((one) => (one.kind === 'lines' ? one.lines : []));
    expect(decodeCase(line?.action?.value ?? '')).toMatchObject({
      request: { report: 'aux', operation: 'bogota' },
      found: { date: TODAY, agent: '12310', state: 'break' },
      about: expect.stringMatching(/^Persona 12310: Break el /),
    });
    const among = cardOf([160, 150], over(140), [], { audience: { ...SUPERVISOR, place: 'channel' } });
    expect(JSON.stringify(among)).not.toContain('justify');
  });

  it('leave the outliers and the baseline, and are listed with why and who', () => {
    const card = cardOf([160, 150], over(140), [accepted('12309')]);
    expect(card.headline).toBe(
      'Persona 12310 fuera de lo habitual en Break, conviene mirar: 150 min; el equipo 58 (55–63).',
    );
    expect(card.sections.find((one) => one.kind === 'lines' && one.title !== undefined)).toMatchObject({
      title: '1 justificado',
      lines: [
        { text: 'Persona 12309, Break: cita médica (Laura Gómez)', action: { id: 'unjustify:0', label: 'Deshacer' } },
      ],
    });
  });

  it('are counted, not named, for those who may not see who', () => {
    const words = JSON.stringify(cardOf([160, 150], [], [accepted('12309')], { audience: VIEWER_IN_CHANNEL }));
    expect(words).toContain('1 justificado.');
    expect(words).not.toMatch(/médica|Laura|unjustify|persona/iu);
  });

  it('take the one who lasts off the card as well, days before included', () => {
    const card = cardOf(
      [60, 150],
      BEFORE.map((date) => dayOf(date, [...USUAL, 60, 140])),
      [accepted('12310')],
    );
    expect(card.headline).toBe('Nadie fuera de lo habitual en auxiliares ayer.');
    expect(linesOf(card)).toEqual(['Persona 12310, Break: cita médica (Laura Gómez)']);
  });

  it('do not count among the days that make an alert', () => {
    const words = linesOf(cardOf([60, 150], over(140), [accepted('12310', '2026-11-18')]));
    expect(words).toEqual(['Persona 12310: 2 de los últimos 4 días.']);
  });
});

describe('a day of aux without what was justified on it', () => {
  const { sealed } = folded('aux', [rowsOf([...USUAL, 160, 60])]);
  const aux = reportOf('aux');
  const { operation } = context('aux', { read: 0, used: 0, skipped: {} }, 'es');
  const excused = aux.excuse(sealed, [accepted(idOf(9))], operation);

  it('counts nobody out of the usual who was accepted, in any scope', () => {
    expect(aux.read(sealed, 'out_of_usual', 'all')).toMatchObject({ value: 1, of: 11 });
    expect(aux.read(excused, 'out_of_usual', 'all')).toMatchObject({ value: 0, of: 11 });
    expect(aux.read(excused, 'out_of_usual', { kind: 'agent', id: idOf(9) })).toMatchObject({ value: 0 });
    expect(aux.read(excused, 'out_of_usual', { kind: 'state', id: 'break' })).toMatchObject({ value: 0 });
  });

  it('is the very same where nothing was accepted, and keeps all the time', () => {
    expect(aux.excuse(sealed, [], operation)).toBe(sealed);
    expect(aux.read(excused, 'aux_total', 'all')).toEqual(aux.read(sealed, 'aux_total', 'all'));
  });
});

describe('who is out of the usual, for an alert', () => {
  const today = (minutes: number) => folded('aux', [rowsOf([...USUAL, 60, minutes])]).sealed;
  const { operation } = context('aux', { read: 0, used: 0, skipped: {} }, 'es');

  it('is said with how many of the last days it stood', () => {
    const { alerts, looks } = auxCases(today(150), TODAY, { days: over(140), justified: [] }, operation);
    expect(alerts).toMatchObject([{ agent: idOf(10), state: 'Break', persistence: { overDays: 3, ofDays: 5 } }]);
    expect(looks).toEqual([]);
  });

  it('is nobody who was accepted on a day that made the three', () => {
    const justified = [accepted(idOf(10), BEFORE[0])];
    const { alerts, looks } = auxCases(today(150), TODAY, { days: over(140), justified }, operation);
    expect(alerts).toEqual([]);
    expect(looks).toMatchObject([{ agent: idOf(10), persistence: { overDays: 2, ofDays: 4 } }]);
    const again = auxExcused(today(150), TODAY, { days: [], justified: [accepted(idOf(10))] }, operation);
    expect(reportOf('aux').read(again, 'out_of_usual', 'all')).toMatchObject({ value: 0 });
  });
});
