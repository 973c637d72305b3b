import type { ManageVerb } from '../../command/meaning.ts';
import type { Locale } from '../locale.ts';

type Wanted = Exclude<ManageVerb, 'list'> | 'show';

const WORDS = {
  es: {
    add: '¿Cuál quieres abrir?',
    edit: '¿Cuál quieres editar?',
    pause: '¿Cuál quieres pausar?',
    resume: '¿Cuál quieres reanudar?',
    remove: '¿Cuál quieres quitar?',
    test: '¿Cuál quieres probar?',
    history: '¿De cuál quieres ver el historial?',
    show: '¿Cuál quieres abrir?',
  },
  en: {
    add: 'Which one do you want to open?',
    edit: 'Which one do you want to edit?',
    pause: 'Which one do you want to pause?',
    resume: 'Which one do you want to resume?',
    remove: 'Which one do you want to remove?',
    test: 'Which one do you want to test?',
    history: 'Of which one do you want to see the history?',
    show: 'Which one do you want to open?',
  },
  pt: {
    add: 'Qual você quer abrir?',
    edit: 'Qual você quer editar?',
    pause: 'Qual você quer pausar?',
    resume: 'Qual você quer retomar?',
    remove: 'Qual você quer remover?',
    test: 'Qual você quer testar?',
    history: 'De qual você quer ver o histórico?',
    show: 'Qual você quer abrir?',
  },
} satisfies Record<Locale, Record<Wanted, string>>;

/** What is asked where several alerts may be meant, by what is wanted of one. */
export function whichAlert(wanted: Wanted, locale: Locale): string {
  return WORDS[locale][wanted];
}
