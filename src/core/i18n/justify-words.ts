import type { Locale } from './locale.ts';

/** What is said around marking a case as justified: the form and what came of it. */
export type JustifyWords = {
  readonly title: string;
  readonly effect: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly close: string;
  readonly missing: string;
  readonly already: (args: { readonly name: string; readonly why: string }) => string;
  readonly undoneBefore: string;
};

const JUSTIFY: Readonly<Record<Locale, JustifyWords>> = {
  es: {
    title: 'Justificar',
    effect: 'Ese tiempo deja de contar ese día: no se señala y no cambia lo habitual del equipo.',
    label: 'Por qué, en una palabra',
    hint: 'Lo verán los supervisores, con tu nombre.',
    submit: 'Justificar',
    close: 'Cancelar',
    missing: 'Escribe una palabra que diga por qué.',
    already: ({ name, why }) => `${name} ya lo había justificado: ${why}`,
    undoneBefore: 'ya no estaba justificado',
  },
  en: {
    title: 'Justify',
    effect: "That time no longer counts on that day: it is not pointed out and does not change the team's usual.",
    label: 'Why, in one word',
    hint: 'Supervisors will see it, with your name.',
    submit: 'Justify',
    close: 'Cancel',
    missing: 'Write a word that says why.',
    already: ({ name, why }) => `${name} had justified it before: ${why}`,
    undoneBefore: 'it was not justified any more',
  },
  pt: {
    title: 'Justificar',
    effect: 'Esse tempo deixa de contar nesse dia: não é apontado e não muda o habitual da equipe.',
    label: 'Por quê, em uma palavra',
    hint: 'Os supervisores vão ver, com o seu nome.',
    submit: 'Justificar',
    close: 'Cancelar',
    missing: 'Escreva uma palavra que diga por quê.',
    already: ({ name, why }) => `${name} já tinha justificado: ${why}`,
    undoneBefore: 'já não estava justificado',
  },
};

/** `JustifyWords` in a language. */
export function justifyWords(locale: Locale): JustifyWords {
  return JUSTIFY[locale];
}
