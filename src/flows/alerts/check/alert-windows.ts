import { dataUntil, liveWindow } from '../../../core/pacing/freshness.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Operation } from '../../../core/operation.ts';
import { windowOf } from '../../../core/period/calendar.ts';
import { dayOf } from '../../../core/period/recent.ts';
import type { Window } from '../../../core/window.ts';
import { reportOf } from '../../../reports/catalog.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportQuestion } from '../../read/fetch-answer.ts';

/** One question to wolkvox and all the rules that are judged on its answer. */
export type AskedWindow = {
  readonly key: string;
  readonly operation: Operation;
  readonly question: ReportQuestion;
  readonly rules: readonly Rule[];
};

/**
 * The distinct questions of some rules at a tick's nominal time; `live` is asked once whatever the windows, campaigns are read out of all.
 * A window back from now ends where wolkvox's historic reports are complete, so that a late row does not look like a quiet floor.
 * Left out: rules of operations that are not configured, and of the quota, which is counted here.
 */
export function askedWindows(
  rules: readonly Rule[],
  at: number,
  operationOf: (id: string) => Operation | null,
): readonly AskedWindow[] {
  const found = new Map<string, { readonly asked: Omit<AskedWindow, 'rules'>; readonly rules: Rule[] }>();
  for (const rule of rules) {
    const operation = operationOf(rule.operation);
    const { report } = rule;
    if (operation === null || report === 'quota') continue;
    const window = windowFor(reportOf(report), rule.windowMs, operation, at);
    const key = `${operation.id} ${report} ${window.from}-${window.to}`;
    const there = found.get(key);
    if (there !== undefined) {
      there.rules.push(rule);
      continue;
    }
    const campaign = reportOf(report).endpoint.takesCampaign ? 'all' : null;
    const question = { report, window, campaign };
    found.set(key, { asked: { key, operation, question }, rules: [rule] });
  }
  return [...found.values()].map(({ asked, rules: own }) => ({ ...asked, rules: own }));
}

function windowFor(report: Report, windowMs: number | null, { zone }: Operation, at: number): Window {
  if (!report.endpoint.dated) return liveWindow(at);
  if (windowMs === null) return windowOf(dayOf(at, zone), zone);
  const to = dataUntil({ from: 0, to: at }, at, true);
  return { from: to - windowMs, to };
}
