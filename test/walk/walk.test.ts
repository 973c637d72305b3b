import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clone, clone } from './clone.ts';
import { walkAlone } from './walk-alone.ts';
import { walkDemo } from './walk-demo.ts';

const WITHIN_MS = 180_000;

let copy: Clone;
beforeAll(async () => {
  copy = await clone(fileURLToPath(new URL('../../', import.meta.url)), false);
});
afterAll(() => copy.remove());

describe('a stranger with a clone', () => {
  it.concurrent('sees a question answered in the demo, and a digest come', { timeout: WITHIN_MS }, async () => {
    const steps: string[] = [];
    await walkDemo(copy, { byTheClock: false }, (did) => steps.push(did));
    expect(steps.at(0)).toBe('npm run demo');
    expect(steps.at(-1)).toBe('Ctrl+C');
  });

  it.concurrent('has a command answered by npm start alone, with an .env', { timeout: WITHIN_MS }, async () => {
    const steps: string[] = [];
    await walkAlone(copy, (did) => steps.push(did));
    expect(steps).toContain('/wolkvox agentes ayer top 3');
  });
});
