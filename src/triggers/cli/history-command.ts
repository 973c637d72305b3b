import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { historyWords } from '../../core/i18n/history-words.ts';
import type { Count } from '../../flows/history/show-history.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { CliHouse } from './house.ts';
import { operationsAsked } from './operation-args.ts';
import type { Terminal } from './terminal.ts';

const MOST_HOLES = 20;
const MEGABYTE = 1_000_000;

/** `vigia history [operation]`: how far the history of each operation is, what could not be read, and what it takes. */
export async function historyCommand(
  args: readonly string[],
  { settings, clock, formatFor, showHistory }: CliHouse,
  terminal: Terminal,
): Promise<ExitCode> {
  const operations = operationsAsked('history', args, settings, terminal);
  if (operations.length === 0) return EXIT.usage;
  for (const operation of operations) {
    const { locale } = operation;
    const format = formatFor(locale, operation);
    const w = historyWords(locale);
    const { progress, reports, holes, sliceHours, bytes } = await showHistory(operation);
    terminal.out(`${operation.id}: ${operation.name}`);
    if (progress === null) {
      terminal.out(`  ${w.notBegun}`);
      continue;
    }
    const said = (count: Count) =>
      (['kept', 'empty', 'waits', 'missing'] as const)
        .filter((kind) => count[kind] > 0)
        .map((kind) => `${format.number(count[kind])} ${w.states[kind]}`)
        .join(', ') || '0';
    terminal.out(`  ${w.since({ first: format.day(progress.from), at: format.moment(progress.lastAt, clock.now()) })}`);
    for (const { report, days, marks } of reports) {
      terminal.out(`  ${report.padEnd(8)} ${w.days}: ${said(days)}; ${w.hours}: ${said(marks)}`);
    }
    terminal.out(`  ${'live'.padEnd(8)} ${w.slices({ count: sliceHours, format })}`);
    for (const { report, date, nextAt } of holes.slice(0, MOST_HOLES)) {
      const again = format.moment(nextAt, clock.now());
      terminal.out(`  ${w.hole({ report: reportOf(report).words[locale].title, day: format.day(date), again })}`);
    }
    terminal.out(`  ${w.size({ megabytes: bytes / MEGABYTE, format })}`);
  }
  return EXIT.done;
}
