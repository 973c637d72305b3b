import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, UnclearCommand } from '../../../src/core/command/command.ts';
import { LEXICON } from '../../../src/core/command/lexicon.ts';
import { type CommandContext, readCommand } from '../../../src/core/command/read-command.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { words } from '../../../src/core/i18n/words.ts';
import type { Period } from '../../../src/core/period/period.ts';
import type { Request } from '../../../src/core/request.ts';
import { CONTEXT, NOW } from './context.ts';

const read = (text: string, change: Partial<CommandContext> = {}): Command =>
  readCommand(text, { ...CONTEXT, ...change });
const request = (text: string): Request => {
  const command = read(text);
  if (command.kind !== 'report') throw new Error(`"${text}" gave ${JSON.stringify(command)}`);
  return command.request;
};
const period = (text: string): Period => request(`agentes ${text}`).period;
const unclear = (text: string): UnclearCommand => {
  const command = read(text);
  if (command.kind !== 'unclear') throw new Error(`"${text}" gave ${JSON.stringify(command)}`);
  return command;
};
const day = (date: string): Period => ({ kind: 'day', date });

describe('what is asked', () => {
  it.each([
    ['agents', 'agents'],
    ['agentes', 'agents'],
    ['aux', 'aux'],
    ['auxiliares', 'aux'],
    ['pausas', 'aux'],
    ['hold', 'hold'],
    ['espera', 'hold'],
    ['preview all', 'preview'],
    ['campaña todas', 'preview'],
    ['campana 22109', 'preview'],
    ['campanha todas', 'preview'],
    ['live', 'live'],
    ['ahora', 'live'],
    ['vivo', 'live'],
    ['agora', 'live'],
  ])('"%s" is %s, of today', (text, report) => {
    expect(request(text)).toMatchObject({ report, operation: 'bogota', period: day('2026-11-19') });
  });

  it('is help where nothing is said, or help is asked in any language', () => {
    for (const text of ['', '   ', 'help', 'Ayuda', 'ajuda'])
      expect(read(text)).toEqual({ kind: 'help', report: null });
    expect(read('ayuda agentes')).toEqual({ kind: 'help', report: 'agents' });
  });

  it('is the status of an operation', () => {
    expect(read('estado')).toEqual({ kind: 'status', operation: 'bogota' });
    expect(read('status cali')).toEqual({ kind: 'status', operation: 'cali' });
    expect(unclear('status ayer').reasons).toEqual([{ because: 'notFor', word: 'ayer', command: 'estado' }]);
  });

  it('is a check of a report', () => {
    for (const text of ['check agents yesterday', 'cuadrar agentes ayer', 'conferir agentes ontem']) {
      expect(read(text)).toMatchObject({ kind: 'check', request: { report: 'agents', period: day('2026-11-18') } });
    }
    expect(unclear('cuadrar ayer').reasons).toEqual([{ because: 'noReport' }]);
  });

  it('takes a campaign, or all of them where none is named', () => {
    expect(request('preview').campaign).toBe('all');
    expect(request('preview 22109 ayer').campaign).toBe('22109');
    expect(request('agentes').campaign).toBeNull();
    expect(unclear('preview 22109 all').reasons).toMatchObject([{ because: 'two', what: 'campaign' }]);
    expect(unclear('agentes 22109').reasons).toMatchObject([{ because: 'notFor', word: '22109' }]);
  });

  it('takes an operation by its id or its name', () => {
    expect(request('agentes cali ayer').operation).toBe('cali');
    expect(request('agentes centro de VENTAS cali').operation).toBe('cali');
    expect(request('agentes “Operación Bogotá” ayer').operation).toBe('bogota');
    expect(request('agentes op:hoy ayer')).toMatchObject({ operation: 'hoy', period: day('2026-11-18') });
    expect(unclear('agentes cali bogota').reasons).toMatchObject([{ because: 'two', what: 'operation' }]);
  });

  it('asks which operation where two have the same name', () => {
    const operations = [
      { id: 'a', name: 'Ventas', zone: 'America/Bogota' },
      { id: 'b', name: 'ventas', zone: 'America/Bogota' },
    ];
    expect(read('agentes ventas', { operations })).toMatchObject({
      kind: 'unclear',
      reasons: [{ because: 'whichOperation', word: 'ventas', ids: ['a', 'b'] }],
    });
  });

  it('reads today in the zone of the operation that is named', () => {
    const late = { now: Date.parse('2026-11-20T04:30:00Z') };
    expect(read('agentes', late)).toMatchObject({ request: { period: day('2026-11-19') } });
    expect(read('agentes madrid', late)).toMatchObject({ request: { period: day('2026-11-20') } });
  });

  it('takes options in any order, in three languages', () => {
    for (const text of [
      'agentes top 5 por costo ayer vs anterior csv aquí',
      'agents csv here vs previous by cost yesterday top5',
      'agentes aqui por custo ontem vs anterior csv top 5',
    ]) {
      expect(read(text)).toMatchObject({
        kind: 'report',
        request: { period: day('2026-11-18'), view: { top: 5, by: 'cost', versus: 'previous' } },
        output: { file: 'csv', here: true },
      });
    }
    expect(read('agentes por llamadas vs usual excel')).toMatchObject({
      request: { view: { top: null, by: 'calls', versus: 'usual' } },
      output: { file: 'xlsx', here: false },
    });
  });
});

