import { failed, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { mayAsk, REQUESTS_PER_LICENCE } from '../../core/pacing/budget.ts';
import { nextLocalMidnight } from '../../core/pacing/local-day.ts';
import { endTurn, type Pace, type PaceDecision, takeTurn } from '../../core/pacing/pace.ts';
import { retryAfter } from '../../core/pacing/retry.ts';
import type { Clock, Log, Metrics, Store, Wolkvox, WolkvoxAnswer, WolkvoxQuestion } from '../../ports.ts';
import { changePace } from './fetch-pace.ts';
import { countRequest, readCount } from './fetch-quota-count.ts';

export type FetchPorts = {
  readonly store: Store;
  readonly wolkvox: Wolkvox;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** In [0, 1). */
  readonly random: () => number;
  /** Operations of one token share its pace and its quota: the same name for them. */
  readonly laneIdOf: (operation: Operation) => string;
};

export type Turn = {
  readonly question: WolkvoxQuestion;
  readonly onRow: (row: unknown) => void;
  /** Called before each request leaves: what must be written before anything is consumed. */
  readonly beforeSend?: () => Promise<void>;
  /** Called before a request is made again: forget the rows of the one that failed. */
  readonly again?: () => void;
};

/** `requests`: how many left, failed ones included. */
export type TurnTaken = { readonly outcome: Outcome<WolkvoxAnswer>; readonly requests: number };

/** Asks wolkvox one thing within its limits: quota, rest after failures, spacing, and a few tries for what may pass. */
export async function takeTurnAt(
  ports: FetchPorts,
  operation: Operation,
  turn: Turn,
  signal: AbortSignal,
): Promise<TurnTaken> {
  const { clock, store } = ports;
  const lane = ports.laneIdOf(operation);
  for (let requests = 0; ; ) {
    const refused =
      (await overQuota(ports, operation, lane)) ?? (await waitForTurn(ports, operation, lane, requests > 0, signal));
    if (refused !== null) return { outcome: refused, requests };
    await turn.beforeSend?.();
    const startedAt = clock.now();
    const used = await countRequest(store, operation, lane, startedAt);
    requests += 1;
    let failure: Outcome<WolkvoxAnswer> | null = null;
    let pace: Pace | null = null;
    try {
      const outcome = await ports.wolkvox.ask(operation, turn.question, turn.onRow, signal);
      note(ports, operation, turn.question, outcome, startedAt, used);
      if (outcome.ok) return { outcome, requests };
      failure = outcome;
    } finally {
      const code = failure === null || failure.ok ? null : failure.problem.code;
      pace = await changePace(store.documents, lane, (was) => {
        const next = endTurn(was, operation, clock.now(), code);
        return { next, value: next };
      });
    }
    if (signal.aborted) return { outcome: failure, requests };
    const decision = retryAfter(failure.problem.code, requests, pace.recent, clock.now(), ports.random());
    if (!decision.again) return { outcome: untilRested(failure, pace), requests };
    turn.again?.();
    await clock.wait(decision.waitMs, signal);
  }
}

/** Who fails first is told, like those after, until when the lane rests. */
function untilRested(failure: Refusal, { circuit }: Pace): Refusal {
  const { problem } = failure;
  return { ok: false, problem: { ...problem, retryAt: problem.retryAt ?? circuit.openUntil } };
}

type Refusal = Extract<Outcome<never>, { readonly ok: false }>;

async function overQuota({ store, clock }: FetchPorts, operation: Operation, lane: string): Promise<Refusal | null> {
  const now = clock.now();
  const use = await readCount(store, operation, lane, now);
  if (mayAsk('person', use).go) return null;
  const facts = { used: use.used, ...(use.limit === null ? {} : { limit: use.limit }) };
  return failed('wolkvox.quota', facts, nextLocalMidnight(now, operation.zone));
}

/** Reserves the next start in the store, then waits for it. */
async function waitForTurn(
  { store, clock }: FetchPorts,
  operation: Operation,
  lane: string,
  isRetry: boolean,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const decision = await changePace(store.documents, lane, (pace) => {
    const value = takeTurn(pace, operation, clock.now(), isRetry);
    return { next: value.kind === 'go' ? value.next : pace, value };
  });
  if (decision.kind === 'refuse') return refusal(decision, operation);
  // A timer may fire a little early, so once more; what is then still further away comes from a clock that was set back.
  for (let longest = Number.POSITIVE_INFINITY; !signal.aborted; ) {
    const left = decision.startAt - clock.now();
    if (left <= 0 || left >= longest) break;
    longest = left;
    await clock.wait(left, signal);
  }
  return signal.aborted ? failed('bot.stopping') : null;
}

function refusal(decision: PaceDecision & { readonly kind: 'refuse' }, operation: Operation): Refusal {
  if (decision.because === 'used up') {
    const limit = operation.licences === null ? {} : { limit: operation.licences * REQUESTS_PER_LICENCE };
    return failed('wolkvox.quota', limit, decision.until);
  }
  const { cause, until } = decision;
  const itself = cause === 'wolkvox.token' || cause === 'wolkvox.maintenance';
  return failed(itself ? cause : 'wolkvox.resting', { cause }, until);
}

/** One line and the figures of one request; the cause is named here and nowhere else. */
function note(
  { clock, log, metrics }: FetchPorts,
  operation: Operation,
  question: WolkvoxQuestion,
  outcome: Outcome<WolkvoxAnswer>,
  startedAt: number,
  used: number,
): void {
  const report = question.kind === 'report' ? question.report : question.kind;
  const ms = clock.now() - startedAt;
  const meaning = outcome.ok ? (outcome.value.rows === 0 ? 'empty' : 'rows') : outcome.problem.code;
  const labels = { operation: operation.id, report };
  metrics.count('vigia_wolkvox_requests_total', { ...labels, meaning });
  metrics.observe('vigia_wolkvox_request_seconds', labels, ms / 1_000);
  if (operation.licences !== null) {
    metrics.gauge(
      'vigia_quota_left',
      { operation: operation.id },
      Math.max(0, operation.licences * REQUESTS_PER_LICENCE - used),
    );
  }
  if (outcome.ok) {
    log.info('wolkvox.request', { ...labels, meaning, rows: outcome.value.rows, bytes: outcome.value.bytes, ms });
  } else {
    log.warn('wolkvox.request', { ...labels, meaning, ms, ...outcome.problem.facts });
  }
}
