import type { Locale } from '../../core/i18n/locale.ts';
import type { ReportWords } from '../report.ts';

export const words = {
  es: {
    title: 'Agentes',
    what: 'Llamadas y consumo telefónico por agente',
    metrics: { calls: 'Llamadas', cost: 'Costo', cost_per_call: 'Costo por llamada', agents: 'Agentes' },
  },
  en: {
    title: 'Agents',
    what: 'Calls and telephony cost per agent',
    metrics: { calls: 'Calls', cost: 'Cost', cost_per_call: 'Cost per call', agents: 'Agents' },
  },
  pt: {
    title: 'Agentes',
    what: 'Chamadas e consumo de telefonia por agente',
    metrics: { calls: 'Chamadas', cost: 'Custo', cost_per_call: 'Custo por chamada', agents: 'Agentes' },
  },
} satisfies Record<Locale, ReportWords>;

/** Arguments ending in `Text` are formatted already; the bare number beside one only chooses singular or plural. */
export type Said = {
  readonly subject: string;
  readonly calls: (many: number, text: string) => string;
  readonly noCalls: (period: string, agents: number) => string;
  readonly cost: (cost: string, perCall: string | null) => string;
  readonly costFirst: (cost: string, period: string, change: string | null) => string;
  readonly inCalls: (calls: string, perCall: string | null) => string;
  readonly leads: (name: string, calls: string, share: string) => string;
  readonly spends: (name: string, cost: string, share: string) => string;
  readonly tied: (names: string, calls: string) => string;
  readonly manyTied: (agents: string, calls: string) => string;
  readonly half: (agents: number, text: string, of: string) => string;
  readonly halfOfCost: (agents: number, text: string) => string;
  readonly chartByCalls: string;
  readonly chartByCost: string;
  readonly caption: (shown: number, asked: number, of: number) => string;
  readonly columns: Readonly<Record<'rank' | 'agent' | 'calls' | 'share' | 'cost' | 'perCall' | 'repeated', string>>;
  readonly yes: string;
  readonly costNote: string;
  readonly withoutCost: (agents: number) => string;
  readonly repeated: (names: number) => string;
  readonly costsHidden: string;
};

