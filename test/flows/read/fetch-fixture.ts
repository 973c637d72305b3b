import { z } from 'zod';
import type { Operation } from '../../../src/core/operation.ts';
import type { ReportId } from '../../../src/core/request.ts';
import { laneWorker } from '../../../src/flows/read/fetch-in-lane.ts';
import type { FetchPorts } from '../../../src/flows/read/fetch-turn.ts';
import type { Reports } from '../../../src/flows/read/fetch-answer.ts';
import type { Clock, Lanes, Metrics, Store, Wolkvox } from '../../../src/ports.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import { defineReport, type Report } from '../../../src/reports/report.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';

const said = { title: 'T', what: 'W', metrics: {} };
const countedSchema = z.object({
  version: z.number(),
  rows: z.number(),
  sum: z.number(),
  twice: z.number(),
  days: z.array(z.string()),
});
export type Counted = z.infer<typeof countedSchema>;

/** A report that only counts: rows, a sum, ids that came twice, days. Enough to see that nothing is missing and nothing twice. */
function countingReport(id: ReportId): Report {
  return defineReport<
    { id: string; n: number; day: string },
    { ids: Set<string>; sum: number; twice: number; days: Set<string> },
    Counted
  >({
    id,
    aliases: [id],
    endpoint: reportOf(id).endpoint,
    catalogues: [],
    takes: ['period'],
    row: (raw) => {
      const row = z.object({ id: z.string(), n: z.number(), date: z.string() }).safeParse(raw);
      if (row.success) return { row: { id: row.data.id, n: row.data.n, day: row.data.date.slice(0, 10) } };
      return { skip: 'unreadable' };
    },
    start: () => ({ ids: new Set(), sum: 0, twice: 0, days: new Set() }),
    add: (state, row) => {
      if (state.ids.has(row.id)) state.twice += 1;
      state.ids.add(row.id);
      state.days.add(row.day);
      state.sum += row.n;
      return null;
    },
    finish: ({ ids, sum, twice, days }) => ({ version: 1, rows: ids.size, sum, twice, days: [...days].sort() }),
    version: 1,
    summary: countedSchema,
    card: () => ({ headline: '', sections: [], notes: [] }),
    table: () => {
      throw new Error('not in this test');
    },
    metrics: [],
    words: { es: said, en: said, pt: said },
  });
}

export const COUNTING: Reports = {
  agents: countingReport('agents'),
  aux: countingReport('aux'),
  hold: countingReport('hold'),
  preview: countingReport('preview'),
  live: countingReport('live'),
};

/** Rows evenly spread over a window, as a planted answer: those that a query's local window holds. */
export function plantedRows(
  count: number,
  from: number,
  to: number,
  zone: string,
): {
  all: readonly { id: string; n: number; date: string }[];
  of: (query: Readonly<Record<string, string>>) => readonly unknown[];
} {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const all = Array.from({ length: count }, (_, at) => ({
    id: `row-${at}`,
    n: at % 97,
    date: format.format(from + Math.floor(((to - from) * at) / count)),
  }));
  const stamps = all.map(({ date }) => date.replaceAll(/\D/g, ''));
  return {
    all,
    of: ({ date_ini = '', date_end = '' }) =>
      all.filter((_, at) => (stamps[at] ?? '') >= date_ini && (stamps[at] ?? '') <= date_end),
  };
}

export type NotedMetric = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};
function notingMetrics(): Metrics & { readonly noted: NotedMetric[] } {
  const noted: NotedMetric[] = [];
  const note = (name: string, labels: Readonly<Record<string, string>>, value = 1): void => {
    noted.push({ name, labels, value });
  };
  return { noted, count: note, gauge: note, observe: note, text: async () => '' };
}

export type Ports = FetchPorts & {
  readonly reports: Reports;
  readonly log: ReturnType<typeof notingLog>;
  readonly metrics: ReturnType<typeof notingMetrics>;
};

export function portsOf(store: Store, wolkvox: Wolkvox, clock: Clock, random = 0.5): Ports {
  return {
    store,
    wolkvox,
    clock,
    log: notingLog(),
    metrics: notingMetrics(),
    random: () => random,
    laneIdOf: (operation: Operation) => operation.id,
    reports: COUNTING,
  };
}

/** A lane without a queue, for what is not about queues: one job after the other, in this process. */
export function directLanes(ports: Ports): Lanes & { readonly asked: { key: string; urgency: string }[] } {
  const asked: { key: string; urgency: string }[] = [];
  let before: Promise<unknown> = Promise.resolve();
  return {
    asked,
    async ask(operation, key, payload, urgency) {
      asked.push({ key, urgency });
      const job = before.then(() => laneWorker(ports)(operation)(payload, new AbortController().signal));
      before = job.catch(() => null);
      return { ok: true, value: JSON.parse(JSON.stringify(await job)) };
    },
    serve: async () => {},
    counts: async () => ({}),
    close: async () => {},
  };
}
