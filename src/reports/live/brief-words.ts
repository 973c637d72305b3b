import type { Locale } from '../../core/i18n/locale.ts';
import type { FigureSaid } from '../../core/phrases/brief.ts';

type LiveBriefWords = {
  readonly figures: Readonly<Record<'abandonment' | 'inbound' | 'dialled', FigureSaid>>;
  readonly when: string;
  readonly few: (abandonment: string) => string;
  readonly unjudged: (inbound: string) => string;
  readonly noInbound: string;
  readonly lines: (evidence: string) => string;
  readonly result: (result: string, calls: string) => string;
  readonly next: Readonly<Record<'lines' | 'abandonment' | 'noEntry' | 'muchEntry' | 'dialled', string>>;
};

export const briefWords: Readonly<Record<Locale, LiveBriefWords>> = {
  es: {
    figures: {
      abandonment: (text) => `abandono ${text}`,
      inbound: (text, many) => `${text} ${many === 1 ? 'llamada' : 'llamadas'} de entrada`,
      dialled: (text, many) => `${text} ${many === 1 ? 'marcación' : 'marcaciones'}`,
    },
    when: 'en los últimos diez minutos',
    few: (abandonment) => `${abandonment}, muy pocas llamadas para juzgar`,
    unjudged: (inbound) => `${inbound}, sin saber si se atendieron`,
    noInbound: 'sin llamadas de entrada',
    lines: (evidence) => `fallan las líneas de salida, ${evidence}`,
    result: (result, calls) => `${result}: ${calls}`,
    next: {
      lines: 'avisa a tu proveedor de telefonía, con la hora y estas cifras.',
      abandonment: 'pasa agentes a la entrada o activa la espera inteligente.',
      noEntry: 'revisa que las llamadas estén entrando: una línea caída se ve así.',
      muchEntry: 'mira si hay gente suficiente en la entrada.',
      dialled: 'mira si las campañas y sus agentes están como esperas.',
    },
  },
  en: {
    figures: {
      abandonment: (text) => `abandonment ${text}`,
      inbound: (text, many) => `${text} inbound ${many === 1 ? 'call' : 'calls'}`,
      dialled: (text) => `${text} dialled`,
    },
    when: 'in the last ten minutes',
    few: (abandonment) => `${abandonment}, too few calls to judge`,
    unjudged: (inbound) => `${inbound}, answered or not is unknown`,
    noInbound: 'no inbound calls',
    lines: (evidence) => `outbound lines are failing, ${evidence}`,
    result: (result, calls) => `${result}: ${calls}`,
    next: {
      lines: 'tell your telephony provider, with the time and these figures.',
      abandonment: 'move agents to inbound or turn smart hold on.',
      noEntry: 'check that calls come in: a line that is down looks like this.',
      muchEntry: 'see whether there are enough people on inbound.',
      dialled: 'see whether the campaigns and their agents are as you expect.',
    },
  },
  pt: {
    figures: {
      abandonment: (text) => `abandono ${text}`,
      inbound: (text, many) => `${text} ${many === 1 ? 'chamada' : 'chamadas'} de entrada`,
      dialled: (text, many) => `${text} ${many === 1 ? 'discagem' : 'discagens'}`,
    },
    when: 'nos últimos dez minutos',
    few: (abandonment) => `${abandonment}, muito poucas chamadas para julgar`,
    unjudged: (inbound) => `${inbound}, sem saber se foram atendidas`,
    noInbound: 'sem chamadas de entrada',
    lines: (evidence) => `falham as linhas de saída, ${evidence}`,
    result: (result, calls) => `${result}: ${calls}`,
    next: {
      lines: 'avise o provedor de telefonia, com a hora e estes números.',
      abandonment: 'passe agentes para a entrada ou ative a espera inteligente.',
      noEntry: 'verifique se as chamadas estão entrando: uma linha fora do ar se vê assim.',
      muchEntry: 'veja se há gente suficiente na entrada.',
      dialled: 'veja se as campanhas e seus agentes estão como espera.',
    },
  },
};
