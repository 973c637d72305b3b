import type { SkipReason } from '../../../skip-reason.ts';
import { counted } from '../fact.ts';
import { rowsSaid, skippedSaid } from '../rows-said.ts';
import type { ButtonWords } from '../label-words.ts';
import type { CompareWords, LoadingWords, SharingWords, TrustWords } from '../wording.ts';

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  total: 'TOTAL',
  pseudo: 'no son agentes',
  unreadable: 'ilegibles',
  blank: 'sin cifras',
  duplicate: 'repetidas',
  other: 'otras',
};

export const loading: LoadingWords = {
  asking: ({ report, operation, period }) => `Leyendo ${report} de ${operation}, ${period}…`,
};

const ROWS = { one: 'fila', many: 'filas', oneOut: 'no contada', manyOut: 'no contadas', names: SKIPPED };

export const trust: TrustWords = {
  rows: (args) => rowsSaid(args, ROWS),
  skipped: (args) => skippedSaid(args, ROWS),
  noRows: 'wolkvox no tiene filas en esa ventana',
  requests: ({ count }) => `en ${counted(count, 'consulta', 'consultas')}`,
  until: ({ time }) => `dato hasta las ${time} aprox.`,
  complete: 'dato completo',
  fresh: 'leído ahora',
  cached: ({ minutes }) => (minutes < 1 ? 'leído hace menos de 1 min' : `leído hace ${minutes} min`),
  last: ({ time }) => `último dato: ${time}`,
  lastOffered: ({ time }) => `Este es el último dato: ${time}.`,
  noNames: 'se muestran ids: wolkvox no dio los nombres',
  zoneMismatch: ({ expected, seen }) => `ojo con la zona: se esperaba ${expected}, las filas dicen ${seen}`,
  comparedWith: ({ period }) => `comparado con ${period}`,
  sharedBy: ({ person }) => `compartido por ${person}`,
};

export const buttons: ButtonWords = {
  share: 'Compartir',
  compare: 'Comparar',
  stopComparing: 'Sin comparar',
  compareUsual: 'Con lo habitual',
  comparePrevious: 'Con el anterior',
  download: 'Descargar',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  refresh: 'Actualizar',
  retry: 'Reintentar',
  previous: '◀',
  next: '▶',
  previousSpoken: 'Período anterior',
  nextSpoken: 'Período siguiente',
  show: 'Mostrar',
  open: 'Abrir',
  see: 'Ver',
};

export const compare: CompareWords = {
  noHistory: ({ command, days }) => [
    days === null || days === 0
      ? 'Todavía no hay historia para comparar con lo habitual; '
      : `Todavía no hay historia suficiente para comparar con lo habitual (${counted(days, 'día', 'días')}); `,
    'con ',
    { code: command },
    ' se compara con el período anterior.',
  ],
  noData: ({ period }) => `sin comparación: wolkvox no tiene filas de ${period}`,
  noPrevious: ({ why }) => `Sin comparación: no se pudo leer el período anterior (${why}).`,
};

export const sharing: SharingWords = {
  shared: 'Compartido en este canal.',
  fileTitle: ({ report, operation, period }) => `${report} · ${operation} · ${period}`,
  fileComment: ({ window, rows }) => `${window} · ${rows}`,
  fileSent: ({ name }) => `Te envié ${name} por mensaje directo.`,
};
