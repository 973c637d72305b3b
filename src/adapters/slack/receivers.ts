import type { RequestListener } from 'node:http';
import { App, type AppOptions } from '@slack/bolt';
import { done, type Outcome } from '../../core/errors.ts';
import { boltLogger } from './bolt-logger.ts';
import { type FirstTime, httpDoor } from './http-door.ts';
import { InFlight } from './in-flight.ts';
import { type Identity, signIn } from './sign-in.ts';
import { sockets } from './sockets.ts';
import { interactiveOptions, type SlackAccess } from './web-calls.ts';

export type { FirstTime } from './http-door.ts';
export type { Identity } from './sign-in.ts';

export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string; readonly staggerMs?: number }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly firstTime: FirstTime };

/** Slack's way in. Listeners are attached to `app` before `start`. */
export type Intake = {
  readonly app: App;
  readonly identity: Identity;
  /** What the installation granted, from Slack's `x-oauth-scopes`. */
  readonly scopes: readonly string[];
  /** HTTP mode: to be mounted at `POST /slack/events` on the house's server; null in Socket Mode. */
  readonly requestListener: RequestListener | null;
  /** Ready once it resolves: the first socket said hello, or requests are taken. */
  readonly start: () => Promise<Outcome<void>>;
  /** Takes nothing more. Work under way goes on: `drain` waits for it. */
  readonly stop: () => Promise<void>;
  readonly inFlight: () => number;
  /** True once nothing runs any more; false when `deadlineMs` passed first. */
  readonly drain: (deadlineMs: number) => Promise<boolean>;
  readonly connected: () => boolean;
};

/** Signs in first, so that a wrong token is one clear failure; then builds the App, which asks Slack nothing by itself. */
export async function openIntake(access: SlackAccess, transport: Transport): Promise<Outcome<Intake>> {
  const signedIn = await signIn(access);
  if (!signedIn.ok) return signedIn;
  const identity = signedIn.value;
  const { clock, log, apiUrl } = access;
  const logger = boltLogger(log);
  const inFlight = new InFlight(clock);

  const build = (receiver: NonNullable<AppOptions['receiver']>): App => {
    const app = new App({
      token: access.token,
      botId: identity.botId,
      botUserId: identity.botUserId,
      receiver,
      logger,
      ignoreSelf: true,
      convoStore: false,
      extendedErrorHandler: true,
      clientOptions: interactiveOptions(access),
    });
    app.use(({ next }) => inFlight.run(next));
    return app;
  };
  /** Set last, so that it holds: the extended handler is given the body and the bot's token, which no log may have. */
  const onError = (app: App) =>
    app.error(async ({ error, body }: { readonly error: Error; readonly body: object }) => {
      log.error('slack.listener-failed', { cause: error, kind: 'type' in body ? String(body.type) : 'command' });
    });
  const common = {
    identity,
    scopes: identity.scopes,
    inFlight: () => inFlight.count,
    drain: (deadlineMs: number) => inFlight.drain(deadlineMs),
  };

  if (transport.kind === 'socket') {
    const { appToken, staggerMs } = transport;
    const wires = sockets({ appToken, apiUrl, logger, clock, log, staggerMs });
    const app = build(wires.receiver);
    wires.init(app);
    return done({
      ...common,
      app,
      requestListener: null,
      start: () => {
        onError(app);
        return wires.start();
      },
      stop: () => wires.stop(),
      connected: () => wires.connected(),
    });
  }
  const door = httpDoor({ ...transport, logger, clock, log });
  const app = build(door.receiver);
  return done({
    ...common,
    app,
    requestListener: door.requestListener,
    start: async () => {
      onError(app);
      door.open();
      return done(undefined);
    },
    stop: async () => door.shut(),
    connected: door.isOpen,
  });
}
