import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/adapters/metrics.ts';

describe('the metrics', () => {
  it('come in the text format of Prometheus, under one prefix', async () => {
    const metrics = createMetrics({ ofProcess: false });
    metrics.count('reports_total', { report: 'agents', result: 'done' });
    metrics.count('reports_total', { report: 'agents', result: 'done' }, 2);
    metrics.gauge('vigia_jobs', { state: 'waiting' }, 7);
    metrics.observe('wolkvox_seconds', { report: 'agents' }, 1.5);
    const text = await metrics.text();
    expect(text).toContain('vigia_reports_total{report="agents",result="done"} 3');
    expect(text).toContain('vigia_jobs{state="waiting"} 7');
    expect(text).toContain('vigia_wolkvox_seconds_bucket{le="2.5",report="agents"} 1');
  });

  it('tell of the process and of its event loop', async () => {
    const text = await createMetrics().text();
    expect(text).toContain('vigia_nodejs_eventloop_lag_seconds');
    expect(text).toContain('vigia_process_resident_memory_bytes');
  });

  it('keep the values of a label few and short', async () => {
    const metrics = createMetrics({ ofProcess: false });
    for (let index = 0; index < 300; index += 1) metrics.count('asked_total', { by: `${index}${'x'.repeat(200)}` });
    const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('vigia_asked_total{'));
    expect(lines).toHaveLength(101);
    expect(lines).toContain('vigia_asked_total{by="other"} 200');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(100);
  });

  it('never make their user fail, and count their misuse', async () => {
    const metrics = createMetrics({ ofProcess: false });
    metrics.count('asked_total', { by: 'a' });
    metrics.count('asked_total', { other: 'b' });
    metrics.gauge('asked_total', { by: 'a' }, 1);
    metrics.count('a name', {});
    metrics.count('asked_total', { by: 'a' }, -1);
    const text = await metrics.text();
    expect(text).toContain('vigia_asked_total{by=""} 1');
    expect(text).toContain('vigia_metrics_refused_total 3');
  });
});
