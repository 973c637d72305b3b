import type { Card } from '../../core/card/card.ts';
import { assertNever, failed, type Outcome, type Problem } from '../../core/errors.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import {
  afterLook,
  afterPost,
  FIRST_LOOK_MS,
  isDue,
  isOver,
  type Limits,
  type Lost,
  putOff,
  type Sending,
  type SendState,
  takenOver,
  tooLate,
  type Waiting,
} from '../../core/send/send-state.ts';
import type { Clock, Log, Messenger, Posted, SlackMessage } from '../../ports.ts';
import { blocksRefused, type Deliver } from './deliver.ts';
import type { Pace } from './pace.ts';

/** Where the state of one message is kept: `write` gives the new revision, or null when somebody was faster. */
export type SendLedger = {
  readonly read: () => Promise<{ readonly state: SendState; readonly revision: number } | null>;
  readonly write: (state: SendState, expected: number) => Promise<number | null>;
};

/** What is to be posted and where, or why not: `notYet` is tried again at `nextAt`, `cannot` never, `needless` is no failure. */
export type Prepared =
  | { readonly kind: 'ready'; readonly channel: string; readonly card: Card; readonly locale: Locale }
  | { readonly kind: 'notYet'; readonly problem: Problem; readonly nextAt?: number }
  | { readonly kind: 'cannot'; readonly problem: Problem }
  | { readonly kind: 'needless'; readonly why: string };

export type Send = Pick<Limits, 'until' | 'patient'> & {
  readonly ledger: SendLedger;
  /** Names the message in Slack, for good. */
  readonly mark: string;
  readonly prepare: () => Promise<Prepared>;
  readonly signal?: AbortSignal;
};

/**
 * Takes a message as far as it comes now: posts it once, whatever was begun before by whatever process. Gives the state it is in then;
 * null where there is none. `fresh`: the caller has just made it, so that its first time need not have come.
 */
export type SendOnce = (send: Send, fresh?: boolean) => Promise<SendState | null>;

export type SendParts = {
  readonly messenger: Pick<Messenger, 'post' | 'find'>;
  readonly deliver: Deliver;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly log: Log;
  /** The Slack workspace, as far as it is known. */
  readonly team: string;
  /** This process, among those that share the store. */
  readonly by: string;
};

/** Longer than Slack is waited for: an intent that did not move for so long has no process any more, whatever the clocks say. */
const UNMOVED_MS = 12_000;
/** With the longest post still less than an intent lasts. */
const HELD_UP_MS = 8_000;
const WRITES = 4;
const MOST_STEPS = 8;

export function onceSender(parts: SendParts, unmovedMs = UNMOVED_MS): SendOnce {
  const { clock, log, messenger, pace } = parts;
  const limitsOf = ({ until, patient }: Send): Limits => ({
    now: clock.now(),
    until,
    ...(patient === undefined ? {} : { patient }),
  });

  /** How it ended must not be lost to a short absence of the store; if it is, the message is looked for later. */
  const note = async ({ ledger, signal }: Send, state: SendState, revision: number): Promise<void> => {
    for (let write = 1; ; write += 1) {
      try {
        if ((await ledger.write(state, revision)) === null) log.info('send.overtaken', { state: state.state });
        return;
      } catch (cause) {
        if (write === WRITES || signal?.aborted) throw cause;
        await clock.wait(1_000, signal);
      }
    }
  };

  const post = async (
    send: Send,
    { tries }: Waiting,
    at: number,
    { channel, card, locale }: Extract<Prepared, { kind: 'ready' }>,
  ): Promise<void> => {
    const intend = (): Sending => ({ state: 'sending', by: parts.by, since: clock.now(), tries: tries + 1, channel });
    let intent = intend();
    let revision = await send.ledger.write(intent, at);
    if (revision === null) return;
    let last: SlackMessage | null = null;
    const renew = async (): Promise<void> => {
      if (revision === null) return;
      intent = intend();
      revision = await send.ledger.write(intent, revision);
    };
    const one = async (message: SlackMessage): Promise<Outcome<Posted>> => {
      if (last !== null) await renew();
      last = message;
      // Whoever was held up since may have been followed by another: who still can, intends anew.
      for (let again = 0; again < WRITES && Math.abs(clock.now() - intent.since) > HELD_UP_MS; again += 1)
        await renew();
      return revision === null ? failed('unexpected') : messenger.post(channel, message, { key: send.mark });
    };
    const drawn = await parts.deliver(parts.team, card, locale, one);
    // A message that was not drawn well is still better read as plain text than not at all.
    const outcome = !drawn.ok && blocksRefused(drawn.problem) && last !== null ? await one(textOf(last)) : drawn;
    if (revision === null) return;
    if (!outcome.ok && outcome.problem.code === 'slack.busy') pace.hold(outcome.problem.retryAt ?? 0);
    await note(send, afterPost(intent, outcome, limitsOf(send)), revision);
  };

  const onWaiting = async (send: Send, state: Waiting, revision: number): Promise<void> => {
    const over = tooLate(state, limitsOf(send));
    if (over !== null) return note(send, over, revision);
    const prepared = await send.prepare();
    // What a process that ends could not read any more is no reason to post without it.
    if (send.signal?.aborted) return;
    switch (prepared.kind) {
      case 'ready':
        await pace.inTurn(prepared.channel, () => post(send, state, revision, prepared), send.signal);
        return;
      case 'notYet': {
        const off = putOff(state.tries + 1, prepared.problem, limitsOf(send));
        const { nextAt } = prepared;
        await note(send, nextAt === undefined || off.state !== 'waiting' ? off : { ...off, nextAt }, revision);
        return;
      }
      case 'cannot':
        await note(send, putOff(state.tries + 1, prepared.problem, limitsOf(send)), revision);
        return;
      case 'needless':
        await note(send, { state: 'skipped', at: clock.now(), why: prepared.why }, revision);
        return;
      default:
        assertNever(prepared);
    }
  };

  const onLost = async (send: Send, state: Lost, revision: number): Promise<void> => {
    await clock.wait(state.nextAt - clock.now(), send.signal);
    const found = await messenger.find(state.channel, { key: send.mark }, state.since);
    await note(send, afterLook(state, found, limitsOf(send)), revision);
  };

  /** An intent is somebody else's while its revision moves: clocks may jump, waiting does not. */
  const onSending = async (send: Send, state: Sending, revision: number): Promise<void> => {
    await clock.wait(unmovedMs, send.signal);
    const there = await send.ledger.read();
    if (there?.revision !== revision || send.signal?.aborted) return;
    log.warn('send.taken-over', { since: state.since });
    await note(send, takenOver(state, clock.now()), revision);
  };

  return async (send, fresh = false) => {
    let before = -1;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const there = await send.ledger.read();
      if (there === null) return null;
      const { state, revision } = there;
      const now = clock.now();
      const soon = state.state === 'lost' && state.nextAt - now <= FIRST_LOOK_MS;
      const mayGoOn = isDue(state, now) || soon || (fresh && step === 0 && state.state === 'waiting');
      if (isOver(state) || !mayGoOn || revision === before || send.signal?.aborted) return state;
      before = revision;
      if (state.state === 'waiting') await onWaiting(send, state, revision);
      else if (state.state === 'lost') await onLost(send, state, revision);
      else if (state.state === 'sending') await onSending(send, state, revision);
    }
    return (await send.ledger.read())?.state ?? null;
  };
}

function textOf({ text }: SlackMessage): SlackMessage {
  return { text, blocks: [] };
}
