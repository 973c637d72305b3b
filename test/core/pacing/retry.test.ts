import { describe, expect, it } from 'vitest';
import { noted, type Recent, retryAfter } from '../../../src/core/pacing/retry.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;

function after(requests: number, retries: number, now = NOW): Recent {
  let recent: Recent = [];
  for (let at = 0; at < requests; at += 1) recent = noted(recent, now, at < retries);
  return recent;
}

describe('trying again', () => {
  it('waits a random part of a span that doubles', () => {
    const half = (failures: number) => retryAfter('wolkvox.busy', failures, [], NOW, 0.5);
    expect([1, 2, 3, 4].map(half)).toEqual([
      { again: true, waitMs: 1_000, because: 'may pass' },
      { again: true, waitMs: 2_000, because: 'may pass' },
      { again: true, waitMs: 4_000, because: 'may pass' },
      { again: true, waitMs: 8_000, because: 'may pass' },
    ]);
    expect(retryAfter('wolkvox.busy', 1, [], NOW, 0)).toMatchObject({ waitMs: 0 });
  });

  it('gives up early on what a person waits for', () => {
    expect(retryAfter('wolkvox.timeout', 1, [], NOW, 0.5)).toMatchObject({ again: true });
    expect(retryAfter('wolkvox.timeout', 2, [], NOW, 0.5)).toEqual({ again: false, because: 'tried enough' });
    expect(retryAfter('wolkvox.failing', 2, [], NOW, 0.5)).toMatchObject({ again: true });
    expect(retryAfter('wolkvox.failing', 3, [], NOW, 0.5)).toEqual({ again: false, because: 'tried enough' });
  });

  it('does not repeat what will not pass', () => {
    const lasting = ['wolkvox.token', 'wolkvox.quota', 'wolkvox.maintenance', 'wolkvox.refused'] as const;
    for (const code of lasting) {
      expect(retryAfter(code, 1, [], NOW, 0.5)).toEqual({ again: false, because: 'will not pass' });
    }
  });

  it('keeps to a budget: a fifth of the last ten minutes, five at least', () => {
    const spent = { again: false, because: 'retry budget spent' };
    expect(retryAfter('wolkvox.busy', 1, after(10, 4), NOW, 0.5)).toMatchObject({ again: true });
    expect(retryAfter('wolkvox.busy', 1, after(10, 5), NOW, 0.5)).toEqual(spent);
    expect(retryAfter('wolkvox.busy', 1, after(100, 19), NOW, 0.5)).toMatchObject({ again: true });
    expect(retryAfter('wolkvox.busy', 1, after(100, 20), NOW, 0.5)).toEqual(spent);
  });

  it('has its budget back after ten minutes, and remembers no more minutes than those', () => {
    const old = after(10, 5, NOW - 10 * MINUTE);
    expect(retryAfter('wolkvox.busy', 1, old, NOW, 0.5)).toMatchObject({ again: true });
    expect(noted(old, NOW, false)).toEqual([{ minute: 1_000, requests: 1, retries: 0 }]);
  });
});
