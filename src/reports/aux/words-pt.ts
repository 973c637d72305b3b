import type { Said } from './words.ts';

const SPELLED = ['Nenhum', 'Um', 'Dois', 'Três', 'Quatro', 'Cinco', 'Seis'];
const agents = (many: number, text: string): string => (many === 1 ? `${text} agente` : `${text} agentes`);

export const pt: Said = {
  subject: 'tempo em pausa',
  noState: 'Sem estado',
  one: (name, state, time, team) =>
    `${name} fora do habitual em ${state}, vale olhar: ${time}; a equipe ${team.median} (${team.low}–${team.high})`,
  oneAllowed: (name, state, time, allowed) =>
    `${name} acima do permitido em ${state}: ${time}; o permitido são ${allowed}`,
  several: (many, text, why, states) => {
    const where = {
      usual: 'fora do habitual',
      allowed: 'acima do permitido',
      both: 'fora do habitual ou do permitido',
    }[why];
    return `${agents(many, SPELLED[many] ?? text)} ${where} em ${states}${why === 'allowed' ? '' : ', vale olhar'}; a equipe segue normal`;
  },
  group: (states) => `O grupo inteiro está alto em ${states}; não é coisa de um ou dois`,
  nobody: (period) => `Ninguém fora do habitual em pausas ${period}`,
  tooSmall: (many, text, period) => `Grupo muito pequeno para julgar pausas ${period}: ${agents(many, text)}`,
  total: (period, time, many, text, change) =>
    `Pausas ${period}: ${time} entre ${agents(many, text)}${change === null ? '' : `, ${change}`}.`,
  line: (name, state, time, team) =>
    `${name}: ${time} de ${state}; a equipe ${team.median} (${team.low}–${team.high}).`,
  lineAllowed: (name, state, time, allowed) => `${name}: ${time} de ${state}; o permitido são ${allowed}.`,
  lineState: (state, many, text, team) =>
    `${state}: ${agents(many, text)} fora do habitual; a equipe ${team.median} (${team.low}–${team.high}).`,
  lineStateAllowed: (state, many, text, allowed) => `${state}: ${agents(many, text)} acima do permitido (${allowed}).`,
  andMore: (many, text) =>
    many === 1
      ? 'E mais um caso: o arquivo (CSV ou Excel) o indica.'
      : `E mais ${text} casos: o arquivo (CSV ou Excel) os indica.`,
  groupOf: (state, over, users, by) =>
    by === 'allowance'
      ? `${state}: ${over} de ${users} agentes acima do permitido. Vale olhar o que houve na operação, ou o permitido.`
      : `${state}: ${over} de ${users} agentes muito acima dos demais. Vale olhar o que houve na operação.`,
  allWithin: (state, allowed) => `${state}: ninguém acima do permitido (${allowed}).`,
  ordered: (many, states) => `${states} não se ${many === 1 ? 'julga' : 'julgam'}: é tempo que a operação determina.`,
  few: (state, many, text) => `${state}: muito poucos para julgar (${agents(many, text)}).`,
  alike: (state) => `${state}: quase todos com o mesmo tempo, não se julga.`,
  highest: (list) => `Os mais altos aí: ${list}.`,
  chart: 'Tempo em pausa por estado',
  minutes: 'minutos',
  perAgent: 'Por agente',
  agentsCaption: (shown, asked, of) => {
    if (shown > asked) return `Primeiros ${asked}; são ${shown} por empate, de ${of} agentes`;
    return shown < of ? `Primeiros ${shown} de ${of} agentes` : agents(of, String(of));
  },
  statesCaption: (states) => (states === 1 ? 'Um estado' : `${states} estados`),
  columns: {
    id: 'Ramal',
    agent: 'Agente',
    total: 'Total',
    others: 'Outros',
    state: 'Estado',
    time: 'Tempo',
    users: 'Agentes',
    median: 'Mediana',
    middle: 'Metade central',
    verdict: 'Leitura',
  },
  verdicts: {
    ordered: 'não se julga: a operação determina',
    within: 'dentro do permitido',
    over: 'acima do permitido',
    usual: 'dentro do habitual',
    out: 'fora do habitual, vale olhar',
    group: 'o grupo inteiro está alto',
    'too-small': 'muito poucos para julgar',
  },
  runningNote: 'os episódios em curso ainda não contam',
  namesNote: 'os nomes são vistos pelos supervisores',
  daysNote: (days) => `o permitido é por dia: aqui conta ${days} vezes`,
};
