import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Most tests wait for processes and sockets rather than compute.
    maxWorkers: Math.max(2, availableParallelism()),
    // A test that asserts nothing fails.
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Real processes, sockets and kills on a machine that others use too: a second try is reported as one, and a third is not made.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
