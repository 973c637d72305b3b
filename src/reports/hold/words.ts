import type { Locale } from '../../core/i18n/locale.ts';
import type { ReportWords } from '../report.ts';

export const words = {
  es: {
    title: 'Espera inteligente',
    what: 'Devoluciones de llamada ofrecidas, aceptadas y cumplidas por skill',
    metrics: {
      offered: 'Entraron a espera inteligente',
      accepted: 'Aceptan la devolución',
      recall_success: 'Rellamadas logradas',
      kept: 'Promesas cumplidas',
      debt: 'Devoluciones pendientes',
      undecided: 'Sin elegir',
      service_level_gain: 'Nivel de servicio ganado',
    },
  },
  en: {
    title: 'Smart hold',
    what: 'Call-backs offered, accepted and kept per skill',
    metrics: {
      offered: 'Entered smart hold',
      accepted: 'Accept the call-back',
      recall_success: 'Recalls that succeed',
      kept: 'Promises kept',
      debt: 'Call-backs still owed',
      undecided: 'Undecided',
      service_level_gain: 'Service level gained',
    },
  },
  pt: {
    title: 'Espera inteligente',
    what: 'Retornos de chamada oferecidos, aceitos e cumpridos por skill',
    metrics: {
      offered: 'Entraram em espera inteligente',
      accepted: 'Aceitam o retorno',
      recall_success: 'Retornos com sucesso',
      kept: 'Promessas cumpridas',
      debt: 'Retornos pendentes',
      undecided: 'Sem escolha',
      service_level_gain: 'Nível de serviço ganho',
    },
  },
} satisfies Record<Locale, ReportWords>;

/** Arguments are formatted already; a bare number beside one only chooses singular or plural. `evidence` is a rate with its n/N. */
export type Said = {
  readonly subject: string;
  readonly debt: (many: number, text: string) => string;
  readonly debtPast: (many: number, text: string, period: string) => string;
  readonly debtOf: (text: string, skill: string) => string;
  readonly debtOnlyIn: (skill: string) => string;
  readonly recalls: (evidence: string, period: string | null) => string;
  readonly nothingOwed: string;
  readonly fewRecalls: (ok: string, of: string, period: string) => string;
  readonly noRecalls: (offered: number, text: string, period: string) => string;
  readonly accepted: (evidence: string) => string;
  readonly kept: (evidence: string) => string;
  readonly keptOdd: (ok: string, yes: string) => string;
  readonly few: (count: string, of: string) => string;
  readonly pending: (yes: string, ok: string, fail: string, debt: string) => string;
  readonly pendingPlain: (debt: string) => string;
  readonly skillLine: (skill: string, debt: string, yes: string, ok: string, fail: string) => string;
  readonly chartDebt: string;
  readonly chartOffered: string;
  readonly caption: (skills: number) => string;
  readonly columns: Readonly<
    Record<
      | 'skill'
      | 'offered'
      | 'yes'
      | 'no'
      | 'accepted'
      | 'ok'
      | 'fail'
      | 'recall'
      | 'kept'
      | 'debt'
      | 'undecided'
      | 'gain',
      string
    >
  >;
  readonly attempts: (skills: string) => string;
  readonly oddOffers: (skills: string) => string;
};

