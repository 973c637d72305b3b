import type { Locale } from './i18n/locale.ts';

/** How hard one operation's token may be asked; see the limits of the wolkvox API (2 at once, 5 minutes). */
export type Pacing = { readonly inFlight: 1 | 2; readonly spacingMs: number; readonly freshnessMs: number };

/** What the company allows and orders, and when aux time counts as out of the usual. Times in seconds. */
export type AuxPolicy = {
  /** Allowed seconds by state, as written in the configuration; compare with `sameWords`. */
  readonly allowances: Readonly<Record<string, number>>;
  readonly ordered: readonly string[];
  readonly minAgents: number;
  readonly minScore: number;
  /** At least so far over the median; in short states `minOverShare` of it is enough, down to `leastOverSeconds`. */
  readonly minOverSeconds: number;
  readonly minOverShare: number;
  readonly leastOverSeconds: number;
  readonly minRatio: number;
  /** How many times the middle half beyond it Tukey's upper fence stands. */
  readonly minFence: number;
  readonly groupShare: number;
};

/** One contact-centre operation (a wolkvox tenant). Its server and token are not here: only the adapter knows them. */
export type Operation = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly currency: string | null;
  readonly licences: number | null;
  readonly country: string | null;
  readonly closures: readonly string[];
  readonly hours: string | null;
  readonly pacing: Pacing;
  readonly ignoreAgents: readonly string[];
  readonly aux: AuxPolicy;
};

/**
 * Iglewicz & Hoaglin's 3.5, thirty minutes, one and a half times, Tukey's fence, eight agents, a quarter. Three quarters of the median
 * instead of thirty minutes in states under forty: else a state of ten minutes finds 1 % of what the plain score does
 * (`npm run simulate:aux`). Under five minutes nobody needs to be looked at.
 */
export const DEFAULT_AUX: AuxPolicy = {
  allowances: {},
  ordered: [],
  minAgents: 8,
  minScore: 3.5,
  minOverSeconds: 30 * 60,
  minOverShare: 0.75,
  leastOverSeconds: 5 * 60,
  minRatio: 1.5,
  minFence: 1.5,
  groupShare: 0.25,
};

export const DEFAULT_PACING: Pacing = { inFlight: 1, spacingMs: 1_500, freshnessMs: 5 * 60_000 };

/** What stands in where nothing is configured yet: the defaults of every setting. */
export const PLAIN_OPERATION: Operation = {
  id: 'main',
  name: 'wolkvox',
  zone: 'America/Bogota',
  locale: 'es',
  currency: null,
  licences: null,
  country: null,
  closures: [],
  hours: null,
  pacing: DEFAULT_PACING,
  ignoreAgents: [],
  aux: DEFAULT_AUX,
};
