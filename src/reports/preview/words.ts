import type { Locale } from '../../core/i18n/locale.ts';
import type { ReportWords } from '../report.ts';

export const words = {
  es: {
    title: 'Campaña preview',
    what: 'Campaña preview llamada por llamada: contacto, titular, tipificación',
    metrics: {
      contact_rate: 'Contacto',
      rpc: 'Contesta titular',
      uncoded: 'Sin tipificar',
      calls: 'Llamadas',
      contacts: 'Contactos',
      records: 'Registros',
      dialled: 'Registros marcados',
      talk_time: 'Tiempo en llamada',
    },
  },
  en: {
    title: 'Preview campaign',
    what: 'Preview campaign call by call: contact, right party, dispositions',
    metrics: {
      contact_rate: 'Contact',
      rpc: 'Right-party contact',
      uncoded: 'Not coded',
      calls: 'Calls',
      contacts: 'Contacts',
      records: 'Records',
      dialled: 'Records dialled',
      talk_time: 'Talk time',
    },
  },
  pt: {
    title: 'Campanha preview',
    what: 'Campanha preview chamada por chamada: contato, titular, tabulação',
    metrics: {
      contact_rate: 'Contato',
      rpc: 'Contato com a pessoa certa',
      uncoded: 'Sem tabulação',
      calls: 'Chamadas',
      contacts: 'Contatos',
      records: 'Registros',
      dialled: 'Registros discados',
      talk_time: 'Tempo em ligação',
    },
  },
} satisfies Record<Locale, ReportWords>;

/** Arguments are formatted already; a bare number beside one only chooses singular or plural. `where`: a campaign's name, or null for all. */
export type Said = {
  /** `where`: the campaign that was asked for, null for all of them. */
  readonly subject: (where: string | null) => string;
  readonly noSuchRows: string;
  readonly contact: (evidence: string, where: string | null, period: string) => string;
  readonly fewCalls: (answered: string, of: string, where: string | null, period: string) => string;
  readonly noCalls: (where: string | null, period: string) => string;
  readonly volume: (records: number, recordsText: string, dialled: string, calls: number, callsText: string) => string;
  readonly rightParty: (evidence: string) => string;
  readonly uncoded: (evidence: string) => string;
  readonly few: (count: string, of: string) => string;
  readonly talk: (total: string, each: string) => string;
  readonly hungUp: (customer: string, agent: string, unknown: string | null) => string;
  readonly repeats: (many: number, text: string, called: string, most: string) => string;
  readonly dispositions: string;
  readonly disposition: (code: string, calls: string, of: string) => string;
  readonly chart: string;
  readonly caption: (shown: number, asked: number, of: number) => string;
  readonly columns: Readonly<
    Record<'id' | 'agent' | 'calls' | 'contacts' | 'contact' | 'rightParty' | 'uncoded' | 'talk' | 'each', string>
  >;
  readonly contactNote: string;
  readonly customersNote: (calls: string) => string;
};

const inPlace = (word: string, where: string | null): string => (where === null ? '' : ` ${word} ${where}`);

