import { kindToName } from '../../../core/alerts/rule-choices.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Card } from '../../../core/card/card.ts';
import { ruleListWords } from '../../../core/i18n/alerts/rule-list-words.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Log } from '../../../ports.ts';
import type { People, Reader } from '../../answer/identify.ts';
import type { AnswerForm } from '../../answer/justify-answer.ts';
import type { PlainCards } from '../../answer/plain-cards.ts';
import type { Reply } from '../../answer/reply.ts';
import type { ShowHome } from '../../answer/show-home.ts';
import type { Auditor } from '../../operate/audit.ts';
import { saveNew } from '../../book/save-new.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { mayChangeRule } from '../find-rule.ts';
import type { RuleTimes } from '../manage-alerts.ts';
import type { RuleBook } from '../rule-book.ts';
import { judgeRuleForm, type RuleDraft, type RuleMistakes } from './rule-form-judge.ts';
import { readRuleMemory, type RuleMemory } from './rule-form-memory.ts';
import { readRuleForm, type RuleForm } from './rule-form-state.ts';
import type { RuleCards } from '../rule-list.ts';
import type { ScopeNames } from '../scope-names.ts';

export type SaveRuleParts = {
  readonly settings: Settings;
  readonly log: Log;
  readonly people: People;
  readonly cards: PlainCards;
  readonly audit: Auditor;
  readonly book: RuleBook;
  readonly jobs: RuleTimes;
  readonly shown: RuleCards;
  readonly names: ScopeNames;
  readonly formatFor: FormatFor;
  readonly reply: Reply;
  readonly showHome: ShowHome;
};

/** Takes the form of a rule: what is wrong is said beside its field, what is right is saved and checked from then on. */
export function ruleSaver(parts: SaveRuleParts): AnswerForm {
  const { settings, people, cards, audit, book, jobs, shown } = parts;

  const keep = async (draft: RuleDraft, { id, revision }: RuleMemory, reader: Reader): Promise<Card> => {
    const { locale, actor } = reader;
    const w = ruleListWords(locale);
    const before = id === null ? null : await book.get(id);
    const because = mayChangeRule(reader, before?.rule ?? null);
    if (because !== null) {
      await audit.record(actor, 'manage-alerts', `save ${id ?? ''}`.trim(), 'denied');
      return cards.denied(because, reader);
    }
    if (id === null) {
      const plain = { paused: false, origin: 'slack' } as const;
      const made = await saveNew<Rule>(book, draft.name, 'alert', (own) => ({ ...draft, ...plain, id: own }));
      await jobs.declare();
      await audit.record(actor, 'manage-alerts', `add ${made.id}`, 'done');
      return shown.one(made, reader, w.did.saved(made.name));
    }
    if (before === null) {
      const rules = await book.list();
      return shown.list(rules, reader.operation, reader, w.unknown({ name: draft.name }));
    }
    const changed: Rule = { ...before.rule, ...draft };
    const saved = revision === null ? null : await book.save(changed, revision);
    if (saved?.ok !== true) return shown.one(before.rule, reader, w.did.changed);
    // What is open under the old words would be judged by the new ones, which it never was about.
    if (judgedBy(before.rule) !== judgedBy(changed)) await jobs.endRule(before.rule);
    await jobs.declare();
    const others = before.rule.owner !== null && before.rule.owner !== actor.user;
    await audit.record(actor, others ? 'manage-others' : 'manage-alerts', `edit ${id}`, 'done');
    return shown.one(changed, reader, w.did.saved(changed.name));
  };

  return async ({ user, team, metadata, values, begin }) => {
    const memory = readRuleMemory(metadata);
    if (memory === null) {
      await begin();
      return;
    }
    const sender = { user, team, channel: memory.channel };
    const early = people.guess(sender);
    const operation = operationNamed(settings, memory.form.operation) ?? early.operation;
    const format = parts.formatFor(early.locale, operation);
    const form = readRuleForm(values, memory.form, operation, format);
    const judged = judgeRuleForm(form, { operation, locale: early.locale, format, among: null, self: user });
    if ('mistakes' in judged) return begin(besideFields(judged.mistakes, memory.form, values));
    await begin();
    const { responseUrl, onEphemeral } = memory;
    const fromHome = responseUrl === null && memory.channel === null;
    try {
      const reader = await people.identify(sender);
      const locale = reader?.locale ?? early.locale;
      const named = form.name === '' ? await namedDraft(parts, judged.draft, form, operation, locale) : judged.draft;
      const card = reader === null ? cards.stranger(locale) : await keep(named, memory, reader);
      if (fromHome) await parts.showHome(sender);
      else await parts.reply({ sender, responseUrl, turns: onEphemeral }, card, locale);
    } catch (cause) {
      parts.log.error('flow.failed', { flow: 'rule-save', cause });
      await parts.reply({ sender, responseUrl, turns: false }, await cards.defect(early), early.locale);
    }
  };
}

/** With the name that its scope has, which Slack's three seconds leave no time to read. */
async function namedDraft(
  { names, formatFor }: Pick<SaveRuleParts, 'names' | 'formatFor'>,
  draft: RuleDraft,
  form: RuleForm,
  operation: Parameters<ScopeNames['among']>[0],
  locale: Reader['locale'],
): Promise<RuleDraft> {
  const kind = kindToName(form.scope);
  if (kind === null) return draft;
  const among = await names.among(operation, kind);
  const format = formatFor(locale, operation);
  const again = judgeRuleForm(form, { operation, locale, format, among, self: draft.channel });
  return 'draft' in again ? { ...draft, name: again.draft.name } : draft;
}

/** What a state of the rule means something for. */
function judgedBy({ report, metric, scope, condition, windowMs, operation, channel }: Rule): string {
  return JSON.stringify([operation, report, metric, scope, condition.kind, windowMs, channel]);
}

/** Mistakes by block; one of a field that is not on the form now is said beside the limit or the metric. */
function besideFields(
  mistakes: RuleMistakes,
  { turn }: RuleForm,
  values: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> {
  const there = (field: string) => `${field}.${turn}` in values;
  return Object.fromEntries(
    Object.entries(mistakes).map(([field, said]) => {
      const at = [field, 'limit', 'condition'].find(there) ?? field;
      return [`${at}.${turn}`, said];
    }),
  );
}
