import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { failureOf } from './failures.ts';
import { apiOptions } from './web-calls.ts';

/** Longer than the 5 to 11 s that a connection is away when Slack refreshes it, so that the other one is there meanwhile. */
const STAGGER_MS = 20_000;
const START_WITHIN_MS = 20_000;
const CLOSE_WITHIN_MS = 5_000;
/** Above a third of it the library pings; above it, it gives the connection up. It also is the pause before a reconnect. */
const PING_TIMEOUT_MS = 5_000;

export type SocketOptions = {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly log: Log;
  readonly staggerMs?: number | undefined;
};

function receiver({ appToken, apiUrl, logger }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: PING_TIMEOUT_MS,
    installerOptions: {
      clientOptions: {
        ...apiOptions(apiUrl),
        timeout: 10_000,
        // An attempt that fails for good ends the process through an unhandled rejection: so none ever does while Slack is away.
        retryConfig: { forever: true, factor: 1.5, minTimeout: 500, maxTimeout: 15_000, randomize: true },
      },
    },
  });
}

/** Two connections to Slack under one App: when one is refreshed the other still takes what people type. */
export function sockets(options: SocketOptions) {
  const { clock, log } = options;
  const receivers = [receiver(options), receiver(options)] as const;
  const [first, second] = receivers;
  const stopping = new AbortController();
  const ready = new Set<SocketModeReceiver>();
  for (const one of receivers) {
    one.client.on('connected', () => ready.add(one));
    for (const event of ['close', 'disconnecting', 'disconnected', 'reconnecting'])
      one.client.on(event, () => ready.delete(one));
  }

  /** The library's open reconnect rejects with `undefined` when it is told to disconnect; nothing is lost by it. */
  const disconnect = async (one: SocketModeReceiver) => {
    const late = new AbortController();
    await Promise.race([one.client.disconnect(), clock.wait(CLOSE_WITHIN_MS, late.signal)]);
    late.abort();
  };

  const startSecond = async () => {
    await clock.wait(options.staggerMs ?? STAGGER_MS, stopping.signal);
    if (stopping.signal.aborted) return;
    try {
      await second.start();
    } catch (error) {
      if (!stopping.signal.aborted) log.warn('slack.second-socket-failed', { reason: String(error) });
    }
  };

  return {
    receiver: first,
    init: (app: App) => second.init(app),
    connected: () => ready.size > 0,
    connections: () => ready.size,
    async start(): Promise<Outcome<void>> {
      const late = new AbortController();
      const context = { method: 'apps.connections.open', effect: 'again', now: clock.now(), log } as const;
      const started = first.start().then(
        () => done(undefined),
        (error: unknown) => failureOf(error, context),
      );
      const outcome = await Promise.race([started, clock.wait(START_WITHIN_MS, late.signal).then(() => null)]);
      late.abort();
      if (outcome === null) {
        await disconnect(first);
        return failed('slack.unavailable', { method: context.method });
      }
      if (outcome.ok) void startSecond();
      return outcome;
    },
    async stop(): Promise<void> {
      stopping.abort();
      const ignoreUndefined = (reason: unknown) => {
        if (reason !== undefined)
          log.error('slack.rejected-while-stopping', { reason: reason instanceof Error ? reason.message : 'unknown' });
      };
      process.on('unhandledRejection', ignoreUndefined);
      await Promise.all(receivers.filter(({ client }) => client.websocket !== undefined).map(disconnect));
      await new Promise((resolve) => setImmediate(resolve));
      process.off('unhandledRejection', ignoreUndefined);
    },
  };
}
