import { slackMessenger } from './adapters/slack/messenger.ts';
import { signIn } from './adapters/slack/sign-in.ts';
import type { House } from './app-house.ts';
import { identifier } from './flows/answer/identify.ts';
import { digestBook, type DigestBook } from './flows/digests/digest-book.ts';
import { type DigestJobs, digestJobs } from './flows/digests/digest-jobs.ts';
import { type DigestSender, digestSender } from './flows/digests/slots/digest-sender.ts';
import { type PausedTargets, pausedTargets } from './flows/digests/slots/paused-targets.ts';
import { slotReconciler } from './flows/digests/slots/reconcile-slots.ts';
import { type DigestRuns, digestRuns } from './flows/digests/slots/run-history.ts';
import { slotContent } from './flows/digests/slots/slot-content.ts';
import { slotProgress } from './flows/digests/slots/slot-progress.ts';
import { slotStore } from './flows/digests/slots/slot-record.ts';
import { ownerTeller } from './flows/digests/slots/tell-owner.ts';
import { untilDone } from './flows/operate/until-done.ts';
import { countedMessenger } from './flows/send/counted-messenger.ts';
import { deliverer } from './flows/send/deliver.ts';
import { type Pace, slackPace } from './flows/send/pace.ts';
import { onceSender } from './flows/send/send-once.ts';

/** Digests as whoever manages them sees them, and their sending. */
export type Digests = {
  readonly book: DigestBook;
  readonly jobs: DigestJobs;
  readonly sender: DigestSender;
  readonly runs: DigestRuns;
  readonly paused: PausedTargets;
  /** One round of the sweep. */
  readonly reconcile: (signal?: AbortSignal) => Promise<void>;
  /** Starts to run digests here, by the schedules; nobody has to wait for it. */
  readonly work: () => void;
};

/** What digests need of the house. */
export type DigestHouse = Pick<
  House,
  | 'settings'
  | 'clock'
  | 'log'
  | 'metrics'
  | 'store'
  | 'formatFor'
  | 'schedules'
  | 'closing'
  | 'holidays'
  | 'makeDigest'
  | 'newId'
> & { readonly config: Pick<House['config'], 'slack'> };

export type DigestOptions = {
  /** The Slack workspace, as far as it is known. */
  readonly team?: string;
  /** Where the bot is at home, since whoever comes from another company is a guest; asked of Slack before work begins where it is not known. */
  readonly home?: { readonly team: string; readonly enterprise: string | null };
  readonly pace?: Pace;
  readonly jitterMs?: number;
  /** How long another's intent must not move before it is taken over. */
  readonly unmovedMs?: number;
};

/** Wires the digests. What posts has a Slack client of its own: a pause that Slack asks for must not hold up answers. */
export function openDigests(house: DigestHouse, options: DigestOptions = {}): Digests {
  const { settings, clock, log, metrics, store, formatFor, schedules, config, closing } = house;
  const { slack } = config;
  const { team = 'home', jitterMs } = options;
  const home = { team: options.home?.team ?? '', enterprise: options.home?.enterprise ?? null };
  const access = {
    token: slack.botToken?.reveal() ?? '',
    apiUrl: slack.apiUrl ?? undefined,
    home,
    clock,
    log,
  };
  const wire = slackMessenger(access);
  const learnHome = async (): Promise<void> => {
    if (home.team !== '') return;
    const signedIn = await signIn(access);
    if (!signedIn.ok) throw new Error(`Slack did not say where the bot is at home: ${signedIn.problem.code}`);
    home.team = signedIn.value.team;
    home.enterprise = signedIn.value.enterprise;
  };
  const messenger = countedMessenger(wire, metrics);
  const by = house.newId();
  const book = digestBook({ store, settings });
  const slots = slotStore(store.documents);
  const progress = slotProgress(store.documents);
  const paused = pausedTargets(store.documents);
  const people = identifier({ store, messenger, clock, log }, settings);
  const deliver = deliverer({ store, clock, log });
  const pace = options.pace ?? slackPace({ counters: store.counters, clock });
  const once = onceSender({ messenger, deliver, pace, clock, log, team, by }, options.unmovedMs);
  const tell = ownerTeller({ store, settings, clock, log, people, messenger, formatFor, once, team });
  const content = slotContent({ settings, clock, people, messenger, make: house.makeDigest, team });
  const sender = digestSender({
    book,
    slots,
    paused,
    progress,
    content,
    tell,
    once,
    messenger,
    deliver,
    clock,
    log,
    metrics,
    team,
    settings,
    holidays: house.holidays,
    ...(jitterMs === undefined ? {} : { jitterMs }),
  });
  const reconcile = slotReconciler({ book, slots, progress, sender, tell, claims: store.claims, clock, log, by });
  const jobs = digestJobs({ schedules, book, progress, paused, settings, clock, log });
  return {
    book,
    jobs,
    sender,
    runs: digestRuns(slots),
    paused,
    reconcile,
    work() {
      const begin = async () => {
        await learnHome();
        await jobs.work(sender, reconcile);
      };
      untilDone(begin, {
        clock,
        signal: closing,
        failed: (cause) => log.warn('digests.not-scheduled', { cause }),
      });
    },
  };
}
