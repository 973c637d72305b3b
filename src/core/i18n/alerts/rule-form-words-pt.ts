import type { RuleFormWords } from './rule-form-words.ts';
import { counted } from '../words/fact.ts';

const span = (minutes: number): string =>
  minutes % 60 === 0 ? counted(minutes / 60, 'hora', 'horas') : `${minutes} min`;
const times = (count: number): string => counted(count, 'vez', 'vezes');

export const ruleFormPt: RuleFormWords = {
  add: 'Novo alerta',
  edit: 'Alterar o alerta',
  save: 'Salvar',
  close: 'Fechar',
  opening: 'Abrindo…',
  choose: 'Escolher',
  name: 'Nome',
  operation: 'Operação',
  metric: 'O que se olha',
  quota: 'wolkvox',
  quotaUsed: 'Cota do dia usada',
  scope: 'De quem',
  all: 'De toda a operação',
  one: { agent: 'De um agente', skill: 'De um skill', campaign: 'De uma campanha', state: 'De um estado' },
  each: {
    agent: 'De cada agente em separado',
    skill: 'De cada skill em separado',
    campaign: 'De cada campanha em separado',
    state: 'De cada estado em separado',
  },
  which: { agent: 'Agente', skill: 'Skill', campaign: 'Campanha', state: 'Estado' },
  idHint: 'O id, como o wolkvox escreve.',
  condition: 'Quando avisar',
  conditions: {
    above: 'Acima de um limite',
    below: 'Abaixo de um mínimo',
    'above-usual': 'Acima do habitual a essa hora',
    'below-usual': 'Abaixo do habitual a essa hora',
    aux: 'Fora do habitual em 3 dos últimos 5 dias',
  },
  limit: {
    above: 'Limite',
    below: 'Mínimo',
    'above-usual': 'Quanto acima',
    'below-usual': 'Quanto abaixo',
    aux: '',
  },
  limitHint: {
    rate: 'Uma porcentagem, como 12%. Enter para testar.',
    count: 'Um número, como 20. Enter para testar.',
    duration: 'Um tempo, como 45 min ou 1 h 30. Enter para testar.',
    money: 'Um valor, como 250.000. Enter para testar.',
  },
  usualHint: 'Uma porcentagem, como 30%. Enter para testar.',
  recover: 'Volta a estar bem em',
  recoverHint: (value) => `Vazio: ${value}. Entre os dois, o alerta fica como está.`,
  window: 'Qual período',
  runningDay: 'O dia, desde as 00:00',
  last: (minutes) =>
    minutes % 60 > 0
      ? `Os últimos ${minutes} min`
      : minutes === 60
        ? 'A última hora'
        : `As últimas ${minutes / 60} horas`,
  lasting: 'Se durar',
  atOnce: 'Avisar assim que acontecer',
  span,
  keep: 'Resolvido se continuar bem por',
  atOnceGood: 'Em seguida',
  floor: 'Mínimo para avaliar',
  floorHint: 'Com menos casos que isso uma porcentagem não diz nada.',
  repeat: 'Repetir enquanto durar',
  never: 'Não repetir',
  every: (minutes) => `A cada ${span(minutes)}`,
  severity: 'Gravidade',
  severities: { info: 'Informativo', warning: 'Atenção', critical: 'Crítico' },
  active: 'Em que horas',
  always: 'A toda hora',
  ofOperation: (hours) => `No horário da operação (${hours})`,
  beforeClosing: (minutes) => `Antes de fechar: os últimos ${minutes} min`,
  contactHours: 'Fora do horário de contato da Ley 2300 (ajuda, não assessoria jurídica)',
  ownHours: 'Em outro horário',
  hours: 'Horário',
  hoursHint: 'Como seg-sex 07:00-19:00, sáb 08:00-14:00.',
  channel: 'Canal',
  channelHint: 'Vazio: chega a você, por mensagem direta.',
  owner: 'Responde por ele',
  more: 'Mais opções',
  less: 'Menos opções',
  use: (value) => `Usar ${value}`,
  inFile: 'Está em vigia.yml: aqui se vê, e se altera lá.',
  backtest: {
    would: ({ limit, times: count, days }) =>
      `Com ${limit} ${count === 0 ? 'não teria avisado' : `teria avisado ${times(count)}`} em ${counted(days, 'dia', 'dias')}.`,
    wouldAux: ({ times: count, days }) =>
      `${count === 0 ? 'Não teria avisado' : `Teria avisado ${times(count)}`} em ${counted(days, 'dia', 'dias')}.`,
    others: (tried) => tried.map(({ limit, times: count }) => `com ${limit}: ${count}`).join(' · '),
    isSuggested: (limit) => `${limit} é o sugerido: avisa no máximo um dia a cada dois.`,
    suggested: (limit) => `Sugerido: ${limit}, que avisa no máximo um dia a cada dois.`,
    fromHours: 'Contado com os números de cada hora.',
    fromDays: 'Contado com o total de cada dia.',
    few: ({ judged, checks }) => `Foi possível avaliar ${judged} de ${checks} leituras; nas outras havia muito poucas.`,
    short: ({ days, from }) =>
      `${days === 0 ? 'Ainda não há histórico' : `Há ${counted(days, 'dia', 'dias')} de histórico`} para testar. A partir de ${from} aparecerá aqui quantas vezes teria avisado.`,
    notKept: 'Disto não se guarda histórico com que testar.',
    fixFirst: 'Com um limite aparece aqui quantas vezes teria avisado.',
  },
  mistakes: {
    limit: {
      rate: 'Escreva uma porcentagem de 0 a 100, como 12%.',
      count: 'Escreva um número, como 20.',
      duration: 'Escreva um tempo, como 45 min ou 1 h 30.',
      money: 'Escreva um valor, como 250.000.',
    },
    share: 'Escreva uma porcentagem maior que 0, como 30%.',
    recoverAbove: (limit) => `Não pode ser maior que o limite, ${limit}.`,
    recoverBelow: (limit) => `Não pode ser menor que o mínimo, ${limit}.`,
    scope: 'Escolha qual.',
    hours: 'Não entendi. Escreva como seg-sex 07:00-19:00, sáb 08:00-14:00.',
    noHours: 'A operação não tem horário na configuração: escolha outro.',
    floor: 'Escreva um número inteiro, como 20.',
    noUsual: 'O habitual se conhece de toda a operação, nos últimos minutos ou no dia: escolha um limite.',
    channel: 'Escolha um canal.',
  },
};
