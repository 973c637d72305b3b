import type { ReportId } from '../core/request.ts';
import { agents } from './agents/index.ts';
import { aux } from './aux/index.ts';
import { hold } from './hold/index.ts';
import { live } from './live/index.ts';
import { preview } from './preview/index.ts';
import type { Report } from './report.ts';

/** One line for each report; in the order in which help lists them. */
export const CATALOG = { agents, aux, hold, preview, live } satisfies Record<ReportId, Report>;

/** Every report, in that order. */
export const REPORTS: readonly Report[] = Object.values(CATALOG);

/** The report of an id. */
export function reportOf(id: ReportId): Report {
  return CATALOG[id];
}
