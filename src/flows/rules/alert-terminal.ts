import type { Clock } from '../../ports.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { EndedLog } from '../alerts/cards/ended-log.ts';
import type { RuleTimes } from './manage-alerts.ts';
import type { ReadRules } from '../alerts/check/readings.ts';
import type { RuleBook } from './rule-book.ts';
import { type RulePast, rulePast } from './trial/rule-past.ts';
import { type ReadStanding, standingReader } from './rule-standing.ts';
import type { SheetStore } from '../alerts/cards/sheet.ts';
import { ruleTrier, type TryRuleNow } from './trial/try-rule.ts';

/** What can be asked of and done with rules without Slack's forms. */
export type AlertTerminal = {
  readonly book: RuleBook;
  readonly jobs: RuleTimes;
  readonly standing: ReadStanding;
  readonly past: RulePast;
  readonly tryNow: TryRuleNow;
};

export function alertTerminal({
  book,
  jobs,
  sheets,
  ended,
  readRules,
  clock,
  formatFor,
}: {
  readonly book: RuleBook;
  readonly jobs: RuleTimes;
  readonly sheets: SheetStore;
  readonly ended: EndedLog;
  readonly readRules: ReadRules;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
}): AlertTerminal {
  const standing = standingReader({ sheets, ended, clock });
  return {
    book,
    jobs,
    standing,
    past: rulePast({ standing, clock, formatFor }),
    tryNow: ruleTrier({ readRules, clock, formatFor, nameOf: (user) => Promise.resolve(user) }),
  };
}
