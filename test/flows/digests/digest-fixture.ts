import { audienceFor } from '../../../src/core/access.ts';
import type { Digest, Part } from '../../../src/core/digests/digest.ts';
import { problem, type Problem } from '../../../src/core/errors.ts';
import { comparablePeriods } from '../../../src/core/history/comparable.ts';
import type { LedgerMark } from '../../../src/core/history/ledger.ts';
import { workCalendar } from '../../../src/core/history/working-days.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { dateAt, timeAt } from '../../../src/core/period/local-time.ts';
import type { ReportId } from '../../../src/core/request.ts';
import type { Settings } from '../../../src/core/settings.ts';
import { digestMaker, type MakeDigest } from '../../../src/flows/digests/card/digest-card.ts';
import type { PartPorts } from '../../../src/flows/digests/card/digest-parts.ts';
import { headlineMetric, heldAgainst, mainMetrics } from '../../../src/flows/history/usual-figures.ts';
import type { ReadUsual } from '../../../src/flows/history/usual-reader.ts';
import { formats } from '../../../src/flows/read/format-for.ts';
import { reportGatherer } from '../../../src/flows/read/gather-report.ts';
import type { ReadReport } from '../../../src/flows/read/read-report.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { HOUR, NAMES, OPERATION, rowsOf, THURSDAY } from '../../reports/fixture.ts';

export const MINUTE = 60_000;
/** 12:10 of Thursday, 19 November, and 8:00 of the day after. */
export const CUT = THURSDAY + 12 * HOUR + 10 * MINUTE;
export const MORNING = THURSDAY + 32 * HOUR;
export const BOGOTA: Operation = { ...OPERATION, hours: 'mon-fri 07:00-19:00' };

export const IN_CHANNEL = audienceFor({
  role: 'supervisor',
  place: 'channel',
  channelPolicy: { names: 'full', audience: 'supervisors' },
});
export const IN_OPEN_CHANNEL = audienceFor({ role: 'supervisor', place: 'channel', channelPolicy: null });

export const says = (...words: readonly string[]): Part[] => words.map((one) => ({ kind: 'report', words: one }));

export function digest(parts: readonly Part[], some: Partial<Digest> = {}): Digest {
  return {
    id: 'floor',
    name: 'Piso',
    operation: 'bogota',
    targets: [{ kind: 'channel', id: 'C01' }],
    parts: [...parts],
    cadence: { kind: 'times', at: ['12:10'], weekdays: [1, 2, 3, 4, 5] },
    zone: null,
    locale: null,
    skipHolidays: true,
    lateMs: 4 * HOUR,
    owner: 'U01',
    paused: false,
    origin: 'slack',
    ...some,
  };
}

/** What a usual figure was before, as a share of what it is now, by `report.metric`; null: nothing is known of it. */
export type Before = Readonly<Record<string, number | null>>;
export type World = {
  readonly now?: number;
  readonly rows?: Partial<Readonly<Record<ReportId, readonly unknown[]>>>;
  readonly fails?: Partial<Readonly<Record<ReportId, Problem>>>;
  readonly before?: Before;
  readonly known?: boolean;
  readonly used?: number;
  readonly marks?: readonly LedgerMark[];
  readonly ports?: Partial<PartPorts>;
};

const SPREAD = [0.97, 0.98, 1, 1.01, 1.03];

