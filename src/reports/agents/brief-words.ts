import type { Locale } from '../../core/i18n/locale.ts';
import type { FigureSaid } from '../../core/phrases/brief.ts';

type AgentsBriefWords = {
  readonly figures: Readonly<Record<'calls' | 'cost' | 'cost_per_call' | 'agents', FigureSaid>>;
  readonly spends: (name: string, cost: string, of: string, share: string) => string;
  readonly fewer: string;
  readonly more: string;
  readonly cost: string;
};

export const briefWords: Readonly<Record<Locale, AgentsBriefWords>> = {
  es: {
    figures: {
      calls: (text, many) => (many === 1 ? `${text} llamada` : `${text} llamadas`),
      cost: (text) => `costo de telefonía ${text}`,
      cost_per_call: (text) => `${text} por llamada`,
      agents: (text, many) => (many === 1 ? `${text} agente` : `${text} agentes`),
    },
    spends: (name, cost, of, share) => `${name}: ${cost} de ${of} (${share})`,
    fewer: 'mira si hubo menos tráfico o menos gente conectada.',
    more: 'mira si la gente alcanzó: lo dicen la espera y el abandono de esas horas.',
    cost: 'mira en el detalle dónde se concentra el consumo.',
  },
  en: {
    figures: {
      calls: (text, many) => (many === 1 ? `${text} call` : `${text} calls`),
      cost: (text) => `telephony cost ${text}`,
      cost_per_call: (text) => `${text} per call`,
      agents: (text, many) => (many === 1 ? `${text} agent` : `${text} agents`),
    },
    spends: (name, cost, of, share) => `${name}: ${cost} of ${of} (${share})`,
    fewer: 'see whether there was less traffic or fewer people logged in.',
    more: 'see whether there were enough people: the waiting and the abandonment of those hours say so.',
    cost: 'see in the details where the consumption gathers.',
  },
  pt: {
    figures: {
      calls: (text, many) => (many === 1 ? `${text} chamada` : `${text} chamadas`),
      cost: (text) => `custo de telefonia ${text}`,
      cost_per_call: (text) => `${text} por chamada`,
      agents: (text, many) => (many === 1 ? `${text} agente` : `${text} agentes`),
    },
    spends: (name, cost, of, share) => `${name}: ${cost} de ${of} (${share})`,
    fewer: 'veja se houve menos tráfego ou menos gente conectada.',
    more: 'veja se havia gente suficiente: a espera e o abandono dessas horas dizem.',
    cost: 'veja no detalhe onde se concentra o consumo.',
  },
};
