import { setTimeout as pause } from 'node:timers/promises';
import type { Invocation, PersonSeed } from '../../src/simulators/slack/index.ts';
import { READING } from '../end-to-end/floor/floor.ts';
import type { Town } from '../end-to-end/floor/town.ts';

/** What one person typed, and what became of it. Times are ms from typing. */
export type Asked = {
  readonly text: string;
  readonly at: number;
  /** How often Slack said at once that nobody took it, so that it was typed again. */
  readonly refused: number;
  readonly invocation: Invocation | null;
  first: number | null;
  final: number | null;
};

const INTERRUPTED = /^(Me interrumpieron|I was interrupted|Fui interrompido)/;
/** So many that nobody asks too often. */
export const PEOPLE: readonly PersonSeed[] = Array.from({ length: 40 }, (_, at) => ({
  id: `U7${String(at).padStart(3, '0')}`,
  name: `Persona ${at}`,
  handle: `persona${at}`,
  locale: ['es-LA', 'en-US', 'pt-BR'][at % 3] ?? 'es-LA',
}));
const WHAT = [
  'agentes ayer',
  'aux ayer',
  'espera ayer',
  'ahora',
  'estado',
  'agentes hoy top 5',
  'hold today',
  'agents last 7 days',
  'check agents yesterday',
  'ayuda',
];
const AGAIN_MS = 500;
const MOST_TRIES = 240;

/** People who type `perMinute` commands for so long; whoever Slack tells that it failed types again, as people do. */
export class Crowd {
  readonly asked: Asked[] = [];
  readonly #town: Town;

  constructor(town: Town) {
    this.#town = town;
  }

  async type(perMinute: number, forMs: number): Promise<void> {
    const gap = 60_000 / perMinute;
    const from = performance.now();
    const typed: Promise<void>[] = [];
    for (let at = 0; at * gap < forMs; at += 1) {
      await pause(Math.max(0, from + at * gap - performance.now()));
      typed.push(this.#type(at));
    }
    await Promise.all(typed);
  }

  /** Waits until each has its answer, or no more than so long. */
  async settled(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.unanswered().length > 0 && performance.now() < until) await pause(100);
  }

  unanswered(): readonly Asked[] {
    return this.asked.filter(({ invocation }) => answersOf(invocation).length === 0);
  }

  /** Answered more than once. The line that says that nobody knows whether an answer arrived is none. */
  doubled(): readonly Asked[] {
    return this.asked.filter(
      ({ invocation }) => answersOf(invocation).filter((text) => !INTERRUPTED.test(text)).length > 1,
    );
  }

  /** Those who were told that nobody knows whether their answer arrived. */
  interrupted(): readonly Asked[] {
    return this.asked.filter(({ invocation }) => answersOf(invocation).some((text) => INTERRUPTED.test(text)));
  }

  async #type(at: number): Promise<void> {
    const text = WHAT[at % WHAT.length] ?? '';
    const from = performance.now();
    for (let refused = 0; refused < MOST_TRIES; refused += 1) {
      const invocation = await this.#town.slack.slash(PEOPLE[at % PEOPLE.length]?.id ?? '', 'operaciones', text);
      if (!invocation.ok) {
        await pause(AGAIN_MS);
        continue;
      }
      const asked: Asked = { text, at: from, refused, invocation, first: null, final: null };
      this.asked.push(asked);
      void invocation.answer().then(() => (asked.first = performance.now() - from));
      void invocation
        .answer(({ text: said }) => !READING.test(said))
        .then(() => (asked.final = performance.now() - from));
      return;
    }
    this.asked.push({ text, at: from, refused: MOST_TRIES, invocation: null, first: null, final: null });
  }
}

/** The answers, without the lines that say "reading". */
function answersOf(invocation: Invocation | null): readonly string[] {
  return (invocation?.answers() ?? []).map(({ text }) => text).filter((text) => !READING.test(text));
}