/** A floor of which the fixtures' rows are the day, held against five Thursdays like it but for what `before` says. */
export function makerIn(world: World): MakeDigest {
  const now = world.now ?? CUT + 90_000;
  const clock = { now: () => now, wait: () => Promise.resolve() };
  const formatFor = formats();
  const settings: Settings = {
    operations: [BOGOTA],
    channels: {},
    roles: null,
    command: '/wolkvox',
    digests: [],
    rules: [],
  };
  const readReport: ReadReport = async ({ report: id, window: asked }) => {
    const failure = world.fails?.[id];
    if (failure !== undefined) return { ok: false, problem: failure, last: null };
    const report = reportOf(id);
    const asOf = Math.min(asked.to, id === 'live' ? now : now - 10 * MINUTE);
    const fold = report.fold({ operation: BOGOTA, window: asked });
    for (const row of world.rows?.[id] ?? rowsOf(id, 'typical')) fold.add(row);
    const read = { fetchedAt: now, asOf, fresh: false, window: asked, windows: [asked], requests: 1, zoneOffset: null };
    return { ok: true, value: { ...fold.finish(), ...read } };
  };
  const readUsual: ReadUsual = async ({ report, request, answer }) => {
    if (world.known === false) return { kind: 'nothing' };
    const date = request.period.kind === 'day' ? request.period.date : dateAt(answer.asOf, BOGOTA.zone);
    const readings = report.readings(answer.sealed, 'all');
    const figures = mainMetrics(report, headlineMetric(report, request)).flatMap(({ id, unit }) => {
      const own = readings[id];
      const share = world.before?.[`${report.id}.${id}`] ?? 1;
      if (own === undefined || own.value === null || world.before?.[`${report.id}.${id}`] === null) return [];
      const { value, count, of } = own;
      const past = SPREAD.map((each) => ({
        value: Math.max(0, value * share * each),
        count: count === null ? null : Math.round(count * share * each),
        of,
      }));
      return [heldAgainst({ id, unit, own }, past, () => null)];
    });
    if (figures.length === 0) return { kind: 'nothing' };
    const running = answer.asOf < answer.window.to;
    const comparable = comparablePeriods(
      { kind: 'day', date },
      BOGOTA.zone,
      workCalendar(BOGOTA, () => false),
      () => true,
    );
    return {
      kind: 'compared',
      date,
      until: running ? timeAt(answer.asOf - (answer.asOf % HOUR), BOGOTA.zone) : null,
      at: report.id === 'live' ? timeAt(answer.asOf, BOGOTA.zone) : null,
      comparable,
      figures,
      course: [],
    };
  };
  const ports = { clock, readReport, readUsual, readNames: async () => ({ names: NAMES, missing: false }) };
  return digestMaker({
    settings,
    clock,
    log: notingLog(),
    formatFor,
    gather: reportGatherer(ports, formatFor, '/wolkvox'),
    readLedgerMarks: async () => world.marks ?? [],
    readQuota: async () => ({
      limit: 10_000,
      used: world.used ?? 3_200,
      left: 10_000 - (world.used ?? 3_200),
      resetAt: THURSDAY + 24 * HOUR,
      source: 'configuration',
    }),
    ...world.ports,
  });
}

export const MAINTENANCE = problem('wolkvox.maintenance', {}, CUT + 6 * MINUTE);

export function mark(hour: number, skills: Readonly<Record<string, readonly [number, number, number]>>): LedgerMark {
  return {
    time: `${String(hour).padStart(2, '0')}:00`,
    at: THURSDAY + hour * HOUR,
    skills: Object.fromEntries(Object.entries(skills).map(([id, [yes, ok, fail]]) => [id, { yes, ok, fail }])),
  };
}

/** Twelve people with much the same pauses. */
export const CALM_AUX = Array.from({ length: 12 }, (_, at) => ({
  agent_id: String(12_301 + at),
  agent_name: `AGENTE ${'ABCDEFGHIJKL'.charAt(at)}`,
  aux_state: 'Break',
  time: `00:${50 + (at % 7)}:00`,
}));

/** Every promise has its outcome. */
export const CALM_HOLD = [
  {
    skill_id: '6110',
    treatment: '120',
    customer_say_no: '41',
    customer_say_yes: '66',
    recall_fail: '9',
    recall_ok: '57',
  },
  {
    skill_id: '6114',
    treatment: '44',
    customer_say_no: '12',
    customer_say_yes: '24',
    recall_fail: '4',
    recall_ok: '20',
  },
];
