import { metricName } from '../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Ended, Episode } from '../../core/alerts/state.ts';
import { toText } from '../../core/card/to-text.ts';
import { toTerminal } from '../../core/card/to-terminal.ts';
import type { ManageCommand } from '../../core/command/command.ts';
import { assertNever } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { ruleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed } from '../../core/settings.ts';
import { findRule } from '../../flows/rules/find-rule.ts';
import { hoursSaid, sayRule } from '../../flows/rules/say-rule.ts';
import { ownerAudience } from './audience.ts';
import type { CliHouse } from './house.ts';
import { readManageArgs } from './manage-args.ts';
import { type Terminal, wrongUse } from './terminal.ts';

/** `vigia alerts [list | pause | resume | remove | test | history <id or name>] [--json]`, in the words of the slash command. */
export async function alertsCommand(args: readonly string[], house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const read = readManageArgs('alerts', args, house);
  if (!read.ok) return wrongUse(terminal, read.wrong);
  const { command, json } = read;
  return command.verb === 'list'
    ? list(command.operation, json, house, terminal)
    : withOne(command, json, house, terminal);
}

async function list(only: string | null, json: boolean, house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const all = (await house.alerts.book.list()).filter(({ operation }) => only === null || operation === only);
  if (json) {
    terminal.out(JSON.stringify({ alerts: await Promise.all(all.map((rule) => described(rule, house))) }, null, 2));
    return EXIT.done;
  }
  if (all.length === 0) terminal.out(ruleListWords(house.settings.operations[0].locale).none);
  for (const rule of all) for (const line of await lines(rule, house)) terminal.out(line);
  return EXIT.done;
}

async function withOne(
  { verb, name }: ManageCommand,
  json: boolean,
  house: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const { book, jobs, tryNow, past, standing } = house.alerts;
  if (verb === 'add' || verb === 'edit')
    return wrongUse(terminal, 'alerts are made and changed in Slack or in the file.');
  if (name === null) return wrongUse(terminal, `"alerts ${verb} ID": which? "vigia alerts" lists them.`);
  const found = await findRule(book, { name });
  if (found.kind !== 'found') {
    const near = found.among.map(({ id }) => id).join(', ');
    return wrongUse(terminal, `there is no alert "${name}"${near === '' ? '.' : `; there are: ${near}.`}`);
  }
  const { rule } = found.booked;
  const audit = (result: string) =>
    house.audit.record({ kind: 'terminal' }, 'manage-alerts', `${verb} ${rule.id}`, result);
  const tell = (record: unknown, text: string) => terminal.out(json ? JSON.stringify(record, null, 2) : text);
  const operation = operationOf(rule, house);
  const { locale } = operation;
  const w = ruleListWords(locale);
  switch (verb) {
    case 'list':
      return EXIT.done;
    case 'pause':
    case 'resume': {
      const paused = verb === 'pause';
      await book.pause(rule.id, paused);
      if (paused) await jobs.endRule({ ...rule, paused });
      await jobs.declare();
      await audit('done');
      tell({ id: rule.id, paused }, paused ? w.did.paused(rule.name) : w.did.resumed(rule.name));
      return EXIT.done;
    }
    case 'remove':
      if (rule.origin === 'file') return wrongUse(terminal, w.did.readOnly(rule.name));
      await jobs.endRule(rule);
      await book.remove(rule.id);
      await jobs.declare();
      await audit('done');
      tell({ id: rule.id, removed: true }, w.did.removed(rule.name));
      return EXIT.done;
    case 'test': {
      const card = await tryNow(rule, operation, { locale, audience: ownerAudience });
      tell(
        { id: rule.id, headline: card.headline, text: toText(card) },
        toTerminal({ ...card, actions: [] }, terminal.width, { ansi: terminal.colour }),
      );
      return EXIT.done;
    }
    case 'history': {
      const { open, ended } = await standing(rule);
      const card = await past(rule, operation, { locale });
      tell(
        { id: rule.id, open: open.map(episodeRecord), ended: ended.map(endedRecord) },
        toTerminal({ ...card, actions: [] }, terminal.width, { ansi: terminal.colour }),
      );
      return EXIT.done;
    }
    default:
      return assertNever(verb);
  }
}

function operationOf({ operation }: Rule, { settings }: CliHouse): Operation {
  return operationNamed(settings, operation) ?? settings.operations[0];
}

async function lines(rule: Rule, house: CliHouse): Promise<readonly string[]> {
  const operation = operationOf(rule, house);
  const { locale } = operation;
  const w = ruleListWords(locale);
  const format = house.formatFor(locale, operation);
  const now = house.clock.now();
  const { status, since, ended } = await house.alerts.standing(rule);
  const last = ended[0]?.episode.firedAt;
  const hours = hoursSaid(rule, operation, locale);
  const state = w.states[status];
  const stands = rule.paused ? w.paused : since === null ? `${state}.` : w.since(state, format.moment(since, now));
  return [
    `${rule.id}: ${rule.name} (${rule.operation})${rule.origin === 'file' ? `. ${w.inFile}` : ''}`,
    `  ${sayRule(rule, null, { locale, format })}${hours === null ? '' : `, ${hours}`} → ${rule.channel}`,
    `  ${stands} ${last === undefined ? w.neverFired : w.lastFired(format.moment(last, now))}`,
  ];
}

/** A rule as `--json` prints it; the keys are part of the contract. */
async function described(rule: Rule, house: CliHouse): Promise<Readonly<Record<string, unknown>>> {
  const { id, name, operation, origin, paused, owner, scope, condition, channel, severity, active } = rule;
  const { status, since, open, ended } = await house.alerts.standing(rule);
  const last = ended[0];
  return {
    id,
    name,
    operation,
    origin,
    paused,
    owner,
    metric: metricName(rule),
    scope,
    condition,
    windowSeconds: rule.windowMs === null ? null : rule.windowMs / 1_000,
    forSeconds: rule.forMs / 1_000,
    severity,
    active,
    channel,
    state: status,
    since: since === null ? null : iso(since),
    open: open.map(episodeRecord),
    last: last === undefined ? null : endedRecord(last),
  };
}

function episodeRecord({ since, firedAt, peak, taken }: Episode): Readonly<Record<string, unknown>> {
  return { since: iso(since), firedAt: iso(firedAt), peak: peak.value, takenBy: taken?.by ?? null };
}

function endedRecord({ episode, at, how }: Ended): Readonly<Record<string, unknown>> {
  return { ...episodeRecord(episode), endedAt: iso(at), how };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
