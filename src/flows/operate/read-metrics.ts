import type { Clock, Lanes, Metrics } from '../../ports.ts';

const PATIENCE_MS = 2_000;

/** The metrics as text, with those that are a state of this moment read first: jobs by state, and which part is ready. */
export function metricsReader({
  metrics,
  lanes,
  clock,
  readiness,
}: {
  readonly metrics: Metrics;
  readonly lanes: Pick<Lanes, 'counts'>;
  readonly clock: Clock;
  /** `ready`, or why not, by part. */
  readonly readiness: () => Promise<Readonly<Record<string, string>>>;
}): Pick<Metrics, 'text'> {
  const look = async (): Promise<void> => {
    const [jobs, parts] = await Promise.allSettled([lanes.counts(), readiness()]);
    if (jobs.status === 'fulfilled') {
      for (const [state, count] of Object.entries(jobs.value)) metrics.gauge('vigia_jobs', { state }, count);
    }
    if (parts.status === 'fulfilled') {
      for (const [part, said] of Object.entries(parts.value)) {
        metrics.gauge('vigia_ready', { part }, said === 'ready' ? 1 : 0);
      }
    }
  };
  return {
    async text() {
      const enough = new AbortController();
      await Promise.race([look(), clock.wait(PATIENCE_MS, enough.signal)]);
      enough.abort();
      return metrics.text();
    },
  };
}
