/** Every way in which something can go wrong that a person is told about. Words for each are in `i18n/words`. */
export const PROBLEM_CODES = [
  'wolkvox.token',
  'wolkvox.quota',
  'wolkvox.busy',
  'wolkvox.maintenance',
  'wolkvox.unreachable',
  'wolkvox.server-not-found',
  'wolkvox.timeout',
  'wolkvox.bad-answer',
  'wolkvox.refused',
  'wolkvox.failing',
  'wolkvox.resting',
  'wolkvox.too-many-rows',
  'wolkvox.too-large',
  'wolkvox.in-progress',
  'store.unavailable',
  'store.locked',
  'store.evicts',
  'slack.token',
  'slack.scope',
  'slack.not-invited',
  'slack.no-such-channel',
  'slack.archived',
  'slack.busy',
  'slack.refused',
  'slack.unclear',
  'slack.unavailable',
  'slack.expired',
  'request.not-understood',
  'access.denied',
  'config.invalid',
  'port.unavailable',
  'bot.stopping',
  'data.invalid',
  'unexpected',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * A failure as a value. `mayPass`: trying again later, unchanged, can work; `retryAt`: epoch ms from when it is worth it, where known.
 * `facts` feed the sentence (a channel, a limit, a status): never a secret and never personal data.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly mayPass: boolean;
  readonly retryAt: number | null;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A success with its value. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

const PASSING: ReadonlySet<ProblemCode> = new Set([
  'wolkvox.quota',
  'wolkvox.busy',
  'wolkvox.maintenance',
  'wolkvox.unreachable',
  'wolkvox.timeout',
  'wolkvox.bad-answer',
  'wolkvox.failing',
  'wolkvox.resting',
  'wolkvox.in-progress',
  'store.unavailable',
  'bot.stopping',
  'slack.busy',
  'slack.unclear',
  'slack.unavailable',
]);

/** A problem of this code; whether it may pass, its code says. `retryAt`: epoch ms. */
export function problem(
  code: ProblemCode,
  facts: Readonly<Record<string, string | number>> = {},
  retryAt: number | null = null,
): Problem {
  return { code, mayPass: PASSING.has(code), retryAt, facts };
}

/** A failure, to be returned as an `Outcome`. */
export function failed(
  code: ProblemCode,
  facts: Readonly<Record<string, string | number>> = {},
  retryAt: number | null = null,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem(code, facts, retryAt) };
}

/** What a caught thing is, for a log: its code or its name, never its text, which may quote what it was given. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** The compiler's proof that every case of a union was handled. */
export function assertNever(value: never): never {
  throw new Error(`a case was not handled: ${JSON.stringify(value)}`);
}
