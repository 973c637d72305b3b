import type { Rule } from '../../core/alerts/rule.ts';
import { kindOf } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log, Schedules } from '../../ports.ts';
import { untilDone } from '../operate/until-done.ts';
import { endAll, hasOpen, hasOpenCards, hasTrouble, lastRule } from './cards/card-rule.ts';
import type { CheckRules } from './check/check-rules.ts';
import type { EndedLog } from './cards/ended-log.ts';
import { type HandOver, shiftEnds } from './hand-over.ts';
import type { NoteSender } from './notes.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { SendSheet } from './cards/send-sheet.ts';
import type { Sheet, SheetStore } from './cards/sheet.ts';
import type { TellWeek } from './tell-week.ts';

export const CHECKS = 'alerts';
export const SENDS = 'alerts-send';
export const SHIFTS = 'alerts-shift';
export const WEEKS = 'alerts-week';
const MONDAY_AT_8 = '0 8 * * 1';
const MINUTE = 60_000;
/** A handover of hours ago is no handover. */
const SHIFT_LATE_MS = 60 * MINUTE;
/** Steps that divide an hour, so that every check of a step falls on the same minutes. */
const STEPS = [1, 2, 3, 5, 10, 15, 20, 30, 60] as const;

export type AlertJobs = {
  /** Declares the schedules that the rules need now, and ends those that no rule needs; any process may. After a rule was saved too. */
  readonly declare: () => Promise<void>;
  /** Takes the runs in this process. */
  readonly serve: () => Promise<void>;
  /** Declares and serves, again until the store is there; nobody has to wait for it. `signal` gives up. */
  readonly begin: (signal: AbortSignal) => void;
  /** Ends what a rule has open because it was paused, removed or changed, and says so on its cards. */
  readonly endRule: (rule: Rule) => Promise<void>;
  /** Posts what Slack has not taken yet, as each minute does. */
  readonly sendDue: (operation: Operation, at: number) => Promise<void>;
};

