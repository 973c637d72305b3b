import { setTimeout as pause } from 'node:timers/promises';
import type { Process, Town } from '../end-to-end/floor/town.ts';

type Role = 'web' | 'worker';
type Place = { readonly role: Role; process: Process };
const ROLES: readonly Role[] = ['worker', 'web', 'worker'];

/** Two workers and a web on one Redis, and what an orchestrator does: whoever dies is started again. */
export class Fleet {
  readonly #town: Town;
  readonly #env: Readonly<Record<string, string>>;
  readonly #places: Place[] = [];
  readonly #ran: Process[] = [];
  readonly backMs: number[] = [];
  readonly killed: Role[] = [];

  constructor(town: Town, redisUrl: string) {
    this.#town = town;
    this.#env = { REDIS_URL: redisUrl };
  }

  async start(): Promise<void> {
    const processes = await Promise.all(ROLES.map((role) => this.#run(role)));
    this.#places.push(...processes.map((process, at) => ({ role: ROLES[at] ?? 'worker', process })));
  }

  /** Kills one after the other in turns, as `kill -9` does, until the signal says to stop. */
  async killing(everyMs: number, signal: AbortSignal): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await pause(everyMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const place = this.#places[turn % this.#places.length];
      if (place === undefined) return;
      place.process.child.kill('SIGKILL');
      this.killed.push(place.role);
      const from = performance.now();
      place.process = await this.#run(place.role);
      this.backMs.push(performance.now() - from);
    }
  }

  /** Restarts each in turn as an upgrade does: told to end, awaited, started again. Gives how each ended. */
  async rolling(): Promise<readonly (number | null)[]> {
    const codes: (number | null)[] = [];
    for (const place of this.#places) {
      codes.push((await place.process.end()).code);
      place.process = await this.#run(place.role);
    }
    return codes;
  }

  /** Resolves once one of those that run has logged such a line. */
  async said(fits: RegExp): Promise<void> {
    while (!this.#places.some(({ process }) => fits.test(process.said.out))) await pause(50);
  }

  /** How often all that ever ran have logged these events. */
  logged(events: readonly string[]): Readonly<Record<string, number>> {
    const all = this.#ran.map(({ said }) => said.out).join('');
    return Object.fromEntries(events.map((event) => [event, all.split(`"event":"${event}"`).length - 1]));
  }

  async metrics(): Promise<readonly string[]> {
    return Promise.all(
      this.#places.map(async ({ process }) => (await fetch(`http://127.0.0.1:${process.port}/metrics`)).text()),
    );
  }

  async end(): Promise<readonly (number | null)[]> {
    return (await Promise.all(this.#places.map(({ process }) => process.end()))).map(({ code }) => code);
  }

  async #run(role: Role): Promise<Process> {
    const process = await this.#town.run({ ...this.#env, VIGIA_ROLE: role });
    this.#ran.push(process);
    return process;
  }
}
