import type { Locale } from '../locale.ts';

/** What a digest says besides its parts' own sentences. Arguments are formatted already. */
export type DigestWords = {
  /** What it is of: a time of today, or of another day. */
  readonly cut: (time: string) => string;
  readonly cutOf: (day: string, time: string) => string;
  readonly late: string;
  readonly lateSince: (time: string, now: string) => string;
  readonly lateSinceDay: (day: string, time: string, now: string) => string;
  readonly lateLive: (now: string, time: string) => string;
  readonly missing: (parts: string, many: boolean) => string;
  readonly allUsual: string;
  /** The same where a part is missing. */
  readonly restUsual: string;
  readonly nothingOut: string;
  readonly noneRead: string;
  readonly nothingYet: string;
  readonly who: string;
  readonly more: (many: number, text: string) => string;
  readonly next: (what: string) => string;
  readonly usual: (figures: string) => string;
  readonly detail: string;
  readonly detailOf: (part: string) => string;
  /** `day`: null where it is today. */
  readonly again: (time: string, day: string | null) => string;
  readonly askFrom: (time: string, day: string | null) => string;
  readonly askSoon: string;
  readonly notZero: string;
  readonly ledger: LedgerPartWords;
  readonly quota: QuotaPartWords;
  readonly hygiene: {
    readonly title: string;
    readonly none: string;
    /** Nothing is odd about any rule. */
    readonly quiet: string;
    readonly verdict: (many: number, text: string) => string;
    readonly next: string;
  };
  readonly named: { readonly headline: (of: string) => string; readonly why: string };
};

type LedgerPartWords = {
  readonly title: string;
  readonly caption: string;
  readonly skill: string;
  readonly total: string;
  readonly nobody: string;
  readonly figure: (waiting: string) => string;
  readonly next: string;
  readonly nextClosing: (time: string) => string;
  readonly until: (time: string) => string;
  readonly missing: (hours: string) => string;
};

type QuotaPartWords = {
  readonly title: string;
  readonly used: (used: string, limit: string, share: string) => string;
  readonly unknown: (used: string) => string;
  readonly back: (time: string) => string;
  /** From 80 % the history stops, from 90 % alert checks thin out. */
  readonly next: string;
  readonly usedUp: (time: string) => string;
};

const es: DigestWords = {
  cut: (time) => `corte de las ${time}`,
  cutOf: (day, time) => `corte del ${day}, ${time}`,
  late: 'con retraso',
  lateSince: (time, now) => `Llega con retraso: era para las ${time} y sale a las ${now}.`,
  lateSinceDay: (day, time, now) => `Llega con retraso: era para el ${day} a las ${time} y sale a las ${now}.`,
  lateLive: (now, time) => `Lo de los últimos diez minutos es de antes de las ${now}, no de las ${time}.`,
  missing: (parts, many) => `${many ? 'faltan' : 'falta'} ${parts}`,
  allUsual: 'todo dentro de lo habitual',
  restUsual: 'lo demás, dentro de lo habitual',
  nothingOut: 'nada fuera de lo habitual en lo que ya se puede comparar',
  noneRead: 'no se pudo leer nada',
  nothingYet: 'todavía no hay nada que decir',
  who: 'Quién y dónde',
  more: (many, text) => (many === 1 ? 'Y uno más en el detalle.' : `Y ${text} más en el detalle.`),
  next: (what) => `Siguiente: ${what}`,
  usual: (figures) => `Dentro de lo habitual: ${figures}.`,
  detail: 'Ver detalle',
  detailOf: (part) => `Detalle: ${part}`,
  again: (time, day) => `Se reintenta ${day === null ? `a las ${time}` : `el ${day} a las ${time}`}.`,
  askFrom: (time, day) => `Se puede volver a pedir desde ${day === null ? `las ${time}` : `el ${day} a las ${time}`}.`,
  askSoon: 'Se puede volver a pedir en unos minutos.',
  notZero: 'Lo que falta no es cero.',
  ledger: {
    title: 'Devoluciones del día',
    caption: 'Clientes que esperan su devolución, por hora',
    skill: 'Skill',
    total: 'Todos',
    nobody: 'nadie espera una devolución',
    figure: (waiting) => `${waiting} devoluciones pendientes`,
    next: 'llama a quienes esperan, primero los del skill con más pendientes.',
    nextClosing: (time) => `llama a quienes esperan antes de las ${time}, que es cuando se cierra.`,
    until: (time) => `devoluciones del día hasta las ${time}`,
    missing: (hours) => `sin dato de ${hours}: lo que falta no es cero`,
  },
  quota: {
    title: 'Cuota de wolkvox',
    used: (used, limit, share) => `${used} de ${limit} consultas de hoy usadas (${share})`,
    unknown: (used) => `${used} consultas de hoy usadas; no se conoce el límite`,
    back: (time) => `la cuota vuelve a cero a las ${time}`,
    next: 'deja para mañana lo que pueda esperar: desde el 80 % la historia se detiene y desde el 90 % las alertas se revisan menos.',
    usedUp: (time) => `hasta las ${time} ya no se consulta nada; lo que ya se leyó se puede seguir viendo.`,
  },
  hygiene: {
    title: 'Alertas de la semana',
    none: 'todavía no hay nada que decir.',
    quiet: 'ninguna regla de alerta por revisar',
    verdict: (many, text) =>
      many === 1 ? 'conviene revisar una regla de alerta' : `conviene revisar ${text} reglas de alerta`,
    next: 'ajusta las reglas que nadie atiende o que van y vienen.',
  },
  named: {
    headline: (of) => `${of}: los nombres, solo para ti`,
    why: 'El resumen va a un canal que no es solo de supervisores; por eso los nombres no están allí.',
  },
};

