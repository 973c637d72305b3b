import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { exportConfig } from '../../src/config/export.ts';
import { loadConfig } from '../../src/config/load.ts';
import { describeMistakes } from '../../src/config/mistake.ts';
import { slotsBetween } from '../../src/core/digests/cadence.ts';
import { type Digest, DEFAULT_LATE_MS } from '../../src/core/digests/digest.ts';
import { done, failed } from '../../src/core/errors.ts';
import { partText } from '../../src/core/digests/read-part.ts';
import { saveNew } from '../../src/flows/book/save-new.ts';
import { REPORTS } from '../../src/reports/catalog.ts';
import { anyCadence } from '../core/digests/any-digest.ts';

const OPERATIONS = `operations:
  - { id: bogota, name: Operación Bogotá, server: 3, token: "\${TOKEN}" }
  - { id: lima, server: 4, token: "\${TOKEN}", zone: America/Lima }
`;

function load(yaml: string) {
  return loadConfig({
    env: { TOKEN: 'invented' },
    purpose: 'check',
    file: 'vigia.yml',
    readFile: () => yaml,
    reports: REPORTS,
  });
}

function good(yaml: string): Config {
  const loaded = load(yaml);
  if (!loaded.ok) throw new Error(describeMistakes(loaded.mistakes));
  return loaded.config;
}

function digestsOf(entries: string): readonly Digest[] {
  return good(`${OPERATIONS}digests:\n${entries}\n`).digests;
}

function wrongs(entries: string): readonly string[] {
  const loaded = load(`${OPERATIONS}digests:\n${entries}\n`);
  return loaded.ok ? [] : describeMistakes(loaded.mistakes).split('\n');
}

const LEAST = 'id: a, operation: bogota, channels: [C01], reports: [agents yesterday]';

