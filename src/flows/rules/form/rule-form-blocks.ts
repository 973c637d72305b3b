import {
  conditionChoices,
  kindToName,
  scopeChoices,
  type ScopeChoice,
  windowChoices,
} from '../../../core/alerts/rule-choices.ts';
import { METRIC_NAMES, metricName, metricNamed, metricOf } from '../../../core/alerts/rule-metrics.ts';
import { SEVERITIES } from '../../../core/alerts/rule.ts';
import type { Block } from '../../../core/card/block.ts';
import {
  chooseChannels,
  chooseOne,
  choosePeople,
  type Choosable,
  type FieldAsked,
  writeIn,
} from '../../../core/card/inputs.ts';
import type { Format } from '../../../core/i18n/format.ts';
import { sayHours } from '../../../core/i18n/said-hours.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import type { RuleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Settings } from '../../../core/settings.ts';
import { contactChoice } from '../contact-watch.ts';
import { metricTitle, sourceTitle } from '../metric-title.ts';
import { recoveryMeant, ruleName } from './rule-form-judge.ts';
import { betterOf, blockName, NEVER, type RuleField, type RuleForm, RUNNING_DAY } from './rule-form-state.ts';

/** A change in a field of the form, or a button of it. */
export const RULE_CHANGE = 'rule-change';
const NAME_MAX = 60;
const MINUTE = 60_000;
const LASTING = [0, 5, 10, 15, 30, 60];
const REPEATS = [30, 60, 120, 240];

export type RuleSight = {
  readonly settings: Settings;
  readonly operation: Operation;
  readonly locale: Locale;
  readonly format: Format;
  /** What can be named of the form's kind; null where it is not known, and an id is written. */
  readonly among: readonly Choosable[] | null;
};

const LIVE = { live: RULE_CHANGE } as const;

function asked(form: RuleForm, field: RuleField, label: string, more: Partial<FieldAsked> = {}): FieldAsked {
  return { field: blockName(field, form.turn), label, ...more };
}

/** What is looked at, and whose. */
export function whatBlocks(
  form: RuleForm,
  { settings, operation, locale, among }: RuleSight,
  w: RuleFormWords,
): readonly Block[] {
  const operations = settings.operations.map(({ id, name }) => ({ value: id, label: name }));
  const metrics = METRIC_NAMES.flatMap((value): readonly Choosable[] => {
    const named = metricNamed(value);
    return named === null ? [] : [{ value, label: `${sourceTitle(named, locale)} · ${metricTitle(named, locale)}` }];
  });
  const scopes = scopeChoices(form, form.condition);
  const kind = kindToName(form.scope);
  const which = kind === null ? [] : [idBlock(form, kind, among, w)];
  return [
    ...(operations.length > 1
      ? [chooseOne(asked(form, 'operation', w.operation, LIVE), operations, operation.id)]
      : []),
    chooseOne(asked(form, 'metric', w.metric, LIVE), metrics, metricName(form)),
    ...(scopes.length > 1
      ? [
          chooseOne(
            asked(form, 'scope', w.scope, LIVE),
            scopes.map((value) => ({ value, label: scopeSaid(value, w) })),
            form.scope,
          ),
        ]
      : []),
    ...which,
  ];
}

function idBlock(
  form: RuleForm,
  kind: NonNullable<ReturnType<typeof kindToName>>,
  among: readonly Choosable[] | null,
  w: RuleFormWords,
): Block {
  const field = (more: Partial<FieldAsked>) => asked(form, 'id', w.which[kind], { ...LIVE, ...more });
  if (among === null || among.length === 0) return writeIn(field({ hint: w.idHint }), { value: form.id, max: 80 });
  return chooseOne(field({}), withChosen(among, form.id), form.id);
}

/** When it is bad. */
export function conditionBlocks(form: RuleForm, { format }: RuleSight, w: RuleFormWords): readonly Block[] {
  const kinds = conditionChoices(form, betterOf(form)).map((value) => ({ value, label: w.conditions[value] }));
  const unit = metricOf(form)?.unit ?? 'count';
  const isUsual = form.condition === 'above-usual' || form.condition === 'below-usual';
  const hint = isUsual ? w.usualHint : w.limitHint[unit];
  const limit = { value: form.limit, max: 20 };
  const floor = unit === 'rate' && form.more && form.report !== 'quota';
  const meant = recoveryMeant(form, format);
  return [
    chooseOne(asked(form, 'condition', w.condition, LIVE), kinds, form.condition),
    ...(form.condition === 'aux'
      ? []
      : [writeIn(asked(form, 'limit', w.limit[form.condition], { ...LIVE, hint }), limit)]),
    ...(form.more && form.condition !== 'aux'
      ? [
          writeIn(
            asked(form, 'recover', w.recover, {
              ...LIVE,
              optional: true,
              ...(meant === null ? {} : { hint: w.recoverHint(meant) }),
            }),
            { value: form.recover, max: 20 },
          ),
        ]
      : []),
    ...(floor
      ? [writeIn(asked(form, 'floor', w.floor, { ...LIVE, hint: w.floorHint }), { value: form.floor, max: 7 })]
      : []),
  ];
}

