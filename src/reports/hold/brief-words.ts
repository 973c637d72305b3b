import type { Locale } from '../../core/i18n/locale.ts';
import type { FigureSaid } from '../../core/phrases/brief.ts';

type HoldBriefWords = {
  readonly figures: Readonly<Record<'debt' | 'offered' | 'accepted' | 'recall_success' | 'kept', FigureSaid>>;
  readonly noDebt: string;
  readonly debtPast: FigureSaid;
  readonly leftWithout: FigureSaid;
  readonly few: (recalls: string) => string;
  readonly next: Readonly<Record<'now' | 'past' | 'recalls' | 'offered', string>> & {
    readonly closing: (time: string) => string;
  };
};

export const briefWords: Readonly<Record<Locale, HoldBriefWords>> = {
  es: {
    figures: {
      debt: (text, many) => `${text} ${many === 1 ? 'devolución pendiente' : 'devoluciones pendientes'}`,
      offered: (text, many) => `${text} ${many === 1 ? 'llamada' : 'llamadas'} en espera inteligente`,
      accepted: (text) => `aceptan la devolución ${text}`,
      recall_success: (text) => `rellamadas logradas ${text}`,
      kept: (text) => `promesas cumplidas ${text}`,
    },
    noDebt: 'sin devoluciones pendientes',
    debtPast: (text, many) => `${text} ${many === 1 ? 'devolución' : 'devoluciones'} sin resultado`,
    leftWithout: (text, many) =>
      many === 1
        ? 'una devolución prometida quedó sin resultado'
        : `${text} devoluciones prometidas quedaron sin resultado`,
    few: (recalls) => `${recalls}, muy pocas para juzgar`,
    next: {
      now: 'llama a quienes esperan, primero los del skill con más pendientes.',
      closing: (time) => `llama a quienes esperan antes de las ${time}, que es cuando se cierra.`,
      past: 'llama hoy a quienes quedaron esperando; el detalle dice de qué skill son.',
      recalls: 'mira a qué hora se hacen las rellamadas y si hay agentes para ellas.',
      offered: 'mira si hay gente suficiente en esos skills.',
    },
  },
  en: {
    figures: {
      debt: (text, many) => `${text} ${many === 1 ? 'call-back' : 'call-backs'} owed`,
      offered: (text, many) => `${text} ${many === 1 ? 'call' : 'calls'} in smart hold`,
      accepted: (text) => `call-back accepted ${text}`,
      recall_success: (text) => `recalls that succeed ${text}`,
      kept: (text) => `promises kept ${text}`,
    },
    noDebt: 'no call-backs owed',
    debtPast: (text, many) => `${text} ${many === 1 ? 'call-back' : 'call-backs'} without an outcome`,
    leftWithout: (text, many) =>
      many === 1
        ? 'one promised call-back was left without an outcome'
        : `${text} promised call-backs were left without an outcome`,
    few: (recalls) => `${recalls}, too few to judge`,
    next: {
      now: 'call those who wait, first those of the skill that owes most.',
      closing: (time) => `call those who wait before ${time}, closing time.`,
      past: 'call today those who were left waiting; the details say of which skill they are.',
      recalls: 'see at what time the recalls are made and whether there are agents for them.',
      offered: 'see whether there are enough people on those skills.',
    },
  },
  pt: {
    figures: {
      debt: (text, many) => `${text} ${many === 1 ? 'retorno pendente' : 'retornos pendentes'}`,
      offered: (text, many) => `${text} ${many === 1 ? 'chamada' : 'chamadas'} em espera inteligente`,
      accepted: (text) => `aceitam o retorno ${text}`,
      recall_success: (text) => `retornos com sucesso ${text}`,
      kept: (text) => `promessas cumpridas ${text}`,
    },
    noDebt: 'sem retornos pendentes',
    debtPast: (text, many) => `${text} ${many === 1 ? 'retorno' : 'retornos'} sem resultado`,
    leftWithout: (text, many) =>
      many === 1 ? 'um retorno prometido ficou sem resultado' : `${text} retornos prometidos ficaram sem resultado`,
    few: (recalls) => `${recalls}, muito poucos para julgar`,
    next: {
      now: 'ligue para quem espera, primeiro os do skill com mais pendentes.',
      closing: (time) => `ligue para quem espera antes das ${time}, quando fecha.`,
      past: 'ligue hoje para quem ficou esperando; o detalhe diz de que skill são.',
      recalls: 'veja a que hora se fazem os retornos e se há agentes para eles.',
      offered: 'veja se há gente suficiente nesses skills.',
    },
  },
};
