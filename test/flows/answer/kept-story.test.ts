import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyProcess, storyStore, storyTime, type Tally } from './kept-story.ts';

const MINUTE = 60_000;

/** A minute of two or three processes, of which some die and some are silent; then one more starts, and all that was left is done. */
async function story(seed: number, shared: boolean): Promise<Tally> {
  const time = storyTime(seed);
  const { chance, after } = time;
  const stored = storyStore();
  const tally: Tally = { taken: new Set(), answers: [], notes: [] };
  const processes: ReturnType<typeof storyProcess>[] = [];
  const start = (): void => {
    const process = storyProcess(`p${processes.length}`, time, stored, tally);
    processes.push(process);
    process.kept.watch(shared);
  };
  const any = () => {
    const there = processes.filter((process) => process.isThere());
    return there[Math.floor(chance() * there.length)];
  };
  start();
  if (shared) start();
  if (shared && chance() < 0.5) start();
  for (let at = 1; at <= 12; at += 1) {
    after(chance() * MINUTE, () => any()?.ask(`agentes ayer top ${at}${chance() < 0.15 ? ' aquí' : ''}`));
  }
  for (let at = 0; at < (shared ? 3 : 0); at += 1) after(chance() * MINUTE, () => any()?.silence(chance() * 25_000));
  for (let at = 0; at < 2; at += 1) {
    after(chance() * MINUTE, () => {
      any()?.die();
      start();
    });
  }
  after(2 * MINUTE, () => {
    if (!shared) any()?.die();
    start();
  });
  await time.run(5 * MINUTE);
  return tally;
}

describe('a minute of commands', () => {
  it.each([true, false])(
    'leaves each that was taken answered once or told of, whoever dies or is silent (several processes: %s)',
    async (shared) => {
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 1_000_000 }), async (seed) => {
          const { taken, answers, notes } = await story(seed, shared);
          expect(answers.toSorted()).toEqual([...new Set(answers)].toSorted());
          expect([...taken].filter((text) => !answers.includes(text) && !notes.includes(text))).toEqual([]);
        }),
        { numRuns: 150, seed: 7 },
      );
    },
    60_000,
  );
});
