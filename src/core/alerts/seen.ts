import type { ProblemCode } from '../errors.ts';
import type { AuxCase } from '../history/aux-cases.ts';
import type { Figure } from '../history/stored.ts';
import type { TooFew, Usual } from '../history/usual.ts';

export type Unit = 'count' | 'rate' | 'duration' | 'money';

/**
 * What a check found. A null value with `of` is too little to judge; one without is a lack of data, as is `no-data`: wolkvox answered
 * and had nothing. `error`: it could not be asked. `usual` is asked for by the conditions against the usual alone.
 */
export type Seen =
  | { readonly kind: 'figure'; readonly unit: Unit; readonly figure: Figure; readonly usual: Usual | TooFew | null }
  | { readonly kind: 'case'; readonly found: AuxCase | null; readonly justified: boolean }
  | { readonly kind: 'group'; readonly found: { readonly over: number; readonly users: number } | null }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'error'; readonly code: ProblemCode };

/**
 * One check. `at`: its nominal time, epoch ms. `active`: the stretch of the rule's active hours that it lies in, null outside of them
 * (see `activeStretch`). `expectsData`: false while the operation does not work, when having nothing is no trouble.
 */
export type Tick = {
  readonly at: number;
  readonly seen: Seen;
  readonly active: { readonly from: number; readonly to: number } | null;
  readonly expectsData: boolean;
};
