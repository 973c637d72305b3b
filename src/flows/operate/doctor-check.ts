import { plain } from '../../core/card/plain.ts';
import type { Problem } from '../../core/errors.ts';
import type { DoctorWords, Finding } from '../../core/i18n/doctor/doctor-words.ts';
import type { Format } from '../../core/i18n/format.ts';
import { problemSaid } from '../../core/i18n/problem-said.ts';
import type { Locale } from '../../core/i18n/locale.ts';

/** One thing that was looked at. `skipped`: it could not be known; that is neither well nor ill. `next`: the very next step. */
export type Check = {
  readonly id: string;
  readonly ok: 'yes' | 'no' | 'skipped';
  readonly says: string;
  readonly next: string | null;
};

/** How checks are said: the doctor's own words, and those of the house for any other problem. */
export type Bedside = {
  readonly words: DoctorWords;
  readonly locale: Locale;
  readonly format: Format;
  readonly now: number;
};

export function check(id: string, ok: Check['ok'], finding: Finding): Check {
  return { id, ok, ...finding };
}

/** A problem that the doctor has no words of its own for. */
export function problemFinding(problem: Problem, operation: string, { locale, format, now }: Bedside): Finding {
  const { what, next } = problemSaid(problem, { locale, operation, format, now });
  return { says: what, next: plain(next) };
}

/** A fact as text; null where the problem did not bring it. */
export function factOf(problem: Problem, name: string): string | null {
  const value = problem.facts[name];
  return value === undefined || value === '' ? null : String(value);
}