describe('periods (a Thursday morning in Bogotá)', () => {
  it.each<[string, Period]>([
    ['hoy', day('2026-11-19')],
    ['today', day('2026-11-19')],
    ['hoje', day('2026-11-19')],
    ['ayer', day('2026-11-18')],
    ['ontem', day('2026-11-18')],
    ['anteayer', day('2026-11-17')],
    ['antier', day('2026-11-17')],
    ['antes de ayer', day('2026-11-17')],
    ['day before yesterday', day('2026-11-17')],
    ['jueves', day('2026-11-19')],
    ['jueves pasado', day('2026-11-12')],
    ['viernes', day('2026-11-13')],
    ['MIERCOLES', day('2026-11-18')],
    ['segunda-feira', day('2026-11-16')],
    ['last monday', day('2026-11-16')],
    ['esta semana', { kind: 'week', monday: '2026-11-16' }],
    ['la semana pasada', { kind: 'week', monday: '2026-11-09' }],
    ['last week', { kind: 'week', monday: '2026-11-09' }],
    ['semana passada', { kind: 'week', monday: '2026-11-09' }],
    ['semana 2026-11-04', { kind: 'week', monday: '2026-11-02' }],
    ['este mes', { kind: 'month', month: '2026-11' }],
    ['mes pasado', { kind: 'month', month: '2026-10' }],
    ['mês passado', { kind: 'month', month: '2026-10' }],
    ['last month', { kind: 'month', month: '2026-10' }],
    ['2026-10', { kind: 'month', month: '2026-10' }],
    ['octubre', { kind: 'month', month: '2026-10' }],
    ['diciembre', { kind: 'month', month: '2025-12' }],
    ['últimos 7 días', { kind: 'days', first: '2026-11-13', last: '2026-11-19' }],
    ['ultimos 7 dias', { kind: 'days', first: '2026-11-13', last: '2026-11-19' }],
    ['last 7 days', { kind: 'days', first: '2026-11-13', last: '2026-11-19' }],
    ['7d', { kind: 'days', first: '2026-11-13', last: '2026-11-19' }],
    ['last 1 days', day('2026-11-19')],
    ['últimas 3 horas', { kind: 'span', from: NOW - 3 * 3_600_000, to: NOW }],
    ['last 3 hours', { kind: 'span', from: NOW - 3 * 3_600_000, to: NOW }],
    ['última hora', { kind: 'span', from: NOW - 3_600_000, to: NOW }],
    ['últimos 30 min', { kind: 'span', from: NOW - 1_800_000, to: NOW }],
    ['2026-11-01', day('2026-11-01')],
    ['2026/11/1', day('2026-11-01')],
    ['19 de noviembre', day('2026-11-19')],
    ['25 dic', day('2025-12-25')],
    ['Nov 12', day('2026-11-12')],
    ['29 feb', day('2024-02-29')],
    ['12 de outubro de 2025', day('2025-10-12')],
    ['jueves 19 nov', day('2026-11-19')],
    ['15/11/2026', day('2026-11-15')],
    ['15/11', day('2026-11-15')],
    ['25/12', day('2025-12-25')],
    ['15-11-26', day('2026-11-15')],
    ['11.15.2026', day('2026-11-15')],
    ['15/10/2026 al 20/10/2026', { kind: 'days', first: '2026-10-15', last: '2026-10-20' }],
    ['semana del 15/11/2026', { kind: 'week', monday: '2026-11-09' }],
    ['hace 3 días', day('2026-11-16')],
    ['hace tres días', day('2026-11-16')],
    ['hace 5000 días', day('2013-03-12')],
    ['há 3 dias', day('2026-11-16')],
    ['3 days ago', day('2026-11-16')],
    ['hace una semana', day('2026-11-12')],
    ['a week ago', day('2026-11-12')],
    ['hace 3 días a ayer', { kind: 'days', first: '2026-11-16', last: '2026-11-18' }],
    ['desde hace 3 días', { kind: 'days', first: '2026-11-16', last: '2026-11-19' }],
    ['fin de semana', { kind: 'days', first: '2026-11-14', last: '2026-11-15' }],
    ['el fin de semana pasado', { kind: 'days', first: '2026-11-14', last: '2026-11-15' }],
    ['no fim de semana', { kind: 'days', first: '2026-11-14', last: '2026-11-15' }],
    ['last weekend', { kind: 'days', first: '2026-11-14', last: '2026-11-15' }],
    ['2026-11-01..2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['2026-11-01…2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['2026-11-01–2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['2026‑11‑01\u00a0—\u00a02026‑11‑07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['desde ayer', { kind: 'days', first: '2026-11-18', last: '2026-11-19' }],
    ['desde el lunes', { kind: 'days', first: '2026-11-16', last: '2026-11-19' }],
    ['since 2026-11-01', { kind: 'days', first: '2026-11-01', last: '2026-11-19' }],
    ['a partir de ontem', { kind: 'days', first: '2026-11-18', last: '2026-11-19' }],
    ['desde la semana pasada', { kind: 'days', first: '2026-11-09', last: '2026-11-19' }],
    ['desde hoy', day('2026-11-19')],
    ['desde 2026-11-01 hasta 2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['del 2026-11-01 al 2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['from 2026-11-01 to 2026-11-07', { kind: 'days', first: '2026-11-01', last: '2026-11-07' }],
    ['08:00-12:00', { kind: 'hours', date: '2026-11-19', from: '08:00', to: '12:00' }],
    ['ayer 8:00 a 12:00', { kind: 'hours', date: '2026-11-18', from: '08:00', to: '12:00' }],
    ['08:00–24:00 lunes', { kind: 'hours', date: '2026-11-16', from: '08:00', to: '24:00' }],
    ['yesterday 8am-1:30pm', { kind: 'hours', date: '2026-11-18', from: '08:00', to: '13:30' }],
    ['ontem 8h-12h30', { kind: 'hours', date: '2026-11-18', from: '08:00', to: '12:30' }],
  ])('"%s"', (text, wanted) => {
    expect(period(text)).toEqual(wanted);
  });

  it.each<[string, string, Period]>([
    ['fin de semana', '2026-11-21T15:00:00Z', day('2026-11-21')],
    ['fin de semana', '2026-11-22T15:00:00Z', { kind: 'days', first: '2026-11-21', last: '2026-11-22' }],
    ['fin de semana pasado', '2026-11-22T15:00:00Z', { kind: 'days', first: '2026-11-14', last: '2026-11-15' }],
    ['fin de semana', '2026-11-23T15:00:00Z', { kind: 'days', first: '2026-11-21', last: '2026-11-22' }],
  ])('"%s" on %s is the one that is on, so far, or was last', (text, at, wanted) => {
    expect(read(`agentes ${text}`, { now: Date.parse(at) })).toMatchObject({ request: { period: wanted } });
  });

  it('may say the same twice', () => {
    expect(period('ayer yesterday 2026-11-18')).toEqual(day('2026-11-18'));
  });
});

describe('what is unclear', () => {
  it.each([
    ['agentes hoy ayer', [{ because: 'two', what: 'period', first: 'hoy', second: 'ayer' }]],
    ['agentes auxiliares', [{ because: 'two', what: 'report', first: 'agentes', second: 'auxiliares' }]],
    [
      'agentes 08:00-09:00 10:00-11:00',
      [{ because: 'two', what: 'hours', first: '08:00 .. 09:00', second: '10:00 .. 11:00' }],
    ],
    ['agentes top 5 top 6', [{ because: 'two', what: 'top', first: 'top 5', second: 'top 6' }]],
    ['agentes por costo por llamadas', [{ because: 'two', what: 'order', first: 'por costo', second: 'por llamadas' }]],
    ['agentes vs usual vs anterior', [{ because: 'two', what: 'versus', first: 'vs usual', second: 'vs anterior' }]],
    ['agentes csv xlsx', [{ because: 'two', what: 'file', first: 'csv', second: 'xlsx' }]],
    ['agentes 2026-02-30', [{ because: 'noSuchDate', word: '2026-02-30' }]],
    ['agentes 31 nov', [{ because: 'noSuchDate', word: '31 nov' }]],
    ['agentes 2026-13', [{ because: 'noSuchDate', word: '2026-13' }]],
    ['agentes 9/11', [{ because: 'noSuchDate', word: '9/11' }]],
    ['agentes 31/02/2026', [{ because: 'noSuchDate', word: '31/02/2026' }]],
    ['agentes 13-14', [{ because: 'noSuchDate', word: '13-14' }]],
    ['agentes hace 999999 días', [{ because: 'noSuchDate', word: 'hace 999999 días' }]],
    ['agentes hace 0 días', [{ because: 'badAmount', word: 'hace 0 días' }]],
    ['agentes 01/11/2026', [{ because: 'noSuchDate', word: '01/11/2026' }]],
    ['agentes 25:00-26:00', [{ because: 'noSuchTime', word: '25:00 .. 26:00' }]],
    ['agentes 2026-11-07..2026-11-01', [{ because: 'backwards', first: '2026-11-07', second: '2026-11-01' }]],
    ['agentes 22:00-06:00', [{ because: 'backwards', first: '22:00', second: '06:00' }]],
    ['agentes 2026-11-20', [{ because: 'future', word: '2026-11-20' }]],
    ['agentes mañana', [{ because: 'future', word: 'mañana' }]],
    ['agentes 14:00-16:00', [{ because: 'future', word: '14:00 .. 16:00' }]],
    ['agentes 2024-01-01..2026-11-01', [{ because: 'tooLong', days: 366 }]],
    [
      'agentes últimos 99999999999999999999 días',
      [{ because: 'badAmount', word: 'últimos 99999999999999999999 días' }],
    ],
    ['agentes últimos 400 días', [{ because: 'tooLong', days: 366 }]],
    ['agentes últimos 0 días', [{ because: 'badAmount', word: 'últimos 0 días' }]],
    ['agentes esta semana 08:00-12:00', [{ because: 'hoursNeedOneDay', word: 'esta semana' }]],
    ['agentes top 0', [{ because: 'badTop', word: 'top 0', max: 100 }]],
    ['agentes top 2.5', [{ because: 'badTop', word: 'top 2.5', max: 100 }]],
    ['agentes top', [{ because: 'badTop', word: 'top', max: 100 }]],
    ['ayer', [{ because: 'noReport' }]],
    ['agentes todas', [{ because: 'notFor', word: 'todas', command: 'agentes' }]],
  ])('"%s" says why', (text, reasons) => {
    expect(unclear(text).reasons).toEqual(reasons);
  });

  it('gives the hour that a change of clocks takes away as one that does not exist', () => {
    expect(read('agentes madrid 2026-03-29 02:00-03:00')).toMatchObject({ reasons: [{ because: 'noSuchTime' }] });
  });

  it.each([
    ['es', 'agnetes ayer', [{ word: 'agnetes', nearest: ['agentes'] }]],
    ['es', 'agentes semana pasda', [{ word: 'semana pasda', nearest: ['semana pasada'] }]],
    ['en', 'agnets yesterday', [{ word: 'agnets', nearest: ['agents'] }]],
    ['en', 'agents yesterdy', [{ word: 'yesterdy', nearest: ['yesterday'] }]],
    ['pt', 'agentes ontm', [{ word: 'ontm', nearest: ['ontem'] }]],
    ['es', 'agentes bogta', [{ word: 'bogta', nearest: ['bogota'] }]],
    ['es', 'agentes zzzzzzzz', [{ word: 'zzzzzzzz', nearest: [] }]],
    ['es', 'agents yesterdy', [{ word: 'yesterdy', nearest: ['yesterday'] }]],
  ] as const)('offers the nearest words, in %s: "%s"', (locale, text, wanted) => {
    expect(read(text, { locale })).toMatchObject({ kind: 'unclear', words: wanted });
  });

  it.each([
    ['es', 'quien', []],
    ['es', 'agentes con mas', []],
    ['es', 'hola', []],
    ['es', 'pausas semana', [{ word: 'semana', nearest: ['esta semana', 'semana pasada', 'última semana'] }]],
    ['es', 'agentes ayer en la tarde', [{ word: 'en la tarde', nearest: ['12:00-18:00'] }]],
    ['es', 'descargar agentes ayer', [{ word: 'descargar', nearest: ['excel', 'csv'] }]],
    ['pt', 'agentes ontem à tarde', [{ word: 'à tarde', nearest: ['12:00-18:00'] }]],
    ['es', 'agentes nivel', [{ word: 'nivel', nearest: [] }]],
  ] as const)('offers nothing far-fetched, in %s: "%s"', (locale, text, wanted) => {
    const command = read(text, { locale });
    expect(command.kind === 'unclear' ? command.words : []).toEqual(wanted);
  });

  it('says nothing of a missing report where an unknown word may have been it', () => {
    expect(unclear('agnetes ayer').reasons).toEqual([]);
  });

  it('quotes what is long only in part, and refuses a whole letter', () => {
    expect(unclear(`agentes ${'x'.repeat(500)}`).words[0]?.word).toHaveLength(40);
    expect(unclear('hola '.repeat(60)).reasons).toEqual([{ because: 'tooManyWords', max: 40 }]);
  });
});

describe('what Slack and keyboards do to text', () => {
  it('is undone', () => {
    expect(request('agentes\u00a0ayer').period).toEqual(day('2026-11-18'));
    expect(request('“agentes” ‘ayer’.').period).toEqual(day('2026-11-18'));
    expect(request('agentes <https://cali|cali>, ayer').operation).toBe('cali');
    expect(request('\u202aagentes\u202c a\u0301ye\u0301r').period).toEqual(day('2026-11-18'));
    expect(request('ａｇｅｎｔｅｓ').report).toBe('agents');
  });

  it('shows mentions and entities as people see them', () => {
    expect(unclear('agentes <@U012|ana> <#C1|ventas> <!here> &lt;b&gt;').words.map(({ word }) => word)).toEqual([
      '@ana',
      '#ventas',
      '@here',
      '<b>',
    ]);
  });
});

describe('any text', () => {
  const vocabulary = LOCALES.flatMap((locale) => LEXICON[locale].entries.flatMap(({ say }) => say));
  const word = fc.oneof(
    fc.constantFrom(...vocabulary).map((text) => text.replace('#', '5')),
    fc.constantFrom(
      '2026-11-01',
      '2026-11-01..2026-11-07',
      '08:00-12:00',
      '22109',
      '..',
      '-',
      'a',
      'de',
      '<@U1>',
      'op:hoy',
      '#',
      'nov',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double().map(String),
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('gives one of the union and never throws', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LOCALES), (said, locale) => {
        const command = read(said, { locale });
        expect(['report', 'check', 'status', 'help', 'unclear']).toContain(command.kind);
        if (command.kind === 'unclear') expect(command.words.length + command.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('the lexicon', () => {
  it('has no phrase of two meanings', () => {
    const meanings = new Map<string, Set<string>>();
    for (const locale of LOCALES) {
      for (const { means, say } of LEXICON[locale].entries) {
        for (const phrase of say) {
          const key = phrase.normalize('NFKD').replace(/\p{M}/gu, '');
          meanings.set(key, (meanings.get(key) ?? new Set()).add(JSON.stringify(means)));
        }
      }
    }
    expect([...meanings].filter(([, set]) => set.size > 1).map(([phrase]) => phrase)).toEqual([]);
  });

  it.each(LOCALES)('reads every example and every period and option of the help in %s', (locale) => {
    const { help, unclear: said } = words(locale);
    const commands = [...help.asks, ...help.others].map((one) => one.words);
    const agents = commands[0]?.split(' ')[0] ?? '';
    const all = [
      ...commands,
      ...said.examples,
      ...Object.values(said.examplesFor).flat(),
      ...help.periods.map((one) => `${agents} ${one}`),
      ...help.options.map((one) => `${agents} ${one.words}`),
    ];
    expect(all.filter((text) => read(text, { locale }).kind === 'unclear')).toEqual([]);
    for (const { report, words: text } of help.asks) expect(read(text)).toMatchObject({ request: { report } });
  });
});

describe('what people say on the floor', () => {
  const TODAY = '2026-11-19';
  const YESTERDAY = '2026-11-18';
  it.each([
    ['cuántas llamadas hoy', { report: 'agents', period: day(TODAY) }],
    ['QUIEN GASTO MAS AYER', { report: 'agents', period: day(YESTERDAY), view: { by: 'cost' } }],
    ['costos ayer', { report: 'agents', view: { by: 'cost' } }],
    ['costo por llamada ayer', { report: 'agents', view: { by: 'cost' } }],
    ['aux de ayer', { report: 'aux', period: day(YESTERDAY) }],
    ['quién está en break', { report: 'aux' }],
    ['pausas de esta semana', { report: 'aux', period: { kind: 'week', monday: '2026-11-16' } }],
    ['devoluciones pendientes', { report: 'hold' }],
    ['tipificaciones ayer', { report: 'preview', campaign: 'all' }],
    ['abandono ahora', { report: 'live' }],
    ['llamadas ahora', { report: 'live' }],
    ['cómo vamos', { report: 'live' }],
    ['quantas chamadas hoje', { report: 'agents', period: day(TODAY) }],
    ['quem gastou mais ontem', { report: 'agents', period: day(YESTERDAY), view: { by: 'cost' } }],
    ['retornos pendentes', { report: 'hold' }],
    ['how many calls today', { report: 'agents', period: day(TODAY) }],
    ['agentes de lunes a miércoles', { period: { kind: 'days', first: '2026-11-16', last: '2026-11-18' } }],
    ['agentes de lunes a viernes', { period: { kind: 'days', first: '2026-11-09', last: '2026-11-13' } }],
    ['agentes del lunes 16 al miércoles 18 nov', null],
    ['agentes del 1 al 15 de noviembre', { period: { kind: 'days', first: '2026-11-01', last: '2026-11-15' } }],
    ['agentes del 1 al 30 de noviembre', { period: { kind: 'days', first: '2026-11-01', last: '2026-11-30' } }],
    ['agentes 28 dic al 3 ene', { period: { kind: 'days', first: '2025-12-28', last: '2026-01-03' } }],
    ['agentes desde el lunes hasta ayer', { period: { kind: 'days', first: '2026-11-16', last: '2026-11-18' } }],
    ['agentes lunes 16 nov a hoy', { period: { kind: 'days', first: '2026-11-16', last: '2026-11-19' } }],
    ['agentes de segunda a quarta', { period: { kind: 'days', first: '2026-11-16', last: '2026-11-18' } }],
    ['agentes últimos tres días', { period: { kind: 'days', first: '2026-11-17', last: '2026-11-19' } }],
    ['agentes última semana', { period: { kind: 'days', first: '2026-11-13', last: '2026-11-19' } }],
    ['agentes no sábado', { period: day('2026-11-14') }],
  ] as const)('"%s"', (text, wanted) => {
    if (wanted === null) expect(read(text).kind).toBe('unclear');
    else expect(request(text)).toMatchObject(wanted);
  });

  it('takes what is in a report for it only where none is named, and never two', () => {
    expect(unclear('llamadas abandono').reasons).toMatchObject([{ because: 'two', what: 'report' }]);
    expect(request('espera llamadas').report).toBe('hold');
    expect(unclear('agentes 20 nov a 18 nov').reasons).toMatchObject([{ because: 'backwards' }]);
  });
});
