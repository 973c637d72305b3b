import type { Format } from './format.ts';
import type { Locale } from './locale.ts';

type Counted = { readonly done: number; readonly wanted: number; readonly holes: number; readonly format: Format };

/** What is said of the history: on the status card, on App Home and in the terminal. */
export type HistoryWords = {
  readonly label: string;
  readonly notBegun: string;
  /** Days are counted once for each report. */
  readonly progress: (args: Counted) => string;
  readonly since: (args: { readonly first: string; readonly at: string }) => string;
  readonly days: string;
  readonly hours: string;
  readonly states: Readonly<Record<'kept' | 'empty' | 'waits' | 'missing', string>>;
  readonly slices: (args: { readonly count: number; readonly format: Format }) => string;
  readonly hole: (args: { readonly report: string; readonly day: string; readonly again: string }) => string;
  readonly size: (args: { readonly megabytes: number; readonly format: Format }) => string;
};

const es: HistoryWords = {
  label: 'Historia',
  notBegun: 'Aún no ha empezado: se llena sola mientras el bot está en marcha.',
  progress: ({ done, wanted, holes, format }) =>
    `${format.number(done)} de ${format.number(wanted)} días leídos, contando aparte cada reporte${
      holes === 0
        ? ''
        : holes === 1
          ? '; uno no se pudo leer y se vuelve a pedir'
          : `; ${format.number(holes)} no se pudieron leer y se vuelven a pedir`
    }`,
  since: ({ first, at }) => `Desde el ${first}; último avance: ${at}.`,
  days: 'días',
  hours: 'horas',
  states: { kept: 'guardados', empty: 'sin datos', waits: 'no se pudieron leer', missing: 'por pedir' },
  slices: ({ count, format }) => `${format.number(count)} ${count === 1 ? 'hora' : 'horas'} con tramos de diez minutos`,
  hole: ({ report, day, again }) => `No se pudo leer ${report} del ${day}; se vuelve a pedir: ${again}.`,
  size: ({ megabytes, format }) => `Ocupa ${format.number(megabytes)} MB.`,
};

const en: HistoryWords = {
  label: 'History',
  notBegun: 'Not begun yet: it fills by itself while the bot runs.',
  progress: ({ done, wanted, holes, format }) =>
    `${format.number(done)} of ${format.number(wanted)} days read, each report counted apart${
      holes === 0
        ? ''
        : holes === 1
          ? '; one could not be read and is asked again'
          : `; ${format.number(holes)} could not be read and are asked again`
    }`,
  since: ({ first, at }) => `Since ${first}; last step: ${at}.`,
  days: 'days',
  hours: 'hours',
  states: { kept: 'kept', empty: 'no data', waits: 'could not be read', missing: 'still to ask' },
  slices: ({ count, format }) => `${format.number(count)} ${count === 1 ? 'hour' : 'hours'} with slices of ten minutes`,
  hole: ({ report, day, again }) => `${report} of ${day} could not be read; asked again: ${again}.`,
  size: ({ megabytes, format }) => `Takes ${format.number(megabytes)} MB.`,
};

const pt: HistoryWords = {
  label: 'Histórico',
  notBegun: 'Ainda não começou: enche sozinho enquanto o bot roda.',
  progress: ({ done, wanted, holes, format }) =>
    `${format.number(done)} de ${format.number(wanted)} dias lidos, contando cada relatório à parte${
      holes === 0
        ? ''
        : holes === 1
          ? '; um não pôde ser lido e é pedido de novo'
          : `; ${format.number(holes)} não puderam ser lidos e são pedidos de novo`
    }`,
  since: ({ first, at }) => `Desde ${first}; último avanço: ${at}.`,
  days: 'dias',
  hours: 'horas',
  states: { kept: 'guardados', empty: 'sem dados', waits: 'não puderam ser lidos', missing: 'a pedir' },
  slices: ({ count, format }) => `${format.number(count)} ${count === 1 ? 'hora' : 'horas'} com trechos de dez minutos`,
  hole: ({ report, day, again }) => `Não foi possível ler ${report} de ${day}; pede-se de novo: ${again}.`,
  size: ({ megabytes, format }) => `Ocupa ${format.number(megabytes)} MB.`,
};

const WORDS: Readonly<Record<Locale, HistoryWords>> = { es, en, pt };

/** `HistoryWords` in a language. */
export function historyWords(locale: Locale): HistoryWords {
  return WORDS[locale];
}
