import { type Notice, told } from '../../../core/alerts/notices.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Card } from '../../../core/card/card.ts';
import { problem } from '../../../core/errors.ts';
import { ruleTroubleWords } from '../../../core/i18n/alerts/alert-trouble-words.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Clock, Log, Messenger, Store } from '../../../ports.ts';
import type { FormatFor } from '../../read/format-for.ts';
import type { Deliver } from '../../send/deliver.ts';
import { answerable } from './alert-place.ts';
import type { SheetKey, SheetStore } from './sheet.ts';

export type OwnerTold = {
  readonly operation: Operation;
  readonly rule: Rule;
  readonly key: SheetKey;
  readonly instance: string;
  readonly notice: Extract<Notice, { kind: 'owner' }>;
};
/** Tells a rule's owner by direct message that it sees nothing, what to do, and when it sees again; the floor hears nothing of it. */
export type TellRuleOwner = (told: OwnerTold) => Promise<void>;

/** One rule's trouble is nearly always that of all rules of its operation: whoever owns several hears of the first. */
const SAME_TROUBLE_MS = 60 * 60_000;

export function ruleOwnerTeller(parts: {
  readonly sheets: SheetStore;
  readonly settings: Settings;
  readonly messenger: Pick<Messenger, 'directMessage' | 'person'>;
  readonly deliver: Deliver;
  readonly formatFor: FormatFor;
  readonly store: Pick<Store, 'claims'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly team: () => string;
}): TellRuleOwner {
  const { clock, log } = parts;
  return async ({ operation, rule, key, instance, notice }) => {
    const people = answerable(rule, parts.settings);
    const [owner = null] = people;
    const now = clock.now();
    log.warn('alerts.blind', { rule: rule.id, about: notice.about, code: notice.code, over: notice.overAt !== null });
    const trouble = `${operation.id}/${owner ?? ''}/${notice.about}/${notice.code ?? ''}/${notice.overAt === null ? 'on' : 'over'}`;
    const { claims } = parts.store;
    const first = await claims.take(`alert-owner/${trouble}`, rule.id, now, now + SAME_TROUBLE_MS);
    // Where the owner has left, the first administrator who can be written to hears of it.
    for (const user of first ? people : []) {
      const person = await parts.messenger.person(user);
      const locale = (person.ok ? person.value.locale : null) ?? operation.locale;
      const card = troubleCard(rule, operation, notice, { locale, now, formatFor: parts.formatFor });
      const sent = await parts.deliver(parts.team(), card, locale, (message) =>
        parts.messenger.directMessage(user, message),
      );
      if (sent.ok || sent.problem.code === 'slack.unclear') break;
      log.warn('alerts.owner-not-told', { rule: rule.id, code: sent.problem.code });
      // The claim stays with this rule, which tries again at its next check: one try for all rules of an owner.
      if (sent.problem.mayPass) return;
    }
    await parts.sheets.change(key, (sheet) => {
      const found = sheet.cases[instance];
      if (found === undefined) return null;
      const state = told(found.state, notice, now);
      return { ...sheet, cases: { ...sheet.cases, [instance]: { ...found, state } } };
    });
  };
}

function troubleCard(
  rule: Rule,
  operation: Operation,
  { about, code, since, overAt }: OwnerTold['notice'],
  {
    locale,
    now,
    formatFor,
  }: { readonly locale: Operation['locale']; readonly now: number; readonly formatFor: FormatFor },
): Card {
  const words = ruleTroubleWords(locale);
  const format = formatFor(locale, operation);
  const plain = { trust: [operation.name], actions: [] };
  if (overAt !== null) {
    return { ...plain, headline: words.seesAgain(rule.name, format.moment(overAt, now)), sections: [] };
  }
  const headline = words.blind(rule.name, format.moment(since, now));
  if (about === 'no-data' || code === null) {
    return {
      ...plain,
      headline,
      sections: [
        { kind: 'text', text: words.noData },
        { kind: 'text', text: words.notGood },
        { kind: 'text', text: words.others },
      ],
    };
  }
  const said = problemSaid(problem(code), { locale, operation: operation.name, format, now });
  return {
    ...plain,
    headline,
    sections: [said.what, said.next, words.notGood, words.others].map((text) => ({ kind: 'text', text })),
  };
}
