import { readFileSync } from 'node:fs';
import type { Audience } from '../../src/core/actor.ts';
import { makeFormat } from '../../src/core/i18n/make-format.ts';
import type { Locale } from '../../src/core/i18n/locale.ts';
import { DEFAULT_AUX, type Operation, PLAIN_OPERATION } from '../../src/core/operation.ts';
import { PLAIN_VIEW, type ReportId, type Request } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { CardContext, Names, RowCount, Sealed } from '../../src/reports/report.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Midnight of Thursday, 19 November 2026, in Bogotá. */
export const THURSDAY = Date.UTC(2026, 10, 19, 5);
export const THE_DAY_AFTER = THURSDAY + DAY + 8 * HOUR;

export const OPERATION: Operation = {
  ...PLAIN_OPERATION,
  id: 'bogota',
  name: 'Operación Bogotá',
  currency: 'COP',
  licences: 10,
  country: 'CO',
  ignoreAgents: ['PRUEBA TI'],
  aux: { ...DEFAULT_AUX, allowances: { almuerzo: 60 * 60 }, ordered: ['Capacitación', 'Reunión'] },
};

export const NAMES: Names = {
  skills: { 6110: 'Soporte', 6112: 'Ventas', 6114: 'Retención', 6116: 'Cobranza' },
  agents: { 12301: 'RESTREPO MUÑOZ ANA LUCÍA', 12314: 'COM-JUAN PÉREZ', 12327: 'ZULUAGA OSPINA MARÍA JOSÉ' },
  campaigns: { 22109: 'COBRANZA JULIO' },
};

export const SUPERVISOR: Audience = {
  role: 'supervisor',
  place: 'private',
  names: 'full',
  outliersByName: true,
  agentCosts: true,
};
export const VIEWER_IN_CHANNEL: Audience = {
  role: 'viewer',
  place: 'channel',
  names: 'initials',
  outliersByName: false,
  agentCosts: false,
};

export function rowsOf(report: ReportId, name: string): unknown[] {
  return JSON.parse(readFileSync(new URL(`../fixtures/${report}/${name}.json`, import.meta.url), 'utf8'));
}

/** Folds windows of rows one after the other, as the flow does. */
export function folded(
  report: ReportId,
  windows: readonly (readonly unknown[])[],
  operation: Operation = OPERATION,
): { readonly sealed: Sealed; readonly rows: RowCount } {
  const fold = reportOf(report).fold({ operation, window: { from: THURSDAY, to: THURSDAY + DAY } });
  for (const rows of windows) {
    fold.mark();
    for (const row of rows) fold.add(row);
  }
  return fold.finish();
}

export function request(report: ReportId, some: Partial<Request> = {}): Request {
  return {
    report,
    operation: 'bogota',
    period: { kind: 'day', date: '2026-11-19' },
    campaign: report === 'preview' ? 'all' : null,
    view: PLAIN_VIEW,
    ...some,
  };
}

export function context(
  report: ReportId,
  rows: RowCount,
  locale: Locale,
  some: Partial<CardContext> = {},
): CardContext {
  return {
    operation: OPERATION,
    request: request(report),
    window: { from: THURSDAY, to: THURSDAY + DAY },
    now: THE_DAY_AFTER,
    locale,
    format: makeFormat({ locale, zone: OPERATION.zone, currency: OPERATION.currency, country: OPERATION.country }),
    names: NAMES,
    audience: SUPERVISOR,
    rows,
    ...some,
  };
}

/** Spaces that must not break are written as others are in expectations. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
