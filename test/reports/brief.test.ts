import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/i18n/locale.ts';
import { PLAIN_VIEW, REPORT_IDS, type ReportId } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import type { Brief, CardContext } from '../../src/reports/report.ts';
import {
  context,
  DAY,
  folded,
  HOUR,
  OPERATION,
  plainSpaces,
  request,
  rowsOf,
  THURSDAY,
  VIEWER_IN_CHANNEL,
} from './fixture.ts';

function briefOf(report: ReportId, rows: string | readonly unknown[], some: Partial<CardContext> = {}): Brief {
  const made = folded(report, [typeof rows === 'string' ? rowsOf(report, rows) : rows]);
  return reportOf(report).brief(made.sealed, context(report, made.rows, some.locale ?? 'es', some), null);
}
const said = ({ verdict, figures, moved, who, next }: Brief): string =>
  plainSpaces(JSON.stringify([verdict, figures, moved, who, next]));

const ALL = REPORT_IDS.flatMap((report) => LOCALES.map((locale) => [report, locale] as const));

describe('the part of a report in a digest', () => {
  it.each(ALL)(
    'is one sentence of %s in %s that names no period and has figures and no full stop',
    (report, locale) => {
      for (const rows of ['typical', 'previous', 'malformed']) {
        const { verdict, moved, next } = briefOf(report, rows, { locale });
        for (const sentence of [verdict, ...moved]) expect(sentence).not.toMatch(/[.!]$|\b(ayer|yesterday|ontem)\b/u);
        if (next !== null) expect(next).toMatch(/\.$/u);
      }
    },
  );

  it.each(ALL)('judges nothing of %s in %s of which no row came, and never says zero', (report, locale) => {
    const brief = briefOf(report, 'empty', { locale });
    expect(brief).toMatchObject({ standing: 'unknown', figures: [], who: [], next: null });
    expect(brief.moved).toHaveLength(1);
    expect(said(brief)).not.toMatch(/\b0\b/u);
  });

  it('holds promises open against nobody knowing their usual: whoever waits is worth a look', () => {
    const brief = briefOf('hold', 'typical');
    expect(brief.standing).toBe('look');
    expect(brief.verdict).toBe('37 devoluciones prometidas quedaron sin resultado; 21 de Soporte');
    expect(brief.who).toHaveLength(3);
    expect(brief.next).toMatch(/^llama hoy/u);
  });

  it('counts the minutes until the operation closes', () => {
    const operation = { ...OPERATION, hours: 'mon-fri 07:00-19:00' };
    const brief = briefOf('hold', 'typical', { operation, now: THURSDAY + 18 * HOUR });
    expect(brief.verdict).toContain('se cierra a las 19:00');
    expect(brief.next).toContain('antes de las 19:00');
  });

  it('leads with lines that are proven to fail', () => {
    const brief = briefOf('live', 'line-problem');
    expect(brief).toMatchObject({ standing: 'look', verdict: expect.stringMatching(/^fallan las líneas de salida/u) });
    expect(brief.who.length).toBeGreaterThan(0);
  });

  it('names an outlier of aux to supervisors alone', () => {
    expect(said(briefOf('aux', 'typical'))).toContain('Patiño Torres Natalia');
    const open = briefOf('aux', 'typical', { audience: VIEWER_IN_CHANNEL });
    expect(open.standing).toBe('look');
    expect(said(open)).not.toMatch(/Patiño|P\. ?T\./u);
  });

  it('names three of those out of the usual and counts the others', () => {
    const rows = Array.from({ length: 24 }, (_, at) => ({
      agent_id: String(100 + at),
      agent_name: `AGENTE ${String.fromCharCode(65 + at)}`,
      aux_state: 'Break',
      time: at < 5 ? `03:${10 + at}:00` : `00:${40 + at}:00`,
    }));
    expect(briefOf('aux', rows)).toMatchObject({ standing: 'look', who: { length: 3 }, whoElse: 2 });
  });

  it('gives the way to justify a case where a supervisor reads alone', () => {
    const auxPast = { days: [], justified: [] };
    const [line] = briefOf('aux', 'typical', { auxPast }).who;
    expect(line?.action?.id).toBe('justify:0');
  });

  it('shows costs of single agents to supervisors alone', () => {
    const own = { value: 220, count: null, of: 681 };
    const found = {
      kind: 'usual',
      median: 150,
      low: 148,
      high: 152,
      fences: { low: 142, high: 158 },
      days: 6,
    } as const;
    const against = { place: 'far-above', difference: 70, change: 0.47 } as const;
    const usualFigures = { cost_per_call: { unit: 'money', own, found, against } as const };
    const usual = { cost_per_call: '47 % más que un jueves habitual ($ 148–$ 152)' };
    const some = { usual, usualFigures };
    const brief = briefOf('agents', 'typical', some);
    expect(plainSpaces(brief.verdict)).toMatch(/^\$ 220 por llamada, 47 % más que .*; 681 llamadas$/u);
    expect(brief.who).toHaveLength(3);
    expect(briefOf('agents', 'typical', { ...some, audience: VIEWER_IN_CHANNEL }).who).toEqual([]);
  });

  it('says of a preview campaign which one it is', () => {
    const brief = briefOf('preview', 'typical', {
      request: request('preview', { campaign: '22109', view: PLAIN_VIEW }),
    });
    expect(brief.verdict).toMatch(/^Cobranza Julio: contacto /u);
  });

  it('does not call usual what cannot be compared yet', () => {
    expect(briefOf('agents', 'typical').standing).toBe('unknown');
    expect(briefOf('live', 'typical', { window: { from: THURSDAY, to: THURSDAY + DAY } }).standing).toBe('unknown');
  });
});
