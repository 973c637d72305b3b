import { z } from 'zod';
import { assertNever, type Outcome, type Problem, PROBLEM_CODES, type ProblemCode } from '../errors.ts';

export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  mayPass: z.boolean(),
  retryAt: z.number().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/**
 * How far one message has come that must be posted once. `waiting`: not before `nextAt`. `sending`: one process (`by`) intends to post it,
 * or has. `lost`: it was posted or not, nobody knows, and it is looked for. `unclear`: the same, and it cannot be looked for. Epoch ms.
 */
export const sendStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('waiting'),
    nextAt: z.number(),
    tries: z.number().int(),
    problem: problemSchema.nullable(),
  }),
  z.object({
    state: z.literal('sending'),
    by: z.string(),
    since: z.number(),
    tries: z.number().int(),
    channel: z.string(),
  }),
  z.object({
    state: z.literal('lost'),
    since: z.number(),
    nextAt: z.number(),
    tries: z.number().int(),
    looks: z.number().int(),
    channel: z.string(),
  }),
  z.object({ state: z.literal('sent'), channel: z.string(), ts: z.string(), sentAt: z.number() }),
  z.object({ state: z.literal('unclear'), at: z.number(), channel: z.string(), problem: problemSchema }),
  z.object({ state: z.literal('failed'), at: z.number(), problem: problemSchema }),
  z.object({ state: z.literal('skipped'), at: z.number(), why: z.string() }),
]);
export type SendState = Readonly<z.infer<typeof sendStateSchema>>;
export type Waiting = Extract<SendState, { state: 'waiting' }>;
export type Sending = Extract<SendState, { state: 'sending' }>;
export type Lost = Extract<SendState, { state: 'lost' }>;

/** `until`: the last moment at which it is still worth posting; `patient`: lasting problems that are waited for all the same. */
export type Limits = { readonly now: number; readonly until: number; readonly patient?: ReadonlySet<ProblemCode> };

/** Slack stores a message before it can be read back: it is looked for after this long, and once more before it counts as not there. */
export const FIRST_LOOK_MS = 5_000;
const SECOND_LOOK_MS = 25_000;
const LOOKS = 2;
/** A process may end anywhere between its intent and its note: what is older than this belongs to nobody. Longer than a post may take. */
export const INTENT_MS = 20_000;
const AGAIN_MS = [15_000, 30_000, 60_000, 120_000, 300_000] as const;
const LONGEST_MS = 300_000;
/** Nothing waits longer on purpose: what seems to was written before the clock was set back. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

/** Of a message that nobody has tried to post; `nextAt`: when its time comes, epoch ms. */
export function firstState(nextAt: number): SendState {
  return { state: 'waiting', nextAt, tries: 0, problem: null };
}

/** Whether nothing more will happen to it. */
export function isOver({ state }: SendState): boolean {
  return state === 'sent' || state === 'unclear' || state === 'failed' || state === 'skipped';
}

/** Whether a step is to be taken now; `sending` is taken from whoever began it only when that must have ended. */
export function isDue(state: SendState, now: number): boolean {
  switch (state.state) {
    case 'waiting':
    case 'lost':
      return state.nextAt <= now || state.nextAt > now + LONGEST_WAIT_MS;
    case 'sending':
      return Math.abs(now - state.since) > INTENT_MS;
    case 'sent':
    case 'unclear':
    case 'failed':
    case 'skipped':
      return false;
    default:
      return assertNever(state);
  }
}

/** What a passing problem makes of it: another try, or a failure where its time is over. */
export function putOff(tries: number, problem: Problem, { now, until, patient }: Limits): SendState {
  const pause = AGAIN_MS[Math.min(Math.max(tries - 1, 0), AGAIN_MS.length - 1)] ?? LONGEST_MS;
  const nextAt = Math.max(problem.retryAt ?? 0, now + pause);
  const passes = problem.mayPass || patient?.has(problem.code) === true;
  return passes && nextAt <= until
    ? { state: 'waiting', nextAt, tries, problem: stored(problem) }
    : { state: 'failed', at: now, problem: stored(problem) };
}

/** What became of it while nobody could try, such as over a stop of hours: too late now. Null where it is still worth posting. */
export function tooLate({ problem }: Waiting, { now, until }: Limits): SendState | null {
  if (now <= until) return null;
  return problem === null ? { state: 'skipped', at: now, why: 'too-late' } : { state: 'failed', at: now, problem };
}

/** What Slack's answer to a post makes of it. */
export function afterPost(
  { since, tries, channel }: Sending,
  outcome: Outcome<{ readonly channel: string; readonly ts: string }>,
  limits: Limits,
): SendState {
  const { now } = limits;
  if (outcome.ok) return { state: 'sent', ...outcome.value, sentAt: now };
  if (outcome.problem.code === 'slack.unclear') {
    return { state: 'lost', since, nextAt: now + FIRST_LOOK_MS, tries, looks: 0, channel };
  }
  return putOff(tries, outcome.problem, limits);
}

/** What a look for it makes of it: not found twice means that it was not posted, and so may be. */
export function afterLook(
  lost: Lost,
  outcome: Outcome<{ readonly channel: string; readonly ts: string } | null>,
  limits: Limits,
): SendState {
  const { now, until } = limits;
  if (outcome.ok && outcome.value !== null) return { state: 'sent', ...outcome.value, sentAt: lost.since };
  if (outcome.ok) {
    const looks = lost.looks + 1;
    if (looks < LOOKS) return { ...lost, looks, nextAt: now + SECOND_LOOK_MS };
    const notPosted: Problem = { code: 'slack.unavailable', mayPass: true, retryAt: null, facts: {} };
    return now <= until
      ? { state: 'waiting', nextAt: now, tries: lost.tries, problem: notPosted }
      : { state: 'failed', at: now, problem: stored(notPosted) };
  }
  const { problem } = outcome;
  const mayLook = problem.mayPass && problem.code !== 'slack.unclear' && now <= until + LONGEST_WAIT_MS;
  return mayLook
    ? { ...lost, nextAt: Math.max(problem.retryAt ?? 0, now + SECOND_LOOK_MS) }
    : { state: 'unclear', at: now, channel: lost.channel, problem: stored(problem) };
}

/** An intent whose process ended: one look is enough, so long after. */
export function takenOver({ since, tries, channel }: Sending, now: number): SendState {
  return { state: 'lost', since: Math.min(since, now), nextAt: now, tries, looks: LOOKS - 1, channel };
}

function stored(problem: Problem): z.infer<typeof problemSchema> {
  return { ...problem, facts: { ...problem.facts } };
}
