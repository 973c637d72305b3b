import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { REPORTS } from '../../reports/catalog.ts';
import type { Terminal } from './terminal.ts';

/** `vigia reports`: each report with its words and its metrics, named as alerts name them. */
export function reportsCommand(locale: Locale, terminal: Terminal): ExitCode {
  for (const { id, aliases, endpoint, words, metrics } of REPORTS) {
    const { title, what, metrics: names } = words[locale];
    terminal.out(`${id} (${endpoint.api}): ${title}`);
    terminal.out(`  ${what}`);
    terminal.out(`  ${aliases.join(', ')}`);
    for (const metric of metrics)
      terminal.out(`  ${`${id}.${metric.id}`.padEnd(28)} ${metric.unit.padEnd(9)} ${names[metric.id] ?? ''}`);
    terminal.out('');
  }
  return EXIT.done;
}
