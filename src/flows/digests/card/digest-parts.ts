import { audienceFor } from '../../../core/access.ts';
import type { Audience } from '../../../core/actor.ts';
import type { Section } from '../../../core/card/card.ts';
import { plain } from '../../../core/card/plain.ts';
import { explain } from '../../../core/command/explain.ts';
import { readCommand } from '../../../core/command/read-command.ts';
import type { Part } from '../../../core/digests/digest.ts';
import { assertNever, type Problem, problem } from '../../../core/errors.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import type { Operation } from '../../../core/operation.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import type { Clock, Log } from '../../../ports.ts';
import { REPORTS, reportOf } from '../../../reports/catalog.ts';
import type { Brief } from '../../../reports/report.ts';
import type { ReadLedgerMarks } from '../../history/ledger-marks.ts';
import type { FormatFor } from '../../read/format-for.ts';
import type { GatherReport } from '../../read/gather-report.ts';
import type { ReadQuota } from '../../read/read-quota.ts';
import { ledgerPart } from './digest-ledger.ts';
import type { PartMissing, PartRead } from './digest-part.ts';
import { quotaPart } from './digest-quota.ts';

export type PartPorts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly formatFor: FormatFor;
  readonly gather: GatherReport;
  readonly readLedgerMarks: ReadLedgerMarks;
  readonly readQuota: ReadQuota;
  /** What is to be said of the week's alerts; null: nothing is odd. */
  readonly readHygiene?: (operation: Operation, at: number, locale: Locale) => Promise<readonly Section[] | null>;
};

/** For whom and of when a part is read: `at` is the slot's nominal time. */
export type PartAsked = {
  readonly part: Part;
  readonly operation: Operation;
  readonly at: number;
  readonly locale: Locale;
  readonly audience: Audience;
};

/** A part, its place for the reader and the ways to make it a sentence or a failure. */
export type PartDesk = PartAsked & {
  readonly ports: PartPorts;
  readonly now: number;
  readonly format: Format;
  readonly missing: (title: string, because: Problem, why?: string) => PartMissing;
};

export const ALONE: Audience = audienceFor({ role: 'supervisor', place: 'private', channelPolicy: null });

/** Reads one part; what fails, also by a defect of ours, is a part that is missing and spoils no other. */
export async function readPart(ports: PartPorts, asked: PartAsked): Promise<PartRead> {
  const { part, operation, locale } = asked;
  const now = ports.clock.now();
  const format = ports.formatFor(locale, operation);
  const missing: PartDesk['missing'] = (title, because, why) => {
    const { what, next } = problemSaid(because, { locale, operation: operation.name, format, now });
    return { kind: 'missing', part, title, problem: because, why: why ?? what, next: plain(next), detail: null };
  };
  const desk: PartDesk = { ...asked, ports, now, format, missing };
  try {
    return await read(desk);
  } catch (cause) {
    ports.log.error('digest.part-failed', { operation: operation.id, part: part.kind, cause });
    return missing(titleOf(desk), problem('unexpected'));
  }
}

function read(desk: PartDesk): Promise<PartRead> {
  const { part } = desk;
  switch (part.kind) {
    case 'report':
      return reportPart(desk, part.words);
    case 'ledger':
      return ledgerPart(desk);
    case 'quota':
      return quotaPart(desk);
    case 'hygiene':
      return hygienePart(desk);
    default:
      return assertNever(part);
  }
}

function titleOf({ part, locale }: PartDesk): string {
  return part.kind === 'report' ? part.words : digestWords(locale)[part.kind].title;
}

async function reportPart(desk: PartDesk, said: string): Promise<PartRead> {
  const { ports, part, operation, at, locale, audience, missing } = desk;
  const { operations } = ports.settings;
  const command = readCommand(said, { now: at, operations, defaultOperation: operation.id, reports: REPORTS, locale });
  if (command.kind !== 'report') {
    const why = command.kind === 'unclear' ? plain(explain(command, locale).sentences[0]) : undefined;
    return missing(said, problem('request.not-understood', { word: said }), why);
  }
  const { request } = command;
  const meant = operationNamed(ports.settings, request.operation) ?? operation;
  const gathered = await ports.gather({ request, operation: meant, locale, audience, urgency: 'digest' });
  const { title: own } = reportOf(request.report).words[locale];
  const title = meant.id === operation.id ? own : `${own}, ${meant.name}`;
  if (!gathered.ok) return { ...missing(title, gathered.problem), detail: request };
  const { report, answer, context, previous, usual, trust } = gathered.value;
  const brief = report.brief(answer.sealed, context, previous);
  return {
    kind: 'said',
    part,
    title,
    period: report.endpoint.dated ? request.period : null,
    ofTheMoment: !report.endpoint.dated,
    brief,
    full: report.brief(answer.sealed, { ...context, audience: ALONE }, previous),
    sections: [],
    detail: request,
    // How each figure stands against the usual is in the brief where it matters, and in the details.
    trust: trust([], Object.values(usual.phrases).join(' ')),
    notes: [],
  };
}

async function hygienePart({ ports, part, operation, at, locale, format }: PartDesk): Promise<PartRead> {
  const { title, none, quiet, verdict, next } = digestWords(locale).hygiene;
  if (ports.readHygiene === undefined) return { kind: 'silent', part, title, why: none };
  const sections = await ports.readHygiene(operation, at, locale);
  const plain = { moved: [], who: [], notes: [] } as const;
  const rules = sections?.flatMap((one) => (one.kind === 'lines' ? one.lines : [])).length ?? 0;
  const brief: Brief =
    sections === null
      ? { ...plain, standing: 'usual', verdict: quiet, figures: [quiet], next: null }
      : { ...plain, standing: 'look', verdict: verdict(rules, format.number(rules)), figures: [], next };
  return {
    kind: 'said',
    part,
    title,
    period: null,
    ofTheMoment: false,
    brief,
    full: brief,
    sections: sections ?? [],
    detail: null,
    trust: null,
    notes: [],
  };
}
