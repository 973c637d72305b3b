import type { Locale } from '../../core/i18n/locale.ts';
import type { FigureSaid } from '../../core/phrases/brief.ts';

type PreviewBriefWords = {
  readonly figures: Readonly<Record<'contact_rate' | 'rpc' | 'uncoded' | 'calls', FigureSaid>>;
  readonly of: (figure: string, campaign: string) => string;
  readonly few: (contact: string) => string;
  readonly noCalls: string;
  readonly next: Readonly<Record<'contact' | 'uncoded' | 'fewer' | 'more', string>>;
};

export const briefWords: Readonly<Record<Locale, PreviewBriefWords>> = {
  es: {
    figures: {
      contact_rate: (text) => `contacto ${text}`,
      rpc: (text) => `contesta titular ${text}`,
      uncoded: (text) => `sin tipificar ${text}`,
      calls: (text, many) => `${text} ${many === 1 ? 'llamada' : 'llamadas'} de campaña`,
    },
    of: (figure, campaign) => `${campaign}: ${figure}`,
    few: (contact) => `${contact}, muy pocas llamadas para juzgar`,
    noCalls: 'ninguna llamada de campaña',
    next: {
      contact: 'mira la base y las horas de marcación de la campaña.',
      uncoded: 'mira si alcanza el tiempo para tipificar.',
      fewer: 'mira si la campaña está activa y con agentes.',
      more: 'mira si la base alcanza para lo que queda del día.',
    },
  },
  en: {
    figures: {
      contact_rate: (text) => `contact ${text}`,
      rpc: (text) => `right party ${text}`,
      uncoded: (text) => `uncoded ${text}`,
      calls: (text, many) => `${text} campaign ${many === 1 ? 'call' : 'calls'}`,
    },
    of: (figure, campaign) => `${campaign}: ${figure}`,
    few: (contact) => `${contact}, too few calls to judge`,
    noCalls: 'no campaign calls',
    next: {
      contact: 'look at the list and the dialling hours of the campaign.',
      uncoded: 'see whether the time to set a disposition is enough.',
      fewer: 'see whether the campaign is active and has agents.',
      more: 'see whether the list is enough for what is left of the day.',
    },
  },
  pt: {
    figures: {
      contact_rate: (text) => `contato ${text}`,
      rpc: (text) => `atende o titular ${text}`,
      uncoded: (text) => `sem tabulação ${text}`,
      calls: (text, many) => `${text} ${many === 1 ? 'chamada' : 'chamadas'} de campanha`,
    },
    of: (figure, campaign) => `${campaign}: ${figure}`,
    few: (contact) => `${contact}, muito poucas chamadas para julgar`,
    noCalls: 'nenhuma chamada de campanha',
    next: {
      contact: 'veja a base e os horários de discagem da campanha.',
      uncoded: 'veja se o tempo para tabular é suficiente.',
      fewer: 'veja se a campanha está ativa e com agentes.',
      more: 'veja se a base é suficiente para o resto do dia.',
    },
  },
};
