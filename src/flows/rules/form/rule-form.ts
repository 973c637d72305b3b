import { kindToName, watchedMetric } from '../../../core/alerts/rule-choices.ts';
import { metricName, metricNamed } from '../../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import { suggestedRules } from '../../../core/alerts/suggestions.ts';
import { writeAmount } from '../../../core/alerts/written-amount.ts';
import type { Card, Section } from '../../../core/card/card.ts';
import { ruleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import { ruleListWords } from '../../../core/i18n/alerts/rule-list-words.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Request } from '../../../core/request.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Log, Messenger } from '../../../ports.ts';
import { reportOf } from '../../../reports/catalog.ts';
import type { Press } from '../../answer/answer-press.ts';
import type { People, Reader } from '../../answer/identify.ts';
import type { Which } from '../../answer/manage.ts';
import type { FormPlace } from '../../answer/open-by-command.ts';
import type { PlainCards } from '../../answer/plain-cards.ts';
import type { Reply } from '../../answer/reply.ts';
import type { Auditor } from '../../operate/audit.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { findRule, mayChangeRule } from '../find-rule.ts';
import type { RuleTrial, TryRule } from '../trial/rule-backtest.ts';
import type { RuleBook } from '../rule-book.ts';
import { type RuleDraft, judgeRuleForm } from './rule-form-judge.ts';
import { beginRuleMemory, readRuleMemory, type RuleMemory, writeRuleMemory } from './rule-form-memory.ts';
import { formOfRule, plainForm, readRuleForm, type RuleForm, unitOfLimit } from './rule-form-state.ts';
import { openingRuleView, ruleFormView, ruleNoticeView } from './rule-form-view.ts';
import type { RuleCards } from '../rule-list.ts';
import { trialSaid } from '../trial/rule-trial-said.ts';
import type { ScopeNames } from '../scope-names.ts';

/** What the form is opened for. `looks`: what a card is of, or a metric that was typed; `suggested`: `report.metric` of a suggested rule. */
export type RuleWanted =
  | { readonly kind: 'add'; readonly name: string | null; readonly operation: string | null }
  | { readonly kind: 'alert-me'; readonly request: Request }
  | { readonly kind: 'suggested'; readonly operation: string; readonly metric: string }
  | { readonly kind: 'edit'; readonly which: Which };

export type RuleFormParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Pick<Messenger, 'openModal' | 'updateModal'>;
  readonly people: People;
  readonly cards: PlainCards;
  readonly audit: Auditor;
  readonly book: RuleBook;
  readonly shown: RuleCards;
  readonly names: ScopeNames;
  readonly tryRule: TryRule;
  readonly formatFor: FormatFor;
  readonly reply: Reply;
};

