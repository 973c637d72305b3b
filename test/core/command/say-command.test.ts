import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/core/command/read-command.ts';
import { sayCommand } from '../../../src/core/command/say-command.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { windowOf } from '../../../src/core/period/calendar.ts';
import type { Choice, Request } from '../../../src/core/request.ts';
import { anyRequest } from '../any-request.ts';
import { CONTEXT } from './context.ts';

const LATER = Date.parse('2040-01-01T00:00:00Z');
function takes({ report }: Request, choice: Choice): boolean {
  return CONTEXT.reports.some(({ id, takes }) => id === report && takes.includes(choice));
}

const anyAsked = fc
  .tuple(
    anyRequest,
    fc.constantFrom(...CONTEXT.operations),
    fc.oneof(fc.constant('all'), fc.integer({ min: 0, max: 999_999 }).map(String)),
  )
  .map(
    ([request, { id }, campaign]): Request => ({
      ...request,
      operation: id,
      campaign: request.report === 'preview' ? campaign : null,
      view: {
        top: takes(request, 'top') ? request.view.top : null,
        by: takes(request, 'by') ? request.view.by : null,
        versus: takes(request, 'versus') ? request.view.versus : null,
      },
    }),
  )
  .filter((request) => takes(request, 'period'))
  .filter(({ period, operation }) => {
    const { from, to } = windowOf(period, CONTEXT.operations.find(({ id }) => id === operation)?.zone ?? 'UTC');
    return from < to;
  });

describe('sayCommand', () => {
  it('says words that ask for the same again, in every language', () => {
    fc.assert(
      fc.property(anyAsked, fc.constantFrom(...LOCALES), (request, locale) => {
        const text = sayCommand(request, locale, CONTEXT.defaultOperation);
        expect(readCommand(text, { ...CONTEXT, now: LATER })).toEqual({
          kind: 'report',
          request,
          output: { file: null, here: false },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reads as a person would have typed it', () => {
    const request: Request = {
      report: 'agents',
      operation: 'cali',
      period: { kind: 'days', first: '2026-11-01', last: '2026-11-07' },
      campaign: null,
      view: { top: 5, by: 'cost', versus: 'previous' },
    };
    expect(sayCommand(request, 'es')).toBe('agentes cali 2026-11-01..2026-11-07 top 5 por costo vs anterior');
    expect(sayCommand(request, 'pt', 'cali')).toBe('agentes 2026-11-01..2026-11-07 top 5 por custo vs anterior');
  });
});