export const said: Readonly<Record<Locale, Said>> = {
  es: {
    subject: 'espera inteligente',
    debt: (many, text) =>
      many === 1
        ? 'Un cliente espera la devolución que se le prometió'
        : `${text} clientes esperan la devolución que se les prometió`,
    debtPast: (many, text, period) =>
      many === 1
        ? `Una devolución prometida ${period} quedó sin resultado`
        : `${text} devoluciones prometidas ${period} quedaron sin resultado`,
    debtOf: (text, skill) => `${text} de ${skill}`,
    debtOnlyIn: (skill) => `solo de ${skill}`,
    recalls: (evidence, period) => `Rellamadas logradas${period === null ? '' : ` ${period}`}: ${evidence}`,
    nothingOwed: 'ninguna devolución pendiente',
    fewRecalls: (ok, of, period) => `Rellamadas logradas ${period} ${ok} de ${of}: muy pocas para juzgar`,
    noRecalls: (offered, text, period) =>
      offered === 1
        ? `Una llamada entró a espera inteligente ${period}; sin rellamadas`
        : `${text} llamadas entraron a espera inteligente ${period}; sin rellamadas`,
    accepted: (evidence) => `Aceptan ${evidence}.`,
    kept: (evidence) => `Promesas cumplidas: ${evidence}.`,
    keptOdd: (ok, yes) => `Promesas: ${yes}; rellamadas logradas: ${ok}, más que las prometidas en esta ventana.`,
    few: (count, of) => `${count} de ${of} (pocos casos para juzgar)`,
    pending: (yes, ok, fail, debt) => `Sin resultado aún: ${yes} − ${ok} − ${fail} = ${debt}.`,
    pendingPlain: (debt) => `Sin resultado aún: ${debt}.`,
    skillLine: (skill, debt, yes, ok, fail) =>
      `${skill}: ${debt} sin resultado; aceptaron ${yes}, logradas ${ok}, fallidas ${fail}.`,
    chartDebt: 'Devoluciones pendientes por skill',
    chartOffered: 'Llamadas en espera inteligente por skill',
    caption: (skills) => (skills === 1 ? 'Un skill' : `${skills} skills`),
    columns: {
      skill: 'Skill',
      offered: 'Ofrecidas',
      yes: 'Dijeron sí',
      no: 'Dijeron no',
      accepted: 'Aceptan',
      ok: 'Logradas',
      fail: 'Fallidas',
      recall: 'Éxito',
      kept: 'Cumplidas',
      debt: 'Pendientes',
      undecided: 'Sin elegir',
      gain: 'Nivel de servicio ganado',
    },
    attempts: (skills) =>
      `en ${skills} hay más resultados que promesas: las fallidas cuentan intentos, o son de promesas anteriores`,
    oddOffers: (skills) => `en ${skills} wolkvox reporta más respuestas que ofertas: conviene revisar ese dato`,
  },
  en: {
    subject: 'smart hold',
    debt: (many, text) =>
      many === 1 ? 'One customer waits for a promised call-back' : `${text} customers wait for a promised call-back`,
    debtPast: (many, text, period) =>
      many === 1
        ? `One call-back promised ${period} had no outcome`
        : `${text} call-backs promised ${period} had no outcome`,
    debtOf: (text, skill) => `${text} in ${skill}`,
    debtOnlyIn: (skill) => `only in ${skill}`,
    recalls: (evidence, period) => `Recalls that succeeded${period === null ? '' : ` ${period}`}: ${evidence}`,
    nothingOwed: 'no call-back is owed',
    fewRecalls: (ok, of, period) => `Recalls that succeeded ${period}: ${ok} of ${of}, too few to judge`,
    noRecalls: (offered, text, period) =>
      offered === 1
        ? `One call entered smart hold ${period}; no recalls`
        : `${text} calls entered smart hold ${period}; no recalls`,
    accepted: (evidence) => `Accepted: ${evidence}.`,
    kept: (evidence) => `Promises kept: ${evidence}.`,
    keptOdd: (ok, yes) => `Promises: ${yes}; recalls that succeeded: ${ok}, more than were promised in this window.`,
    few: (count, of) => `${count} of ${of} (too few to judge)`,
    pending: (yes, ok, fail, debt) => `No outcome yet: ${yes} − ${ok} − ${fail} = ${debt}.`,
    pendingPlain: (debt) => `No outcome yet: ${debt}.`,
    skillLine: (skill, debt, yes, ok, fail) =>
      `${skill}: ${debt} without an outcome; accepted ${yes}, succeeded ${ok}, failed ${fail}.`,
    chartDebt: 'Call-backs owed per skill',
    chartOffered: 'Calls in smart hold per skill',
    caption: (skills) => (skills === 1 ? 'One skill' : `${skills} skills`),
    columns: {
      skill: 'Skill',
      offered: 'Offered',
      yes: 'Said yes',
      no: 'Said no',
      accepted: 'Accepted',
      ok: 'Succeeded',
      fail: 'Failed',
      recall: 'Success',
      kept: 'Kept',
      debt: 'Owed',
      undecided: 'Undecided',
      gain: 'Service level gained',
    },
    attempts: (skills) =>
      `${skills}: more outcomes than promises, so fails count attempts or belong to earlier promises`,
    oddOffers: (skills) => `${skills}: wolkvox reports more answers than offers; that figure is worth checking`,
  },
  pt: {
    subject: 'espera inteligente',
    debt: (many, text) =>
      many === 1
        ? 'Um cliente espera o retorno que foi prometido'
        : `${text} clientes esperam o retorno que foi prometido`,
    debtPast: (many, text, period) =>
      many === 1
        ? `Um retorno prometido ${period} ficou sem resultado`
        : `${text} retornos prometidos ${period} ficaram sem resultado`,
    debtOf: (text, skill) => `${text} de ${skill}`,
    debtOnlyIn: (skill) => `só de ${skill}`,
    recalls: (evidence, period) => `Retornos com sucesso${period === null ? '' : ` ${period}`}: ${evidence}`,
    nothingOwed: 'nenhum retorno pendente',
    fewRecalls: (ok, of, period) => `Retornos com sucesso ${period} ${ok} de ${of}: muito poucos para julgar`,
    noRecalls: (offered, text, period) =>
      offered === 1
        ? `Uma chamada entrou em espera inteligente ${period}; sem retornos`
        : `${text} chamadas entraram em espera inteligente ${period}; sem retornos`,
    accepted: (evidence) => `Aceitam ${evidence}.`,
    kept: (evidence) => `Promessas cumpridas: ${evidence}.`,
    keptOdd: (ok, yes) => `Promessas: ${yes}; retornos com sucesso: ${ok}, mais que os prometidos nesta janela.`,
    few: (count, of) => `${count} de ${of} (poucos casos para julgar)`,
    pending: (yes, ok, fail, debt) => `Ainda sem resultado: ${yes} − ${ok} − ${fail} = ${debt}.`,
    pendingPlain: (debt) => `Ainda sem resultado: ${debt}.`,
    skillLine: (skill, debt, yes, ok, fail) =>
      `${skill}: ${debt} sem resultado; aceitaram ${yes}, com sucesso ${ok}, com falha ${fail}.`,
    chartDebt: 'Retornos pendentes por skill',
    chartOffered: 'Chamadas em espera inteligente por skill',
    caption: (skills) => (skills === 1 ? 'Um skill' : `${skills} skills`),
    columns: {
      skill: 'Skill',
      offered: 'Ofertas',
      yes: 'Disseram sim',
      no: 'Disseram não',
      accepted: 'Aceitam',
      ok: 'Com sucesso',
      fail: 'Com falha',
      recall: 'Sucesso',
      kept: 'Cumpridas',
      debt: 'Pendentes',
      undecided: 'Sem escolha',
      gain: 'Nível de serviço ganho',
    },
    attempts: (skills) =>
      `em ${skills} há mais resultados que promessas: as falhas contam tentativas, ou são de promessas anteriores`,
    oddOffers: (skills) => `em ${skills} o wolkvox informa mais respostas que ofertas: convém conferir esse dado`,
  },
};
