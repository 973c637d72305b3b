import type { Format } from './format.ts';
import type { Locale } from './locale.ts';

/** The list of what supervisors accepted. Arguments are formatted already, but for counts beside a format. */
export type JustifiedWords = {
  readonly headline: (args: { readonly count: number; readonly days: number; readonly format: Format }) => string;
  readonly line: (args: Record<'day' | 'agent' | 'state' | 'why' | 'by' | 'at', string>) => string;
  readonly more: (count: string) => string;
  readonly effect: string;
  readonly undo: string;
  readonly noState: string;
};

const JUSTIFIED: Readonly<Record<Locale, JustifiedWords>> = {
  es: {
    headline: ({ count, days, format }) =>
      count === 0
        ? `Ningún caso justificado en los últimos ${format.number(days)} días.`
        : `${count === 1 ? 'Un caso justificado' : `${format.number(count)} casos justificados`} en los últimos ${format.number(days)} días.`,
    line: ({ day, agent, state, why, by, at }) => `${day}: ${agent}, ${state}: ${why} (${by}, ${at})`,
    more: (count) => `Y ${count} más, de días anteriores.`,
    effect: 'lo justificado no cuenta para lo habitual del equipo',
    undo: 'Deshacer',
    noState: 'Sin estado',
  },
  en: {
    headline: ({ count, days, format }) =>
      count === 0
        ? `No case justified in the last ${format.number(days)} days.`
        : `${count === 1 ? 'One case' : `${format.number(count)} cases`} justified in the last ${format.number(days)} days.`,
    line: ({ day, agent, state, why, by, at }) => `${day}: ${agent}, ${state}: ${why} (${by}, ${at})`,
    more: (count) => `And ${count} more, of earlier days.`,
    effect: "what is justified does not count for the team's usual",
    undo: 'Undo',
    noState: 'No state',
  },
  pt: {
    headline: ({ count, days, format }) =>
      count === 0
        ? `Nenhum caso justificado nos últimos ${format.number(days)} dias.`
        : `${count === 1 ? 'Um caso justificado' : `${format.number(count)} casos justificados`} nos últimos ${format.number(days)} dias.`,
    line: ({ day, agent, state, why, by, at }) => `${day}: ${agent}, ${state}: ${why} (${by}, ${at})`,
    more: (count) => `E mais ${count}, de dias anteriores.`,
    effect: 'o justificado não conta para o habitual da equipe',
    undo: 'Desfazer',
    noState: 'Sem estado',
  },
};

/** `JustifiedWords` in a language. */
export function justifiedWords(locale: Locale): JustifiedWords {
  return JUSTIFIED[locale];
}
