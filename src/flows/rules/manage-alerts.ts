import type { Rule } from '../../core/alerts/rule.ts';
import type { Button, Card } from '../../core/card/card.ts';
import { ruleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import { whichAlert } from '../../core/i18n/alerts/which-alert.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Reader } from '../answer/identify.ts';
import type { Manage, ManageTask, Which } from '../answer/manage.ts';
import type { PlainCards } from '../answer/plain-cards.ts';
import type { Auditor } from '../operate/audit.ts';
import { findRule, mayChangeRule } from './find-rule.ts';
import type { RuleBook } from './rule-book.ts';
import type { RuleCards } from './rule-list.ts';
import type { RulePast } from './trial/rule-past.ts';
import { RULE_OPEN, RULE_PRESS } from './rule-presses.ts';
import type { TryRuleNow } from './trial/try-rule.ts';

/** What follows from a rule that was changed: that it is checked at its times, and that what it has open ends. */
export type RuleTimes = {
  readonly declare: () => Promise<void>;
  readonly endRule: (rule: Rule) => Promise<void>;
};

export type ManageAlertParts = {
  readonly settings: Settings;
  readonly book: RuleBook;
  readonly jobs: RuleTimes;
  readonly tryNow: TryRuleNow;
  readonly past: RulePast;
  readonly audit: Auditor;
  readonly cards: PlainCards;
  readonly shown: RuleCards;
};

type Verb = ManageTask['verb'];
/** What is done to a rule, so that it counts whose it is. */
const CHANGES: ReadonlySet<Verb> = new Set(['edit', 'pause', 'resume', 'remove']);
/** What everybody may do who may ask at all. */
const LOOKS: ReadonlySet<Verb> = new Set(['list', 'show']);

/** Lists, tries, pauses, resumes and removes rules, by whoever may, with a line in the audit for each deed. */
export function alertManager({ settings, book, jobs, tryNow, past, audit, cards, shown }: ManageAlertParts): Manage {
  const record = (reader: Reader, verb: Verb, id: string, result: string, others = false) =>
    audit.record(reader.actor, others ? 'manage-others' : 'manage-alerts', `${verb} ${id}`.trim(), result);
  const operationOf = (id: string | null, reader: Reader): Operation =>
    (id === null ? null : operationNamed(settings, id)) ?? reader.operation;

  const list = async (reader: Reader, operation: string | null, note: string | null = null): Promise<Card> => {
    const all = await book.list();
    const own = all.filter((rule) => operation === null || rule.operation === operation);
    return shown.list(own, operationOf(operation, reader), reader, note);
  };

  /** The button that does with a rule what was wanted, for when it was not clear which. */
  const button = (verb: Verb, { locale }: Reader) => {
    const { buttons } = ruleListWords(locale);
    const label = verb === 'list' || verb === 'show' ? buttons.open : buttons[verb === 'add' ? 'edit' : verb];
    const id = verb === 'edit' ? `${RULE_OPEN}:edit` : `${RULE_PRESS}:${verb === 'remove' ? 'show' : verb}`;
    return ({ id: value }: Rule): Button => ({ kind: 'button', id, label, value });
  };

  const choose = async (which: Which | null, verb: Verb, reader: Reader): Promise<Card | Rule> => {
    const w = ruleListWords(reader.locale);
    if (which === null) {
      const all = await book.list();
      const said = whichAlert(verb === 'list' ? 'show' : verb, reader.locale);
      return all.length === 0 ? list(reader, null) : shown.choose(said, null, all, button(verb, reader), reader);
    }
    const found = await findRule(book, which);
    if (found.kind === 'found') return found.booked.rule;
    if (found.among.length === 0) return list(reader, null, w.unknown(found));
    return shown.choose(
      found.kind === 'unknown' ? w.unknown(found) : w.several(found),
      found.kind === 'unknown' ? w.didYouMean : null,
      found.among,
      button(verb, reader),
      reader,
    );
  };

  const perform = async (verb: Verb, rule: Rule, sure: boolean, reader: Reader): Promise<Card> => {
    const w = ruleListWords(reader.locale);
    const { id, name, owner } = rule;
    const others = owner !== null && owner !== reader.actor.user;
    switch (verb) {
      case 'pause':
      case 'resume': {
        await book.pause(id, verb === 'pause');
        const now = (await book.get(id))?.rule;
        if (now === undefined) return list(reader, null, w.unknown({ name }));
        if (verb === 'pause') await jobs.endRule(now);
        await jobs.declare();
        await record(reader, verb, id, 'done', others);
        return shown.one(now, reader, verb === 'pause' ? w.did.paused(name) : w.did.resumed(name));
      }
      case 'remove': {
        if (rule.origin === 'file') return shown.one(rule, reader, w.did.readOnly(name));
        if (!sure) return shown.one(rule, reader, w.did.sure(name));
        // What it has open is told as over while there is still a rule to tell of.
        await jobs.endRule(rule);
        await book.remove(id);
        await jobs.declare();
        await record(reader, verb, id, 'done', others);
        return list(reader, null, w.did.removed(name));
      }
      case 'test': {
        const card = await tryNow(rule, operationOf(rule.operation, reader), reader);
        await record(reader, verb, id, 'done');
        return card;
      }
      case 'history':
        return past(rule, operationOf(rule.operation, reader), reader);
      case 'edit':
        return shown.one(rule, reader, rule.origin === 'file' ? w.did.readOnly(name) : null);
      case 'show':
      case 'list':
      case 'add':
        return shown.one(rule, reader);
    }
  };

  return async ({ verb, which, operation, sure }, reader) => {
    if (!LOOKS.has(verb)) {
      const never = mayChangeRule(reader, null);
      if (never !== null) {
        await record(reader, verb, '', 'denied');
        return cards.denied(never, reader);
      }
    }
    if (verb === 'list' || verb === 'add') return list(reader, operation);
    const chosen = await choose(which, verb, reader);
    if (!('condition' in chosen)) return chosen;
    const because = CHANGES.has(verb) ? mayChangeRule(reader, chosen) : null;
    if (because !== null) {
      await record(reader, verb, chosen.id, 'denied', true);
      return shown.one(chosen, reader, ruleListWords(reader.locale).did.notYours(chosen.name));
    }
    return perform(verb, chosen, sure, reader);
  };
}
