import { audienceFor, type Deed, may } from '../../core/access.ts';
import type { Card } from '../../core/card/card.ts';
import { type Problem, problem } from '../../core/errors.ts';
import type { CaseCode } from '../../core/history/justified-case.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { words } from '../../core/i18n/words.ts';
import type { Operation } from '../../core/operation.ts';
import { encodeRequest } from '../../core/request-code.ts';
import type { FileFormat, Request } from '../../core/request.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock, Log, Messenger, Metrics } from '../../ports.ts';
import { checkCard } from './check-figures.ts';
import type { Deliver } from '../send/deliver.ts';
import type { ExportTable } from './export-table.ts';
import type { Auditor } from '../operate/audit.ts';
import type { Reader } from './identify.ts';
import { type Justify, type JustifyTask, withNote } from './justify.ts';
import type { Manage, ManageTask } from './manage.ts';
import type { PlainCards, Tried } from './plain-cards.ts';
import type { ListJustified } from '../history/list-justified.ts';
import type { Answer } from '../read/read-report.ts';
import type { RunReport, Shown } from '../read/run-report.ts';
import type { ShowStatus } from './show-status.ts';

/** What somebody in Slack wants done, whether they typed it or pressed it. */
export type Task =
  | On<'report'>
  | On<'last'>
  | On<'check'>
  | On<'share'>
  | On<'reveal'>
  | JustifyTask
  | ManageTask
  | { readonly kind: 'unlist'; readonly code: CaseCode }
  | { readonly kind: 'justified'; readonly operation: Operation }
  | { readonly kind: 'file'; readonly request: Request; readonly format: FileFormat }
  | { readonly kind: 'status'; readonly operation: Operation }
  | { readonly kind: 'help'; readonly operation: Operation };

type On<Kind> = { readonly kind: Kind; readonly request: Request };

const DEEDS = {
  report: 'ask',
  last: 'ask',
  check: 'check',
  share: 'share',
  reveal: 'reveal',
  justify: 'justify',
  unjustify: 'justify',
  unlist: 'justify',
  justified: 'justify',
  file: 'export',
  status: 'status',
  help: 'ask',
  digests: 'ask',
  alerts: 'ask',
} as const satisfies Record<Task['kind'], Deed>;

/** Does a task and gives the card that tells the person how it went; what was done elsewhere (a post, a file) is done when it returns. */
export type Perform = (task: Task, reader: Reader) => Promise<Card>;

export type PerformParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly messenger: Messenger;
  readonly audit: Auditor;
  readonly deliver: Deliver;
  readonly runReport: RunReport;
  /** The same from what was read before, asking wolkvox nothing. */
  readonly runLast: RunReport;
  readonly justify: Justify;
  readonly listJustified: ListJustified;
  readonly exportTable: ExportTable;
  readonly showStatus: ShowStatus;
  /** They judge each deed themselves: whose digest it is counts. */
  readonly manage: Readonly<Record<ManageTask['kind'], Manage>>;
  readonly cards: PlainCards;
};

