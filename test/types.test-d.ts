import { done, failed, type Outcome } from '../src/core/errors.ts';
import type { Card, Section } from '../src/core/card/card.ts';
import type { Locale } from '../src/core/i18n/locale.ts';
import type { Period } from '../src/core/period/period.ts';
import type { Report, ReportWords } from '../src/reports/report.ts';

// Checked by `npm run types`: each line under an expectation must not compile, and a line that does makes the check fail.

const words: ReportWords = { title: 'Agentes', what: 'Llamadas por agente', metrics: {} };

// @ts-expect-error a report that lacks a language does not compile
export const twoLanguages = { es: words, en: words } satisfies Record<Locale, ReportWords>;

// @ts-expect-error a failure is looked at before its value is used
export const unlooked = (outcome: Outcome<number>): number => outcome.value;

export const looked = (outcome: Outcome<number>): number => (outcome.ok ? outcome.value : 0);

// @ts-expect-error a problem's code is one of those that have words
export const wordless = failed('wolkvox.tired');

// @ts-expect-error a day is not a week
export const week: Period = { kind: 'week', date: '2026-11-19' };

// @ts-expect-error a chart section has a chart
export const empty: Section = { kind: 'chart' };

// @ts-expect-error a card says where its figures come from
export const untrusted: Card = { headline: '', sections: [], actions: [] };

// @ts-expect-error the row and summary types of a report stay inside it
export const opened = (report: Report) => report.summary;

export const figure: Outcome<number> = done(1);
