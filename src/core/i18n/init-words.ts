import type { Locale } from './locale.ts';

/** What the terminal asks and says while it makes a first configuration. Times in minutes. */
export type InitWords = {
  readonly about: string;
  readonly server: string;
  readonly token: string;
  readonly zone: string;
  readonly name: (args: { readonly given: string }) => string;
  readonly notServer: string;
  readonly notToken: string;
  readonly notZone: string;
  readonly trying: string;
  readonly again: string;
  readonly readingAux: string;
  readonly noAux: string;
  /** wolkvox did not say: that is not "none". */
  readonly auxNotRead: string;
  readonly auxOf: (args: { readonly date: string }) => string;
  readonly auxLine: (args: {
    readonly number: number;
    readonly state: string;
    readonly agents: number;
    readonly minutes: number;
  }) => string;
  readonly ordered: string;
  readonly allowed: string;
  readonly notNumbers: (args: { readonly most: number }) => string;
  readonly notMinutes: string;
  readonly overwrite: (args: { readonly file: string }) => string;
  readonly written: (args: { readonly file: string }) => string;
  readonly tokenIn: (args: { readonly file: string; readonly name: string }) => string;
  readonly next: readonly string[];
  readonly left: string;
  /** What counts as yes, lower case. */
  readonly yes: readonly string[];
};

