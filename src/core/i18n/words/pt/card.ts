import type { SkipReason } from '../../../skip-reason.ts';
import { counted } from '../fact.ts';
import { rowsSaid, skippedSaid } from '../rows-said.ts';
import type { ButtonWords } from '../label-words.ts';
import type { CompareWords, LoadingWords, SharingWords, TrustWords } from '../wording.ts';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  total: 'TOTAL',
  pseudo: 'não são agentes',
  unreadable: 'ilegíveis',
  blank: 'sem números',
  duplicate: 'repetidas',
  other: 'outras',
};

export const loading: LoadingWords = {
  asking: ({ report, operation, period }) => `Lendo ${report} de ${operation}, ${period}…`,
};

const ROWS = { one: 'linha', many: 'linhas', oneOut: 'não contada', manyOut: 'não contadas', names: SKIPPED };

export const trust: TrustWords = {
  rows: (args) => rowsSaid(args, ROWS),
  skipped: (args) => skippedSaid(args, ROWS),
  noRows: 'o wolkvox não tem linhas nessa janela',
  requests: ({ count }) => `em ${counted(count, 'consulta', 'consultas')}`,
  until: ({ time }) => `dados até ${time} aprox.`,
  complete: 'dados completos',
  fresh: 'lido agora',
  cached: ({ minutes }) => (minutes < 1 ? 'lido há menos de 1 min' : `lido há ${minutes} min`),
  last: ({ time }) => `último dado: ${time}`,
  lastOffered: ({ time }) => `Este é o último dado: ${time}.`,
  noNames: 'mostram-se ids: o wolkvox não deu os nomes',
  zoneMismatch: ({ expected, seen }) => `atenção ao fuso: esperava-se ${expected}, as linhas dizem ${seen}`,
  comparedWith: ({ period }) => `comparado com ${period}`,
  sharedBy: ({ person }) => `compartilhado por ${person}`,
};

export const buttons: ButtonWords = {
  share: 'Compartilhar',
  compare: 'Comparar',
  stopComparing: 'Sem comparar',
  compareUsual: 'Com o habitual',
  comparePrevious: 'Com o anterior',
  download: 'Baixar',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  refresh: 'Atualizar',
  retry: 'Tentar de novo',
  previous: '◀',
  next: '▶',
  previousSpoken: 'Período anterior',
  nextSpoken: 'Próximo período',
  show: 'Mostrar',
  open: 'Abrir',
  see: 'Ver',
};

export const compare: CompareWords = {
  noHistory: ({ command, days }) => [
    days === null || days === 0
      ? 'Ainda não há histórico para comparar com o habitual; '
      : `Ainda não há histórico suficiente para comparar com o habitual (${counted(days, 'dia', 'dias')}); `,
    'com ',
    { code: command },
    ' compara-se com o período anterior.',
  ],
  noData: ({ period }) => `sem comparação: o wolkvox não tem linhas de ${period}`,
  noPrevious: ({ why }) => `Sem comparação: não deu para ler o período anterior (${why}).`,
};

export const sharing: SharingWords = {
  shared: 'Compartilhado neste canal.',
  fileTitle: ({ report, operation, period }) => `${report} · ${operation} · ${period}`,
  fileComment: ({ window, rows }) => `${window} · ${rows}`,
  fileSent: ({ name }) => `Enviei ${name} para você por mensagem direta.`,
};
