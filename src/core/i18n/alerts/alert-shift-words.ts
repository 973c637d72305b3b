import type { Locale } from '../locale.ts';

/** What one shift leaves to the next, and what the week says of the rules. */
export type AlertShiftWords = {
  readonly headline: (args: { readonly time: string; readonly parts: readonly string[] }) => string;
  readonly open: (many: number, text: string) => string;
  readonly snoozed: (many: number, text: string) => string;
  readonly nothingOpen: string;
  readonly promises: (many: number, text: string) => string;
  readonly promisesUnknown: string;
  readonly line: (args: { readonly rule: string; readonly figure: string; readonly since: string }) => string;
  /** Of a rule that looks at people one by one. */
  readonly cases: (many: number, text: string) => string;
  readonly nobody: string;
  readonly has: (name: string) => string;
  /** Before the name of whom it was given to. */
  readonly givenTo: string;
  readonly until: (time: string, name: string) => string;
  readonly ended: (args: { readonly many: number; readonly text: string; readonly answered: string }) => string;
  readonly week: string;
};

const one = (many: number, single: string, more: string): string => (many === 1 ? single : more);

/** A moment may carry its day. */
const las = (time: string): string => (/^\d/.test(time) ? `las ${time}` : `el ${time}`);
const as = (time: string): string => (/^\d/.test(time) ? `as ${time}` : time);

const WORDS = {
  es: {
    headline: ({ time, parts }) => `Cierre de turno de las ${time}: ${parts.join(', ')}.`,
    open: (many, text) => `${text} ${one(many, 'alerta abierta', 'alertas abiertas')}`,
    snoozed: (many, text) => `${text} ${one(many, 'pospuesta', 'pospuestas')}`,
    nothingOpen: 'ninguna alerta abierta',
    promises: (many, text) => `${text} ${one(many, 'devolución pendiente', 'devoluciones pendientes')}`,
    promisesUnknown: 'No se pudo leer cuántas devoluciones quedan pendientes; eso no es cero.',
    line: ({ rule, figure, since }) => `${rule}: ${figure}, desde ${las(since)}.`,
    cases: (many, text) => `${text} ${one(many, 'caso', 'casos')}`,
    nobody: 'Nadie la tiene.',
    has: (name) => `La tiene ${name}.`,
    givenTo: 'Asignada a ',
    until: (time, name) => `Pospuesta hasta ${las(time)} por ${name}.`,
    ended: ({ many, text, answered }) =>
      `En el turno ${one(many, 'terminó', 'terminaron')} ${text}; ${answered} con respuesta.`,
    week: 'Reglas que conviene revisar',
  },
  en: {
    headline: ({ time, parts }) => `End of the shift at ${time}: ${parts.join(', ')}.`,
    open: (many, text) => `${text} ${one(many, 'open alert', 'open alerts')}`,
    snoozed: (_many, text) => `${text} put off`,
    nothingOpen: 'no open alert',
    promises: (many, text) => `${text} ${one(many, 'call-back owed', 'call-backs owed')}`,
    promisesUnknown: 'How many call-backs are owed could not be read; that is not zero.',
    line: ({ rule, figure, since }) => `${rule}: ${figure}, since ${since}.`,
    cases: (many, text) => `${text} ${one(many, 'case', 'cases')}`,
    nobody: 'Nobody has it.',
    has: (name) => `${name} has it.`,
    givenTo: 'Assigned to ',
    until: (time, name) => `Put off until ${time} by ${name}.`,
    ended: ({ text, answered }) => `${text} ended within the shift; ${answered} of them were answered.`,
    week: 'Rules worth a look',
  },
  pt: {
    headline: ({ time, parts }) => `Fim do turno das ${time}: ${parts.join(', ')}.`,
    open: (many, text) => `${text} ${one(many, 'alerta aberto', 'alertas abertos')}`,
    snoozed: (many, text) => `${text} ${one(many, 'adiado', 'adiados')}`,
    nothingOpen: 'nenhum alerta aberto',
    promises: (many, text) => `${text} ${one(many, 'retorno pendente', 'retornos pendentes')}`,
    promisesUnknown: 'Não foi possível ler quantos retornos estão pendentes; isso não é zero.',
    line: ({ rule, figure, since }) => `${rule}: ${figure}, desde ${as(since)}.`,
    cases: (many, text) => `${text} ${one(many, 'caso', 'casos')}`,
    nobody: 'Ninguém assumiu.',
    has: (name) => `Está com ${name}.`,
    givenTo: 'Atribuído a ',
    until: (time, name) => `Adiado até ${as(time)} por ${name}.`,
    ended: ({ many, text, answered }) =>
      `No turno ${one(many, 'terminou', 'terminaram')} ${text}; ${answered} com resposta.`,
    week: 'Regras que vale revisar',
  },
} satisfies Record<Locale, AlertShiftWords>;

/** `AlertShiftWords` in a language. */
export function alertShiftWords(locale: Locale): AlertShiftWords {
  return WORDS[locale];
}
