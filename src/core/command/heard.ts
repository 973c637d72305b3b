import type { Meaning } from './meaning.ts';

/** What a stretch of a command was taken for. `word` is how it was typed, `at` its first token. */
export type Heard = { readonly word: string; readonly at: number } & (
  | { readonly kind: 'said'; readonly means: Meaning; readonly count: number | null }
  | { readonly kind: 'operation'; readonly ids: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'dates'; readonly first: string; readonly last: string }
  | { readonly kind: 'dayOfMonth'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'monthName'; readonly month: number }
  | { readonly kind: 'week'; readonly date: string }
  | { readonly kind: 'hours'; readonly from: string; readonly to: string }
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  /** From one day to another, each as it was said. */
  | { readonly kind: 'stretch'; readonly first: Heard; readonly last: Heard }
  /** `offer`: what to say instead, where that is known. */
  | { readonly kind: 'unknown'; readonly offer?: readonly string[] }
  | { readonly kind: 'number' | 'noSuchDate' | 'noSuchTime' }
);