const en: DigestWords = {
  cut: (time) => `as of ${time}`,
  cutOf: (day, time) => `as of ${day}, ${time}`,
  late: 'late',
  lateSince: (time, now) => `This comes late: it was due at ${time} and goes out at ${now}.`,
  lateSinceDay: (day, time, now) => `This comes late: it was due on ${day} at ${time} and goes out at ${now}.`,
  lateLive: (now, time) => `The last ten minutes are those before ${now}, not before ${time}.`,
  missing: (parts) => `without ${parts}`,
  allUsual: 'all within the usual',
  restUsual: 'the rest within the usual',
  nothingOut: 'nothing out of the usual in what can be compared so far',
  noneRead: 'nothing could be read',
  nothingYet: 'nothing to say yet',
  who: 'Who and where',
  more: (many, text) => (many === 1 ? 'And one more in the details.' : `And ${text} more in the details.`),
  next: (what) => `Next: ${what}`,
  usual: (figures) => `Within the usual: ${figures}.`,
  detail: 'See details',
  detailOf: (part) => `Details: ${part}`,
  again: (time, day) => `Tried again ${day === null ? `at ${time}` : `on ${day} at ${time}`}.`,
  askFrom: (time, day) => `It can be asked again from ${day === null ? time : `${day}, ${time}`} on.`,
  askSoon: 'It can be asked again in a few minutes.',
  notZero: 'What is missing is not zero.',
  ledger: {
    title: 'Call-backs of the day',
    caption: 'Customers waiting for their call-back, by hour',
    skill: 'Skill',
    total: 'All',
    nobody: 'nobody waits for a call-back',
    figure: (waiting) => `${waiting} call-backs owed`,
    next: 'call those who wait, first those of the skill that owes most.',
    nextClosing: (time) => `call those who wait before ${time}, closing time.`,
    until: (time) => `call-backs of the day until ${time}`,
    missing: (hours) => `no data of ${hours}: what is missing is not zero`,
  },
  quota: {
    title: 'wolkvox quota',
    used: (used, limit, share) => `${used} of ${limit} requests of today used (${share})`,
    unknown: (used) => `${used} requests of today used; the limit is not known`,
    back: (time) => `the quota is back at zero at ${time}`,
    next: 'leave what can wait for tomorrow: from 80% the history stops and from 90% alerts are checked less often.',
    usedUp: (time) => `nothing more is asked until ${time}; what was read before can still be seen.`,
  },
  hygiene: {
    title: 'Alerts of the week',
    none: 'nothing to say yet.',
    quiet: 'no alert rule to look at',
    verdict: (many, text) => (many === 1 ? 'one alert rule is worth a look' : `${text} alert rules are worth a look`),
    next: 'adjust the rules that nobody answers or that come and go.',
  },
  named: {
    headline: (of) => `${of}: the names, for you alone`,
    why: 'The digest goes to a channel that is not for supervisors only; that is why the names are not there.',
  },
};

