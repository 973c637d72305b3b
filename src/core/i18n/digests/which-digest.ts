import type { Locale } from '../locale.ts';

type Wanted = 'edit' | 'pause' | 'resume' | 'remove' | 'test' | 'history' | 'open';

const WORDS = {
  es: {
    edit: '¿Cuál quieres editar?',
    pause: '¿Cuál quieres pausar?',
    resume: '¿Cuál quieres reanudar?',
    remove: '¿Cuál quieres quitar?',
    test: '¿Cuál quieres que te envíe?',
    history: '¿De cuál quieres ver los envíos?',
    open: '¿Cuál quieres abrir?',
  },
  en: {
    edit: 'Which one do you want to edit?',
    pause: 'Which one do you want to pause?',
    resume: 'Which one do you want to resume?',
    remove: 'Which one do you want to remove?',
    test: 'Which one shall I send you?',
    history: 'Of which one do you want to see what was sent?',
    open: 'Which one do you want to open?',
  },
  pt: {
    edit: 'Qual você quer editar?',
    pause: 'Qual você quer pausar?',
    resume: 'Qual você quer retomar?',
    remove: 'Qual você quer remover?',
    test: 'Qual você quer que eu envie?',
    history: 'De qual você quer ver os envios?',
    open: 'Qual você quer abrir?',
  },
} satisfies Record<Locale, Record<Wanted, string>>;

/** What is asked where several digests may be meant, by what is wanted of one. */
export function whichDigest(wanted: Wanted, locale: Locale): string {
  return WORDS[locale][wanted];
}
