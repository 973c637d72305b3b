import { performance } from 'node:perf_hooks';
import { momentAt } from '../operation/local-time.ts';
import type { Query } from '../rows/planted.ts';
import type { Source } from './find-rows.ts';

export interface LogEntry {
  readonly file: string;
  readonly api: string;
  readonly query: Query;
  /** By the injected clock. */
  readonly startedAt: number;
  endedAt: number | null;
  /** By the real clock, to check spacing. */
  readonly startedMs: number;
  endedMs: number | null;
  /** Null while unanswered, and for ever where the connection was cut instead. */
  status: number | null;
  readonly inFlightAtStart: number;
}

export interface Entry {
  readonly inFlightAtStart: number;
  readonly answered: (status: number) => void;
  readonly free: () => void;
}

export interface Desk {
  readonly source: Source;
  readonly token: string;
  readonly log: LogEntry[];
  readonly enter: (asked: { file: string; api: string; query: Query }) => Entry;
  readonly spendToken: () => boolean;
  readonly setTokensUsed: (used: number) => void;
  readonly untilReleased: () => Promise<void>;
  readonly release: () => void;
  readonly whenLogged: (count: number) => Promise<void>;
}

interface Spent {
  day: string;
  used: number;
}

export function openDesk(makeSource: (tokensUsed: () => number) => Source, token: string): Desk {
  const log: LogEntry[] = [];
  const spent: Spent = { day: '', used: 0 };
  let inFlight = 0;
  let held: (() => void)[] = [];
  let watchers: { count: number; tell: () => void }[] = [];
  const used = (): number => {
    const { day } = momentAt(source.now(), source.zone);
    if (spent.day !== day) Object.assign(spent, { day, used: 0 });
    return spent.used;
  };
  const source = makeSource(used);

  function tellWatchers(): void {
    for (const watcher of watchers) if (log.length >= watcher.count) watcher.tell();
    watchers = watchers.filter((watcher) => log.length < watcher.count);
  }

  return {
    source,
    token,
    log,
    enter: ({ file, api, query }) => {
      const entry: LogEntry = {
        file,
        api,
        query,
        startedAt: source.now(),
        endedAt: null,
        startedMs: performance.now(),
        endedMs: null,
        status: null,
        inFlightAtStart: inFlight,
      };
      inFlight += 1;
      log.push(entry);
      tellWatchers();
      const free = (): void => {
        if (entry.endedAt !== null) return;
        entry.endedAt = source.now();
        entry.endedMs = performance.now();
        inFlight -= 1;
      };
      const answered = (status: number): void => {
        entry.status = status;
      };
      return { inFlightAtStart: entry.inFlightAtStart, answered, free };
    },
    spendToken: () => {
      if (used() >= source.tokenUse().limit) return false;
      spent.used += 1;
      return true;
    },
    setTokensUsed: (count) => {
      used();
      spent.used = count;
    },
    untilReleased: () => new Promise((resolve) => held.push(resolve)),
    release: () => {
      for (const resume of held) resume();
      held = [];
    },
    whenLogged: (count) =>
      new Promise((tell) => {
        watchers.push({ count, tell });
        tellWatchers();
      }),
  };
}