export function performer(parts: PerformParts): Perform {
  const { settings, clock, audit, cards } = parts;
  /** What the log says of a reading, by who asked: an actor is made anew for each thing that is asked. */
  const read = new WeakMap<Reader['actor'], Readonly<Record<string, unknown>>>();

  const run = async (request: Request, reader: Reader, audience = reader.audience, by = parts.runReport) => {
    const operation = operationNamed(settings, request.operation);
    if (operation === null) {
      const because = problem('request.not-understood', { word: request.operation });
      return { ok: false, problem: because, last: null } as const;
    }
    const shown = await by({ request, operation, locale: reader.locale, audience, urgency: 'person' });
    read.set(reader.actor, shown.ok ? { result: 'done', ...countsOf(shown.value) } : { result: shown.problem.code });
    return shown;
  };
  const about = ({ report, operation, campaign }: Request) =>
    [report, operation, campaign].filter((part) => part !== null).join(' ');
  const failure = (because: Problem, reader: Reader, task: Tried['task'], last: Answer | null): Card =>
    cards.problem(because, reader, operationNamed(settings, task.request.operation) ?? reader.operation, {
      task,
      last: task.kind === 'last' ? null : last,
    });

  const report = async (task: On<'report' | 'last' | 'check'>, reader: Reader): Promise<Card> => {
    const by = task.kind === 'last' ? parts.runLast : parts.runReport;
    const shown = await run(task.request, reader, reader.audience, by);
    if (!shown.ok) return failure(shown.problem, reader, task, shown.last);
    return task.kind === 'check' ? checkCard(shown.value) : shown.value.card;
  };

  const share = async (task: On<'share'>, reader: Reader): Promise<Card> => {
    const { request } = task;
    const { channel } = reader;
    if (channel === null) return failure(problem('slack.no-such-channel'), reader, task, null);
    const policy = settings.channels[channel] ?? null;
    const locale: Locale = policy?.locale ?? operationNamed(settings, request.operation)?.locale ?? reader.locale;
    const audience = audienceFor({ role: reader.actor.role, place: 'channel', channelPolicy: policy });
    const shown = await run(request, { ...reader, locale }, audience);
    if (!shown.ok) return failure(shown.problem, reader, task, shown.last);
    const card = cards.shared(shown.value.card, reader.name, locale);
    const posted = await parts.deliver(reader.team, card, locale, (message) => parts.messenger.post(channel, message));
    await audit.record(
      reader.actor,
      'share',
      `${about(request)} → ${channel}`,
      posted.ok ? 'done' : posted.problem.code,
    );
    // Whoever asks stands in the channel: what Slack cannot find there is one that the bot is not in.
    const missed = !posted.ok && posted.problem.code === 'slack.no-such-channel';
    if (missed) return failure(problem('slack.not-invited'), reader, task, null);
    return posted.ok ? cards.done(words(reader.locale).sharing.shared) : failure(posted.problem, reader, task, null);
  };

  const reveal = async (task: On<'reveal'>, reader: Reader): Promise<Card> => {
    const shown = await run(task.request, reader);
    await audit.record(reader.actor, 'reveal', about(task.request), shown.ok ? 'done' : shown.problem.code);
    return shown.ok ? shown.value.card : failure(shown.problem, reader, task, shown.last);
  };

  /** The card again, from what was read before: wolkvox has nothing to say of it. */
  const justify = async (task: JustifyTask, reader: Reader): Promise<Card> => {
    const again = { kind: 'last', request: task.code.request } as const;
    if (operationNamed(settings, again.request.operation) === null) return report(again, reader);
    const note = await parts.justify(task, reader);
    return withNote(await report(again, reader), note);
  };

  /** Takes a case back from the list of them, and shows the list. */
  const unlist = async ({ code }: Extract<Task, { kind: 'unlist' }>, reader: Reader): Promise<Card> => {
    const operation = operationNamed(settings, code.request.operation);
    if (operation === null) return report({ kind: 'last', request: code.request }, reader);
    const note = await parts.justify({ kind: 'unjustify', code }, reader);
    return withNote(await parts.listJustified(operation, reader), note);
  };

  const file = async (task: Extract<Task, { kind: 'file' }>, reader: Reader): Promise<Card> => {
    const { request, format } = task;
    const shown = await run(request, reader);
    if (!shown.ok) return failure(shown.problem, reader, task, shown.last);
    const sent = await parts.exportTable(shown.value, format, reader);
    await audit.record(reader.actor, 'export', `${about(request)} ${format}`, sent.ok ? 'done' : sent.problem.code);
    return sent.ok
      ? cards.done(words(reader.locale).sharing.fileSent(sent.value))
      : failure(sent.problem, reader, task, null);
  };

  const perform: Perform = (task, reader) => {
    switch (task.kind) {
      case 'report':
      case 'last':
      case 'check':
        return report(task, reader);
      case 'share':
        return share(task, reader);
      case 'reveal':
        return reveal(task, reader);
      case 'justify':
      case 'unjustify':
        return justify(task, reader);
      case 'unlist':
        return unlist(task, reader);
      case 'justified':
        return parts.listJustified(task.operation, reader);
      case 'file':
        return file(task, reader);
      case 'status':
        return parts.showStatus(task.operation, reader);
      case 'help':
        return Promise.resolve(cards.help(task.operation, reader));
      case 'digests':
      case 'alerts':
        return parts.manage[task.kind](task, reader);
    }
  };

  return async (task, reader) => {
    const allowed = may(reader.actor.role, DEEDS[task.kind]);
    if (!allowed.ok) {
      await audit.record(reader.actor, DEEDS[task.kind], task.kind, 'denied');
      return cards.denied(allowed.because, reader);
    }
    const startedAt = clock.now();
    const card = await perform(task, reader);
    const ms = clock.now() - startedAt;
    const { result = 'done', ...counts } = read.get(reader.actor) ?? {};
    parts.metrics.observe('vigia_flow_seconds', { flow: task.kind, result: String(result) }, ms / 1_000);
    parts.log.info('flow', {
      flow: task.kind,
      actor: reader.actor.user,
      ...('request' in task ? { request: encodeRequest(task.request) } : {}),
      result,
      ...counts,
      ms,
    });
    return card;
  };
}

function countsOf({ answer }: Shown): Readonly<Record<string, unknown>> {
  const { used, read, skipped } = answer.rows;
  return { rows: { read, used, skipped }, requests: answer.requests, cached: answer.fresh };
}
