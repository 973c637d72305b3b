import { dueNotices, isStillDue, type Notice } from '../../../core/alerts/notices.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { openEpisode } from '../../../core/alerts/state.ts';
import { kindOf } from '../../../core/errors.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Clock, Log, Store } from '../../../ports.ts';
import { ruleOfCard } from './card-rule.ts';
import type { Due } from '../check/check-rules.ts';
import type { SendCard } from './send-card.ts';
import type { TellRuleOwner } from './tell-rule-owner.ts';
import type { SheetKey, SheetStore } from './sheet.ts';

/** Takes to Slack all that a rule's sheet has due. `due`: what a check has just found; left out, what is due whatever the figures. */
export type SendSheet = (operation: Operation, rule: Rule, due: Due | null, at: number) => Promise<void>;

/** Longer than Slack takes for one card: whoever died while sending is followed by another after this. */
const CLAIM_MS = 90_000;

/** One sender at a time for each rule over all processes, so that no card is posted twice by two who see the same. */
export function sheetSender(parts: {
  readonly store: Pick<Store, 'claims'>;
  readonly sheets: SheetStore;
  readonly sendCard: SendCard;
  readonly tellOwner: TellRuleOwner;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
}): SendSheet {
  const { sheets, store, clock, log } = parts;
  const lines = new Map<string, Promise<void>>();

  const sendAll = async (
    operation: Operation,
    rule: Rule,
    due: Due | null,
    at: number,
    hold: () => Promise<boolean>,
  ): Promise<void> => {
    const key: SheetKey = { operation: operation.id, rule: rule.id };
    const { sheet } = await sheets.load(key);
    const wanted = due === null ? dueAnyway(rule, sheet.cases, at) : stillDue(due, sheet.cases);
    for (const [id, card] of Object.entries(sheet.cards)) {
      if (card.closedAt !== null) continue;
      if (!(await hold())) return;
      await parts.sendCard({ operation, rule: ruleOfCard(card, rule), key, id, due: wanted, at, hold });
    }
    for (const [instance, notices] of wanted) {
      for (const notice of notices) {
        if (notice.kind === 'owner') await parts.tellOwner({ operation, rule, key, instance, notice });
      }
    }
  };

  const claimed = async (operation: Operation, rule: Rule, due: Due | null, at: number): Promise<void> => {
    const claim = `alert-send/${operation.id}/${rule.id}`;
    const owner = parts.newId();
    const now = clock.now();
    if (!(await store.claims.take(claim, owner, now, now + CLAIM_MS))) {
      log.debug('alerts.sending-elsewhere', { operation: operation.id, rule: rule.id });
      return;
    }
    let until = now + CLAIM_MS;
    const hold = async (): Promise<boolean> => {
      const then = clock.now();
      if (until - then > CLAIM_MS / 2) return true;
      until = then + CLAIM_MS;
      return store.claims.take(claim, owner, then, until);
    };
    try {
      await sendAll(operation, rule, due, at, hold);
    } finally {
      await store.claims.release(claim, owner);
    }
  };

  return async (operation, rule, due, at) => {
    const line = `${operation.id}/${rule.id}`;
    const before = lines.get(line) ?? Promise.resolve();
    const own = before
      .then(() => claimed(operation, rule, due, at))
      .catch((cause: unknown) => {
        log.error('alerts.not-sent', { operation: operation.id, rule: rule.id, cause: kindOf(cause) });
      });
    lines.set(line, own);
    await own;
    if (lines.get(line) === own) lines.delete(line);
  };
}

/** What is due between two checks: first words, ends and edits; not what depends on the next figure. */
function dueAnyway(rule: Rule, cases: Parameters<typeof openCases>[0], at: number): Due {
  return new Map(
    openCases(cases).map(([instance, { state }]): readonly [string, readonly Notice[]] => {
      const notices = dueNotices(rule, state, null, { at, active: { from: at, to: at } });
      return [instance, notices.filter(({ kind }) => kind !== 'owner')];
    }),
  );
}

/** Between a check and its turn to send, another sender may have told of it, or a person answered. */
function stillDue(due: Due, cases: Cases): Due {
  return new Map(
    [...due].map(([instance, notices]): readonly [string, readonly Notice[]] => {
      const state = cases[instance]?.state;
      return [instance, state === undefined ? [] : notices.filter((notice) => isStillDue(state, notice))];
    }),
  );
}

type Cases = Awaited<ReturnType<SheetStore['load']>>['sheet']['cases'];

function openCases(cases: Cases): readonly (readonly [string, Cases[string]])[] {
  return Object.entries(cases).filter(([, { state }]) => openEpisode(state) !== null || state.ends.length > 0);
}