/** Opens the form of a rule at once and fills it after, and follows what is chosen in it. */
export function ruleForm(parts: RuleFormParts) {
  const { settings, messenger, people, cards, audit, book, formatFor } = parts;

  const operationOf = (id: string | null, reader: Reader): Operation =>
    (id === null ? null : operationNamed(settings, id)) ?? reader.operation;

  const draftOf = async (form: RuleForm, operation: Operation, reader: Reader) => {
    const kind = kindToName(form.scope);
    const among = kind === null ? null : await parts.names.among(operation, kind);
    const format = formatFor(reader.locale, operation);
    const judged = judgeRuleForm(form, { operation, locale: reader.locale, format, among, self: reader.actor.user });
    return { judged, among, format };
  };

  const trialOf = async (draft: RuleDraft, operation: Operation): Promise<RuleTrial | null> => {
    try {
      return await parts.tryRule({ ...draft, id: 'trial', paused: false, origin: 'slack' }, operation);
    } catch (cause) {
      parts.log.error('flow.failed', { flow: 'rule-trial', cause });
      return null;
    }
  };

  const show = async (viewId: string, memory: RuleMemory, reader: Reader): Promise<void> => {
    const { form } = memory;
    const { locale } = reader;
    const operation = operationOf(form.operation, reader);
    const { judged, among, format } = await draftOf(form, operation, reader);
    const trial = 'draft' in judged ? await trialOf(judged.draft, operation) : null;
    const said: readonly Section[] =
      'draft' in judged
        ? trial === null
          ? []
          : trialSaid(trial, judged.draft, { locale, format })
        : [{ kind: 'text', text: ruleFormWords(locale).backtest.fixFirst }];
    const more = { isNew: memory.id === null, metadata: writeRuleMemory(memory) };
    const view = ruleFormView(form, said, more, { settings, operation, locale, format, among });
    const drawn = await messenger.updateModal(viewId, view);
    if (!drawn.ok) parts.log.warn('slack.form-not-shown', { code: drawn.problem.code });
  };
  const notice = async (viewId: string, card: Card, locale: Locale) => {
    await messenger.updateModal(viewId, ruleNoticeView(card, locale));
  };

  /** Null: it is theirs to do. */
  const refused = async (reader: Reader, rule: Rule | null, about: string): Promise<Card | null> => {
    const because = mayChangeRule(reader, rule);
    if (because === null) return null;
    await audit.record(reader.actor, rule === null ? 'manage-alerts' : 'manage-others', about, 'denied');
    return cards.denied(because, reader);
  };

  /** With a limit that the history speaks for, where there is one. */
  const advised = async (form: RuleForm, operation: Operation, reader: Reader): Promise<RuleForm> => {
    const { judged, format } = await draftOf(form, operation, reader);
    const trial = 'draft' in judged ? await trialOf(judged.draft, operation) : null;
    if (trial?.kind !== 'tried' || trial.suggested === null || trial.isSuggested) return form;
    return { ...form, limit: writeAmount(trial.suggested, unitOfLimit(form), format), recover: '' };
  };

  const fresh = (looks: Pick<Rule, 'report' | 'metric'>, operation: Operation, place: FormPlace, reader: Reader) => {
    const { channel } = place.sender;
    return plainForm(looks, operation, {
      format: formatFor(reader.locale, operation),
      channel: channel !== null && /^[CG]/.test(channel) ? channel : '',
      owner: reader.actor.user,
    });
  };

  const formOf = async (
    wanted: Exclude<RuleWanted, { kind: 'edit' }>,
    place: FormPlace,
    reader: Reader,
  ): Promise<RuleForm> => {
    switch (wanted.kind) {
      case 'add': {
        const operation = operationOf(wanted.operation, reader);
        const form = fresh({ report: 'live', metric: 'abandonment' }, operation, place, reader);
        const named = wanted.name === null ? null : metricNamed(wanted.name.trim().toLowerCase());
        if (named !== null) return advised(fresh(named, operation, place, reader), operation, reader);
        return { ...(await advised(form, operation, reader)), name: wanted.name?.slice(0, 60) ?? '' };
      }
      case 'alert-me': {
        const { request } = wanted;
        const operation = operationOf(request.operation, reader);
        const { leading } = reportOf(request.report);
        const form = fresh(
          { report: request.report, metric: watchedMetric(request.report, leading) },
          operation,
          place,
          reader,
        );
        const { campaign } = request;
        const scoped: RuleForm =
          campaign === null || campaign === 'all' ? form : { ...form, scope: 'campaign', id: campaign };
        return advised(scoped, operation, reader);
      }
      case 'suggested': {
        const operation = operationOf(wanted.operation, reader);
        const { locale } = reader;
        const own = { channel: '', owner: reader.actor.user };
        const rule = suggestedRules({ ...operation, locale }, own).find((one) => metricName(one) === wanted.metric);
        const plain = fresh({ report: 'live', metric: 'abandonment' }, operation, place, reader);
        if (rule === undefined) return plain;
        return { ...formOfRule(rule, operation, formatFor(locale, operation)), channel: plain.channel };
      }
    }
  };

  const fill = async (wanted: RuleWanted, place: FormPlace, reader: Reader): Promise<RuleMemory | Card> => {
    const refusal = await refused(reader, null, wanted.kind);
    if (refusal !== null) return refusal;
    if (wanted.kind !== 'edit') return beginRuleMemory(await formOf(wanted, place, reader), place, null);
    const w = ruleListWords(reader.locale);
    const found = await findRule(book, wanted.which);
    if (found.kind !== 'found') {
      const lines = found.among.map(({ name }) => ({ text: [{ bold: name }] }));
      const sections: readonly Section[] = lines.length === 0 ? [] : [{ kind: 'lines', lines }];
      return { headline: w.unknown(found), sections, trust: [], actions: [] };
    }
    const { rule, revision } = found.booked;
    const notTheirs = await refused(reader, rule, `edit ${rule.id}`);
    if (notTheirs !== null) return parts.shown.one(rule, reader, w.did.notYours(rule.name));
    if (rule.origin === 'file') return parts.shown.one(rule, reader, w.did.readOnly(rule.name));
    const operation = operationOf(rule.operation, reader);
    const form = formOfRule(rule, operation, formatFor(reader.locale, operation));
    return beginRuleMemory(form, place, { id: rule.id, revision });
  };

  return {
    async open(wanted: RuleWanted, place: FormPlace): Promise<void> {
      const early = people.guess(place.sender);
      const opened = await messenger.openModal(place.triggerId, openingRuleView(early.locale));
      const reader = await people.identify(place.sender);
      if (!opened.ok) {
        const card =
          reader === null ? cards.stranger(early.locale) : cards.problem(opened.problem, reader, early.operation, null);
        await parts.reply({ ...place, turns: false }, card, reader?.locale ?? early.locale);
        return;
      }
      const { viewId } = opened.value;
      if (reader === null) return notice(viewId, cards.stranger(early.locale), early.locale);
      try {
        const filled = await fill(wanted, place, reader);
        await ('form' in filled ? show(viewId, filled, reader) : notice(viewId, filled, reader.locale));
      } catch (cause) {
        parts.log.error('flow.failed', { flow: 'rule-form', cause });
        await notice(viewId, await cards.defect(early), early.locale);
      }
    },

    /** A field was changed, or a button of the form was pressed. */
    async change({ form: shown, sender, id, value }: Press): Promise<void> {
      const memory = shown === null ? null : readRuleMemory(shown.metadata);
      const reader = await people.identify(sender);
      if (shown === null || memory === null || reader === null) return;
      const refusal = await refused(reader, null, 'form');
      if (refusal !== null) return notice(shown.viewId, refusal, reader.locale);
      const operation = operationOf(
        shown.values[`operation.${memory.form.turn}`]?.[0] ?? memory.form.operation,
        reader,
      );
      const format = formatFor(reader.locale, operation);
      const read = readRuleForm(shown.values, memory.form, operation, format);
      const form = pressed(id.split(':')[1], value, read, format);
      await show(shown.viewId, { ...memory, form }, reader);
    },
  };
}
export type OpenRuleForm = ReturnType<typeof ruleForm>;

/** The form after one of its own buttons; after a field was changed it is as it was read. */
function pressed(act: string | undefined, value: string, form: RuleForm, format: ReturnType<FormatFor>): RuleForm {
  if (act === 'more') return { ...form, more: value === 'more' };
  const limit = act === 'use' ? Number(value) : Number.NaN;
  if (!Number.isFinite(limit)) return form;
  return { ...form, limit: writeAmount(limit, unitOfLimit(form), format), recover: '', turn: form.turn + 1 };
}
