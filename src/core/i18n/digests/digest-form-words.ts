import type { CadenceChoice } from '../../digests/form-cadence.ts';
import type { Locale } from '../locale.ts';

/** What the form of a digest says. */
export type DigestFormWords = {
  readonly add: string;
  readonly edit: string;
  readonly opening: string;
  readonly save: string;
  readonly close: string;
  readonly name: string;
  readonly nameExample: string;
  readonly operation: string;
  readonly reports: string;
  readonly period: string;
  readonly options: string;
  readonly choose: string;
  readonly words: string;
  readonly wordsHint: (command: string) => string;
  readonly channels: string;
  readonly people: string;
  readonly cadence: string;
  readonly cadences: Readonly<Record<CadenceChoice, string>>;
  readonly time: string;
  readonly days: string;
  readonly times: string;
  readonly timesHint: string;
  readonly cron: string;
  readonly cronHint: string;
  readonly zone: string;
  readonly zoneOfOperation: (city: string) => string;
  readonly language: string;
  readonly languageOfChannel: string;
  readonly holidays: string;
  readonly skip: string;
  readonly preview: {
    readonly title: string;
    readonly next: (times: string) => string;
    readonly never: string;
    readonly holds: (parts: string) => string;
    readonly refresh: string;
    readonly see: string;
    readonly send: string;
    readonly sent: string;
    readonly making: string;
    readonly unsound: string;
  };
};

const es: DigestFormWords = {
  add: 'Nuevo resumen',
  edit: 'Editar resumen',
  opening: 'Abriendo…',
  save: 'Guardar',
  close: 'Cancelar',
  name: 'Nombre',
  nameExample: 'Resumen de la mañana',
  operation: 'Operación',
  reports: 'Qué lleva',
  period: 'De qué período',
  options: 'Con qué opciones',
  choose: 'Elegir',
  words: 'O con tus palabras',
  wordsHint: (command) => `Un reporte por línea, como después de ${command}. Por ejemplo: agentes ayer top 5 por costo`,
  channels: 'A qué canales',
  people: 'A qué personas, por mensaje directo',
  cadence: 'Cuándo',
  cadences: {
    weekdays: 'De lunes a viernes, a una hora',
    cuts: 'Cortes de turno, todos los días',
    hourly: 'Cada hora, de 9 a 19',
    mondays: 'Los lunes',
    monthly: 'El primero de cada mes',
    own: 'Otros días y horas',
    cron: 'Con un patrón cron',
  },
  time: 'A qué hora',
  days: 'Qué días',
  times: 'A qué horas',
  timesHint: 'Separadas por comas: 08:10, 12:10, 18:10',
  cron: 'Patrón cron',
  cronHint: 'minuto hora día mes día-de-la-semana. Por ejemplo: 10 8 * * 1-5',
  zone: 'Con la hora de',
  zoneOfOperation: (city) => `La operación (${city})`,
  language: 'Idioma',
  languageOfChannel: 'El del canal o de la operación',
  holidays: 'Festivos',
  skip: 'No enviar en festivos ni en cierres',
  preview: {
    title: 'Así queda',
    next: (times) => `Próximos envíos: ${times}.`,
    never: 'Con esto no llegaría nunca.',
    holds: (parts) => `Lleva: ${parts}.`,
    refresh: 'Actualizar',
    see: 'Vista previa',
    send: 'Enviármelo ahora',
    sent: 'Te lo envié por mensaje directo.',
    making: 'Leyendo los datos…',
    unsound: 'Todavía falta algo:',
  },
};

