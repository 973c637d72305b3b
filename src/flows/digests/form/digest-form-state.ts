import {
  fittingChoice,
  OPTION_CHOICES,
  type OptionChoice,
  type PartChoice,
  partChoice,
  PERIOD_CHOICES,
  type PeriodChoice,
  sayPart,
} from '../../../core/command/part-words.ts';
import { sayRelative } from '../../../core/command/say-relative.ts';
import type { Digest, Part } from '../../../core/digests/digest.ts';
import { CADENCE_CHOICES, type CadenceForm, formOfCadence, PLAIN_CADENCE } from '../../../core/digests/form-cadence.ts';
import { type Locale, LOCALES } from '../../../core/i18n/locale.ts';
import type { Operation } from '../../../core/operation.ts';
import { REPORT_IDS, type Request } from '../../../core/request.ts';
import { REPORTS, reportOf } from '../../../reports/catalog.ts';

export const HELD = [...REPORT_IDS, 'ledger', 'quota', 'hygiene'] as const;
export type Held = (typeof HELD)[number];

/** What somebody has put into the form of a digest so far. `zone` and `language` null: those of the operation. */
export type FormState = CadenceForm & {
  readonly name: string;
  readonly operation: string;
  readonly reports: readonly Held[];
  readonly period: PeriodChoice;
  readonly options: readonly OptionChoice[];
  readonly words: string;
  readonly channels: readonly string[];
  readonly people: readonly string[];
  readonly zone: string | null;
  readonly language: Locale | null;
  readonly skipHolidays: boolean;
};
export type Field = keyof FormState;

/** What was chosen or written, by field; a field that is not on the form is left out. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The value of a choice that stands for null. */
export const AS_USUAL = 'usual';

/** An empty form; `channel`: where it was asked, which is a good guess of where it is to go. */
export function plainForm(operation: Operation, channel: string | null): FormState {
  return {
    ...PLAIN_CADENCE,
    name: '',
    operation: operation.id,
    reports: [],
    period: 'yesterday',
    options: [],
    words: '',
    channels: channel !== null && /^[CG]/.test(channel) ? [channel] : [],
    people: [],
    zone: null,
    language: null,
    skipHolidays: true,
  };
}

/** The form of a digest as it is. What the choices cannot say stands in its own words. */
export function formOfDigest(digest: Digest, operation: Operation): FormState {
  const { cadence, targets, name, parts, zone, locale, skipHolidays } = digest;
  const to = (kind: 'channel' | 'person') => targets.filter((target) => target.kind === kind).map(({ id }) => id);
  return {
    ...plainForm(operation, null),
    ...formOfCadence(cadence),
    ...formOfParts(parts, operation),
    name,
    channels: to('channel'),
    people: to('person'),
    zone,
    language: locale,
    skipHolidays,
  };
}

/** The words for the same report on other days. */
export function wordsFor(request: Request, locale: Locale, operation: Operation, now: number): string {
  const report = reportOf(request.report);
  return report.endpoint.dated
    ? sayRelative(request, locale, now, operation.zone)
    : sayPart({ report: request.report, period: null, options: [] }, locale);
}

/** The choices that parts amount to: those of the first period, the rest word by word. */
export function formOfParts(
  parts: readonly Part[],
  operation: Operation,
): Pick<FormState, 'reports' | 'period' | 'options' | 'words'> {
  const reports: Held[] = [];
  const lines: string[] = [];
  let shared: { readonly period: PeriodChoice; readonly options: readonly OptionChoice[] } | null = null;
  for (const part of parts) {
    if (part.kind !== 'report') {
      reports.push(part.kind);
      continue;
    }
    const choice = partChoice(part.words, { reports: REPORTS, operations: [operation] });
    if (choice === null || reports.includes(choice.report)) {
      lines.push(part.words);
    } else if (choice.period === null) {
      reports.push(choice.report);
    } else if (shared === null || isSaidBy(choice, shared)) {
      shared ??= { period: choice.period, options: choice.options };
      reports.push(choice.report);
    } else {
      lines.push(part.words);
    }
  }
  return {
    reports: HELD.filter((held) => reports.includes(held)),
    period: shared?.period ?? 'yesterday',
    options: shared?.options ?? [],
    words: lines.join('\n'),
  };
}

/** The form as somebody filled it in; what is not on it now keeps what it had. */
export function readForm(values: FormValues, before: FormState): FormState {
  const text = (field: Field, kept: string): string => (values[field] === undefined ? kept : (values[field][0] ?? ''));
  const many = <T extends string>(field: Field, known: readonly T[], kept: readonly T[]): readonly T[] =>
    values[field] === undefined ? kept : known.filter((one) => values[field]?.includes(one));
  const one = <T extends string>(field: Field, known: readonly T[], kept: T): T =>
    known.find((value) => value === values[field]?.[0]) ?? kept;
  const zone = values['zone']?.[0];
  const language = values['language']?.[0];
  return {
    name: text('name', before.name).trim(),
    operation: text('operation', before.operation),
    reports: many('reports', HELD, before.reports),
    period: one('period', PERIOD_CHOICES, before.period),
    options: many('options', OPTION_CHOICES, before.options),
    words: text('words', before.words),
    channels: values['channels'] ?? before.channels,
    people: values['people'] ?? before.people,
    cadence: one('cadence', CADENCE_CHOICES, before.cadence),
    time: text('time', before.time),
    days: values['days']?.map(Number) ?? before.days,
    times: text('times', before.times),
    cron: text('cron', before.cron),
    zone: zone === undefined ? before.zone : zone === AS_USUAL ? null : zone,
    language: language === undefined ? before.language : (LOCALES.find((locale) => locale === language) ?? null),
    skipHolidays: values['skipHolidays'] === undefined ? before.skipHolidays : values['skipHolidays'].length > 0,
  };
}

/** Whether the period and options that several share give a report the very same choice. */
function isSaidBy(
  choice: PartChoice,
  shared: { readonly period: PeriodChoice; readonly options: readonly OptionChoice[] },
): boolean {
  const given = fittingChoice(reportOf(choice.report), shared.period, shared.options);
  return (
    given.period === choice.period &&
    given.options.length === choice.options.length &&
    given.options.every((option) => choice.options.includes(option))
  );
}
