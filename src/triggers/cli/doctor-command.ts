import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Check, Doctor } from '../../flows/operate/doctor.ts';
import type { Terminal } from './terminal.ts';

const SIGN = { yes: '✓', no: '✗', skipped: '–' } as const;

/** `vigia doctor`: each check with what was found and, where something is wrong, the very next step. Exit 78 if anything is. */
export async function doctorCommand(doctor: Doctor, locale: Locale, terminal: Terminal): Promise<ExitCode> {
  const checks = await doctor(locale);
  for (const one of checks) for (const line of doctorLine(one)) terminal.out(line);
  return checks.some(({ ok }) => ok === 'no') ? EXIT.configuration : EXIT.done;
}

/** A check as the terminal shows it: what was found, and under it the next step. */
export function doctorLine({ id, ok, says, next }: Check): readonly string[] {
  const found = `${SIGN[ok]} ${id.padEnd(22)} ${says}`;
  return next === null ? [found] : [found, `  ${' '.repeat(22)} → ${next}`];
}
