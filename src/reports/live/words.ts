import type { Locale } from '../../core/i18n/locale.ts';
import type { ReportWords } from '../report.ts';
import type { Family } from './row.ts';

export const words = {
  es: {
    title: 'Ahora',
    what: 'Llamadas de los últimos diez minutos: abandono, contacto y líneas',
    metrics: {
      abandonment: 'Abandono',
      answered: 'Atendidas',
      abandoned: 'Abandonadas',
      inbound: 'Llamadas de entrada',
      dialled: 'Marcadas',
      contact_rate: 'Contacto',
      machine_share: 'Contestadora',
      line_health: 'Fallas de línea',
    },
  },
  en: {
    title: 'Now',
    what: 'Calls of the last ten minutes: abandonment, contact and lines',
    metrics: {
      abandonment: 'Abandonment',
      answered: 'Answered',
      abandoned: 'Abandoned',
      inbound: 'Inbound calls',
      dialled: 'Dialled',
      contact_rate: 'Contact',
      machine_share: 'Answering machine',
      line_health: 'Line faults',
    },
  },
  pt: {
    title: 'Agora',
    what: 'Chamadas dos últimos dez minutos: abandono, contato e linhas',
    metrics: {
      abandonment: 'Abandono',
      answered: 'Atendidas',
      abandoned: 'Abandonadas',
      inbound: 'Chamadas de entrada',
      dialled: 'Discadas',
      contact_rate: 'Contato',
      machine_share: 'Caixa postal',
      line_health: 'Falhas de linha',
    },
  },
} satisfies Record<Locale, ReportWords>;

/** Arguments are formatted already; `evidence` is a rate with its n/N. */
export type Said = {
  readonly subject: string;
  readonly nothing: string;
  readonly when: string;
  readonly abandonment: (evidence: string, when: string | null) => string;
  readonly fewInbound: (abandoned: string, of: string, when: string | null) => string;
  readonly floor: (floor: string) => string;
  readonly inboundUnjudged: (many: number, text: string, when: string) => string;
  readonly noInbound: (when: string) => string;
  readonly lines: (evidence: string, when: string) => string;
  readonly outbound: (dialled: string, contact: string, machine: string) => string;
  readonly fewOutbound: (dialled: string, contacts: string) => string;
  readonly linesWell: (evidence: string) => string;
  /** Not one fault, of too few to say that all is well. */
  readonly linesFree: (evidence: string) => string;
  readonly linesUnproven: (evidence: string) => string;
  readonly apart: (kinds: string) => string;
  readonly kinds: Readonly<
    Record<'internal' | 'transfer' | 'conference' | 'other', (many: number, text: string) => string>
  >;
  readonly caption: string;
  readonly columns: Readonly<Record<'family' | 'result' | 'calls' | 'share', string>>;
  readonly families: Readonly<Record<Family, string>>;
  readonly results: Readonly<Record<string, string>>;
  readonly chart: string;
  readonly instantHangUps: string;
  readonly machineNote: string;
};

