import type { Rule } from '../../../core/alerts/rule.ts';
import type { Section } from '../../../core/card/card.ts';
import { ruleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import type { RuleTrial } from './rule-backtest.ts';
import { RULE_CHANGE } from '../form/rule-form-blocks.ts';
import { amountSaid, limitSaid, type SaidFor } from '../say-rule.ts';

/** Below this share of readings that could be judged, the count alone would mislead. */
const MOSTLY = 0.5;

/** What a rule would have told, beside its limit in the form: `Con 12 % habría avisado 9 veces en 14 días`. */
export function trialSaid(
  trial: RuleTrial,
  rule: Pick<Rule, 'report' | 'metric' | 'condition'>,
  { locale, format }: SaidFor,
): readonly Section[] {
  const w = ruleFormWords(locale);
  const text = (said: string): Section => ({ kind: 'text', text: said });
  if (trial.kind === 'not-kept') return [text(w.backtest.notKept)];
  if (trial.kind === 'short') return [text(w.backtest.short({ days: trial.days, from: format.day(trial.from) }))];
  const { times, days, judged, checks, tried, suggested, isSuggested, grain } = trial;
  const amount = (limit: number) => amountSaid(rule, limit, format);
  const would =
    rule.condition.kind === 'aux'
      ? w.backtest.wouldAux({ times, days })
      : w.backtest.would({ limit: limitSaid(rule, format), times, days });
  const others = tried.map(({ limit, times: count }) => ({ limit: amount(limit), times: count }));
  const few = checks > 0 && judged / checks < MOSTLY;
  const notes = [
    ...(grain === 'hours' ? [w.backtest.fromHours] : grain === 'days' ? [w.backtest.fromDays] : []),
    ...(few ? [w.backtest.few({ judged: format.number(judged), checks: format.number(checks) })] : []),
  ];
  return [
    {
      kind: 'text',
      text: [
        { bold: would },
        ...(others.length === 0 ? [] : [`\n${capital(w.backtest.others(others))}.`]),
        ...(suggested === null
          ? []
          : [`\n${(isSuggested ? w.backtest.isSuggested : w.backtest.suggested)(amount(suggested))}`]),
        ...(notes.length === 0 ? [] : [`\n${notes.join(' ')}`]),
      ],
    },
    ...(suggested === null || isSuggested
      ? []
      : [
          {
            kind: 'actions' as const,
            actions: [
              {
                kind: 'button' as const,
                id: `${RULE_CHANGE}:use`,
                label: w.use(amount(suggested)),
                value: String(suggested),
              },
            ],
          },
        ]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
