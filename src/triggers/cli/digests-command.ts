import { toText } from '../../core/card/to-text.ts';
import { toTerminal } from '../../core/card/to-terminal.ts';
import type { ManageCommand } from '../../core/command/command.ts';
import { cronsOf } from '../../core/digests/cadence.ts';
import type { Digest } from '../../core/digests/digest.ts';
import { partText } from '../../core/digests/read-part.ts';
import { assertNever } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed } from '../../core/settings.ts';
import { findDigest } from '../../flows/digests/find-digest.ts';
import type { DigestRun } from '../../flows/digests/slots/run-history.ts';
import { comingSlots, sayParts, saySlot, sayTimes } from '../../flows/digests/say-digest.ts';
import { sayRun, sayTargetRun } from '../../flows/digests/say-run.ts';
import { ownerAudience } from './audience.ts';
import type { CliHouse } from './house.ts';
import { readManageArgs } from './manage-args.ts';
import { type Terminal, wrongUse } from './terminal.ts';

const NEXT = 3;
const RUNS = 20;

/** `vigia digests [list | pause | resume | remove | test | history <id or name>] [--json]`, in the words of the slash command. */
export async function digestsCommand(args: readonly string[], house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const read = readManageArgs('digests', args, house);
  if (!read.ok) return wrongUse(terminal, read.wrong);
  const { command, json } = read;
  return command.verb === 'list'
    ? list(command.operation, json, house, terminal)
    : withOne(command, json, house, terminal);
}

async function list(only: string | null, json: boolean, house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const all = (await house.digests.book.list()).filter(({ operation }) => only === null || operation === only);
  if (json) {
    terminal.out(
      JSON.stringify({ digests: await Promise.all(all.map((digest) => described(digest, house))) }, null, 2),
    );
    return EXIT.done;
  }
  if (all.length === 0) terminal.out(digestListWords(house.settings.operations[0].locale).none);
  for (const digest of all) for (const line of await lines(digest, house)) terminal.out(line);
  return EXIT.done;
}

async function withOne(
  { verb, name }: ManageCommand,
  json: boolean,
  house: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const { book, jobs, runs } = house.digests;
  if (verb === 'add' || verb === 'edit')
    return wrongUse(terminal, 'digests are made and changed in Slack or in the file.');
  if (name === null) return wrongUse(terminal, `"digests ${verb} ID": which? "vigia digests" lists them.`);
  const found = await findDigest(book, { name });
  if (found.kind !== 'found') {
    const near = found.among.map(({ id }) => id).join(', ');
    return wrongUse(terminal, `there is no digest "${name}"${near === '' ? '.' : `; there are: ${near}.`}`);
  }
  const { digest } = found.booked;
  const audit = (result: string) =>
    house.audit.record({ kind: 'terminal' }, 'manage-digests', `${verb} ${digest.id}`, result);
  const tell = (record: unknown, text: string) => terminal.out(json ? JSON.stringify(record, null, 2) : text);
  const operation = operationOf(digest, house);
  const w = digestListWords(operation.locale);
  switch (verb) {
    case 'list':
      return EXIT.done;
    case 'pause':
    case 'resume': {
      const paused = verb === 'pause';
      await book.pause(digest.id, paused);
      await jobs.declare({ ...digest, paused });
      await audit('done');
      tell({ id: digest.id, paused }, paused ? w.did.paused(digest.name) : w.did.resumed(digest.name));
      return EXIT.done;
    }
    case 'remove':
      if (digest.origin === 'file') return wrongUse(terminal, w.did.readOnly(digest.name));
      await book.remove(digest.id);
      await jobs.end(digest.id);
      await audit('done');
      tell({ id: digest.id, removed: true }, w.did.removed(digest.name));
      return EXIT.done;
    case 'test': {
      const reader = { locale: digest.locale ?? operation.locale, audience: ownerAudience };
      const { card, missing } = await house.makeDigest(digest, { at: house.clock.now(), late: false }, reader);
      const problems = missing.map(({ problem: { code } }) => code);
      tell(
        { id: digest.id, headline: card.headline, text: toText(card), missing: problems },
        toTerminal({ ...card, actions: [] }, terminal.width, { ansi: terminal.colour }),
      );
      return EXIT.done;
    }
    case 'history': {
      const kept = await runs.of(digest.id, RUNS);
      tell({ id: digest.id, runs: kept.map(runRecord) }, historyLines(digest, kept, house).join('\n'));
      return EXIT.done;
    }
    default:
      return assertNever(verb);
  }
}

function operationOf({ operation }: Digest, { settings }: CliHouse): Operation {
  return operationNamed(settings, operation) ?? settings.operations[0];
}

function comingTo(digest: Digest, house: CliHouse): readonly number[] {
  if (digest.paused) return [];
  return comingSlots(digest, operationOf(digest, house), house.holidays, house.clock.now(), NEXT);
}

function sightOf(digest: Digest, house: CliHouse) {
  const operation = operationOf(digest, house);
  return { locale: operation.locale, operation, zone: digest.zone ?? operation.zone, now: house.clock.now() };
}

async function lines(digest: Digest, house: CliHouse): Promise<readonly string[]> {
  const sight = sightOf(digest, house);
  const { locale, operation, zone, now } = sight;
  const w = digestListWords(locale);
  const [last] = await house.digests.runs.of(digest.id, 1);
  const slots = comingTo(digest, house).map((at) => saySlot(at, now, zone, locale));
  const stands = digest.paused ? w.paused : slots.length === 0 ? w.noNext : w.following(slots.join(' · '));
  return [
    `${digest.id}: ${digest.name} (${digest.operation})${digest.origin === 'file' ? `. ${w.inFile}` : ''}`,
    `  ${sayTimes(digest, operation, locale)}`,
    `  ${sayParts(digest.parts, locale)} → ${digest.targets.map(({ id }) => id).join(', ')}`,
    `  ${stands}`,
    `  ${last === undefined ? w.neverSent : w.last({ time: saySlot(last.at, now, zone, locale), how: sayRun(last, sight) })}`,
  ];
}

/** A digest as `--json` prints it; the keys are part of the contract. */
async function described(digest: Digest, house: CliHouse): Promise<Readonly<Record<string, unknown>>> {
  const { id, name, operation, origin, paused, owner, targets, parts, cadence, locale, skipHolidays } = digest;
  const [last] = await house.digests.runs.of(id, 1);
  return {
    id,
    name,
    operation,
    origin,
    paused,
    owner,
    targets,
    reports: parts.map((part) => partText(part, 'en')),
    crons: cronsOf(cadence),
    zone: digest.zone ?? operationOf(digest, house).zone,
    locale,
    skipHolidays,
    next: comingTo(digest, house).map(iso),
    last: last === undefined ? null : runRecord(last),
  };
}

function runRecord({ at, late, targets }: DigestRun): Readonly<Record<string, unknown>> {
  return {
    at: iso(at),
    late,
    targets: targets.map(({ sentAt, ...rest }) => ({ ...rest, sentAt: sentAt === null ? null : iso(sentAt) })),
  };
}

function historyLines(digest: Digest, kept: readonly DigestRun[], house: CliHouse): readonly string[] {
  const sight = sightOf(digest, house);
  if (kept.length === 0) return [digestListWords(sight.locale).history.none];
  return kept.flatMap(({ at, targets }) =>
    targets.map((run) => [iso(at), run.target.id || '-', sayTargetRun(run, sight)].join('\t')),
  );
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
