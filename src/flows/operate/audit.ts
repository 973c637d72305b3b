import { z } from 'zod';
import type { Deed } from '../../core/access.ts';
import type { Actor } from '../../core/actor.ts';
import type { Clock, Log, LogEntry, Store } from '../../ports.ts';

const auditLine = z.object({
  version: z.literal(1),
  actor: z.string(),
  deed: z.string(),
  about: z.string(),
  result: z.string(),
});
export type AuditLine = z.infer<typeof auditLine> & { readonly at: number };

const STREAM = 'audit';
const KEPT_MS = 400 * 24 * 3_600_000;

/** Writes and reads who did what. An effect whose line cannot be written is still told in the log: the trail must not stop the work. */
export function auditor({ store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: Log }) {
  return {
    async record(actor: Actor, deed: Deed, about: string, result: string): Promise<void> {
      const line = { version: 1, actor: nameOf(actor), deed, about, result };
      log.info('audit', line);
      try {
        await store.logs.append(STREAM, clock.now(), line);
      } catch (cause) {
        log.error('audit.unwritten', { deed, cause });
      }
    },
    async read(limit: number): Promise<readonly AuditLine[]> {
      const entries = await store.logs.read(STREAM, { newestFirst: true, limit });
      return entries.flatMap(parsed);
    },
    async trim(): Promise<number> {
      return store.logs.trim(STREAM, clock.now() - KEPT_MS);
    },
  };
}
export type Auditor = ReturnType<typeof auditor>;

function parsed({ at, value }: LogEntry): readonly AuditLine[] {
  const line = auditLine.safeParse(value);
  return line.success ? [{ ...line.data, at }] : [];
}

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.user;
    case 'terminal':
      return 'terminal';
    case 'schedule':
      return `schedule:${actor.id}`;
  }
}
