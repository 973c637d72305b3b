import type { LeftOutBecause } from '../history/comparable.ts';
import type { Rest } from '../history/working-days.ts';
import type { Locale } from '../i18n/locale.ts';

/** `usual`: one of its kind as a sentence compares with it; `many`: several of them. */
type Kind = { readonly usual: string; readonly many: string };

export type UsualWords = {
  /** Monday first. */
  readonly weekdays: readonly Kind[];
  readonly week: Kind;
  readonly month: Kind;
  readonly range: Kind;
  readonly until: (time: string) => string;
  readonly untilDay: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly at: (time: string) => string;
  readonly more: (much: string, than: string) => string;
  readonly less: (much: string, than: string) => string;
  readonly same: (than: string) => string;
  readonly points: (many: number, text: string) => string;
  readonly tooFew: (have: string, need: string, many: string) => string;
  readonly since: (day: string) => string;
  readonly sinceThen: (day: string) => string;
  /** Why nothing is compared. */
  readonly not: Readonly<Record<'not-alike' | 'too-early' | 'no-day' | 'hole' | 'one-campaign', string>>;
  /** A figure beside its usual; `until`: up to when both count, as `until` and `untilDay` say it. */
  readonly beside: (now: string, middle: string, range: string, days: string, until: string | null) => string;
  readonly course: (what: string) => string;
  readonly low: string;
  readonly high: string;
  readonly rest: Readonly<Record<Rest, string>>;
  readonly basis: (count: string, many: string) => string;
  readonly without: (list: string) => string;
  readonly leftOut: Readonly<Record<LeftOutBecause, (count: number) => string>>;
};

const plain = (...names: readonly string[]): Kind[] =>
  names.map((name) => ({ usual: `a usual ${name}`, many: `${name}s` }));

