import type { Locale } from '../locale.ts';

/** What is said beside a field of a digest's form, and where the whole was not saved. */
export type DigestMistakeWords = {
  readonly name: string;
  readonly reports: string;
  readonly tooMany: (args: { readonly max: number }) => string;
  readonly line: (args: { readonly line: string; readonly why: string }) => string;
  readonly notReport: (args: { readonly line: string }) => string;
  readonly fixed: (args: { readonly line: string }) => string;
  readonly target: string;
  readonly targets: (args: { readonly max: number }) => string;
  readonly time: string;
  readonly times: (args: { readonly word: string }) => string;
  readonly noTimes: string;
  readonly days: string;
  readonly cron: string;
  readonly changed: string;
};

const WORDS = {
  es: {
    name: 'Ponle un nombre.',
    reports: 'Elige al menos un reporte o escríbelo con tus palabras.',
    tooMany: ({ max }) => `Son demasiados reportes: caben ${max}.`,
    line: ({ line, why }) => `"${line}": ${why}`,
    notReport: ({ line }) => `"${line}" no pide un reporte. Por ejemplo: agentes ayer`,
    fixed: ({ line }) => `"${line}" daría siempre los mismos días. Usa ayer, semana pasada o últimos 7 días.`,
    target: 'Elige al menos un canal o una persona.',
    targets: ({ max }) => `Son demasiados destinos: caben ${max}.`,
    time: 'Elige una hora.',
    times: ({ word }) => `No entiendo "${word}". Se escribe 08:10, 12:10`,
    noTimes: 'Escribe al menos una hora, por ejemplo 08:10.',
    days: 'Elige al menos un día.',
    cron: 'No entiendo ese patrón, o viene más de 12 veces por hora. Por ejemplo: 10 8 * * 1-5',
    changed: 'Alguien lo cambió mientras lo editabas. No guardé nada; ábrelo otra vez.',
  },
  en: {
    name: 'Give it a name.',
    reports: 'Choose at least one report, or write it in your own words.',
    tooMany: ({ max }) => `Those are too many reports: ${max} fit.`,
    line: ({ line, why }) => `"${line}": ${why}`,
    notReport: ({ line }) => `"${line}" asks for no report. For example: agents yesterday`,
    fixed: ({ line }) => `"${line}" would always give the same days. Use yesterday, last week or last 7 days.`,
    target: 'Choose at least one channel or person.',
    targets: ({ max }) => `Those are too many places: ${max} fit.`,
    time: 'Choose a time.',
    times: ({ word }) => `I do not understand "${word}". It is written 08:10, 12:10`,
    noTimes: 'Write at least one time, for example 08:10.',
    days: 'Choose at least one day.',
    cron: 'I do not understand that pattern, or it comes more than 12 times an hour. For example: 10 8 * * 1-5',
    changed: 'Somebody changed it while you were editing. Nothing was saved; open it again.',
  },
  pt: {
    name: 'Dê um nome.',
    reports: 'Escolha pelo menos um relatório ou escreva com as suas palavras.',
    tooMany: ({ max }) => `São relatórios demais: cabem ${max}.`,
    line: ({ line, why }) => `"${line}": ${why}`,
    notReport: ({ line }) => `"${line}" não pede um relatório. Por exemplo: agentes ontem`,
    fixed: ({ line }) => `"${line}" daria sempre os mesmos dias. Use ontem, semana passada ou últimos 7 dias.`,
    target: 'Escolha pelo menos um canal ou uma pessoa.',
    targets: ({ max }) => `São destinos demais: cabem ${max}.`,
    time: 'Escolha um horário.',
    times: ({ word }) => `Não entendo "${word}". Escreve-se 08:10, 12:10`,
    noTimes: 'Escreva pelo menos um horário, por exemplo 08:10.',
    days: 'Escolha pelo menos um dia.',
    cron: 'Não entendo esse padrão, ou ele vem mais de 12 vezes por hora. Por exemplo: 10 8 * * 1-5',
    changed: 'Alguém mudou enquanto você editava. Nada foi salvo; abra de novo.',
  },
} satisfies Record<Locale, DigestMistakeWords>;

/** `DigestMistakeWords` in a language. */
export function digestMistakeWords(locale: Locale): DigestMistakeWords {
  return WORDS[locale];
}
