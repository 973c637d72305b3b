import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../ports.ts';

const PREFIX = 'vigia_';
/** From a cached answer to wolkvox's own limit of a minute, and the retries after it. */
const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
/** Distinct values one label may have before further ones are counted together. */
const MAX_VALUES = 100;
const MAX_LENGTH = 60;

type Labels = Readonly<Record<string, string>>;
type Kind = 'counter' | 'gauge' | 'histogram';

/** Counts what happens, for Prometheus. A metric comes to exist when it is first touched; its labels are those of that moment. */
export function createMetrics({ ofProcess = true }: { readonly ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const kinds = new Map<string, Kind>();
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const refused = new Counter({
    name: `${PREFIX}metrics_refused_total`,
    help: 'Touches of a metric that could not be counted: a bad name, or one name for two kinds',
    registers: [registry],
  });
  const boundLabels = labelBinder();

  // A metric that is misused is a defect to see on the dashboard, never a reason for a flow to fail.
  const touch = (kind: Kind, name: string, labels: Labels, work: (options: Options, bound: Labels) => void): void => {
    const full = name.startsWith(PREFIX) ? name : `${PREFIX}${name}`;
    if ((kinds.get(full) ?? kind) !== kind) {
      refused.inc();
      return;
    }
    try {
      const bound = boundLabels(full, labels);
      work({ name: full, help: helpOf(full), labelNames: Object.keys(bound), registers: [registry] }, bound);
      kinds.set(full, kind);
    } catch {
      refused.inc();
    }
  };

  return {
    count: (name, labels, by = 1) =>
      touch('counter', name, labels, (options, bound) =>
        made(counters, options.name, () => new Counter(options)).inc(bound, by),
      ),
    gauge: (name, labels, value) =>
      touch('gauge', name, labels, (options, bound) =>
        made(gauges, options.name, () => new Gauge(options)).set(bound, value),
      ),
    observe: (name, labels, seconds) =>
      touch('histogram', name, labels, (options, bound) =>
        made(histograms, options.name, () => new Histogram({ ...options, buckets: SECONDS })).observe(bound, seconds),
      ),
    text: () => registry.metrics(),
  };
}

type Options = {
  readonly name: string;
  readonly help: string;
  readonly labelNames: string[];
  readonly registers: Registry[];
};

function made<T>(all: Map<string, T>, name: string, make: () => T): T {
  const metric = all.get(name) ?? make();
  all.set(name, metric);
  return metric;
}

/** Keeps each metric's first label names, and each label's values few and short: labels are kept in memory for ever. */
function labelBinder(): (metric: string, labels: Labels) => Labels {
  const known = new Map<string, ReadonlyMap<string, Set<string>>>();
  return (metric, labels) => {
    const own = known.get(metric) ?? new Map(Object.keys(labels).map((name) => [name, new Set<string>()]));
    known.set(metric, own);
    const bound: Record<string, string> = {};
    for (const [name, seen] of own) {
      const value = (labels[name] ?? '').slice(0, MAX_LENGTH);
      if (seen.size < MAX_VALUES) seen.add(value);
      bound[name] = seen.has(value) ? value : 'other';
    }
    return bound;
  };
}

function helpOf(name: string): string {
  return name.slice(PREFIX.length).replaceAll('_', ' ');
}