export const said: Readonly<Record<Locale, Said>> = {
  es: {
    subject: 'llamadas por agente',
    calls: (many, text) => (many === 1 ? `${text} llamada` : `${text} llamadas`),
    noCalls: (period, agents) =>
      agents === 1
        ? `Ninguna llamada ${period}, con un agente en la lista.`
        : `Ninguna llamada ${period}, con ${agents} agentes en la lista.`,
    cost: (cost, perCall) => `Costo ${cost}${perCall === null ? '' : `, ${perCall} por llamada`}.`,
    costFirst: (cost, period, change) => `Costo de telefonía ${cost} ${period}${change === null ? '' : `, ${change}`}.`,
    inCalls: (calls, perCall) => `Son ${calls}${perCall === null ? '' : `, a ${perCall} cada una`}.`,
    leads: (name, calls, share) => `${name} lidera con ${calls} (${share}).`,
    spends: (name, cost, share) => `${name} tiene el mayor consumo: ${cost} (${share}).`,
    tied: (names, calls) => `${names} comparten el primer lugar, con ${calls} por agente.`,
    manyTied: (agents, calls) => `${agents} agentes comparten el primer lugar, con ${calls} por agente.`,
    half: (agents, text, of) =>
      agents === 1
        ? `La mitad de las llamadas la hace un solo agente de ${of}`
        : `La mitad de las llamadas la hacen ${text} de ${of} agentes`,
    halfOfCost: (agents, text) => `la mitad del costo, ${agents === 1 ? 'uno' : text}`,
    chartByCalls: 'Llamadas por agente',
    chartByCost: 'Costo de telefonía por agente',
    caption: (shown, asked, of) =>
      shown > asked
        ? `Primeros ${asked}; son ${shown} por empate, de ${of} agentes`
        : shown < of
          ? `Primeros ${shown} de ${of} agentes`
          : `${of} ${of === 1 ? 'agente' : 'agentes'}`,
    columns: {
      rank: 'Puesto',
      agent: 'Agente',
      calls: 'Llamadas',
      share: 'Parte',
      cost: 'Costo',
      perCall: 'Costo por llamada',
      repeated: 'Nombre repetido',
    },
    yes: 'sí',
    costNote: 'costo = consumo telefónico, incluye internas',
    withoutCost: (agents) =>
      agents === 1
        ? 'un agente llegó sin costo: sus llamadas no entran en el costo por llamada'
        : `${agents} agentes llegaron sin costo: sus llamadas no entran en el costo por llamada`,
    repeated: (names) =>
      names === 1
        ? 'un nombre llegó repetido: puede ser una persona o dos con el mismo nombre'
        : `${names} nombres llegaron repetidos: puede ser una persona o dos con el mismo nombre`,
    costsHidden: 'el costo de cada agente lo ven los supervisores; aquí el orden es por llamadas',
  },
  en: {
    subject: 'calls per agent',
    calls: (many, text) => (many === 1 ? `${text} call` : `${text} calls`),
    noCalls: (period, agents) => `No calls ${period}, with ${agents} ${agents === 1 ? 'agent' : 'agents'} listed.`,
    cost: (cost, perCall) => `Cost ${cost}${perCall === null ? '' : `, ${perCall} per call`}.`,
    costFirst: (cost, period, change) => `Telephony cost ${cost} ${period}${change === null ? '' : `, ${change}`}.`,
    inCalls: (calls, perCall) => `That is ${calls}${perCall === null ? '' : `, at ${perCall} each`}.`,
    leads: (name, calls, share) => `${name} leads with ${calls} (${share}).`,
    spends: (name, cost, share) => `${name} has the highest consumption: ${cost} (${share}).`,
    tied: (names, calls) => `${names} share first place, with ${calls} each.`,
    manyTied: (agents, calls) => `${agents} agents share first place, with ${calls} each.`,
    half: (agents, text, of) =>
      agents === 1
        ? `One agent of ${of} makes half of the calls`
        : `Half of the calls are made by ${text} of ${of} agents`,
    halfOfCost: (agents, text) => `half of the cost, by ${agents === 1 ? 'one' : text}`,
    chartByCalls: 'Calls per agent',
    chartByCost: 'Telephony cost per agent',
    caption: (shown, asked, of) =>
      shown > asked
        ? `First ${asked}; ${shown} because of a tie, of ${of} agents`
        : shown < of
          ? `First ${shown} of ${of} agents`
          : `${of} ${of === 1 ? 'agent' : 'agents'}`,
    columns: {
      rank: 'Rank',
      agent: 'Agent',
      calls: 'Calls',
      share: 'Share',
      cost: 'Cost',
      perCall: 'Cost per call',
      repeated: 'Name repeated',
    },
    yes: 'yes',
    costNote: 'cost = telephony consumption, internal calls included',
    withoutCost: (agents) =>
      agents === 1
        ? 'one agent came without a cost: those calls are not in the cost per call'
        : `${agents} agents came without a cost: those calls are not in the cost per call`,
    repeated: (names) =>
      names === 1
        ? 'one name came twice: it may be one person, or two of the same name'
        : `${names} names came twice: each may be one person, or two of the same name`,
    costsHidden: "each agent's cost is for supervisors; the order here is by calls",
  },
  pt: {
    subject: 'chamadas por agente',
    calls: (many, text) => (many === 1 ? `${text} chamada` : `${text} chamadas`),
    noCalls: (period, agents) =>
      agents === 1
        ? `Nenhuma chamada ${period}, com um agente na lista.`
        : `Nenhuma chamada ${period}, com ${agents} agentes na lista.`,
    cost: (cost, perCall) => `Custo ${cost}${perCall === null ? '' : `, ${perCall} por chamada`}.`,
    costFirst: (cost, period, change) => `Custo de telefonia ${cost} ${period}${change === null ? '' : `, ${change}`}.`,
    inCalls: (calls, perCall) => `São ${calls}${perCall === null ? '' : `, a ${perCall} cada`}.`,
    leads: (name, calls, share) => `${name} lidera com ${calls} (${share}).`,
    spends: (name, cost, share) => `${name} tem o maior consumo: ${cost} (${share}).`,
    tied: (names, calls) => `${names} dividem o primeiro lugar, com ${calls} por agente.`,
    manyTied: (agents, calls) => `${agents} agentes dividem o primeiro lugar, com ${calls} por agente.`,
    half: (agents, text, of) =>
      agents === 1
        ? `Metade das chamadas é feita por um só agente de ${of}`
        : `Metade das chamadas é feita por ${text} de ${of} agentes`,
    halfOfCost: (agents, text) => `metade do custo, por ${agents === 1 ? 'um' : text}`,
    chartByCalls: 'Chamadas por agente',
    chartByCost: 'Custo de telefonia por agente',
    caption: (shown, asked, of) =>
      shown > asked
        ? `Primeiros ${asked}; são ${shown} por empate, de ${of} agentes`
        : shown < of
          ? `Primeiros ${shown} de ${of} agentes`
          : `${of} ${of === 1 ? 'agente' : 'agentes'}`,
    columns: {
      rank: 'Posição',
      agent: 'Agente',
      calls: 'Chamadas',
      share: 'Parte',
      cost: 'Custo',
      perCall: 'Custo por chamada',
      repeated: 'Nome repetido',
    },
    yes: 'sim',
    costNote: 'custo = consumo de telefonia, inclui internas',
    withoutCost: (agents) =>
      agents === 1
        ? 'um agente veio sem custo: suas chamadas não entram no custo por chamada'
        : `${agents} agentes vieram sem custo: suas chamadas não entram no custo por chamada`,
    repeated: (names) =>
      names === 1
        ? 'um nome veio repetido: pode ser uma pessoa ou duas com o mesmo nome'
        : `${names} nomes vieram repetidos: pode ser uma pessoa ou duas com o mesmo nome`,
    costsHidden: 'o custo de cada agente é visto pelos supervisores; aqui a ordem é por chamadas',
  },
};
