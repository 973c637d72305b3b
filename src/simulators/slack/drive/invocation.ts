import type { Delivery } from '../wire/delivery.ts';
import type { Message, Workspace } from '../workspace.ts';
import type { Hook } from './hooks.ts';

/** What came of something a person did. */
export interface Invocation {
  ok: boolean;
  /** What Slack shows the person when the bot did not answer in time, or at all. */
  error?: 'dispatch_failed' | 'operation_timeout';
  ack: unknown;
  trigger: string;
  responseUrl?: string;
  /** Required inputs that were empty: nothing was sent. */
  missing: string[];
  /** Resolves when the first answer came through this response_url, read or not; never where there is none. */
  arrived: Promise<void>;
  /** The messages that came through this response_url, in order. */
  answers: () => Message[];
  /** The first of them that fits, now or later. */
  answer: (fits?: (message: Message) => boolean) => Promise<Message>;
}

export function invocation(
  workspace: Workspace,
  delivery: Delivery,
  made: { trigger: string; hook?: Hook; responseUrl?: string; missing?: string[] },
): Invocation {
  const answers = () => made.hook?.answers ?? [];
  return {
    ok: delivery.ok,
    ...(delivery.ok ? {} : { error: delivery.error }),
    ack: delivery.ok ? delivery.body : undefined,
    trigger: made.trigger,
    ...(made.responseUrl ? { responseUrl: made.responseUrl } : {}),
    missing: made.missing ?? [],
    arrived: made.hook?.arrival.promise ?? new Promise(() => {}),
    answers,
    answer: (fits = () => true) => workspace.waitFor(() => answers().find(fits)),
  };
}
