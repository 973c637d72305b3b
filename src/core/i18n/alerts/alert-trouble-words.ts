import type { Locale } from '../locale.ts';

/** What a rule's owner is told when it cannot do its work. */
export type RuleTroubleWords = {
  readonly astray: (what: string) => string;
  readonly blind: (rule: string, time: string) => string;
  readonly seesAgain: (rule: string, time: string) => string;
  readonly noData: string;
  readonly notGood: string;
  /** Said of the first of several; the others are not told of within the hour. */
  readonly others: string;
};

/** A moment may carry its day. */
const las = (time: string): string => (/^\d/.test(time) ? `las ${time}` : `el ${time}`);
const as = (time: string): string => (/^\d/.test(time) ? `as ${time}` : time);

const WORDS = {
  es: {
    astray: (what) => `Te llega a ti porque no se pudo publicar en su canal: ${what}`,
    blind: (rule, time) => `La regla «${rule}» no puede juzgar nada desde ${las(time)}.`,
    seesAgain: (rule, time) => `La regla «${rule}» vuelve a tener datos desde ${las(time)}.`,
    noData: 'wolkvox responde, pero sin datos. Mira si la operación trabaja hoy y si el token ve sus campañas.',
    notGood: 'Sin datos no se da nada por resuelto. Al canal no se le dice nada.',
    others: 'Si otras reglas tuyas de esta operación tienen el mismo problema, no se repite el aviso en una hora.',
  },
  en: {
    astray: (what) => `It comes to you because it could not be posted in its channel: ${what}`,
    blind: (rule, time) => `The rule “${rule}” has had nothing to judge since ${time}.`,
    seesAgain: (rule, time) => `The rule “${rule}” has data again since ${time}.`,
    noData:
      'wolkvox answers, but without data. See whether the operation works today and the token sees its campaigns.',
    notGood: 'Without data nothing counts as resolved. The channel is told nothing of it.',
    others: 'If other rules of yours in this operation have the same trouble, it is not told again within the hour.',
  },
  pt: {
    astray: (what) => `Chega a você porque não foi possível publicar no canal: ${what}`,
    blind: (rule, time) => `A regra “${rule}” não tem o que julgar desde ${as(time)}.`,
    seesAgain: (rule, time) => `A regra “${rule}” volta a ter dados desde ${as(time)}.`,
    noData: 'O wolkvox responde, mas sem dados. Veja se a operação trabalha hoje e se o token vê as campanhas.',
    notGood: 'Sem dados nada conta como resolvido. Ao canal não se diz nada.',
    others: 'Se outras regras suas desta operação têm o mesmo problema, o aviso não se repete em uma hora.',
  },
} satisfies Record<Locale, RuleTroubleWords>;

/** `RuleTroubleWords` in a language. */
export function ruleTroubleWords(locale: Locale): RuleTroubleWords {
  return WORDS[locale];
}
