import { done, failed, type Outcome, type Problem } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import { CUT_AT_ROWS, cutAtMonth, halve, splitByDays } from '../../core/pacing/split.ts';
import type { Window } from '../../core/window.ts';
import type { Fold, Report } from '../../reports/report.ts';
import type { ReportQuestion } from './fetch-answer.ts';
import { type FetchPorts, takeTurnAt, type TurnTaken } from './fetch-turn.ts';

/** More pieces than a busy year has; beyond it something is wrong with the answers, not with the window. */
const MOST_REQUESTS = 200;
const SHORTEST_REFUSED = 60 * 60_000;
/** "Too large" and "range not satisfiable": a shorter window may be taken. */
const TOO_MUCH = new Set([413, 416]);

export type WindowsRead = {
  readonly windows: readonly Window[];
  readonly requests: number;
  readonly zoneOffset: number | null;
};

/**
 * Reads a window into a fold, in as many pieces as wolkvox' limits ask for, oldest first. A piece that came cut at the row
 * limit is unfolded and asked again in two halves, so that nothing is missing and nothing counts twice.
 */
export async function readWindows(
  ports: FetchPorts,
  operation: Operation,
  report: Report,
  question: ReportQuestion,
  fold: Fold,
  beforeSend: () => Promise<void>,
  signal: AbortSignal,
): Promise<Outcome<WindowsRead>> {
  const { window, campaign } = question;
  const { dated } = report.endpoint;
  const waiting: Window[] = dated ? [...splitByDays(window, operation.zone)] : [window];
  const windows: Window[] = [];
  let requests = 0;
  let zoneOffset: number | null = null;
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    if (requests > 0) fold.mark();
    const turn = await takeTurnAt(
      ports,
      operation,
      {
        question: { kind: 'report', report: report.id, window: piece, campaign },
        onRow: fold.add,
        again: fold.rewind,
        beforeSend,
      },
      signal,
    );
    requests += turn.requests;
    const verdict = dated ? verdictOn(turn, piece, operation.zone) : asItIs(turn);
    if (verdict.kind === 'failed') return { ok: false, problem: verdict.problem };
    if (verdict.kind === 'cut') {
      if (requests >= MOST_REQUESTS) return failed('wolkvox.too-many-rows', { limit: CUT_AT_ROWS });
      fold.rewind();
      waiting.unshift(...verdict.pieces);
      continue;
    }
    windows.push(piece);
    zoneOffset ??= verdict.zoneOffset;
  }
  return done({ windows, requests, zoneOffset });
}

type Verdict =
  | { readonly kind: 'whole'; readonly zoneOffset: number | null }
  | { readonly kind: 'cut'; readonly pieces: readonly Window[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

function asItIs({ outcome }: TurnTaken): Verdict {
  if (!outcome.ok) return { kind: 'failed', problem: outcome.problem };
  return { kind: 'whole', zoneOffset: outcome.value.zoneOffsetMinutes };
}

function verdictOn(turn: TurnTaken, piece: Window, zone: string): Verdict {
  const { outcome } = turn;
  if (outcome.ok && outcome.value.rows < CUT_AT_ROWS) return asItIs(turn);
  if (outcome.ok) {
    const pieces = halve(piece, zone);
    const { problem } = failed('wolkvox.too-many-rows', { limit: CUT_AT_ROWS });
    return pieces === null ? { kind: 'failed', problem } : { kind: 'cut', pieces };
  }
  const { problem } = outcome;
  const tooMuch =
    problem.code === 'wolkvox.too-large' ||
    (problem.code === 'wolkvox.refused' && TOO_MUCH.has(Number(problem.facts['status'])));
  const pieces =
    tooMuch && piece.to - piece.from > SHORTEST_REFUSED ? (cutAtMonth(piece, zone) ?? halve(piece, zone)) : null;
  return pieces === null ? { kind: 'failed', problem } : { kind: 'cut', pieces };
}
