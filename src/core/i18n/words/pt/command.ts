import type { Text } from '../../../card/card.ts';
import { codes } from '../codes.ts';
import { counted } from '../fact.ts';
import type { HelpWords, UnclearWords } from '../command-words.ts';

const NAMES = {
  report: 'dois relatórios',
  operation: 'duas operações',
  period: 'dois períodos',
  hours: 'duas faixas de horas',
  top: 'dois tamanhos de lista',
  order: 'duas ordens',
  versus: 'duas comparações',
  file: 'dois formatos de arquivo',
  campaign: 'duas campanhas',
} as const;
const FEMININE: ReadonlySet<string> = new Set<keyof typeof NAMES>([
  'operation',
  'hours',
  'order',
  'versus',
  'campaign',
]);

export const unclear: UnclearWords = {
  unknownWord: ({ word, nearest }): Text =>
    nearest.length === 0
      ? [`Não conheço "${word}".`]
      : [`Não conheço "${word}". Você quis dizer `, ...codes(nearest, ' ou '), '?'],
  names: {
    agents: 'Se é o nome de um agente: não se pede por nome; a tabela traz todos.',
    aux: 'Se é o nome de um agente: não se pede por nome; a tabela traz todos.',
    hold: 'Se é o nome de um skill: não se pede por nome; a tabela traz todos.',
    preview: 'Se é o nome de uma campanha: ela se pede pelo número, o do wolkvox.',
    live: null,
  },
  moreUnknown: ({ count }) => `E ${counted(count, 'palavra a mais', 'palavras a mais')} que não conheço.`,
  tryThese: ({ commands }) => ['Tente: ', ...codes(commands, ' · ')],
  noReport: ({ reports }) => ['Falta dizer o que você quer ver: ', ...codes(reports, ', '), '.'],
  two: ({ what, first, second }) => [
    `Há ${NAMES[what]}: "${first}" e "${second}". Deixe só ${FEMININE.has(what) ? 'uma' : 'um'}.`,
  ],
  noSuchDate: ({ word }) => [
    `Não entendo a data "${word}". Escreve-se `,
    { code: '2026-11-01' },
    ' ou ',
    { code: '1 nov' },
    '.',
  ],
  noSuchTime: ({ word }) => [`Não entendo a hora "${word}". Escreve-se `, { code: '08:00-12:00' }, '.'],
  backwards: ({ first, second }) => [
    `"${first}" vem depois de "${second}". Escreva primeiro o começo; uma faixa que cruza a meia-noite se pede em duas partes.`,
  ],
  future: ({ word }) => [`"${word}" ainda não chegou. Peça hoje ou um período que já tenha começado.`],
  tooLong: ({ days }) => [`Esse período é muito longo. Dá para pedir até ${days} dias de uma vez.`],
  hoursNeedOneDay: ({ word }) => [
    `As horas vão com um só dia, e "${word}" tem vários. Por exemplo: `,
    { code: 'ontem 08:00-12:00' },
    '.',
  ],
  badTop: ({ word, max }) => [
    `"${word}" não serve: escreva um número de 1 a ${max}, por exemplo `,
    { code: 'top 5' },
    '.',
  ],
  badAmount: ({ word }) => [`"${word}" não serve: o número deve ser 1 ou mais.`],
  notFor: ({ word, command }) => [`"${word}" não vai com `, { code: command }, '.'],
  whichOperation: ({ word, ids }) => [`"${word}" pode ser mais de uma operação: `, ...codes(ids, ', '), '.'],
  tooManyWords: ({ max }) => [`São palavras demais. Menos de ${max} bastam.`],
  examples: ['agentes ontem', 'pausas hoje', 'ajuda'],
  examplesFor: {
    agents: ['agentes ontem', 'agentes ontem por custo top 5', 'agentes semana passada vs anterior'],
    aux: ['pausas hoje', 'pausas ontem', 'pausas esta semana'],
    hold: ['espera hoje', 'espera ontem vs anterior', 'espera últimos 7 dias'],
    preview: ['campanha todas hoje', 'campanha 22109 ontem', 'campanha todas ontem 08:00-12:00'],
    live: ['agora', 'agora aqui', 'ajuda'],
  },
};

export const help: HelpWords = {
  title: 'O que você pode perguntar',
  intro:
    'Primeiro o que você quer ver; depois, em qualquer ordem, a operação, o período e as opções. A resposta chega só para você.',
  asks: [
    { report: 'agents', words: 'agentes ontem', says: 'chamadas e custo de telefonia por agente' },
    { report: 'aux', words: 'pausas hoje', says: 'tempo em pausa por agente e estado, e quem sai do habitual' },
    { report: 'hold', words: 'espera hoje', says: 'espera inteligente: retornos prometidos e feitos' },
    { report: 'preview', words: 'campanha todas hoje', says: 'campanhas preview: contato, tabulação e horas' },
    { report: 'live', words: 'agora', says: 'os últimos dez minutos: atendidas, abandonadas e linhas' },
  ],
  others: [
    { words: 'conferir agentes ontem', says: 'a janela e os totais exatos para comparar com o wolkvox Manager' },
    { words: 'status', says: 'se tudo funciona, e quanta cota resta hoje' },
    { words: 'resumos', says: 'o que chega sozinho, a que hora e onde; adicionar, editar, pausar' },
    { words: 'alertas', says: 'o que se vigia e como está; adicionar, editar, pausar, testar' },
    { words: 'ajuda', says: 'esta ajuda' },
  ],
  periodsTitle: 'Períodos',
  periods: [
    'hoje',
    'ontem',
    'segunda',
    'segunda a sexta',
    'esta semana',
    'semana passada',
    'este mês',
    'mês passado',
    'últimos 7 dias',
    'últimas 3 horas',
    '2026-11-01',
    '2026-11-01..2026-11-07',
    'ontem 08:00-12:00',
  ],
  optionsTitle: 'Opções',
  options: [
    { words: 'top 5', says: 'só os cinco primeiros' },
    { words: 'por custo', says: 'ordenado por custo (ou por chamadas)' },
    { words: 'vs anterior', says: 'comparado com o período anterior' },
    { words: 'vs habitual', says: 'comparado com o habitual' },
    { words: 'csv', says: 'o arquivo, por mensagem direta (também xlsx)' },
    { words: 'aqui', says: 'publicado neste canal' },
  ],
  operations: ({ ids, current }) => ['Operações: ', ...codes(ids, ', '), `. Se você não disser qual, é ${current}.`],
  trust: 'A linha pequena no pé diz de que janela e de quantas linhas vem cada número, e quão recente ele é.',
};