export const usualWords: Readonly<Record<Locale, UsualWords>> = {
  es: {
    weekdays: [
      ...['lunes', 'martes', 'miércoles', 'jueves', 'viernes'].map((day) => ({
        usual: `un ${day} habitual`,
        many: day,
      })),
      { usual: 'un sábado habitual', many: 'sábados' },
      { usual: 'un domingo habitual', many: 'domingos' },
    ],
    week: { usual: 'una semana habitual', many: 'semanas' },
    month: { usual: 'un mes habitual', many: 'meses' },
    range: { usual: 'un período habitual', many: 'períodos' },
    until: (time) => `hasta las ${time}`,
    untilDay: (day) => `hasta el ${day}`,
    between: (from, to) => `de ${from} a ${to}`,
    at: (time) => `a las ${time}`,
    more: (much, than) => `${much} más que ${than}`,
    less: (much, than) => `${much} menos que ${than}`,
    same: (than) => `como ${than}`,
    points: (many, text) => (many === 1 ? 'un punto' : `${text} puntos`),
    tooFew: (have, need, many) => `Aún no hay con qué comparar: van ${have} de ${need} ${many}`,
    since: (day) => `se compara desde el ${day}`,
    sinceThen: (day) => `Se compara con lo habitual desde el ${day}.`,
    not: {
      'not-alike': 'Con lo habitual se comparan días, semanas, meses, varios días y horas en punto.',
      'too-early': 'Hoy todavía no hay una hora completa para comparar con lo habitual.',
      'no-day': 'Todavía no hay un día completo de este período para comparar con lo habitual.',
      hole: 'Falta un día de este período en la historia: no se puede comparar con lo habitual.',
      'one-campaign': 'De una sola campaña se comparan días completos; el día en curso, con todas las campañas.',
    },
    beside: (now, middle, range, days, until) =>
      `${now}${until === null ? '' : ` ${until}`}; habitual ${middle} (${range}), ${days}`,
    course: (what) => `${what}, últimos 14 días`,
    low: 'Habitual, desde',
    high: 'Habitual, hasta',
    rest: {
      holiday: 'Es festivo: no hay un día habitual con qué comparar.',
      closure: 'La operación cierra ese día: no hay un día habitual con qué comparar.',
      'not-worked': 'La operación no trabaja ese día: no hay un día habitual con qué comparar.',
    },
    basis: (many, what) => `habitual de ${many} ${what}`,
    without: (list) => `sin contar ${list}`,
    leftOut: {
      holiday: (many) => `${many} con festivo`,
      closure: (many) => `${many} con cierre`,
      'not-worked': (many) => `${many} sin operación`,
      'other-size': (many) => `${many} con más días de trabajo`,
      'no-history': (many) => `${many} sin datos`,
    },
  },
  en: {
    weekdays: plain('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'),
    week: { usual: 'a usual week', many: 'weeks' },
    month: { usual: 'a usual month', many: 'months' },
    range: { usual: 'a usual period', many: 'periods' },
    until: (time) => `until ${time}`,
    untilDay: (day) => `until ${day}`,
    between: (from, to) => `from ${from} to ${to}`,
    at: (time) => `at ${time}`,
    more: (much, than) => `${much} more than ${than}`,
    less: (much, than) => `${much} less than ${than}`,
    same: (than) => `like ${than}`,
    points: (many, text) => (many === 1 ? 'one point' : `${text} points`),
    tooFew: (have, need, many) => `Nothing to compare with yet: so far ${have} of ${need} ${many}`,
    since: (day) => `compared from ${day} on`,
    sinceThen: (day) => `It is compared with the usual from ${day} on.`,
    not: {
      'not-alike': 'Days, weeks, months, several days and full hours are compared with the usual.',
      'too-early': 'No full hour of today is over yet to compare with the usual.',
      'no-day': 'No whole day of this period is over yet to compare with the usual.',
      hole: 'A day of this period is missing in the history: it cannot be compared with the usual.',
      'one-campaign': 'Of a single campaign whole days are compared; the running day with all campaigns.',
    },
    beside: (now, middle, range, days, until) =>
      `${now}${until === null ? '' : ` ${until}`}; usual ${middle} (${range}), ${days}`,
    course: (what) => `${what}, last 14 days`,
    low: 'Usual, from',
    high: 'Usual, to',
    rest: {
      holiday: 'It is a holiday: there is no usual day to compare it with.',
      closure: 'The operation is closed that day: there is no usual day to compare it with.',
      'not-worked': 'The operation does not work that day: there is no usual day to compare it with.',
    },
    basis: (many, what) => `usual of ${many} ${what}`,
    without: (list) => `not counting ${list}`,
    leftOut: {
      holiday: (many) => `${many} with a holiday`,
      closure: (many) => `${many} with a closure`,
      'not-worked': (many) => `${many} without work`,
      'other-size': (many) => `${many} with more days of work`,
      'no-history': (many) => `${many} without data`,
    },
  },
  pt: {
    weekdays: [
      ...['segunda', 'terça', 'quarta', 'quinta', 'sexta'].map((day) => ({
        usual: `uma ${day}-feira habitual`,
        many: `${day}s-feiras`,
      })),
      { usual: 'um sábado habitual', many: 'sábados' },
      { usual: 'um domingo habitual', many: 'domingos' },
    ],
    week: { usual: 'uma semana habitual', many: 'semanas' },
    month: { usual: 'um mês habitual', many: 'meses' },
    range: { usual: 'um período habitual', many: 'períodos' },
    until: (time) => `até as ${time}`,
    untilDay: (day) => `até ${day}`,
    between: (from, to) => `das ${from} às ${to}`,
    at: (time) => `às ${time}`,
    more: (much, than) => `${much} a mais que ${than}`,
    less: (much, than) => `${much} a menos que ${than}`,
    same: (than) => `como ${than}`,
    points: (many, text) => (many === 1 ? 'um ponto' : `${text} pontos`),
    tooFew: (have, need, many) => `Ainda não há com o que comparar: até agora ${have} de ${need} ${many}`,
    since: (day) => `compara-se a partir de ${day}`,
    sinceThen: (day) => `Compara-se com o habitual a partir de ${day}.`,
    not: {
      'not-alike': 'Com o habitual comparam-se dias, semanas, meses, vários dias e horas cheias.',
      'too-early': 'Hoje ainda não há uma hora completa para comparar com o habitual.',
      'no-day': 'Ainda não há um dia completo deste período para comparar com o habitual.',
      hole: 'Falta um dia deste período no histórico: não dá para comparar com o habitual.',
      'one-campaign': 'De uma só campanha comparam-se dias completos; o dia em curso, com todas as campanhas.',
    },
    beside: (now, middle, range, days, until) =>
      `${now}${until === null ? '' : ` ${until}`}; habitual ${middle} (${range}), ${days}`,
    course: (what) => `${what}, últimos 14 dias`,
    low: 'Habitual, de',
    high: 'Habitual, até',
    rest: {
      holiday: 'É feriado: não há um dia habitual para comparar.',
      closure: 'A operação fecha nesse dia: não há um dia habitual para comparar.',
      'not-worked': 'A operação não trabalha nesse dia: não há um dia habitual para comparar.',
    },
    basis: (many, what) => `habitual de ${many} ${what}`,
    without: (list) => `sem contar ${list}`,
    leftOut: {
      holiday: (many) => `${many} com feriado`,
      closure: (many) => `${many} com fechamento`,
      'not-worked': (many) => `${many} sem operação`,
      'other-size': (many) => `${many} com mais dias de trabalho`,
      'no-history': (many) => `${many} sem dados`,
    },
  },
};
