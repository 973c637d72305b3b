import { counted } from '../fact.ts';
import type { AccessWords, CheckWords, HomeWords, StatusWords } from '../screen-words.ts';

export const status: StatusWords = {
  allWell: 'Tudo funciona.',
  something: ({ count }) => `${counted(count, 'parte não responde', 'partes não respondem')}.`,
  store: 'Armazenamento',
  slack: 'Slack',
  jobs: 'Tarefas',
  well: 'bem',
  notAnswering: ({ why }) => `não responde: ${why}`,
  quotaLabel: 'Cota de hoje',
  quota: ({ used, limit, resets, format }) =>
    limit === null
      ? `${counted(used, 'consulta usada', 'consultas usadas', format)}; o limite não é conhecido`
      : `${format.number(used)} de ${format.number(limit)} usadas (${format.percent(used / limit, 0)}); volta a zero às ${resets}`,
  lastReadLabel: 'Últimos dados',
  lastRead: ({ report, time }) => `${report}: ${time}`,
  neverRead: 'nada foi lido ainda',
  waitingLabel: 'Na fila',
  waiting: ({ count }) => (count === 0 ? 'nada' : counted(count, 'consulta', 'consultas')),
  versionLabel: 'Versão',
  upLabel: 'Em execução há',
};

export const check: CheckWords = {
  title: ({ report }) => `Conferir ${report} com o wolkvox Manager`,
  how: ({ code }) => [
    'No Manager, abra Relatórios, escolha ',
    { bold: code },
    ' e ponha exatamente esta janela e estas opções.',
  ],
  from: 'De',
  to: 'Até',
  inclusive: 'no Manager o último segundo entra na janela',
  campaign: 'Campanha',
  allCampaigns: 'todas',
  rows: 'Linhas',
  notCounted: 'Não contadas',
  differs:
    'Se não bater: veja se o fuso horário é o mesmo, se a linha TOTAL não foi somada e se o período já terminou.',
  stillRunning:
    'O período continua em andamento: o wolkvox atualiza os relatórios do dia a cada dez minutos ou mais, então os números podem mudar.',
  oneMonth: 'O Manager pede intervalos dentro de um mesmo mês: consulte mês a mês e some.',
  notDated: 'Este relatório não leva datas: são sempre os últimos dez minutos.',
};

export const home: HomeWords = {
  title: ({ operation }) => `Hoje em ${operation}`,
  noToday: 'Nada foi lido hoje ainda.',
  quota: 'Cota do wolkvox',
  whatCanIAsk: 'O que você pode perguntar',
  language: 'Idioma',
  languages: { es: 'Español', en: 'English', pt: 'Português' },
  updated: ({ time }) => `atualizado às ${time}`,
  firstTime: ({ command }) => [
    'Escreva ',
    { code: `${command} ajuda` },
    ' em qualquer canal ou toque em um dos exemplos.',
  ],
};

const ROLES = { viewer: 'leitor', supervisor: 'supervisor', admin: 'administrador' } as const;

export const access: AccessWords = {
  needs: ({ role }) => ({
    what: `Isto é para quem tem o perfil de ${ROLES[role]}.`,
    next: 'Se for o seu caso, peça a quem administra o bot que adicione você aos perfis.',
  }),
  noRole: {
    what: 'Você ainda não tem um perfil neste bot.',
    next: 'Peça a quem o administra que adicione você aos perfis.',
  },
};