/** Over how long, and at which hours. */
export function whenBlocks(form: RuleForm, { operation, locale }: RuleSight, w: RuleFormWords): readonly Block[] {
  const windows = withMs(windowChoices(form, form.condition), form.windowMs).map((ms) => ({
    value: ms === null ? RUNNING_DAY : String(ms),
    label: ms === null ? w.runningDay : w.last(ms / MINUTE),
  }));
  const lasting = spans(form.forMs, w.atOnce, w);
  const hours = [
    { value: 'always', label: w.always },
    ...(operation.hours === null
      ? []
      : [
          { value: 'operation', label: w.ofOperation(sayHours(operation.hours, locale)) },
          { value: 'closing', label: w.beforeClosing(minutesOf(form.closing)) },
        ]),
    ...contactChoice(form, operation, w),
    { value: 'own', label: w.ownHours },
  ];
  return [
    ...(windows.length > 1
      ? [
          chooseOne(
            asked(form, 'windowMs', w.window, LIVE),
            windows,
            form.windowMs === null ? RUNNING_DAY : String(form.windowMs),
          ),
        ]
      : []),
    ...(form.condition === 'aux'
      ? []
      : [chooseOne(asked(form, 'forMs', w.lasting, LIVE), lasting, String(form.forMs))]),
    chooseOne(asked(form, 'active', w.active, LIVE), hours, form.active),
    ...(form.active === 'own'
      ? [
          writeIn(asked(form, 'hours', w.hours, { ...LIVE, hint: w.hoursHint }), {
            value: sayHours(form.hours, locale),
            max: 120,
          }),
        ]
      : []),
  ];
}

/** Whom it tells. */
export function whereBlocks(form: RuleForm, w: RuleFormWords): readonly Block[] {
  const channels = /^[CG]/.test(form.channel) ? [form.channel] : [];
  return [
    chooseChannels(asked(form, 'channel', w.channel, { optional: true, hint: w.channelHint }), channels, 1, w.choose),
  ];
}

/** What most leave as it is. */
export function moreBlocks(form: RuleForm, sight: RuleSight, w: RuleFormWords): readonly Block[] {
  const minutes = REPEATS.map((count) => count * MINUTE);
  const repeats = [
    { value: NEVER, label: w.never },
    ...withMs(minutes, form.repeatMs).flatMap((ms) =>
      ms === null ? [] : [{ value: String(ms), label: w.every(ms / MINUTE) }],
    ),
  ];
  return [
    writeIn(asked(form, 'name', w.name, { optional: true }), {
      value: form.name,
      max: NAME_MAX,
      example: ruleName(form, sight),
    }),
    ...(form.condition === 'aux'
      ? []
      : [chooseOne(asked(form, 'keepMs', w.keep), spans(form.keepMs, w.atOnceGood, w), String(form.keepMs))]),
    chooseOne(asked(form, 'repeatMs', w.repeat), repeats, form.repeatMs === null ? NEVER : String(form.repeatMs)),
    chooseOne(
      asked(form, 'severity', w.severity),
      SEVERITIES.map((value) => ({ value, label: w.severities[value] })),
      form.severity,
    ),
    choosePeople(asked(form, 'owner', w.owner, { optional: true }), form.owner === '' ? [] : [form.owner], 1, w.choose),
  ];
}

function spans(chosen: number, none: string, w: RuleFormWords): readonly Choosable[] {
  return withMs(
    LASTING.map((minutes) => minutes * MINUTE),
    chosen,
  ).map((ms) => ({ value: String(ms), label: ms === null || ms === 0 ? none : w.span(Math.round(ms / MINUTE)) }));
}

/** What a rule of the file has need not be among the choices. */
function withMs(choices: readonly (number | null)[], chosen: number | null): readonly (number | null)[] {
  return choices.includes(chosen) || chosen === null
    ? choices
    : [...choices, chosen].sort((a, b) => (a ?? 0) - (b ?? 0));
}

function withChosen(choices: readonly Choosable[], chosen: string): readonly Choosable[] {
  return chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [{ value: chosen, label: chosen }, ...choices];
}

function scopeSaid(choice: ScopeChoice, w: RuleFormWords): string {
  switch (choice) {
    case 'all':
      return w.all;
    case 'agent':
    case 'skill':
    case 'campaign':
    case 'state':
      return w.one[choice];
    case 'each-agent':
      return w.each.agent;
    case 'each-skill':
      return w.each.skill;
    case 'each-campaign':
      return w.each.campaign;
    case 'each-state':
      return w.each.state;
  }
}

function minutesOf(closing: string): number {
  const [, amount = '90', unit] = /^(\d+)(m|h)$/.exec(closing) ?? [];
  return Number(amount) * (unit === 'h' ? 60 : 1);
}