describe('digests in the file', () => {
  it('are read with all that they say', () => {
    const [digest] = digestsOf(`
  - id: morning
    name: Resumen de la mañana
    operation: lima
    channels: [C01, C02, C01]
    people: [U02]
    reports: [agents yesterday top 5, "  aux  ayer ", promesas, Cuota, hygiene]
    at: ["12:10", "08:10"]
    days: weekdays
    skip_holidays: true
    late: 2h
    owner: U02
    zone: America/Santiago
    locale: pt
    paused: true`);
    expect(digest).toEqual({
      id: 'morning',
      name: 'Resumen de la mañana',
      operation: 'lima',
      targets: [
        { kind: 'channel', id: 'C01' },
        { kind: 'channel', id: 'C02' },
        { kind: 'person', id: 'U02' },
      ],
      parts: [
        { kind: 'report', words: 'agents yesterday top 5' },
        { kind: 'report', words: 'aux ayer' },
        { kind: 'ledger' },
        { kind: 'quota' },
        { kind: 'hygiene' },
      ],
      cadence: { kind: 'times', at: ['08:10', '12:10'], weekdays: [1, 2, 3, 4, 5] },
      zone: 'America/Santiago',
      locale: 'pt',
      skipHolidays: true,
      lateMs: 7_200_000,
      owner: 'U02',
      paused: true,
      origin: 'file',
    });
  });

  it('are read with what is meant where nothing is said', () => {
    expect(digestsOf(`  - { ${LEAST}, at: 08:10 }`)).toMatchObject([
      {
        name: 'a',
        cadence: { kind: 'times', at: ['08:10'], weekdays: [1, 2, 3, 4, 5, 6, 7] },
        zone: null,
        locale: null,
        skipHolidays: false,
        lateMs: DEFAULT_LATE_MS,
        owner: null,
        paused: false,
      },
    ]);
  });

  it.each([
    ['days: [mon, wed, sat-sun], at: 08:10', { kind: 'times', at: ['08:10'], weekdays: [1, 3, 6, 7] }],
    ['days: "fri, mon", at: 08:10', { kind: 'times', at: ['08:10'], weekdays: [1, 5] }],
    ['cron: "0 8 1 * *"', { kind: 'monthly', day: 1, at: '08:00' }],
    ['cron: "10  8 * * 1-5"', { kind: 'cron', cron: '10 8 * * 1-5' }],
  ])('come when they say: %s', (keys, cadence) => {
    expect(digestsOf(`  - { ${LEAST}, ${keys} }`)[0]?.cadence).toEqual(cadence);
  });

  it('may ask for the part of the day that is over when they come', () => {
    expect(
      digestsOf(`  - { id: a, operation: bogota, channels: [C01], reports: [hold 08:00-12:00], at: 12:10 }`),
    ).toHaveLength(1);
  });

  it.each([
    [`- { ${LEAST}, at: 08:10, chanels: [C02] }`, /unknown: .*digests\[0\]\.chanels \(line 5\): .*nearest is channels/],
    [
      `- { ${LEAST} }`,
      /missing: .*digests\[0\]\.at \(line 5\): expected at \(08:10, or a list\) or cron; came nothing/,
    ],
    [`- { ${LEAST}, at: 8h }`, /digests\[0\]\.at \(line 5\): expected a time of the day such as 08:10; came "8h"/],
    [`- { ${LEAST}, at: [08:10, 25:00] }`, /digests\[0\]\.at\[1\] \(line 5\): .*came "25:00"/],
    [`- { ${LEAST}, at: 08:10, days: lunes }`, /digests\[0\]\.days \(line 5\): .*came "lunes"/],
    [`- { ${LEAST}, at: 08:10, cron: "10 8 * * *" }`, /conflict: .*at or cron, not both/],
    [`- { ${LEAST}, days: weekdays, cron: "10 8 * * *" }`, /conflict: .*digests\[0\]\.days/],
    [
      `- { ${LEAST}, cron: "* * * * *" }`,
      /digests\[0\]\.cron \(line 5\): .*at most twelve times an hour; came "\* \* \* \* \*"/,
    ],
    [`- { ${LEAST}, cron: "0 8 30 2 *" }`, /digests\[0\]\.cron/],
    [
      `- { id: a, operation: bogta, channels: [C01], reports: [live], at: 08:10 }`,
      /digests\[0\]\.operation \(line 5\): .*"bogota"/,
    ],
    [`- { id: a, channels: [C01], reports: [live], at: 08:10 }`, /missing: .*digests\[0\]\.operation/],
    [`- { id: a, operation: bogota, reports: [live], at: 08:10 }`, /missing: .*digests\[0\]\.channels/],
    [
      `- { id: a, operation: bogota, channels: [piso], reports: [live], at: 08:10 }`,
      /channels\[0\] \(line 5\): .*came "piso"/,
    ],
    [`- { id: a, operation: bogota, channels: [C01], at: 08:10 }`, /missing: .*digests\[0\]\.reports/],
    [`- { id: a, operation: bogota, channels: [C01], reports: [], at: 08:10 }`, /digests\[0\]\.reports .*at least one/],
    [`- { ${LEAST}, at: 08:10, late: a while }`, /digests\[0\]\.late .*a duration/],
    [`- { ${LEAST}, at: 08:10, skip_holidays: maybe }`, /digests\[0\]\.skip_holidays .*true, false/],
    [`- { ${LEAST}, at: 08:10, zone: Bogota }`, /digests\[0\]\.zone .*IANA/],
    [`- { ${LEAST}, at: 08:10 }\n- { ${LEAST}, at: 08:10 }`, /conflict: .*digests\[1\]\.id \(line 6\): .*"a" twice/],
  ])('that are wrong say where and what is expected: %s', (entries, expected) => {
    expect(wrongs(entries)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['agnetes yesterday', /"agnetes" is not known, the nearest is agentes\); came "agnetes yesterday"$/],
    ['promeses', /"promeses" is not known, the nearest is promesas or promessas\)/],
    ['live top 5', /digests\[0\]\.reports\[1\] \(line 5\)/],
    ['agents lima yesterday', /asks nothing else/],
    ['agents yesterday csv', /asks nothing else/],
    ['status', /asks nothing else/],
    ['digests', /asks nothing else/],
    ['help', /asks nothing else/],
  ])('that hold words nobody understands say which: %s', (words, expected) => {
    const entry = `- { id: a, operation: bogota, channels: [C01], reports: [live, ${words}], at: 08:10 }`;
    expect(wrongs(entry)).toEqual([expect.stringMatching(expected)]);
  });

  it('are a list', () => {
    expect(wrongs('  morning: {}')).toEqual([expect.stringMatching(/digests \(line 4\): expected a list of digests/)]);
  });
});

const word = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/);
const name = fc
  .oneof(
    word,
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom('yes', '08:10', '# x', 'null'),
  )
  .map((text) => text.replaceAll('${', '').trim())
  .filter((text) => text !== '');