export function alertJobs(parts: {
  readonly schedules: Schedules;
  readonly settings: Settings;
  readonly book: Pick<RuleBook, 'list' | 'get'>;
  readonly sheets: SheetStore;
  readonly check: CheckRules;
  readonly send: SendSheet;
  readonly ended: EndedLog;
  readonly notes: NoteSender;
  readonly handOver: HandOver;
  readonly tellWeek: TellWeek;
  readonly clock: Clock;
  readonly log: Log;
}): AlertJobs {
  const { schedules, settings, book, sheets, clock, log } = parts;

  const checkDue = async (operation: Operation, minutes: number, at: number): Promise<void> => {
    const late = clock.now() - at;
    if (late >= minutes * MINUTE) {
      log.info('alerts.tick-missed', { operation: operation.id, minutes, late });
      return;
    }
    const all = await book.list();
    const rules = all.filter((rule) => rule.operation === operation.id && !rule.paused && stepOf(rule) === minutes);
    if (rules.length > 0) await parts.check(operation, rules, at);
  };

  const endRule = async (rule: Rule): Promise<void> => {
    const operation = operationNamed(settings, rule.operation);
    if (operation === null) return;
    const at = clock.now();
    const key = { operation: operation.id, rule: rule.id };
    let before: Sheet | null = null;
    const sheet = await sheets.change(key, (was) => {
      before = was;
      return hasOpen(was) || hasTrouble(was) ? endAll(was, at) : null;
    });
    if (before !== null) {
      await parts.ended.note(operation.id, { rule: rule.id, channel: rule.channel }, before, sheet);
    }
    if (hasOpenCards(sheet)) await parts.send(operation, rule, null, at);
  };

  /** A rule that is no more, in the file or in Slack: its cards say so, and then nothing is kept of it. */
  const endGone = async (operation: Operation, id: string, sheet: Sheet): Promise<void> => {
    const key = { operation: operation.id, rule: id };
    const rule = lastRule(sheet);
    log.info('alerts.rule-gone', key);
    if (rule !== null) await endRule(rule);
    if (rule === null || !hasOpenCards((await sheets.load(key)).sheet)) await sheets.remove(key);
  };

  /** Cards that were over when their rule went stay behind it for who looks at their history, a week at most. */
  const forgetGone = async (operation: Operation): Promise<void> => {
    const known = new Set((await book.list()).map(({ id }) => id));
    for (const [rule, { sheet }] of await sheets.all(operation.id)) {
      if (!known.has(rule) && !hasOpenCards(sheet)) await sheets.remove({ operation: operation.id, rule });
    }
  };

  const sendDue = async (operation: Operation, at: number): Promise<void> => {
    await parts.notes.sendDue(operation.id);
    const found = await sheets.all(operation.id);
    for (const [id, { sheet }] of found) {
      if (!hasOpenCards(sheet) && !hasOpen(sheet)) continue;
      const booked = await book.get(id);
      if (booked === null) {
        await endGone(operation, id, sheet);
        continue;
      }
      if (booked.rule.paused && hasOpen(sheet)) await endRule(booked.rule);
      else await parts.send(operation, booked.rule, null, at);
    }
  };

  /** The schedules that the rules of now need, and those that what is left in Slack needs. */
  const wantedNow = async (): Promise<ReadonlyMap<string, { readonly cron: string; readonly zone: string }>> => {
    const wanted = new Map<string, { readonly cron: string; readonly zone: string }>();
    for (const rule of await book.list()) {
      const operation = operationNamed(settings, rule.operation);
      if (operation === null) {
        log.error('alerts.operation-gone', { rule: rule.id, operation: rule.operation });
        continue;
      }
      const minutes = stepOf(rule);
      const cron = minutes === 60 ? '0 * * * *' : minutes === 1 ? '* * * * *' : `*/${minutes} * * * *`;
      wanted.set(`${CHECKS}/${operation.id}/${minutes}`, { cron, zone: operation.zone });
      wanted.set(`${SENDS}/${operation.id}`, { cron: '* * * * *', zone: operation.zone });
      wanted.set(`${WEEKS}/${operation.id}`, { cron: MONDAY_AT_8, zone: operation.zone });
      for (const [index, end] of shiftEnds(operation).entries()) {
        wanted.set(`${SHIFTS}/${operation.id}/${index}`, { cron: end, zone: operation.zone });
      }
    }
    for (const { id, zone } of settings.operations) {
      const left = [...(await sheets.all(id)).values()].some(({ sheet }) => hasOpenCards(sheet));
      if (left) wanted.set(`${SENDS}/${id}`, { cron: '* * * * *', zone });
    }
    return wanted;
  };

  const jobs: AlertJobs = {
    async declare() {
      const wanted = await wantedNow();
      for (const [id, { cron, zone }] of wanted) await schedules.declare(id, cron, zone);
      // Declaring takes a while, in which another process may have saved a rule.
      const named = [...new Set([...wanted.keys(), ...(await wantedNow()).keys()])];
      for (const group of [CHECKS, SENDS, SHIFTS, WEEKS]) {
        const ids = named.filter((id) => id.startsWith(`${group}/`));
        await schedules.keepOnly(group, ids);
      }
    },
    async serve() {
      await schedules.serve(CHECKS, async (id, at) => {
        const [, operationId = '', minutes = ''] = id.split('/');
        const operation = operationNamed(settings, operationId);
        if (operation !== null) await checkDue(operation, Number(minutes), at);
      });
      await schedules.serve(SENDS, async (id, at) => {
        const operation = operationNamed(settings, id.split('/')[1] ?? '');
        if (operation !== null) await sendDue(operation, at);
      });
      await schedules.serve(SHIFTS, async (id, at) => {
        const operation = operationNamed(settings, id.split('/')[1] ?? '');
        if (operation === null || clock.now() - at > SHIFT_LATE_MS) return;
        await parts.handOver(operation, at);
      });
      await schedules.serve(WEEKS, async (id, at) => {
        const operation = operationNamed(settings, id.split('/')[1] ?? '');
        if (operation === null) return;
        await parts.tellWeek(operation, at);
        await parts.ended.trim(operation.id, at);
        await forgetGone(operation);
      });
    },
    begin(signal) {
      const serveAndDeclare = async (): Promise<void> => {
        await jobs.serve();
        await jobs.declare();
      };
      const failed = (cause: unknown) => log.warn('alerts.not-scheduled', { cause: kindOf(cause) });
      untilDone(serveAndDeclare, { clock, signal, failed });
    },
    endRule,
    sendDue,
  };
  return jobs;
}

/** Minutes between two checks of a rule: the longest step that is not longer than it asks for. */
export function stepOf({ everyMs }: Pick<Rule, 'everyMs'>): number {
  return STEPS.findLast((step) => step * MINUTE <= everyMs) ?? 1;
}
