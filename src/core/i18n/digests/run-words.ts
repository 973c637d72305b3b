import type { Locale } from '../locale.ts';

/** How one slot of a digest ended in one target, in the middle of a sentence. */
export type RunWords = {
  readonly sentAt: (time: string) => string;
  readonly late: (time: string) => string;
  readonly partMissing: string;
  readonly waiting: string;
  readonly unclear: string;
  readonly failed: (why: string) => string;
  /** By the reason that the slot was not posted for. */
  readonly skipped: Readonly<Record<string, string>>;
  readonly skippedOther: string;
};

const WORDS = {
  es: {
    sentAt: (time) => `publicado a las ${time}`,
    late: (time) => `publicado con retraso, ${time}`,
    partMissing: 'faltó una parte',
    waiting: 'se está intentando',
    unclear: 'no se sabe si llegó: Slack no lo confirmó',
    failed: (why) => `no se pudo: ${why}`,
    skipped: {
      'day-off': 'no se envió: festivo o cierre',
      'too-late': 'no se envió: ya era tarde',
      superseded: 'no se envió: llegó uno más nuevo',
      'target-paused': 'no se envió: ese destino está en pausa',
      paused: 'no se envió: estaba en pausa',
      removed: 'no se envió: se quitó',
      'target-removed': 'no se envió: ese destino ya no es del resumen',
      'nothing-held': 'no hacía falta',
      'not-a-supervisor': 'no hacía falta',
    },
    skippedOther: 'no se envió',
  },
  en: {
    sentAt: (time) => `posted at ${time}`,
    late: (time) => `posted late, ${time}`,
    partMissing: 'a part was missing',
    waiting: 'being tried',
    unclear: 'not known whether it arrived: Slack did not confirm it',
    failed: (why) => `could not be posted: ${why}`,
    skipped: {
      'day-off': 'not sent: holiday or closure',
      'too-late': 'not sent: it was too late',
      superseded: 'not sent: a newer one came',
      'target-paused': 'not sent: that place is paused',
      paused: 'not sent: it was paused',
      removed: 'not sent: it was removed',
      'target-removed': 'not sent: it goes to that place no more',
      'nothing-held': 'not needed',
      'not-a-supervisor': 'not needed',
    },
    skippedOther: 'not sent',
  },
  pt: {
    sentAt: (time) => `publicado às ${time}`,
    late: (time) => `publicado com atraso, ${time}`,
    partMissing: 'faltou uma parte',
    waiting: 'tentando',
    unclear: 'não se sabe se chegou: o Slack não confirmou',
    failed: (why) => `não foi possível: ${why}`,
    skipped: {
      'day-off': 'não enviado: feriado ou fechamento',
      'too-late': 'não enviado: já era tarde',
      superseded: 'não enviado: chegou um mais novo',
      'target-paused': 'não enviado: esse destino está em pausa',
      paused: 'não enviado: estava em pausa',
      removed: 'não enviado: foi removido',
      'target-removed': 'não enviado: esse destino já não é do resumo',
      'nothing-held': 'não era preciso',
      'not-a-supervisor': 'não era preciso',
    },
    skippedOther: 'não enviado',
  },
} satisfies Record<Locale, RunWords>;

/** `RunWords` in a language. */
export function runWords(locale: Locale): RunWords {
  return WORDS[locale];
}
