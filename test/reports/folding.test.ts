import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/i18n/locale.ts';
import { REPORT_IDS } from '../../src/core/request.ts';
import { reportOf } from '../../src/reports/catalog.ts';
import { anyRows } from './any-rows.ts';
import { context, DAY, folded, OPERATION, THURSDAY, VIEWER_IN_CHANNEL } from './fixture.ts';

/** A name that came twice in one window is said to be so: how rows were cut into windows may show there, and only there. */
const withoutRepeats = (said: ReturnType<typeof folded>) =>
  JSON.parse(JSON.stringify(said, (key, value: unknown) => (key === 'repeated' ? undefined : value)));

describe.each(REPORT_IDS)('%s', (report) => {
  it('gives the same whatever the order of the rows', () => {
    const shuffled = anyRows(report).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(folded(report, [others])).toEqual(folded(report, [rows]));
      }),
    );
  });

  it('gives the whole when windows are folded on one by one', () => {
    fc.assert(
      fc.property(anyRows(report), fc.nat(60), (rows, at) => {
        const parts = folded(report, [rows.slice(0, at), rows.slice(at)]);
        expect(withoutRepeats(parts)).toEqual(withoutRepeats(folded(report, [rows])));
      }),
    );
  });

  it('counts every row once, used or skipped', () => {
    fc.assert(
      fc.property(anyRows(report), (rows) => {
        const { read, used, skipped } = folded(report, [rows]).rows;
        expect(read).toBe(rows.length);
        expect(used + Object.values(skipped).reduce((sum, some) => sum + some, 0)).toBe(read);
      }),
    );
  });

  it('forgets a window that is rewound', () => {
    fc.assert(
      fc.property(anyRows(report), anyRows(report), (kept, undone) => {
        const fold = reportOf(report).fold({ operation: OPERATION, window: { from: THURSDAY, to: THURSDAY + DAY } });
        fold.mark();
        for (const row of kept) fold.add(row);
        fold.mark();
        for (const row of undone) fold.add(row);
        fold.rewind();
        expect(fold.finish()).toEqual(folded(report, [kept]));
      }),
    );
  });

  it('comes back from JSON as it was, and opens', () => {
    fc.assert(
      fc.property(anyRows(report), (rows) => {
        const { sealed } = folded(report, [rows]);
        const back = JSON.parse(JSON.stringify(sealed));
        expect(back).toEqual(sealed);
        expect(reportOf(report).opens(back)).toBe(true);
        expect(reportOf(report).figures(back)).toEqual(sealed.summary);
      }),
    );
  });

  it('keeps no customer and no comment in its summary', () => {
    fc.assert(
      fc.property(anyRows(report), (rows) => {
        expect(JSON.stringify(folded(report, [rows]))).not.toMatch(/secreto|71000333|52000444|5550\d{3}/iu);
      }),
    );
  });

  it('can be said of any rows, to any reader, in plain words', () => {
    const readers = fc.constantFrom(
      {},
      { audience: VIEWER_IN_CHANNEL },
      { audience: { ...VIEWER_IN_CHANNEL, names: 'hidden' as const } },
    );
    fc.assert(
      fc.property(
        anyRows(report),
        anyRows(report),
        fc.constantFrom(...LOCALES),
        readers,
        (rows, before, locale, some) => {
          const { sealed, rows: count } = folded(report, [rows]);
          const said = context(report, count, locale, some);
          const body = reportOf(report).card(sealed, said, folded(report, [before]).sealed);
          const whole = JSON.stringify([body, reportOf(report).table(sealed, said)]);
          expect(body.headline).toMatch(/^\P{Ll}.*\.$|^wolkvox/su);
          expect(whole).not.toMatch(/NaN|undefined|Infinity|!|¡|adheren|\(\)| {2}|\.\./iu);
          for (const section of body.sections) {
            if (section.kind === 'text') expect(section.text).not.toBe('');
            if (section.kind !== 'chart') continue;
            for (const { points } of section.chart.series) {
              expect(points.length).toBeGreaterThanOrEqual(3);
              expect(new Set(points.map(({ label }) => label)).size).toBe(points.length);
              for (const { label } of points) expect(Array.from(label).length).toBeLessThanOrEqual(20);
            }
          }
        },
      ),
    );
  });

  it('answers null, never 0, when there was nothing', () => {
    const { sealed } = folded(report, [[]]);
    for (const { id } of reportOf(report).metrics) {
      expect([id, reportOf(report).read(sealed, id, 'all')?.value]).toEqual([id, null]);
    }
  });
});

describe('the catalogue', () => {
  it('has a word for each metric in each language', () => {
    for (const report of REPORT_IDS.map(reportOf)) {
      for (const locale of LOCALES) {
        expect(Object.keys(report.words[locale].metrics).sort()).toEqual(report.metrics.map(({ id }) => id).sort());
      }
    }
  });

  it('answers to each word for one report only', () => {
    const aliases = REPORT_IDS.flatMap((report) => reportOf(report).aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
    for (const report of REPORT_IDS) expect(reportOf(report).aliases[0]).toBe(report);
  });
});
