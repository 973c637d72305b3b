import { audienceFor, type Deed, may } from '../core/access.ts';
import type { Role } from '../core/actor.ts';
import type { Card } from '../core/card/card.ts';
import { type Outcome, problem } from '../core/errors.ts';
import type { Locale } from '../core/i18n/locale.ts';
import { words } from '../core/i18n/words.ts';
import type { Operation } from '../core/operation.ts';
import type { Request } from '../core/request.ts';
import type { Settings } from '../core/settings.ts';
import type { Clock, Log, Messenger } from '../ports.ts';
import { checkCard } from './check-figures.ts';
import type { Deliver } from './deliver.ts';
import type { ExportTable } from './export-table.ts';
import type { Auditor } from './guard.ts';
import type { Reader } from './identify.ts';
import type { PlainCards } from './plain-cards.ts';
import type { RunReport, Shown } from './run-report.ts';
import type { ShowStatus } from './show-status.ts';

/** What somebody in Slack wants done, whether they typed it or pressed it. */
export type Task =
  | { readonly kind: 'report' | 'check' | 'share' | 'reveal'; readonly request: Request }
  | { readonly kind: 'file'; readonly request: Request; readonly format: 'csv' | 'xlsx' }
  | { readonly kind: 'status'; readonly operation: Operation }
  | { readonly kind: 'help'; readonly operation: Operation };

const DEEDS = {
  report: 'ask',
  check: 'check',
  share: 'share',
  reveal: 'reveal',
  file: 'export',
  status: 'status',
  help: 'ask',
} as const satisfies Record<Task['kind'], Deed>;

/** Does a task and gives the card that tells the person how it went; what was done elsewhere (a post, a file) is done when it returns. */
export type Perform = (task: Task, reader: Reader) => Promise<Card>;

export type PerformParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Messenger;
  readonly audit: Auditor;
  readonly deliver: Deliver;
  readonly runReport: RunReport;
  readonly exportTable: ExportTable;
  readonly showStatus: ShowStatus;
  readonly cards: PlainCards;
};

export function performer(parts: PerformParts): Perform {
  const { settings, clock, audit, cards, runReport } = parts;

  const run = (request: Request, reader: Reader, audience = reader.audience): Promise<Outcome<Shown>> => {
    const operation = operationNamed(settings, request.operation);
    if (operation === null)
      return Promise.resolve({ ok: false, problem: problem('request.not-understood', { word: request.operation }) });
    return runReport({ request, operation, locale: reader.locale, audience, urgency: 'person' });
  };
  const about = ({ report, operation, campaign }: Request) =>
    [report, operation, campaign].filter((part) => part !== null).join(' ');
  const failure = (because: Parameters<PlainCards['problem']>[0], reader: Reader, request: Request | null): Card =>
    cards.problem(
      because,
      reader,
      request === null ? reader.operation : (operationNamed(settings, request.operation) ?? reader.operation),
      request,
    );

  const report = async (request: Request, reader: Reader, draw: (shown: Shown) => Card): Promise<Card> => {
    const shown = await run(request, reader);
    return shown.ok ? draw(shown.value) : failure(shown.problem, reader, request);
  };

  const share = async (request: Request, reader: Reader): Promise<Card> => {
    const { channel } = reader;
    if (channel === null) return failure(problem('slack.no-such-channel'), reader, request);
    const policy = settings.channels[channel] ?? null;
    const locale: Locale = policy?.locale ?? operationNamed(settings, request.operation)?.locale ?? reader.locale;
    const audience = audienceFor({ role: roleOf(reader), place: 'channel', channelPolicy: policy });
    const shown = await run(request, { ...reader, locale }, audience);
    if (!shown.ok) return failure(shown.problem, reader, request);
    const card = cards.shared(shown.value.card, reader.name, locale);
    const posted = await parts.deliver(reader.team, card, locale, (message) => parts.messenger.post(channel, message));
    await audit.record(
      reader.actor,
      'share',
      `${about(request)} → ${channel}`,
      posted.ok ? 'done' : posted.problem.code,
    );
    return posted.ok
      ? cards.done(words(reader.locale).sharing.shared({ channel: `<#${channel}>` }))
      : failure(posted.problem, reader, request);
  };

  const reveal = async (request: Request, reader: Reader): Promise<Card> => {
    const shown = await run(request, reader);
    await audit.record(reader.actor, 'reveal', about(request), shown.ok ? 'done' : shown.problem.code);
    return shown.ok ? shown.value.card : failure(shown.problem, reader, request);
  };

  const file = async (request: Request, format: 'csv' | 'xlsx', reader: Reader): Promise<Card> => {
    const shown = await run(request, reader);
    if (!shown.ok) return failure(shown.problem, reader, request);
    const sent = await parts.exportTable(shown.value, format, reader);
    await audit.record(reader.actor, 'export', `${about(request)} ${format}`, sent.ok ? 'done' : sent.problem.code);
    return sent.ok
      ? cards.done(words(reader.locale).sharing.fileSent(sent.value))
      : failure(sent.problem, reader, request);
  };

  const perform: Perform = (task, reader) => {
    switch (task.kind) {
      case 'report':
        return report(task.request, reader, ({ card }) => card);
      case 'share':
        return share(task.request, reader);
      case 'reveal':
        return reveal(task.request, reader);
      case 'file':
        return file(task.request, task.format, reader);
      case 'check':
        return report(task.request, reader, checkCard);
      case 'status':
        return parts.showStatus(task.operation, reader);
      case 'help':
        return Promise.resolve(cards.help(task.operation, reader));
    }
  };

  return async (task, reader) => {
    const allowed = may(roleOf(reader), DEEDS[task.kind]);
    if (!allowed.ok) {
      await audit.record(reader.actor, DEEDS[task.kind], task.kind, 'denied');
      return cards.denied(allowed.because, reader);
    }
    const startedAt = clock.now();
    const card = await perform(task, reader);
    parts.log.info('flow', {
      flow: task.kind,
      actor: reader.actor.kind === 'person' ? reader.actor.user : reader.actor.kind,
      ...('request' in task ? { report: task.request.report, operation: task.request.operation } : {}),
      ms: clock.now() - startedAt,
    });
    return card;
  };
}

function operationNamed(settings: Settings, id: string): Operation | null {
  return settings.operations.find((operation) => operation.id === id) ?? null;
}

function roleOf({ actor }: Reader): Role {
  return actor.kind === 'person' ? actor.role : 'viewer';
}