export const said: Readonly<Record<Locale, Said>> = {
  es: {
    subject: (where) => (where === null ? 'las campañas preview' : `la campaña preview ${where}`),
    noSuchRows: 'wolkvox no entregó filas de esa campaña en esa ventana: no tuvo llamadas, o su número es otro.',
    contact: (evidence, where, period) => `Contacto${inPlace('de', where)} ${period}: ${evidence}`,
    fewCalls: (answered, of, where, period) =>
      `Contacto${inPlace('de', where)} ${period} ${answered} de ${of}: muy pocas llamadas para juzgar`,
    noCalls: (where, period) => `Ninguna llamada${inPlace('de', where)} ${period}`,
    volume: (records, recordsText, dialled, calls, callsText) =>
      `${recordsText} ${records === 1 ? 'registro' : 'registros'} (${dialled} con marcación), ${callsText} ${calls === 1 ? 'llamada' : 'llamadas'}.`,
    rightParty: (evidence) => `Contesta titular: ${evidence}.`,
    uncoded: (evidence) => `Sin tipificar: ${evidence}.`,
    few: (count, of) => `${count} de ${of} (pocos casos para juzgar)`,
    talk: (total, each) => `En llamada ${total}, ${each} por contacto.`,
    hungUp: (customer, agent, unknown) =>
      `Cuelga el cliente en ${customer} y el agente en ${agent}${unknown === null ? '' : `; sin dato en ${unknown}`}.`,
    repeats: (many, text, called, most) =>
      many === 1
        ? `Un cliente de ${called} recibió tres llamadas o más (${most}).`
        : `${text} clientes de ${called} recibieron tres llamadas o más; el máximo, ${most}.`,
    dispositions: 'Tipificaciones',
    disposition: (code, calls, of) => `${code}: ${calls} de ${of}`,
    chart: 'Llamadas y contactos por hora',
    caption: (shown, asked, of) => {
      if (shown > asked) return `Primeros ${asked}; son ${shown} por empate, de ${of} agentes`;
      return shown < of ? `Primeros ${shown} de ${of} agentes` : `${of} ${of === 1 ? 'agente' : 'agentes'}`;
    },
    columns: {
      id: 'Extensión',
      agent: 'Agente',
      calls: 'Llamadas',
      contacts: 'Contactos',
      contact: 'Contacto',
      rightParty: 'Titular',
      uncoded: 'Sin tipificar',
      talk: 'En llamada',
      each: 'Por contacto',
    },
    contactNote: 'contacto = llamada contestada, por el titular o por otra persona',
    customersNote: (calls) => `${calls} llamadas sin cliente: no entran en las repeticiones`,
  },
  en: {
    subject: (where) => (where === null ? 'the preview campaigns' : `the preview campaign ${where}`),
    noSuchRows: 'wolkvox returned no rows of that campaign for that window: it had no calls, or its number is another.',
    contact: (evidence, where, period) => `Contact${inPlace('of', where)} ${period}: ${evidence}`,
    fewCalls: (answered, of, where, period) =>
      `Contact${inPlace('of', where)} ${period}: ${answered} of ${of}, too few calls to judge`,
    noCalls: (where, period) => `No calls${inPlace('of', where)} ${period}`,
    volume: (records, recordsText, dialled, calls, callsText) =>
      `${recordsText} ${records === 1 ? 'record' : 'records'} (${dialled} dialled), ${callsText} ${calls === 1 ? 'call' : 'calls'}.`,
    rightParty: (evidence) => `Right-party contact: ${evidence}.`,
    uncoded: (evidence) => `Not coded: ${evidence}.`,
    few: (count, of) => `${count} of ${of} (too few to judge)`,
    talk: (total, each) => `Talk time ${total}, ${each} per contact.`,
    hungUp: (customer, agent, unknown) =>
      `The customer hangs up in ${customer}, the agent in ${agent}${unknown === null ? '' : `; not known in ${unknown}`}.`,
    repeats: (many, text, called, most) =>
      many === 1
        ? `One customer of ${called} got three calls or more (${most}).`
        : `${text} customers of ${called} got three calls or more; ${most} at most.`,
    dispositions: 'Dispositions',
    disposition: (code, calls, of) => `${code}: ${calls} of ${of}`,
    chart: 'Calls and contacts per hour',
    caption: (shown, asked, of) => {
      if (shown > asked) return `First ${asked}; ${shown} because of a tie, of ${of} agents`;
      return shown < of ? `First ${shown} of ${of} agents` : `${of} ${of === 1 ? 'agent' : 'agents'}`;
    },
    columns: {
      id: 'Extension',
      agent: 'Agent',
      calls: 'Calls',
      contacts: 'Contacts',
      contact: 'Contact',
      rightParty: 'Right party',
      uncoded: 'Not coded',
      talk: 'Talk time',
      each: 'Per contact',
    },
    contactNote: 'contact = an answered call, by the person sought or by another',
    customersNote: (calls) => `${calls} calls without a customer: not in the repeats`,
  },
  pt: {
    subject: (where) => (where === null ? 'as campanhas preview' : `a campanha preview ${where}`),
    noSuchRows:
      'O wolkvox não entregou linhas dessa campanha nessa janela: não teve chamadas, ou o número dela é outro.',
    contact: (evidence, where, period) => `Contato${inPlace('de', where)} ${period}: ${evidence}`,
    fewCalls: (answered, of, where, period) =>
      `Contato${inPlace('de', where)} ${period} ${answered} de ${of}: muito poucas chamadas para julgar`,
    noCalls: (where, period) => `Nenhuma chamada${inPlace('de', where)} ${period}`,
    volume: (records, recordsText, dialled, calls, callsText) =>
      `${recordsText} ${records === 1 ? 'registro' : 'registros'} (${dialled} com discagem), ${callsText} ${calls === 1 ? 'chamada' : 'chamadas'}.`,
    rightParty: (evidence) => `Contato com a pessoa certa: ${evidence}.`,
    uncoded: (evidence) => `Sem tabulação: ${evidence}.`,
    few: (count, of) => `${count} de ${of} (poucos casos para julgar)`,
    talk: (total, each) => `Em ligação ${total}, ${each} por contato.`,
    hungUp: (customer, agent, unknown) =>
      `O cliente desliga em ${customer} e o agente em ${agent}${unknown === null ? '' : `; sem dado em ${unknown}`}.`,
    repeats: (many, text, called, most) =>
      many === 1
        ? `Um cliente de ${called} recebeu três chamadas ou mais (${most}).`
        : `${text} clientes de ${called} receberam três chamadas ou mais; o máximo, ${most}.`,
    dispositions: 'Tabulações',
    disposition: (code, calls, of) => `${code}: ${calls} de ${of}`,
    chart: 'Chamadas e contatos por hora',
    caption: (shown, asked, of) => {
      if (shown > asked) return `Primeiros ${asked}; são ${shown} por empate, de ${of} agentes`;
      return shown < of ? `Primeiros ${shown} de ${of} agentes` : `${of} ${of === 1 ? 'agente' : 'agentes'}`;
    },
    columns: {
      id: 'Ramal',
      agent: 'Agente',
      calls: 'Chamadas',
      contacts: 'Contatos',
      contact: 'Contato',
      rightParty: 'Titular',
      uncoded: 'Sem tabulação',
      talk: 'Em ligação',
      each: 'Por contato',
    },
    contactNote: 'contato = chamada atendida, pelo titular ou por outra pessoa',
    customersNote: (calls) => `${calls} chamadas sem cliente: fora das repetições`,
  },
};
