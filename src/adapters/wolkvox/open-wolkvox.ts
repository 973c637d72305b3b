import { done, failed, type Outcome, type ProblemCode } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import type { Clock, Log, Wolkvox, WolkvoxAnswer } from '../../ports.ts';
import { breakageOf } from './breakage.ts';
import { exchange } from './exchange.ts';
import { meaningOf } from './meaning.ts';
import { openPools } from './pools.ts';
import type { OnRow } from './rows/body.ts';
import { type EndpointOf, targetOf } from './target.ts';
import { openZoneWitness } from './zone-witness.ts';

/** Where an operation's wolkvox is; only this adapter ever holds the token. */
export type Server = { readonly baseUrl: string; readonly token: string };

/** `totalMs`: wolkvox itself gives up after 60 s, so nothing can come after 75. */
export type Patience = { readonly connectMs: number; readonly totalMs: number };
const PATIENCE: Patience = { connectMs: 10_000, totalMs: 75_000 };

export type WolkvoxOptions = {
  readonly servers: (operationId: string) => Server;
  readonly endpoints: EndpointOf;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience?: Patience;
};

/** Opens the client of wolkvox: one small pool of connections for each server and token, no retry, no cache. */
export function openWolkvox(options: WolkvoxOptions): Wolkvox {
  const patience = options.patience ?? PATIENCE;
  const pools = openPools(patience);
  return {
    async ask(operation, question, onRow, signal) {
      const taker = guarded(onRow);
      const limit = AbortSignal.timeout(patience.totalMs);
      let answered = false;
      try {
        const { baseUrl, token } = options.servers(operation.id);
        const { pool, prefix } = await pools.of(baseUrl, token, operation.pacing.inFlight);
        const witness = openZoneWitness();
        const got = await exchange(
          pool,
          prefix + targetOf(question, operation, options.endpoints),
          token,
          signal === undefined ? limit : AbortSignal.any([signal, limit]),
          (row) => {
            witness.see(row);
            taker.take(row);
          },
          () => {
            answered = true;
          },
        );
        const meaning = meaningOf(got);
        const { bytes, serverTime } = got;
        if (meaning === 'rows')
          return done({ rows: got.rows, bytes, serverTime, zoneOffsetMinutes: witness.offsetMinutes() });
        if (meaning === 'empty') return done({ rows: 0, bytes, serverTime, zoneOffsetMinutes: null });
        const facts = { status: got.status, ...(got.fault === null ? {} : { cause: got.fault }) };
        return refusedBy(meaning, facts, operation, options.clock.now());
      } catch (error) {
        if (taker.defect !== null) throw taker.defect.error;
        if (signal?.aborted) return failed('bot.stopping');
        const { code, cause } = breakageOf(limit.aborted ? limit.reason : error, answered);
        options.log.debug('wolkvox.broken', { operation: operation.id, question: question.kind, cause });
        return failed(code, { cause });
      }
    },
    close: () => pools.close(),
  };
}

function refusedBy(
  code: ProblemCode,
  facts: Readonly<Record<string, string | number>>,
  operation: Operation,
  now: number,
): Outcome<WolkvoxAnswer> {
  return failed(code, facts, code === 'wolkvox.quota' ? nextLocalMidnight(now, operation.zone) : null);
}

/** Keeps a defect of whoever takes the rows apart from what breaks on the wire. */
function guarded(onRow: OnRow): { readonly take: OnRow; defect: { readonly error: unknown } | null } {
  const taker: { readonly take: OnRow; defect: { readonly error: unknown } | null } = {
    defect: null,
    take(row) {
      try {
        onRow(row);
      } catch (error) {
        taker.defect = { error };
        throw error;
      }
    },
  };
  return taker;
}
