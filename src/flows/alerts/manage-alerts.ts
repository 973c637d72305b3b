import type { Card } from '../../core/card/card.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Manage } from '../answer/manage.ts';

const NONE: Readonly<Record<Locale, string>> = {
  es: 'No hay ninguna alerta.',
  en: 'There are no alerts.',
  pt: 'Não há nenhum alerta.',
};

/** The rules: list, add, edit, pause, resume, remove, test, history. */
export function alertManager(): Manage {
  const list = ({ locale }: { readonly locale: Locale }): Card => ({
    headline: NONE[locale],
    sections: [],
    trust: [],
    actions: [],
  });
  return (_task, reader) => Promise.resolve(list(reader));
}