const pt: DigestWords = {
  cut: (time) => `corte das ${time}`,
  cutOf: (day, time) => `corte de ${day}, ${time}`,
  late: 'com atraso',
  lateSince: (time, now) => `Chega com atraso: era para as ${time} e sai às ${now}.`,
  lateSinceDay: (day, time, now) => `Chega com atraso: era para ${day} às ${time} e sai às ${now}.`,
  lateLive: (now, time) => `Os últimos dez minutos são os de antes das ${now}, não das ${time}.`,
  missing: (parts, many) => `${many ? 'faltam' : 'falta'} ${parts}`,
  allUsual: 'tudo dentro do habitual',
  restUsual: 'o restante, dentro do habitual',
  nothingOut: 'nada fora do habitual no que já se pode comparar',
  noneRead: 'não foi possível ler nada',
  nothingYet: 'ainda não há nada a dizer',
  who: 'Quem e onde',
  more: (many, text) => (many === 1 ? 'E mais um no detalhe.' : `E mais ${text} no detalhe.`),
  next: (what) => `A seguir: ${what}`,
  usual: (figures) => `Dentro do habitual: ${figures}.`,
  detail: 'Ver detalhe',
  detailOf: (part) => `Detalhe: ${part}`,
  again: (time, day) => `Tenta-se de novo ${day === null ? `às ${time}` : `em ${day}, às ${time}`}.`,
  askFrom: (time, day) => `Pode ser pedido de novo a partir ${day === null ? `das ${time}` : `de ${day}, às ${time}`}.`,
  askSoon: 'Pode ser pedido de novo em alguns minutos.',
  notZero: 'O que falta não é zero.',
  ledger: {
    title: 'Retornos do dia',
    caption: 'Clientes que esperam o retorno, por hora',
    skill: 'Skill',
    total: 'Todos',
    nobody: 'ninguém espera um retorno',
    figure: (waiting) => `${waiting} retornos pendentes`,
    next: 'ligue para quem espera, primeiro os do skill com mais pendentes.',
    nextClosing: (time) => `ligue para quem espera antes das ${time}, quando fecha.`,
    until: (time) => `retornos do dia até as ${time}`,
    missing: (hours) => `sem dado de ${hours}: o que falta não é zero`,
  },
  quota: {
    title: 'Cota do wolkvox',
    used: (used, limit, share) => `${used} de ${limit} consultas de hoje usadas (${share})`,
    unknown: (used) => `${used} consultas de hoje usadas; não se conhece o limite`,
    back: (time) => `a cota volta a zero às ${time}`,
    next: 'deixe para amanhã o que puder esperar: a partir de 80% o histórico para e a partir de 90% os alertas são verificados menos.',
    usedUp: (time) => `até as ${time} nada mais é consultado; o que já foi lido continua visível.`,
  },
  hygiene: {
    title: 'Alertas da semana',
    none: 'ainda não há nada a dizer.',
    quiet: 'nenhuma regra de alerta a revisar',
    verdict: (many, text) =>
      many === 1 ? 'vale revisar uma regra de alerta' : `vale revisar ${text} regras de alerta`,
    next: 'ajuste as regras que ninguém atende ou que vão e voltam.',
  },
  named: {
    headline: (of) => `${of}: os nomes, só para você`,
    why: 'O resumo vai para um canal que não é só de supervisores; por isso os nomes não estão lá.',
  },
};

const WORDS = { es, en, pt } satisfies Record<Locale, DigestWords>;

/** `DigestWords` in a language. */
export function digestWords(locale: Locale): DigestWords {
  return WORDS[locale];
}
