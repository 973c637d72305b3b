export type FaultKind =
  | 'rate_limited'
  | 'rate_limited_without_retry_after'
  | 'server_error_before'
  | 'server_error_after'
  | 'reset_before'
  | 'reset_after'
  | 'timeout_before'
  | 'timeout_after'
  | 'error';

export interface Fault {
  kind: FaultKind;
  times: number;
  retryAfter: number;
  error: string;
}

export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
] as const;

/** What goes wrong, changed at any time by a test. */
export class Scenario {
  tokenRevoked = false;
  appTokenRevoked = false;
  scopes = new Set<string>(allScopes);
  /** Block types this workspace refuses, as one where they have not arrived. */
  refuse = new Set<string>();
  /** False: answers to a response_url are taken unseen, so that a measurement holds the bot's time and not this check's. */
  looksAtBlocks = true;
  /** False: an answer to a response_url is taken as it came and read when `readAnswers` is called, for the same reason. */
  readsAnswers = true;
  /** Six is what every source agrees on; twelve is what newer ones say. */
  mostSeries = 6;
  private readonly faults = new Map<string, Fault[]>();

  /** The next `times` calls of a method ("response_url" is one of them) go wrong this way. */
  fail(method: string, kind: FaultKind, more: { times?: number; retryAfter?: number; error?: string } = {}): void {
    const fault = {
      kind,
      times: more.times ?? 1,
      retryAfter: more.retryAfter ?? 1,
      error: more.error ?? 'internal_error',
    };
    this.faults.set(method, [...(this.faults.get(method) ?? []), fault]);
  }

  next(method: string): Fault | undefined {
    const waiting = this.faults.get(method);
    const fault = waiting?.[0];
    if (!waiting || !fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) waiting.shift();
    return fault;
  }

  heal(): void {
    this.faults.clear();
    this.tokenRevoked = false;
    this.appTokenRevoked = false;
    this.refuse.clear();
    for (const scope of allScopes) this.scopes.add(scope);
  }
}
