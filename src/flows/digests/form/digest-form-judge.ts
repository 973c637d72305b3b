import { fittingChoice, sayPart } from '../../../core/command/part-words.ts';
import { explain } from '../../../core/command/explain.ts';
import { readCommand } from '../../../core/command/read-command.ts';
import { plain } from '../../../core/card/plain.ts';
import { nextSlots } from '../../../core/digests/cadence.ts';
import type { Digest, Part, Target } from '../../../core/digests/digest.ts';
import { type CadenceMistake, cadenceOfForm } from '../../../core/digests/form-cadence.ts';
import { readPart } from '../../../core/digests/read-part.ts';
import { digestMistakeWords } from '../../../core/i18n/digests/digest-mistake-words.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import type { Operation } from '../../../core/operation.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import { REPORTS, reportOf } from '../../../reports/catalog.ts';
import { type Field, type FormState, HELD } from './digest-form-state.ts';

/** What a form says of a digest: all but what it is called by, who owns it and how it stands. */
export type Draft = Omit<Digest, 'id' | 'owner' | 'paused' | 'lateMs' | 'origin'>;
export type Mistakes = Readonly<Partial<Record<Field, string>>>;

const MOST_PARTS = 10;
const MOST_TARGETS = 10;
/** Two readings so far apart that only a date that was written out is in both. */
const FAR_MS = 400 * 86_400_000;

export type JudgeContext = { readonly settings: Settings; readonly locale: Locale; readonly now: number };

/** The digest that a form describes, or a sentence for each field where something is missing or wrong. */
export function judgeForm(
  form: FormState,
  context: JudgeContext,
): { readonly draft: Draft } | { readonly mistakes: Mistakes } {
  const { settings, locale } = context;
  const w = digestMistakeWords(locale);
  const mistakes: Partial<Record<Field, string>> = {};
  const operation = operationNamed(settings, form.operation) ?? settings.operations[0];
  const read = cadenceOfForm(form);
  if ('mistake' in read) mistakes[read.mistake.field] = cadenceSaid(read.mistake, locale);
  const cadence = 'cadence' in read ? read.cadence : null;
  const [at = context.now] = cadence === null ? [] : nextSlots(cadence, form.zone ?? operation.zone, context.now, 1);

  if (form.name === '') mistakes.name = w.name;
  const lines = linesOf(form.words);
  const written = lines.flatMap((line): readonly Part[] => {
    const read = readLine(line, operation, at, context);
    if ('part' in read) return [read.part];
    mistakes.words ??= read.wrong;
    return [];
  });
  const parts: readonly Part[] = [...partsOf(form, locale), ...written];
  if (parts.length === 0 && lines.length === 0) mistakes.reports = w.reports;
  if (parts.length > MOST_PARTS) mistakes.words ??= w.tooMany({ max: MOST_PARTS });
  const targets: readonly Target[] = [
    ...form.channels.map((id) => ({ kind: 'channel' as const, id })),
    ...form.people.map((id) => ({ kind: 'person' as const, id })),
  ];
  if (targets.length === 0) mistakes.channels = w.target;
  if (targets.length > MOST_TARGETS) mistakes.channels = w.targets({ max: MOST_TARGETS });
  if (cadence === null || Object.keys(mistakes).length > 0) return { mistakes };
  const { name, zone, language, skipHolidays } = form;
  return {
    draft: {
      name,
      operation: operation.id,
      targets: [...targets],
      parts: [...parts],
      cadence,
      zone,
      locale: language,
      skipHolidays,
    },
  };
}

function partsOf({ reports, period, options }: FormState, locale: Locale): readonly Part[] {
  return HELD.filter((held) => reports.includes(held)).map((held): Part => {
    if (held === 'ledger' || held === 'quota' || held === 'hygiene') return { kind: held };
    return { kind: 'report', words: sayPart(fittingChoice(reportOf(held), period, options), locale) };
  });
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim().replace(/^\/\S+\s+/, ''))
    .filter((line) => line !== '');
}

/** Read as it will be at the next slot: this morning's hours are not over yet when somebody writes them at dawn. */
function readLine(
  line: string,
  operation: Operation,
  at: number,
  { settings: { operations }, locale }: JudgeContext,
): { readonly part: Part } | { readonly wrong: string } {
  const w = digestMistakeWords(locale);
  const read = (now: number) =>
    readPart(line, { now, operations, defaultOperation: operation.id, reports: REPORTS, locale });
  const found = read(at);
  const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  if (!found.ok) {
    if (found.unclear === null) return { wrong: w.notReport({ line: short }) };
    const [why] = explain(found.unclear, locale).sentences;
    return { wrong: w.line({ line: short, why: plain(why) }) };
  }
  return found.part.kind === 'report' && isFixed(line, operation, at, operations, locale)
    ? { wrong: w.fixed({ line: short }) }
    : { part: found.part };
}

/** Whether words mean the same days whenever they are read. */
function isFixed(
  line: string,
  operation: Operation,
  at: number,
  operations: Settings['operations'],
  locale: Locale,
): boolean {
  const context = { operations, defaultOperation: operation.id, reports: REPORTS, locale };
  const [now, later] = [at, at + FAR_MS].map((instant) => readCommand(line, { ...context, now: instant }));
  if (now?.kind !== 'report' || !reportOf(now.request.report).endpoint.dated) return false;
  return later?.kind !== 'report' || JSON.stringify(later.request.period) === JSON.stringify(now.request.period);
}

function cadenceSaid(mistake: CadenceMistake, locale: Locale): string {
  const w = digestMistakeWords(locale);
  switch (mistake.field) {
    case 'time':
      return w.time;
    case 'days':
      return w.days;
    case 'cron':
      return w.cron;
    case 'times':
      return mistake.word === null ? w.noTimes : w.times({ word: mistake.word });
  }
}
