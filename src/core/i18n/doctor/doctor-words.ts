import { en } from './doctor-words-en.ts';
import { es } from './doctor-words-es.ts';
import { pt } from './doctor-words-pt.ts';
import type { Locale } from '../locale.ts';

/** What was found, and the very next step where there is one. */
export type Finding = { readonly says: string; readonly next: string | null };

/** Spoken to the person who runs the bot. Numbers come written. */
export type DoctorWords = {
  readonly node: {
    readonly enough: (args: { readonly version: string }) => Finding;
    readonly old: (args: { readonly version: string; readonly needed: string }) => Finding;
  };
  readonly config: {
    readonly right: (args: { readonly operations: readonly string[] }) => Finding;
    readonly wrong: (args: { readonly mistakes: readonly string[] }) => Finding;
    readonly needed: Finding;
  };
  readonly store: {
    readonly redis: (args: { readonly where: string }) => Finding;
    readonly embedded: (args: { readonly where: string }) => Finding;
    readonly unreachable: (args: {
      readonly where: string;
      readonly reason: string | null;
      readonly redis: boolean;
    }) => Finding;
    readonly locked: (args: { readonly where: string }) => Finding;
    /** Added to a store that could not be opened. */
    readonly beside: string;
    readonly keeps: Finding;
    readonly evicts: (args: { readonly policy: string }) => Finding;
    readonly policyUnknown: Finding;
  };
  readonly slack: {
    readonly none: Finding;
    readonly known: (args: { readonly team: string }) => Finding;
    readonly wrongToken: (args: { readonly variable: string }) => Finding;
    readonly socket: Finding;
    readonly scopes: (args: { readonly count: number }) => Finding;
    readonly lacking: (args: { readonly scopes: readonly string[] }) => Finding;
    readonly scopesUnknown: Finding;
    readonly member: (args: { readonly channel: string }) => Finding;
    readonly notInvited: (args: { readonly channel: string }) => Finding;
    readonly noSuchChannel: (args: { readonly channel: string }) => Finding;
    readonly archived: (args: { readonly channel: string }) => Finding;
  };
  readonly roles: {
    readonly some: (args: { readonly admins: number; readonly supervisors: number }) => Finding;
    readonly none: Finding;
    readonly noAdmin: Finding;
  };
  readonly wolkvox: {
    readonly answers: (args: {
      readonly operation: string;
      readonly left: string | null;
      readonly limit: string | null;
    }) => Finding;
    /** Something answered with "nothing found" where wolkvox says its quota. */
    readonly saysNothing: (args: { readonly operation: string }) => Finding;
    readonly wrongToken: (args: { readonly operation: string }) => Finding;
    readonly noServer: (args: { readonly operation: string }) => Finding;
    readonly notAllowed: (args: { readonly operation: string; readonly cause: string | null }) => Finding;
    readonly usedUp: (args: { readonly operation: string; readonly time: string; readonly city: string }) => Finding;
    readonly notAsked: (args: { readonly operation: string }) => Finding;
    readonly sameZone: (args: { readonly zone: string }) => Finding;
    readonly otherZone: (args: {
      readonly operation: string;
      readonly zone: string;
      readonly expected: string;
      readonly seen: string;
    }) => Finding;
    readonly zoneUnproven: Finding;
    readonly clockRight: Finding;
    readonly clockWrong: (args: { readonly minutes: number }) => Finding;
  };
};

const WORDS = { es, en, pt } satisfies Record<Locale, DoctorWords>;

/** `DoctorWords` in a language. */
export function doctorWords(locale: Locale): DoctorWords {
  return WORDS[locale];
}