const INIT: Readonly<Record<Locale, InitWords>> = {
  es: {
    about: 'Unas pocas preguntas y queda lista la configuración. Enter acepta lo que está entre corchetes.',
    server: 'Servidor de wolkvox (3, 0003, wv0003 o la dirección completa): ',
    token: 'Token de la API (Manager → Integraciones → Tokens; no se ve al escribir): ',
    zone: 'Zona horaria de la operación [America/Bogota]: ',
    name: ({ given }) => `Cómo se llama la operación [${given}]: `,
    notServer: 'Eso no es un servidor: escribe su número (3, 0003, wv0003) o la dirección, que empieza por https://.',
    notToken: 'Un token no lleva espacios ni está vacío. Cópialo entero de Manager.',
    notZone: 'No conozco esa zona. Se escribe como America/Bogota, America/Mexico_City o Europe/Madrid.',
    trying: 'Probando con wolkvox…',
    again: '¿Corregir servidor, token y zona? (s/n) [s]: ',
    readingAux: 'Leyendo los estados auxiliares de los últimos días…',
    noAux: 'No se encontraron estados auxiliares en la última semana; se pueden escribir después en vigia.yml, en aux.',
    auxNotRead:
      'No se pudieron leer los estados auxiliares, así que no se pregunta por ellos; se pueden escribir después en vigia.yml, en aux.',
    auxOf: ({ date }) => `Estados auxiliares del ${date}:`,
    auxLine: ({ number, state, agents, minutes }) =>
      `  ${String(number).padStart(2)}. ${state.padEnd(24)} ${agents} ${agents === 1 ? 'agente' : 'agentes'}, la mitad pasa de ${minutes} min`,
    ordered:
      '¿Cuáles ordena la operación (capacitación, reunión)? Esos no se juzgan. Números con coma, o Enter si ninguno: ',
    allowed: '¿Cuáles tienen un máximo al día? Por ejemplo 1=30, 3=60 (minutos), o Enter si ninguno: ',
    notNumbers: ({ most }) => `Escribe números del 1 al ${most}, separados por comas.`,
    notMinutes: 'Escribe el número del estado, el signo igual y los minutos: 1=30, 3=60.',
    overwrite: ({ file }) => `${file} ya existe. ¿Reemplazarlo? (s/n) [n]: `,
    written: ({ file }) => `Escrito ${file}.`,
    tokenIn: ({ file, name }) => `El token quedó en ${file}, como ${name}; en vigia.yml no hay ningún secreto.`,
    next: [
      'Lo que sigue:',
      '  1. Crea la app de Slack con manifest.yml y escribe SLACK_BOT_TOKEN y SLACK_APP_TOKEN en .env (docs/setup-slack.md).',
      '  2. npm run vigia -- doctor   dice qué falta, y el paso exacto.',
      '  3. npm start',
      'Antes de anunciarlo, escribe en vigia.yml roles (si no, todos ven lo que ve un supervisor) y country, hours y licences (docs/configure.md).',
    ],
    left: 'No se escribió nada.',
    yes: ['s', 'si', 'sí', 'y', 'yes'],
  },
  en: {
    about: 'A few questions make the configuration. Enter takes what is in brackets.',
    server: 'wolkvox server (3, 0003, wv0003 or the whole address): ',
    token: 'API token (Manager → Integrations → Tokens; it does not show while you type): ',
    zone: 'Time zone of the operation [America/Bogota]: ',
    name: ({ given }) => `What the operation is called [${given}]: `,
    notServer: 'That is not a server: type its number (3, 0003, wv0003) or its address, which starts with https://.',
    notToken: 'A token has no spaces and is not empty. Copy it whole from Manager.',
    notZone: 'I do not know that zone. They are written like America/Bogota, America/Mexico_City or Europe/Madrid.',
    trying: 'Trying it on wolkvox…',
    again: 'Correct server, token and zone? (y/n) [y]: ',
    readingAux: 'Reading the auxiliary states of the last days…',
    noAux: 'No auxiliary states were found in the last week; they can be written later in vigia.yml, under aux.',
    auxNotRead:
      'The auxiliary states could not be read, so nothing is asked about them; they can be written later in vigia.yml, under aux.',
    auxOf: ({ date }) => `Auxiliary states of ${date}:`,
    auxLine: ({ number, state, agents, minutes }) =>
      `  ${String(number).padStart(2)}. ${state.padEnd(24)} ${agents} ${agents === 1 ? 'agent' : 'agents'}, half of them above ${minutes} min`,
    ordered:
      'Which are ordered by the company (training, meeting)? These are not judged. Numbers with commas, or Enter: ',
    allowed: 'Which have a daily maximum? For example 1=30, 3=60 (minutes), or Enter: ',
    notNumbers: ({ most }) => `Type numbers from 1 to ${most}, separated by commas.`,
    notMinutes: 'Type the number of the state, an equals sign and the minutes: 1=30, 3=60.',
    overwrite: ({ file }) => `${file} is there already. Replace it? (y/n) [n]: `,
    written: ({ file }) => `Wrote ${file}.`,
    tokenIn: ({ file, name }) => `The token is in ${file}, as ${name}; vigia.yml holds no secret.`,
    next: [
      'What comes next:',
      '  1. Create the Slack app from manifest.yml and put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (docs/setup-slack.md).',
      '  2. npm run vigia -- doctor   tells what is missing, and the very step.',
      '  3. npm start',
      'Before you announce it, put roles into vigia.yml (without them everybody sees what a supervisor sees), and country, hours and licences (docs/configure.md).',
    ],
    left: 'Nothing was written.',
    yes: ['y', 'yes', 's', 'si', 'sí'],
  },
  pt: {
    about: 'Algumas perguntas e a configuração fica pronta. Enter aceita o que está entre colchetes.',
    server: 'Servidor da wolkvox (3, 0003, wv0003 ou o endereço completo): ',
    token: 'Token da API (Manager → Integrações → Tokens; não aparece ao digitar): ',
    zone: 'Fuso horário da operação [America/Bogota]: ',
    name: ({ given }) => `Como se chama a operação [${given}]: `,
    notServer: 'Isso não é um servidor: escreva o número (3, 0003, wv0003) ou o endereço, que começa com https://.',
    notToken: 'Um token não tem espaços nem está vazio. Copie-o inteiro do Manager.',
    notZone: 'Não conheço esse fuso. Escreve-se como America/Sao_Paulo, America/Bogota ou Europe/Madrid.',
    trying: 'Testando com a wolkvox…',
    again: 'Corrigir servidor, token e fuso? (s/n) [s]: ',
    readingAux: 'Lendo os estados auxiliares dos últimos dias…',
    noAux: 'Nenhum estado auxiliar na última semana; podem ser escritos depois em vigia.yml, em aux.',
    auxNotRead:
      'Não foi possível ler os estados auxiliares, então não se pergunta por eles; podem ser escritos depois em vigia.yml, em aux.',
    auxOf: ({ date }) => `Estados auxiliares de ${date}:`,
    auxLine: ({ number, state, agents, minutes }) =>
      `  ${String(number).padStart(2)}. ${state.padEnd(24)} ${agents} ${agents === 1 ? 'agente' : 'agentes'}, metade passa de ${minutes} min`,
    ordered:
      'Quais a operação manda fazer (treinamento, reunião)? Esses não são julgados. Números com vírgula, ou Enter se nenhum: ',
    allowed: 'Quais têm um máximo por dia? Por exemplo 1=30, 3=60 (minutos), ou Enter se nenhum: ',
    notNumbers: ({ most }) => `Escreva números de 1 a ${most}, separados por vírgulas.`,
    notMinutes: 'Escreva o número do estado, o sinal de igual e os minutos: 1=30, 3=60.',
    overwrite: ({ file }) => `${file} já existe. Substituir? (s/n) [n]: `,
    written: ({ file }) => `${file} foi escrito.`,
    tokenIn: ({ file, name }) => `O token ficou em ${file}, como ${name}; em vigia.yml não há nenhum segredo.`,
    next: [
      'O que vem agora:',
      '  1. Crie o app do Slack com manifest.yml e escreva SLACK_BOT_TOKEN e SLACK_APP_TOKEN em .env (docs/setup-slack.md).',
      '  2. npm run vigia -- doctor   diz o que falta, e o passo exato.',
      '  3. npm start',
      'Antes de anunciar, escreva em vigia.yml roles (sem isso todos veem o que um supervisor vê) e country, hours e licences (docs/configure.md).',
    ],
    left: 'Nada foi escrito.',
    yes: ['s', 'sim', 'y', 'yes'],
  },
};

/** `InitWords` in a language. */
export function initWords(locale: Locale): InitWords {
  return INIT[locale];
}
