import { plain } from '../../core/card/plain.ts';
import type { UnclearCommand } from '../../core/command/command.ts';
import { explain } from '../../core/command/explain.ts';
import type { CommandContext } from '../../core/command/read-command.ts';
import { nextSlots } from '../../core/digests/cadence.ts';
import type { Cadence, Part } from '../../core/digests/digest.ts';
import { EXTRA_PARTS, readPart } from '../../core/digests/read-part.ts';
import type { Operation } from '../../core/operation.ts';
import { type Note, shown } from '../mistake.ts';
import type { Path, YamlFile } from '../yaml-file.ts';

/** A configuration reads the same on any day, so the words are tried at slots of a far year: any written date is past by then. */
const FAR = Date.UTC(2090, 5, 1);
const SLOTS = 24;

export type Digesting = {
  readonly operation: Operation;
  readonly operations: readonly Operation[];
  readonly reports: CommandContext['reports'];
  readonly cadence: Cadence;
  readonly zone: string;
};

/** What a digest holds in the words of the file, if they can be understood at one of its slots; else null, which was noted. */
export function readWords(words: string, digesting: Digesting, file: YamlFile, path: Path, note: Note): Part | null {
  const { operation, reports, cadence, zone } = digesting;
  const { id, locale } = operation;
  const operations = digesting.operations.map((one) => (one.id === id ? { ...one, zone } : one));
  const context = { operations, defaultOperation: id, reports, locale };
  const tried = nextSlots(cadence, zone, FAR, SLOTS).map((now) => readPart(words, { ...context, now }));
  const read = tried.find(({ ok }) => ok) ?? tried[0];
  if (read === undefined || read.ok) return read?.part ?? null;
  const known = `the words of one report, such as "agents yesterday top 5", or ${EXTRA_PARTS.join(', ')}`;
  note(file.mistake('invalid', path, `${known} (${why(read.unclear)})`, shown(words)));
  return null;
}

function why(unclear: UnclearCommand | null): string {
  if (unclear === null) return 'a digest has no files and asks nothing else';
  const unknown = unclear.words.map(({ word, nearest }) => {
    const near = nearest.length === 0 ? '' : `, the nearest is ${nearest.join(' or ')}`;
    return `"${word}" is not known${near}`;
  });
  if (unknown.length > 0) return unknown.join('; ');
  return explain(unclear, 'en').sentences.map(plain).join(' ').replace(/\.$/, '');
}
