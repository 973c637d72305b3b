import type { Locale } from '../../core/i18n/locale.ts';

/** What is said of other days and of justified cases. Arguments are formatted already. */
type PastSaid = {
  readonly days: (over: string, of: string) => string;
  readonly first: string;
  readonly noDays: string;
  readonly onDay: (state: string, day: string) => string;
  readonly justify: string;
  readonly undo: string;
  readonly allJustified: (text: string) => string;
  readonly justified: (many: number, text: string) => string;
  readonly justifiedLine: (name: string, state: string, why: string, by: string) => string;
};

export const pastSaid: Readonly<Record<Locale, PastSaid>> = {
  es: {
    days: (over, of) => `${over} de los últimos ${of} días.`,
    first: 'Es el primer día, conviene mirar.',
    noDays: 'Aún no hay días anteriores con qué comparar.',
    onDay: (state, day) => `${state} el ${day}`,
    justify: 'Justificar',
    undo: 'Deshacer',
    allJustified: (text) => `Ver justificados (${text})`,
    justified: (many, text) => (many === 1 ? '1 justificado' : `${text} justificados`),
    justifiedLine: (name, state, why, by) => `${name}, ${state}: ${why} (${by})`,
  },
  en: {
    days: (over, of) => `${over} of the last ${of} days.`,
    first: 'It is the first day, worth a look.',
    noDays: 'No earlier days to compare with yet.',
    onDay: (state, day) => `${state} on ${day}`,
    justify: 'Justify',
    undo: 'Undo',
    allJustified: (text) => `See justified (${text})`,
    justified: (many, text) => (many === 1 ? '1 justified' : `${text} justified`),
    justifiedLine: (name, state, why, by) => `${name}, ${state}: ${why} (${by})`,
  },
  pt: {
    days: (over, of) => `${over} dos últimos ${of} dias.`,
    first: 'É o primeiro dia, vale olhar.',
    noDays: 'Ainda não há dias anteriores com que comparar.',
    onDay: (state, day) => `${state} em ${day}`,
    justify: 'Justificar',
    undo: 'Desfazer',
    allJustified: (text) => `Ver justificados (${text})`,
    justified: (many, text) => (many === 1 ? '1 justificado' : `${text} justificados`),
    justifiedLine: (name, state, why, by) => `${name}, ${state}: ${why} (${by})`,
  },
};
