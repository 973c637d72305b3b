import type { Section } from '../card/card.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Request } from '../request.ts';
import { mayGrow } from './may-grow.ts';

const WORDS = {
  es: {
    headline: (what: string, period: string) => `No hay datos de ${what} ${period}.`,
    bare: (what: string) => `no hay datos de ${what}`,
    none: 'wolkvox no entregó filas para esa ventana. Un día sin operación y un reporte que no está habilitado se ven igual desde aquí.',
    unusable: (rows: string) => `Llegaron ${rows} filas y ninguna se pudo contar; la última línea dice por qué.`,
    early: 'Puede que aún no hayan llegado: lo de hoy se ve con diez minutos o más de retraso.',
  },
  en: {
    headline: (what: string, period: string) => `No data on ${what} ${period}.`,
    bare: (what: string) => `no data on ${what}`,
    none: 'wolkvox returned no rows for that window. A day without work and a report that is not enabled look the same from here.',
    unusable: (rows: string) => `${rows} rows came and none could be counted; the last line says why.`,
    early: 'It may not have arrived yet: today shows up ten minutes late or more.',
  },
  pt: {
    headline: (what: string, period: string) => `Sem dados sobre ${what} ${period}.`,
    bare: (what: string) => `sem dados sobre ${what}`,
    none: 'O wolkvox não entregou linhas para essa janela. Um dia sem operação e um relatório não habilitado são iguais vistos daqui.',
    unusable: (rows: string) => `Chegaram ${rows} linhas e nenhuma pôde ser contada; a última linha diz por quê.`,
    early: 'Talvez ainda não tenham chegado: os dados de hoje aparecem com dez minutos ou mais de atraso.',
  },
} satisfies Record<Locale, unknown>;

/** What the sentence needs to know; a report's card context is one. */
type Asked = Parameters<typeof mayGrow>[0] & {
  readonly locale: Locale;
  readonly format: Format;
  readonly request: Request;
  readonly rows: { readonly read: number };
};

/**
 * The card body for not one usable row of `what`: that there is no data, and what that may mean; never a zero.
 * `other`: for a report that names its time, or knows its reasons, itself.
 */
export function noData(
  asked: Asked,
  what: string,
  other: { readonly when?: string; readonly why?: string } = {},
): { readonly headline: string; readonly sections: readonly Section[]; readonly notes: readonly string[] } {
  const words = WORDS[asked.locale];
  const when = other.when ?? asked.format.when(asked.request.period, asked.now);
  return {
    headline: words.headline(what, when),
    sections: [{ kind: 'text', text: whyNoData(asked, other.why) }],
    notes: [],
  };
}

/** The same for a digest, which names the period itself: nothing is judged, and what it may mean is said. */
export function noDataBrief(asked: Asked, what: string, why?: string) {
  return {
    standing: 'unknown',
    verdict: WORDS[asked.locale].bare(what),
    figures: [],
    moved: [whyNoData(asked, why).replace(/\.$/u, '')],
    who: [],
    next: null,
    notes: [],
  } as const;
}

function whyNoData(asked: Asked, why: string | undefined): string {
  const words = WORDS[asked.locale];
  const { read } = asked.rows;
  if (read > 0) return words.unusable(asked.format.number(read));
  return why ?? (mayGrow(asked) ? words.early : words.none);
}
