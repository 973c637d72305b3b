import type { Period } from '../period/period.ts';
import type { Window } from '../window.ts';

/** How numbers, times and periods are written for one reader: language, country habits, zone and currency are inside. */
export type Format = {
  /** Where the operation's clock is, as people say it: `Bogotá`. */
  readonly city: string;
  /** `1.842`, with at most so many decimals (one unless told). */
  readonly number: (value: number, decimals?: number) => string;
  /** A fraction of 1 as `5,2 %`, with at most so many decimals (one unless told). In Spanish the space does not break (U+00A0). */
  readonly percent: (fraction: number, decimals?: number) => string;
  /** `98 de 158 (62 %; 54–69)`: the rate with its evidence, and its Wilson interval in per cent. */
  readonly evidence: (count: number, of: number) => string;
  /** Seconds as `41h 06m`, below an hour `14 min`, below a minute `35 s`; a minute that is not over does not count. */
  readonly duration: (seconds: number) => string;
  /** Seconds as whole minutes that are over, `112 min`. */
  readonly minutes: (seconds: number) => string;
  /** An amount with the operation's currency sign, or bare where none is configured; never converted. */
  readonly money: (amount: number) => string;
  /** `+6 %`, `−3 %`, or `=`; null where the base is zero. */
  readonly change: (now: number, before: number) => string | null;
  /** `10:20` in the operation's zone. */
  readonly time: (instant: number) => string;
  /** `10:20` for an instant of today, `jue 19 nov, 10:20` for any other. */
  readonly moment: (instant: number, now: number) => string;
  /** `jue 19 nov` */
  readonly day: (date: string) => string;
  /** `ayer`, `hoy`, `esta semana`, `jue 19 nov`, `del 1 al 7 nov`: what a period is called. */
  readonly period: (period: Period, now: number) => string;
  /** `ayer`, `el jue 19 nov`, `en octubre`: how a sentence says when. */
  readonly when: (period: Period, now: number) => string;
  /** `jue 19 nov, 00:00–24:00 Bogotá`: the exact window for the trust line. */
  readonly window: (window: Window) => string;
  /** A list as a sentence has it: `a, b y c`. */
  readonly list: (items: readonly string[]) => string;
};