const en: DigestFormWords = {
  add: 'New digest',
  edit: 'Edit digest',
  opening: 'Opening…',
  save: 'Save',
  close: 'Cancel',
  name: 'Name',
  nameExample: 'Morning digest',
  operation: 'Operation',
  reports: 'What it holds',
  period: 'Of which period',
  options: 'With which options',
  choose: 'Choose',
  words: 'Or in your own words',
  wordsHint: (command) => `One report a line, as after ${command}. For example: agents yesterday top 5 by cost`,
  channels: 'To which channels',
  people: 'To which people, by direct message',
  cadence: 'When',
  cadences: {
    weekdays: 'Monday to Friday, once',
    cuts: 'Shift cuts, every day',
    hourly: 'Every hour, 9 to 19',
    mondays: 'On Mondays',
    monthly: 'On the first of the month',
    own: 'Other days and times',
    cron: 'With a cron pattern',
  },
  time: 'At what time',
  days: 'On which days',
  times: 'At what times',
  timesHint: 'With commas between: 08:10, 12:10, 18:10',
  cron: 'Cron pattern',
  cronHint: 'minute hour day month weekday. For example: 10 8 * * 1-5',
  zone: 'In the time of',
  zoneOfOperation: (city) => `The operation (${city})`,
  language: 'Language',
  languageOfChannel: "The channel's or the operation's",
  holidays: 'Holidays',
  skip: 'Send nothing on holidays and closures',
  preview: {
    title: 'This is what it will be',
    next: (times) => `Next times: ${times}.`,
    never: 'Like this it would never come.',
    holds: (parts) => `It holds: ${parts}.`,
    refresh: 'Refresh',
    see: 'Preview',
    send: 'Send to me now',
    sent: 'It is in your direct messages.',
    making: 'Reading the data…',
    unsound: 'Something is still missing:',
  },
};

const pt: DigestFormWords = {
  add: 'Novo resumo',
  edit: 'Editar resumo',
  opening: 'Abrindo…',
  save: 'Salvar',
  close: 'Cancelar',
  name: 'Nome',
  nameExample: 'Resumo da manhã',
  operation: 'Operação',
  reports: 'O que inclui',
  period: 'De qual período',
  options: 'Com quais opções',
  choose: 'Escolher',
  words: 'Ou com as suas palavras',
  wordsHint: (command) =>
    `Um relatório por linha, como depois de ${command}. Por exemplo: agentes ontem top 5 por custo`,
  channels: 'Para quais canais',
  people: 'Para quais pessoas, por mensagem direta',
  cadence: 'Quando',
  cadences: {
    weekdays: 'De segunda a sexta, em um horário',
    cuts: 'Cortes de turno, todos os dias',
    hourly: 'A cada hora, das 9 às 19',
    mondays: 'Às segundas',
    monthly: 'No primeiro dia do mês',
    own: 'Outros dias e horários',
    cron: 'Com um padrão cron',
  },
  time: 'A que horas',
  days: 'Em quais dias',
  times: 'Em quais horários',
  timesHint: 'Separados por vírgulas: 08:10, 12:10, 18:10',
  cron: 'Padrão cron',
  cronHint: 'minuto hora dia mês dia-da-semana. Por exemplo: 10 8 * * 1-5',
  zone: 'No horário de',
  zoneOfOperation: (city) => `A operação (${city})`,
  language: 'Idioma',
  languageOfChannel: 'O do canal ou da operação',
  holidays: 'Feriados',
  skip: 'Não enviar em feriados nem em fechamentos',
  preview: {
    title: 'Fica assim',
    next: (times) => `Próximos envios: ${times}.`,
    never: 'Assim não chegaria nunca.',
    holds: (parts) => `Inclui: ${parts}.`,
    refresh: 'Atualizar',
    see: 'Prévia',
    send: 'Enviar para mim agora',
    sent: 'Está nas suas mensagens diretas.',
    making: 'Lendo os dados…',
    unsound: 'Ainda falta algo:',
  },
};

const WORDS = { es, en, pt } satisfies Record<Locale, DigestFormWords>;

/** `DigestFormWords` in a language. */
export function digestFormWords(locale: Locale): DigestFormWords {
  return WORDS[locale];
}
