import type { Section } from '../../../core/card/card.ts';
import type { Part } from '../../../core/digests/digest.ts';
import type { Problem } from '../../../core/errors.ts';
import type { Period } from '../../../core/period/period.ts';
import type { Request } from '../../../core/request.ts';
import type { Brief } from '../../../reports/report.ts';
import type { TrustParts } from '../../read/trust-line.ts';

/** A part that was read. `period` null: it is of the moment itself. */
export type PartSaid = {
  readonly kind: 'said';
  readonly part: Part;
  readonly title: string;
  readonly period: Period | null;
  /** Of the last minutes only, so that a late digest holds others than it was meant to. */
  readonly ofTheMoment: boolean;
  readonly brief: Brief;
  /** The same as a supervisor reads it alone. */
  readonly full: Brief;
  readonly sections: readonly Section[];
  readonly detail: Request | null;
  /** Null where it rests on no rows; `notes` are said in any case. */
  readonly trust: TrustParts | null;
  readonly notes: readonly string[];
};

/** A part that could not be read. `why`: what happened, `next`: the step that helps where trying again does not; both in sentences. */
export type PartMissing = {
  readonly kind: 'missing';
  readonly part: Part;
  readonly title: string;
  readonly problem: Problem;
  readonly why: string;
  readonly next: string;
  readonly detail: Request | null;
};

/** A part of which there is nothing to say yet: no failure, and no figure. */
export type PartSilent = { readonly kind: 'silent'; readonly part: Part; readonly title: string; readonly why: string };

export type PartRead = PartSaid | PartMissing | PartSilent;
