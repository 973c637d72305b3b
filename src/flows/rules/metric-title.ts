import type { Rule } from '../../core/alerts/rule.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { ruleFormWords } from '../../core/i18n/alerts/rule-form-words.ts';
import { reportOf } from '../../reports/catalog.ts';

/** How people call what a rule looks at: `Abandono`. */
export function metricTitle({ report, metric }: Pick<Rule, 'report' | 'metric'>, locale: Locale): string {
  if (report === 'quota') return ruleFormWords(locale).quotaUsed;
  return reportOf(report).words[locale].metrics[metric] ?? metric;
}

/** How people call where it is from: `Ahora`. */
export function sourceTitle({ report }: Pick<Rule, 'report'>, locale: Locale): string {
  return report === 'quota' ? ruleFormWords(locale).quota : reportOf(report).words[locale].title;
}
