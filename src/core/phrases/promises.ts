import type { closingOf, Ledger } from '../history/ledger.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';

const WORDS = {
  es: {
    one: 'Un cliente espera su devolución',
    many: (count: string) => `${count} clientes esperan su devolución`,
    onePast: 'Un cliente quedó esperando su devolución',
    manyPast: (count: string) => `${count} clientes quedaron esperando su devolución`,
    of: (count: string, skill: string) => `${count} de ${skill}`,
    closes: (time: string, left: string) => `se cierra a las ${time}, en ${left}`,
  },
  en: {
    one: 'One customer waits for a call-back',
    many: (count: string) => `${count} customers wait for their call-back`,
    onePast: 'One customer was left waiting for a call-back',
    manyPast: (count: string) => `${count} customers were left waiting for their call-back`,
    of: (count: string, skill: string) => `${count} of ${skill}`,
    closes: (time: string, left: string) => `closing at ${time}, in ${left}`,
  },
  pt: {
    one: 'Um cliente espera o retorno',
    many: (count: string) => `${count} clientes esperam o retorno`,
    onePast: 'Um cliente ficou esperando o retorno',
    manyPast: (count: string) => `${count} clientes ficaram esperando o retorno`,
    of: (count: string, skill: string) => `${count} de ${skill}`,
    closes: (time: string, left: string) => `fecha às ${time}, em ${left}`,
  },
} satisfies Record<Locale, unknown>;

/** `37 clientes esperan su devolución: 21 de Soporte, 16 de Ventas; se cierra a las 19:00, en 50 min`; null where nobody waits. */
export function promisesWaiting(
  { waiting, skills }: Pick<Ledger, 'waiting' | 'skills'>,
  closing: ReturnType<typeof closingOf>,
  {
    format,
    locale,
    skillName,
  }: { readonly format: Format; readonly locale: Locale; readonly skillName: (skill: string) => string },
): string | null {
  if (waiting === 0) return null;
  const words = WORDS[locale];
  const past = closing?.minutesLeft === 0;
  const [one, many] = past ? [words.onePast, words.manyPast] : [words.one, words.many];
  const owing = skills.filter((skill) => skill.waiting > 0).slice(0, 3);
  const where = owing.map((skill) => words.of(format.number(skill.waiting), skillName(skill.skill))).join(', ');
  const said = `${waiting === 1 ? one : many(format.number(waiting))}: ${where}`;
  if (closing === null || past) return said;
  return `${said}; ${words.closes(closing.closes, format.duration(closing.minutesLeft * 60))}`;
}