export const said: Readonly<Record<Locale, Said>> = {
  es: {
    subject: 'llamadas',
    nothing: 'wolkvox no entregó ninguna: o no las hubo, o el reporte no está habilitado; desde aquí se ven igual.',
    when: 'en los últimos diez minutos',
    abandonment: (evidence, when) => `Abandono${when === null ? '' : ` ${when}`}: ${evidence}`,
    fewInbound: (abandoned, of, when) =>
      `Abandono ${abandoned} de ${of}${when === null ? '' : ` ${when}`}: muy pocas llamadas para juzgar`,
    floor: (floor) => `Con ${floor} o más se compara.`,
    inboundUnjudged: (many, text, when) =>
      `${text} ${many === 1 ? 'llamada' : 'llamadas'} de entrada ${when}, sin saber si se atendieron`,
    noInbound: (when) => `Ninguna llamada de entrada ${when}`,
    lines: (evidence, when) => `Fallan las líneas salientes ${when}: ${evidence}`,
    outbound: (dialled, contact, machine) =>
      `Salida: ${dialled} marcadas, contacto ${contact}, contestadora ${machine}.`,
    fewOutbound: (dialled, contacts) => `Salida: ${dialled} marcadas, ${contacts} con contacto; muy pocas para juzgar.`,
    linesWell: (evidence) => `Líneas salientes bien: fallas ${evidence}.`,
    linesFree: (evidence) => `Fallas de línea: ${evidence}.`,
    linesUnproven: (evidence) => `Fallas de línea: ${evidence}; aún no alcanza para decir si es la línea.`,
    apart: (kinds) => `Aparte, sin entrar en las tasas: ${kinds}.`,
    kinds: {
      internal: (many, text) => (many === 1 ? `${text} interna` : `${text} internas`),
      transfer: (many, text) => (many === 1 ? `${text} transferencia` : `${text} transferencias`),
      conference: (many, text) => (many === 1 ? `${text} conferencia` : `${text} conferencias`),
      other: (many, text) => (many === 1 ? `${text} de otro tipo` : `${text} de otros tipos`),
    },
    caption: 'Llamadas por tipo y resultado',
    columns: { family: 'Tipo', result: 'Resultado', calls: 'Llamadas', share: 'Parte del tipo' },
    families: {
      inbound: 'Entrada',
      outbound: 'Salida',
      internal: 'Interna',
      transfer: 'Transferencia',
      conference: 'Conferencia',
      other: 'Otro',
    },
    results: {
      answer: 'Contestada',
      abandon: 'Abandonada',
      'no answer': 'No contesta',
      busy: 'Ocupado',
      'answer machine': 'Contestadora',
      failed: 'Fallida',
      congestion: 'Congestión',
      chanunavail: 'Canal no disponible',
      cancel: 'Cancelada',
    },
    chart: 'Salida por resultado',
    instantHangUps: 'el abandono incluye cortes inmediatos',
    machineNote: 'fallas de línea = fallida, congestión y canal no disponible',
  },
  en: {
    subject: 'calls',
    nothing:
      'wolkvox returned none: either there were none or the report is not enabled; from here they look the same.',
    when: 'in the last ten minutes',
    abandonment: (evidence, when) => `Abandonment${when === null ? '' : ` ${when}`}: ${evidence}`,
    fewInbound: (abandoned, of, when) =>
      `Abandonment ${abandoned} of ${of}${when === null ? '' : ` ${when}`}: too few calls to judge`,
    floor: (floor) => `It is compared from ${floor} calls on.`,
    inboundUnjudged: (many, text, when) =>
      `${text} inbound ${many === 1 ? 'call' : 'calls'} ${when}, answered or not is unknown`,
    noInbound: (when) => `No inbound calls ${when}`,
    lines: (evidence, when) => `Outbound lines are failing ${when}: ${evidence}`,
    outbound: (dialled, contact, machine) =>
      `Outbound: ${dialled} dialled, contact ${contact}, answering machine ${machine}.`,
    fewOutbound: (dialled, contacts) => `Outbound: ${dialled} dialled, ${contacts} reached; too few to judge.`,
    linesWell: (evidence) => `Outbound lines are fine: faults ${evidence}.`,
    linesFree: (evidence) => `Line faults: ${evidence}.`,
    linesUnproven: (evidence) => `Line faults: ${evidence}; not enough yet to say whether it is the line.`,
    apart: (kinds) => `Apart, in none of the rates: ${kinds}.`,
    kinds: {
      internal: (_, text) => `${text} internal`,
      transfer: (many, text) => (many === 1 ? `${text} transfer` : `${text} transfers`),
      conference: (many, text) => (many === 1 ? `${text} conference` : `${text} conferences`),
      other: (_, text) => `${text} of another kind`,
    },
    caption: 'Calls by kind and result',
    columns: { family: 'Kind', result: 'Result', calls: 'Calls', share: 'Share of the kind' },
    families: {
      inbound: 'Inbound',
      outbound: 'Outbound',
      internal: 'Internal',
      transfer: 'Transfer',
      conference: 'Conference',
      other: 'Other',
    },
    results: {
      answer: 'Answered',
      abandon: 'Abandoned',
      'no answer': 'No answer',
      busy: 'Busy',
      'answer machine': 'Answering machine',
      failed: 'Failed',
      congestion: 'Congestion',
      chanunavail: 'Channel unavailable',
      cancel: 'Cancelled',
    },
    chart: 'Outbound by result',
    instantHangUps: 'abandonment includes instant hang-ups',
    machineNote: 'line faults = failed, congestion and channel unavailable',
  },
  pt: {
    subject: 'chamadas',
    nothing: 'O wolkvox não entregou nenhuma: ou não houve, ou o relatório não está habilitado; daqui são iguais.',
    when: 'nos últimos dez minutos',
    abandonment: (evidence, when) => `Abandono${when === null ? '' : ` ${when}`}: ${evidence}`,
    fewInbound: (abandoned, of, when) =>
      `Abandono ${abandoned} de ${of}${when === null ? '' : ` ${when}`}: muito poucas chamadas para julgar`,
    floor: (floor) => `Com ${floor} ou mais se compara.`,
    inboundUnjudged: (many, text, when) =>
      `${text} ${many === 1 ? 'chamada' : 'chamadas'} de entrada ${when}, sem saber se foram atendidas`,
    noInbound: (when) => `Nenhuma chamada de entrada ${when}`,
    lines: (evidence, when) => `Falham as linhas de saída ${when}: ${evidence}`,
    outbound: (dialled, contact, machine) => `Saída: ${dialled} discadas, contato ${contact}, caixa postal ${machine}.`,
    fewOutbound: (dialled, contacts) =>
      `Saída: ${dialled} discadas, ${contacts} com contato; muito poucas para julgar.`,
    linesWell: (evidence) => `Linhas de saída bem: falhas ${evidence}.`,
    linesFree: (evidence) => `Falhas de linha: ${evidence}.`,
    linesUnproven: (evidence) => `Falhas de linha: ${evidence}; ainda não basta para dizer se é a linha.`,
    apart: (kinds) => `À parte, fora das taxas: ${kinds}.`,
    kinds: {
      internal: (many, text) => (many === 1 ? `${text} interna` : `${text} internas`),
      transfer: (many, text) => (many === 1 ? `${text} transferência` : `${text} transferências`),
      conference: (many, text) => (many === 1 ? `${text} conferência` : `${text} conferências`),
      other: (many, text) => (many === 1 ? `${text} de outro tipo` : `${text} de outros tipos`),
    },
    caption: 'Chamadas por tipo e resultado',
    columns: { family: 'Tipo', result: 'Resultado', calls: 'Chamadas', share: 'Parte do tipo' },
    families: {
      inbound: 'Entrada',
      outbound: 'Saída',
      internal: 'Interna',
      transfer: 'Transferência',
      conference: 'Conferência',
      other: 'Outro',
    },
    results: {
      answer: 'Atendida',
      abandon: 'Abandonada',
      'no answer': 'Não atende',
      busy: 'Ocupado',
      'answer machine': 'Caixa postal',
      failed: 'Com falha',
      congestion: 'Congestionamento',
      chanunavail: 'Canal indisponível',
      cancel: 'Cancelada',
    },
    chart: 'Saída por resultado',
    instantHangUps: 'o abandono inclui desligamentos imediatos',
    machineNote: 'falhas de linha = com falha, congestionamento e canal indisponível',
  },
};
