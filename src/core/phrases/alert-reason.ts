import type { Why } from '../alerts/evaluate.ts';
import type { Measured, Verdict } from '../alerts/judge.ts';
import type { Unit } from '../alerts/seen.ts';
import { assertNever } from '../errors.ts';
import { type AlertWords, alertWords } from '../i18n/alerts/alert-words.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';

export type ReasonTold = { readonly format: Format; readonly locale: Locale; readonly unit: Unit };

/** `Se avisa: 14 de 78 (18 %; 11–28); el límite es 10 %, y todo el margen está más allá.` */
export function whySaid({ step, verdict }: Why, told: ReasonTold): string {
  const words = alertWords(told.locale);
  const reason = verdict === null ? null : verdictSaid(verdict, words, told);
  return reason === null ? `${words.steps[step]}.` : `${words.steps[step]}: ${reason}.`;
}

/** A value in the unit of its metric: `12,5 %`, `1h 30m`, `37`. */
export function amountSaid(value: number, { unit, format }: Pick<ReasonTold, 'unit' | 'format'>): string {
  switch (unit) {
    case 'rate':
      return format.percent(value);
    case 'duration':
      return format.duration(value);
    case 'money':
      return format.money(value);
    case 'count':
      return format.number(value);
    default:
      return assertNever(unit);
  }
}

function verdictSaid(verdict: Verdict, words: AlertWords, told: ReasonTold): string {
  const { format } = told;
  switch (verdict.kind) {
    case 'bad':
    case 'between':
    case 'good': {
      const found = foundSaid(verdict.found, words, told);
      const { limit, back, sure } = verdict;
      if (limit === null || back === null) return found;
      const said = words[verdict.kind]({ found, limit: amountSaid(limit, told), back: amountSaid(back, told) });
      return verdict.kind === 'bad' && sure !== null ? `${said}, ${sure ? words.sure : words.unsure}` : said;
    }
    case 'gone':
      return verdict.justified ? words.justified : words.gone;
    case 'too-few': {
      const { count, of, floor } = verdict;
      if (of === 0 && floor === 0) return words.unjudged;
      const have = count === null ? format.number(of) : words.ofMany(format.number(count), format.number(of));
      return words.tooFew({ have, floor: format.number(Math.max(floor, 1)) });
    }
    case 'no-usual':
      return words.noUsual({ have: format.number(verdict.have), need: format.number(verdict.need) });
    case 'no-data':
      return words.noData;
    case 'error':
      return words.error;
    default:
      return assertNever(verdict);
  }
}

function foundSaid({ value, count, of }: Measured, words: AlertWords, told: ReasonTold): string {
  if (count === null || of === null) return amountSaid(value, told);
  if (told.unit === 'rate') return told.format.evidence(count, of);
  return `${amountSaid(value, told)} (${words.ofMany(told.format.number(count), told.format.number(of))})`;
}
