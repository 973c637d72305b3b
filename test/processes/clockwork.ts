import { z } from 'zod';
import type { ChannelSeed } from '../../src/simulators/slack/index.ts';
import { runningNow } from '../end-to-end/floor/child.ts';
import type { Town } from '../end-to-end/floor/town.ts';

const MINUTE = 60_000;
const DIGESTS = 200;
const RULES = 200;
const STEP = 5;
/** The newest slots of a digest come first in the order of their keys. */
const TIMES_END = 10 ** 13;
/** As many as take what comes in a minute at Slack's pace of one message a second in each. */
export const CHANNELS: readonly ChannelSeed[] = [
  { id: 'C01OPERACIONES', name: 'operaciones' },
  ...Array.from({ length: 30 }, (_, at) => ({ id: `C7${String(at).padStart(3, '0')}`, name: `sala-${at}` })),
];
const channelOf = (at: number): string => CHANNELS[1 + (at % (CHANNELS.length - 1))]?.id ?? '';
const WORDS = ['agents yesterday top 5', 'aux yesterday', 'hold yesterday'];

/** The minute of the hour in which a digest comes: one of the next five. */
const FIRST_MINUTE = Math.floor(runningNow() / MINUTE) + 1;
const minuteOf = (digest: number): number => (FIRST_MINUTE + (digest % STEP)) % 60;

/** Digests that come once within five minutes, a fifth of them in each, and rules that are all broken from the first look on. */
export function clockworkYaml(usual: string): string {
  const digests = Array.from({ length: DIGESTS }, (_, at) => {
    return `
  - id: digest-${at}
    operation: bogota
    channels: [${channelOf(at)}]
    reports: [${WORDS[at % WORDS.length]}]
    cron: "${minuteOf(at)} * * * *"
    owner: U01LAURA`;
  });
  const rules = Array.from(
    { length: RULES },
    (_, at) => `
  - id: rule-${at}
    operation: bogota
    metric: live.abandonment
    window: 30m
    above: 1%
    floor: 1
    every: 1m
    channel: ${channelOf(at)}
    owner: U01LAURA`,
  );
  return `${usual}\ndigests:${digests.join('')}\nalerts:${rules.join('')}\n`;
}

function slotOf(digest: number, at: number): string {
  return `digest-${digest}/${String(TIMES_END - at).padStart(13, '0')}/channel:${channelOf(digest)}`;
}

const marked = z.object({ event_payload: z.object({ key: z.string() }) });

/** What was posted by the clock, held against what had to be. */
export class Clockwork {
  readonly #town: Town;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  constructor(town: Town) {
    this.#town = town;
    town.wolkvox.scenario.abandonSpike = { share: 0.5, from: '20251114000000' };
  }

  /** From now on every slot counts. */
  begin(): void {
    this.#from = runningNow();
  }

  /** Slots after now do not count. */
  end(): void {
    this.#to = runningNow();
  }

  /** Digests and slots that had to be posted and were not. */
  lostDigests(): readonly string[] {
    const posted = this.#posted();
    return this.expected().filter((slot) => !posted.has(slot));
  }

  expected(): readonly string[] {
    const slots: string[] = [];
    for (let at = Math.ceil(this.#from / MINUTE) * MINUTE; at <= this.#to; at += MINUTE) {
      const due = Array.from({ length: DIGESTS }, (_, digest) => digest).filter(
        (one) => minuteOf(one) === (at / MINUTE) % 60,
      );
      for (const digest of due) slots.push(slotOf(digest, at));
    }
    return slots;
  }

  lostRules(): readonly string[] {
    const told = new Set([...this.#posted().keys()].map((key) => /^alert\/bogota\/(rule-\d+)\//.exec(key)?.[1]));
    return Array.from({ length: RULES }, (_, at) => `rule-${at}`).filter((rule) => !told.has(rule));
  }

  doubled(): readonly string[] {
    return [...this.#posted()].filter(([, times]) => times > 1).map(([key]) => key);
  }

  /** Posted messages by their marks. */
  #posted(): ReadonlyMap<string, number> {
    const posted = new Map<string, number>();
    for (const { metadata } of this.#town.slack.workspace.messages) {
      const mark = marked.safeParse(metadata);
      if (!mark.success) continue;
      const { key } = mark.data.event_payload;
      posted.set(key, (posted.get(key) ?? 0) + 1);
    }
    return posted;
  }
}
