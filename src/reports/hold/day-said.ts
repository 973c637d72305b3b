import type { Locale } from '../../core/i18n/locale.ts';

/** What is said of the promises of one day, hour by hour. */
export const daySaid = {
  es: {
    title: 'Devoluciones pendientes por hora',
    series: 'Pendientes',
    missing: (hours: string) => `sin dato de ${hours}: lo que falta no es cero`,
  },
  en: {
    title: 'Call-backs owed by hour',
    series: 'Owed',
    missing: (hours: string) => `no data of ${hours}: what is missing is not zero`,
  },
  pt: {
    title: 'Retornos pendentes por hora',
    series: 'Pendentes',
    missing: (hours: string) => `sem dado de ${hours}: o que falta não é zero`,
  },
} satisfies Record<Locale, unknown>;
