import { explain } from '../../core/command/explain.ts';
import { plain } from '../../core/card/plain.ts';
import { toTerminal } from '../../core/card/to-terminal.ts';
import { toCsv } from '../../core/table/csv.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { operationNamed } from '../../core/settings.ts';
import { checkCard } from '../../flows/answer/check-figures.ts';
import { understand } from '../../flows/answer/obey.ts';
import type { Shown } from '../../flows/read/run-report.ts';
import { ownerAudience } from './audience.ts';
import type { CliHouse } from './house.ts';
import { sayProblem, type Terminal, wrongUse } from './terminal.ts';

const FORMATS = ['--json', '--csv', '--text'] as const;
type Output = (typeof FORMATS)[number];

/** `vigia report <words of the slash command> [--json | --csv | --text]` */
export async function reportCommand(args: readonly string[], house: CliHouse, terminal: Terminal): Promise<ExitCode> {
  const { settings, clock, formatFor, runReport } = house;
  const [fallback] = settings.operations;
  const { locale } = fallback;
  const chosen = FORMATS.filter((format) => args.includes(format));
  const stray = args.find((arg) => arg.startsWith('--') && !chosen.some((format) => format === arg));
  if (stray !== undefined || chosen.length > 1) {
    return wrongUse(terminal, `${stray ?? chosen.join(' ')}: one of --json, --csv, --text.`);
  }
  const said = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const command = understand(said, { locale, operation: fallback }, settings, clock.now());
  if (command.kind === 'unclear') {
    const { sentences, examples } = explain(command, locale);
    terminal.err(
      `request.not-understood: ${sentences.map(plain).join(' ')} ${examples.map((said) => `vigia report ${said}`).join(' · ')}`,
    );
    return EXIT.usage;
  }
  if (command.kind !== 'report' && command.kind !== 'check') {
    return wrongUse(terminal, 'which report? "vigia reports" lists them.');
  }
  const { request } = command;
  const operation = operationNamed(settings, request.operation) ?? fallback;
  const shown = await runReport({ request, operation, locale, audience: ownerAudience, urgency: 'person' });
  if (!shown.ok) {
    return sayProblem(terminal, shown.problem, { operation, locale, formatFor, clock });
  }
  const output: Output = chosen[0] ?? (command.kind === 'report' && command.output.file === 'csv' ? '--csv' : '--text');
  terminal.out(
    draw(output, command.kind === 'check' ? { ...shown.value, card: checkCard(shown.value) } : shown.value, terminal),
  );
  return EXIT.done;
}

function draw(output: Output, shown: Shown, { width, colour }: Terminal): string {
  const { report, sealed, context, card } = shown;
  switch (output) {
    case '--text':
      return toTerminal(card, width, { ansi: colour });
    case '--csv':
      return toCsv(report.table(sealed, context), context.locale).trimEnd();
    case '--json':
      return JSON.stringify(figuresOf(shown), null, 2);
  }
}

/** The object that `--json` prints; its keys are part of the contract. */
export function figuresOf({ report, sealed, context, answer, card }: Shown): Readonly<Record<string, unknown>> {
  const { request, operation } = context;
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    report: request.report,
    operation: operation.id,
    period: { from: iso(answer.window.from), to: iso(answer.window.to), zone: operation.zone },
    asOf: iso(answer.asOf),
    rows: answer.rows,
    summary: report.figures(sealed),
    notes: card.trust,
  };
}