const part: fc.Arbitrary<Digest['parts'][number]> = fc.oneof(
  fc
    .constantFrom('agents yesterday top 5', 'aux ayer', 'preview todas hoy', 'hold 2026-11-01', 'live')
    .map((words) => ({
      kind: 'report' as const,
      words,
    })),
  fc.constantFrom('ledger', 'quota', 'hygiene').map((kind) => ({ kind })),
);
const idOf = (kind: 'channel' | 'person', letter: string) =>
  fc.integer({ min: 1, max: 99 }).map((number) => ({ kind, id: `${letter}${number}` }));
const targets = fc
  .tuple(
    fc.uniqueArray(idOf('channel', 'C'), { selector: ({ id }) => id, maxLength: 3 }),
    fc.uniqueArray(idOf('person', 'U'), { selector: ({ id }) => id, maxLength: 3 }),
  )
  .map(([channels, people]) => [...channels, ...people])
  .filter((all) => all.length > 0);
const digest: fc.Arbitrary<Digest> = fc.record({
  id: word,
  name,
  operation: fc.constantFrom('bogota', 'lima'),
  targets,
  parts: fc.array(part, { minLength: 1, maxLength: 4 }),
  cadence: anyCadence,
  zone: fc.constantFrom(null, 'America/Santiago'),
  locale: fc.constantFrom(null, 'es' as const, 'pt' as const),
  skipHolidays: fc.boolean(),
  lateMs: fc.oneof(
    fc.constant(DEFAULT_LATE_MS),
    fc.integer({ min: 0, max: 2_000 }).map((minutes) => minutes * 30_000),
  ),
  owner: fc.constantFrom(null, 'U02'),
  paused: fc.boolean(),
  origin: fc.constant('file' as const),
});

describe('the export of digests', () => {
  const plain = good(OPERATIONS);

  it('is read back as what was exported, and exports as the same text again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(digest, { selector: ({ id }) => id, maxLength: 3 }), (digests) => {
        const text = exportConfig(plain, { ...plain, digests });
        const again = good(text);
        expect(again.digests).toEqual(digests);
        expect(exportConfig(again)).toBe(text);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the times of a cadence that a pattern of cron writes in its own way', () => {
    const [from, to] = [Date.parse('2026-01-01Z'), Date.parse('2027-01-01Z')];
    const spaced = digestsOf(`  - { ${LEAST}, cron: "05 08 1 * *" }`);
    const again = good(exportConfig(plain, { ...plain, digests: spaced })).digests;
    const slots = (all: readonly Digest[]) =>
      all.map(({ cadence }) => slotsBetween(cadence, 'America/Bogota', from, to));
    expect(slots(again)).toEqual(slots(spaced));
    expect(again).toEqual(spaced);
  });

  it('writes what the file itself would say, without defaults', () => {
    const digests = digestsOf(`  - { ${LEAST}, at: [08:10, 12:10], days: mon-sat, skip_holidays: true }`);
    expect(exportConfig(plain, { ...plain, digests })).toContain(`digests:
  - id: a
    operation: bogota
    channels:
      - C01
    reports:
      - agents yesterday
    at:
      - 08:10
      - 12:10
    days: mon-sat
    skip_holidays: true
`);
  });

  it('writes those made in Slack as entries of the file', () => {
    const made = {
      ...digestsOf(`  - { ${LEAST}, cron: "0 8 1 * *" }`)[0],
      name: 'Costo de ${TOKEN}',
      origin: 'slack',
    };
    const text = exportConfig(plain, { ...plain, digests: [made as Digest] });
    expect(good(text).digests).toMatchObject([{ id: 'a', name: 'Costo de $ {TOKEN}', origin: 'file' }]);
  });

  it('takes the ids of digests made in Slack under the same long name', async () => {
    const taken = new Set<string>();
    const save = async ({ id }: { readonly id: string }) => {
      if (taken.has(id)) return failed('config.invalid');
      taken.add(id);
      return done(1);
    };
    const name = 'Resumen de la mañana para toda la gerencia de operaciones';
    const [one] = digestsOf(`  - { ${LEAST}, at: "08:10" }`);
    if (one === undefined) throw new Error('there is one');
    const made: Digest[] = [];
    for (let copy = 0; copy < 12; copy += 1) {
      made.push(await saveNew({ save }, name, 'digest', (id): Digest => ({ ...one, id, name })));
    }
    expect(good(exportConfig(plain, { ...plain, digests: made })).digests.map(({ id }) => id)).toEqual(
      made.map(({ id }) => id),
    );
  });

  it('says the extra parts in each language', () => {
    expect(partText({ kind: 'ledger' }, 'es')).toBe('promesas');
    expect(partText({ kind: 'quota' }, 'pt')).toBe('cota');
  });
});
