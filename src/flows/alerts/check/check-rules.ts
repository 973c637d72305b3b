import { expectsData, type IsHoliday, ruleStretch } from '../../../core/alerts/active-hours.ts';
import { evaluate } from '../../../core/alerts/evaluate.ts';
import type { Notice } from '../../../core/alerts/notices.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { type AlertState, NEW_STATE, openEpisode, statusOf } from '../../../core/alerts/state.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Clock, Holidays, Log, Metrics } from '../../../ports.ts';
import type { EndedLog } from '../cards/ended-log.ts';
import { endAll, hasOpenCards, isOutgrown, withRule } from '../cards/card-rule.ts';
import { faded, isBlank, isSameCalm, isSettled } from './is-settled.ts';
import { observe, type Observed, rangeOf } from './observe.ts';
import { hasOldCards, planCards } from '../cards/plan-cards.ts';
import { levelAsked, type ReadRules, type RuleReading } from './readings.ts';
import type { SendSheet } from '../cards/send-sheet.ts';
import { type Case, EMPTY_SHEET, type Found, type Sheet, type SheetStore } from '../cards/sheet.ts';
import type { ReadLevel } from './usual-level.ts';

export type CheckParts = {
  readonly sheets: SheetStore;
  readonly ended: EndedLog;
  readonly readRules: ReadRules;
  readonly readLevel: ReadLevel;
  readonly send: SendSheet;
  readonly holidays: Holidays;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** What a tick did: how many rules it judged, and how many sheets it wrote and had something to tell of. */
export type Checked = { readonly rules: number; readonly changed: number; readonly told: number };

/** Checks some rules of an operation at a tick's nominal time; what is due to Slack is sent before it returns. */
export type CheckRules = (operation: Operation, rules: readonly Rule[], at: number) => Promise<Checked>;

/** What is due of each case of a sheet at this tick. */
export type Due = ReadonlyMap<string, readonly Notice[]>;

type Judged = { readonly sheet: Sheet; readonly due: Due };

/** Rules are judged in turns of this many, so that a press is answered in between. */
const TURN = 200;
const MOST_NAMED = 10;
/** Then it is no rule's own, but the store that is away: each would wait for it in vain. */
const MOST_IN_A_ROW = 50;
const LATEST_MS = 60 * 60_000;

export function ruleChecker(parts: CheckParts): CheckRules {
  const { sheets, log, metrics } = parts;

  return async (operation, rules, at) => {
    const startedAt = parts.clock.now();
    const remembered = await sheets.all(operation.id);
    const isHoliday = holidaysOf(parts);
    const isActive = (rule: Rule) => ruleStretch(rule, operation, at, isHoliday) !== null;
    const looking = rules.filter(isActive);
    const readings = await parts.readRules(looking, at);
    const inHours = expectsData(operation, at, isHoliday);
    const statuses = new Map<string, number>();
    let changed = 0;
    // What one rule meets spoils no other.
    const spoilt: string[] = [];
    let lastCause: unknown = null;
    let inARow = 0;
    const toSend: { readonly rule: Rule; readonly due: Due }[] = [];
    for (const [index, rule] of rules.entries()) {
      if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
      const found = remembered.get(rule.id) ?? { sheet: EMPTY_SHEET, revision: 'absent' as const };
      const reading = readings.get(rule) ?? null;
      if (reading === null && found.revision === 'absent') continue;
      const judged = await judgeAndSave(parts, { operation, rule, reading, at, expectsData: inHours }, found).catch(
        (cause: unknown) => {
          spoilt.push(rule.id);
          lastCause = cause;
          inARow += 1;
          if (inARow >= MOST_IN_A_ROW) throw cause;
          return null;
        },
      );
      if (judged === null) continue;
      inARow = 0;
      for (const { state } of Object.values(judged.sheet.cases)) {
        const status = statusOf(state);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      if (judged.wrote) changed += 1;
      if (judged.due.size > 0 || hasOpenCards(judged.sheet)) toSend.push({ rule, due: judged.due });
    }
    for (const status of ['pending', 'firing', 'recovering', 'no-data', 'error']) {
      metrics.gauge('vigia_alerts', { operation: operation.id, status }, statuses.get(status) ?? 0);
    }
    if (spoilt.length > 0) {
      const some = spoilt.slice(0, MOST_NAMED);
      log.error('alerts.not-judged', { operation: operation.id, many: spoilt.length, rules: some, cause: lastCause });
    }
    for (const { rule, due } of toSend) await parts.send(operation, rule, due, at);
    const told = toSend.length;
    const ms = parts.clock.now() - startedAt;
    metrics.observe('vigia_alert_check_seconds', { operation: operation.id }, ms / 1_000);
    log.info('alerts.checked', {
      operation: operation.id,
      at,
      rules: rules.length,
      read: looking.length,
      changed,
      told,
      ms,
    });
    return { rules: rules.length, changed, told };
  };
}

type Ask = {
  readonly operation: Operation;
  readonly rule: Rule;
  readonly reading: RuleReading | null;
  readonly at: number;
  readonly expectsData: boolean;
};

async function judgeAndSave(parts: CheckParts, ask: Ask, first: Found): Promise<Judged & { readonly wrote: boolean }> {
  const key = { operation: ask.operation.id, rule: ask.rule.id };
  for (let found = first; ; found = await parts.sheets.load(key)) {
    const judged = await judgeSheet(parts, ask, found.sheet);
    const settled = isSettled(judged.sheet);
    if (settled && (found.revision === 'absent' || isBlank(found.sheet))) return { ...judged, wrote: false };
    if (!settled && judged.sheet === found.sheet) return { ...judged, wrote: false };
    if (settled && found.revision !== 'absent') {
      if (await parts.sheets.clear(key, found.revision, ask.at)) return { ...judged, wrote: true };
      continue;
    }
    if ((await parts.sheets.save(key, judged.sheet, found.revision)) !== null) {
      const { id, channel } = ask.rule;
      await parts.ended.note(ask.operation.id, { rule: id, channel }, found.sheet, judged.sheet);
      return { ...judged, wrote: true };
    }
  }
}

/** One rule's sheet after a tick; the very same one where the tick changed nothing. */
async function judgeSheet(parts: CheckParts, ask: Ask, found: Sheet): Promise<Judged> {
  const { rule, operation, at, reading } = ask;
  // A rule of the file may be another one after a restart.
  const was = isOutgrown(found, rule) ? endAll(found, at) : found;
  const active = ruleStretch(rule, operation, at, holidaysOf(parts));
  const observed = active === null || reading === null ? unread(was) : observe(rule, reading, was.cases);
  const due = new Map<string, readonly Notice[]>();
  let cases: Readonly<Record<string, Case>> = was.cases;
  for (const { instance, subject, seen, basis } of observed) {
    const before = was.cases[instance];
    const known = before === undefined ? NEW_STATE : sinceSetBack(before.state, at);
    const tick = { at, seen, active, expectsData: ask.expectsData };
    const { state, notices, why } = evaluate(rule, known, tick);
    if (why.step === 'old' || (before !== undefined && isSameCalm(before.state, state))) continue;
    if (why.step !== 'calm' && why.step !== 'kept' && why.step !== 'outside-hours') {
      parts.log.debug('alerts.step', { operation: operation.id, rule: rule.id, step: why.step });
    }
    // What cannot be judged is no news: the card keeps what its last figure rests on.
    const beside = (why.step === 'kept' ? (before?.basis ?? basis) : (basis ?? before?.basis)) ?? null;
    const full = await withUsual(parts, ask, state, beside);
    cases = { ...cases, [instance]: { subject, state: faded(rule, state, at), basis: full } };
    if (notices.length > 0) due.set(instance, notices);
  }
  if (cases === was.cases && !hasOldCards(was, at)) return { sheet: was, due };
  return { sheet: withRule(planCards({ ...was, cases: withoutSettled(cases) }, at), rule), due };
}

function holidaysOf({ holidays }: CheckParts): IsHoliday {
  return (date, country) => holidays.isHoliday(date, country);
}

/** No tick comes so late: a state from further ahead is of a clock that was set back, and its rule would be blind until then. */
function sinceSetBack(state: AlertState, at: number): AlertState {
  return state.at !== null && state.at - at > LATEST_MS ? { ...state, at: null } : state;
}

/** A card says what is usual also where the rule does not ask for it. */
async function withUsual(parts: CheckParts, ask: Ask, state: AlertState, basis: Case['basis']): Promise<Case['basis']> {
  const { rule, operation } = ask;
  const { kind } = rule.condition;
  if (basis === null || basis.usual !== null || openEpisode(state) === null || rule.report === 'quota') return basis;
  if (kind !== 'above' && kind !== 'below') return basis;
  if (rule.scope !== 'all') return basis;
  const level = await parts.readLevel(levelAsked(operation, rule, 'all', basis.to));
  return { ...basis, usual: rangeOf(level) };
}

/** Outside its hours nothing is read: what is open ends, whatever the figures. */
function unread(sheet: Sheet): readonly Observed[] {
  return Object.entries(sheet.cases).map(([instance, { subject }]) => ({
    instance,
    subject,
    seen: { kind: 'no-data' },
    basis: null,
  }));
}

function withoutSettled(cases: Readonly<Record<string, Case>>): Readonly<Record<string, Case>> {
  const kept = Object.entries(cases).filter(
    ([, { subject, state }]) =>
      subject.kind === 'rule' || state.phase.kind !== 'ok' || state.ends.length > 0 || state.before !== null,
  );
  return Object.fromEntries(kept);
}
