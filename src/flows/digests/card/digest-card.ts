import type { Audience } from '../../../core/actor.ts';
import type { Card } from '../../../core/card/card.ts';
import type { Digest, Part } from '../../../core/digests/digest.ts';
import type { Problem } from '../../../core/errors.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { PLAIN_OPERATION } from '../../../core/operation.ts';
import { operationNamed } from '../../../core/settings.ts';
import { encodeRequest } from '../../../core/request-code.ts';
import type { Brief } from '../../../reports/report.ts';
import { composeDigest, type Occasion } from './digest-compose.ts';
import { namedDigest } from './digest-named.ts';
import type { PartRead } from './digest-part.ts';
import type { PartPorts } from './digest-parts.ts';
import { partReader } from './digest-parts-once.ts';

/** The nominal time (epoch ms) and whether it is past. `retryAt`: when the sender will make the digest again for such a problem, where it will. */
export type DigestSlot = {
  readonly at: number;
  readonly late: boolean;
  readonly retryAt?: (problem: Problem) => number | null;
};
/** Whose language it is in, and how much they may see: a channel's audience is the least of its readers. */
export type DigestReader = { readonly locale: Locale; readonly audience: Audience };

/**
 * `named`: what the audience may not see (who, by name), for the owner by direct message; the sender makes sure first that the owner
 * is a supervisor. `missing`: the parts that could not be read; the card says so. `readAll`: there is none.
 */
export type MadeDigest = {
  readonly card: Card;
  readonly named: Card | null;
  readonly missing: readonly { readonly part: Part; readonly problem: Problem }[];
  readonly readAll: boolean;
};
export type MakeDigest = (digest: Digest, slot: DigestSlot, reader: DigestReader) => Promise<MadeDigest>;

/** Makes the one way from a digest and a slot to what is posted; posts nothing. Periods come from the slot's time, never from now. */
export function digestMaker(ports: PartPorts): MakeDigest {
  const read = partReader(ports);
  return async (digest, slot, { locale, audience }) => {
    const { settings, clock, formatFor } = ports;
    const operation = operationNamed(settings, digest.operation) ?? {
      ...PLAIN_OPERATION,
      id: digest.operation,
      name: digest.operation,
    };
    const reading = (part: Part) => read({ part, operation, at: slot.at, locale, audience });
    const others = Promise.all(digest.parts.filter(({ kind }) => kind !== 'quota').map(reading));
    // What the other parts ask of wolkvox counts into the quota that is told.
    const parts = await Promise.all(
      digest.parts.map((part) => (part.kind === 'quota' ? others.then(() => reading(part)) : reading(part))),
    );
    const told = withoutEchoes(parts);
    const occasion: Occasion = {
      operation: operation.name,
      zone: operation.zone,
      at: slot.at,
      late: slot.late,
      now: clock.now(),
      locale,
      format: formatFor(locale, operation),
      retryAt: slot.retryAt ?? (() => null),
    };
    const missing = told.filter((part) => part.kind === 'missing');
    return {
      card: composeDigest(told, occasion),
      named: audience.outliersByName ? null : namedDigest(told, occasion),
      missing: missing.map(({ part, problem }) => ({ part, problem })),
      readAll: missing.length === 0,
    };
  };
}

/** Where smart hold of the same day is told too, its promises are not told twice: of the ledger the table is left. */
function withoutEchoes(read: readonly PartRead[]): readonly PartRead[] {
  const key = (part: PartRead): string =>
    part.kind === 'said' && part.detail !== null ? encodeRequest(part.detail) : '';
  const reports = new Set(read.filter(({ part }) => part.kind === 'report').map(key));
  return read.map((part) => {
    if (part.kind !== 'said' || part.part.kind !== 'ledger' || !reports.has(key(part))) return part;
    const brief: Brief = { ...part.brief, standing: 'usual', figures: [], next: null };
    return { ...part, brief, full: brief };
  });
}
