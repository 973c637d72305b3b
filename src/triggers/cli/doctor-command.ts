import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Doctor } from '../../flows/operate/doctor.ts';
import type { Terminal } from './terminal.ts';

const SIGN = { yes: '✓', no: '✗', skipped: '–' } as const;

/** `vigia doctor`: each check with what was found and, where something is wrong, the very next step. Exit 78 if anything is. */
export async function doctorCommand(doctor: Doctor, locale: Locale, terminal: Terminal): Promise<ExitCode> {
  const checks = await doctor(locale);
  for (const { id, ok, says, next } of checks) {
    terminal.out(`${SIGN[ok]} ${id.padEnd(22)} ${says}`);
    if (next !== null) terminal.out(`  ${' '.repeat(22)} → ${next}`);
  }
  return checks.some(({ ok }) => ok === 'no') ? EXIT.configuration : EXIT.done;
}
