import { z } from 'zod';
import type { Audience } from '../core/actor.ts';
import type { ScopeKind } from '../core/alerts/rule-metrics.ts';
import type { Section, Table } from '../core/card/card.ts';
import { type Brief, unjudged } from '../core/digests/brief.ts';
import type { Justified } from '../core/history/aux-cases.ts';
import type { AuxPast } from '../core/history/justified-case.ts';
import type { LedgerMark } from '../core/history/ledger.ts';
import type { UsualFigure } from '../core/history/usual.ts';
import type { Format } from '../core/i18n/format.ts';
import type { Locale } from '../core/i18n/locale.ts';
import type { Operation } from '../core/operation.ts';
import type { Period } from '../core/period/period.ts';
import type { Choice, ReportId, Request } from '../core/request.ts';
import { SKIP_REASONS, type SkipReason } from '../core/skip-reason.ts';
import type { Reading } from '../core/stats/reading.ts';
import type { Window } from '../core/window.ts';

/** `read` = `used` + all of `skipped`: nothing that wolkvox sent goes uncounted. */
export const rowCountSchema = z.object({
  read: z.number().int().nonnegative(),
  used: z.number().int().nonnegative(),
  skipped: z.partialRecord(z.enum(SKIP_REASONS), z.number().int().positive()),
});
export type RowCount = z.infer<typeof rowCountSchema>;

export type RowResult<Row> = { readonly row: Row } | { readonly skip: SkipReason };

/** A summary as it is stored and handed around: only its own report can open it. */
export const sealedSchema = z.object({ report: z.string(), version: z.number().int(), summary: z.unknown() });
export type Sealed = z.infer<typeof sealedSchema>;

/** Ids to names, from wolkvox's catalogues; an id that is not there is shown as it is. */
export type Names = Readonly<Record<'skills' | 'agents' | 'campaigns', Readonly<Record<string, string>>>>;
export type Catalogue = keyof Names;
export const NO_NAMES: Names = { skills: {}, agents: {}, campaigns: {} };

export type FoldContext = { readonly operation: Operation; readonly window: Window };

export type CardContext = {
  readonly operation: Operation;
  readonly request: Request;
  readonly window: Window;
  readonly now: number;
  readonly locale: Locale;
  readonly format: Format;
  readonly names: Names;
  readonly audience: Audience;
  readonly rows: RowCount;
  /** The period that `previous` is of, where it is known: names the comparison. */
  readonly comparedWith?: Period | null;
  /** By metric, over everything: how it stands against the usual, `6 % más que un jueves habitual (1.690–1.790)`. None: nothing is known. */
  readonly usual?: Readonly<Record<string, string>>;
  /** The same as numbers, by metric. */
  readonly usualFigures?: Readonly<Record<string, UsualFigure>>;
  /** Aux of one day: the days before it and what was justified; left out where nobody looked. */
  readonly auxPast?: AuxPast;
  /** Hold of one day: its counts hour by hour, and until when those of the answer itself are complete, epoch ms. */
  readonly ledger?: { readonly marks: readonly LedgerMark[]; readonly asOf: number };
};

/** What a report says of its figures; the flow adds the window, the rows, the age and the buttons. `notes` join the trust line. */
export type CardBody = {
  readonly headline: string;
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
};

export type { Brief } from '../core/digests/brief.ts';
export { NO_READING, plainReading, rateReading, type Reading } from '../core/stats/reading.ts';

export type Scope = 'all' | { readonly kind: Exclude<ScopeKind, 'all'>; readonly id: string };
export type MetricUnit = 'count' | 'rate' | 'duration' | 'money';
export type Metric<Summary> = {
  readonly id: string;
  readonly unit: MetricUnit;
  readonly better: 'low' | 'high' | 'neither';
  /** Over several days it is the sum of theirs, a rate their counts over their observations; left out: it is of its own window alone. */
  readonly sums?: true;
  readonly scopes: readonly ScopeKind[];
  readonly read: (summary: Summary, scope: Scope) => Reading;
};

export type ReportWords = {
  readonly title: string;
  readonly what: string;
  readonly metrics: Readonly<Record<string, string>>;
};

export type Endpoint = {
  readonly file: 'reports_manager.php' | 'real_time.php';
  readonly api: 'cdr_2' | 'agent_3' | 'campaign_5' | 'diagram_2' | 'calls_last_10';
  /** Whether it takes `date_ini` and `date_end`; the real-time ones answer for their own last ten minutes only. */
  readonly dated: boolean;
  readonly takesCampaign: boolean;
};

/**
 * What a report is. Rows come one at a time and in any order; several windows are folded on into one state; the state must be
 * plain data that `structuredClone` copies and must stay bounded by agents, skills or customers, never by calls.
 */
export type ReportDefinition<Row, State, Summary> = {
  readonly id: ReportId;
  /** Words after the slash command that mean this report, in any language; the first is the id. */
  readonly aliases: readonly string[];
  readonly endpoint: Endpoint;
  readonly catalogues: readonly Catalogue[];
  readonly takes: readonly Choice[];
  readonly row: (raw: unknown, context: FoldContext) => RowResult<Row>;
  readonly start: (context: FoldContext) => State;
  /** Folds one row in. A skip reason returned here (a duplicate, say) counts the row as skipped. */
  readonly add: (state: State, row: Row, context: FoldContext) => SkipReason | null;
  /** Told by `mark` that the rows of another window begin: for what is a fault within one window and usual over several. */
  readonly nextWindow?: (state: State) => void;
  readonly finish: (state: State, context: FoldContext) => Summary;
  /** The summary of a local day without what a supervisor accepted on that very day; left out: nothing in it can be accepted. */
  readonly excuse?: (summary: Summary, justified: readonly Justified[], operation: Operation) => Summary;
  /** Bump `version` whenever the summary's shape changes: older stored ones are then asked anew. */
  readonly version: number;
  readonly summary: z.ZodType<Summary>;
  /** `previous`: the same report for the period before, where a comparison was asked and could be had. */
  readonly card: (summary: Summary, context: CardContext, previous: Summary | null) => CardBody;
  /** Its part of a digest; left out (by those of tests): the headline of its card, of which nothing is judged. */
  readonly brief?: (summary: Summary, context: CardContext, previous: Summary | null) => Brief;
  /** Whole and unmasked but for the audience's rules: what CSV, XLSX and `--json`'s readers get. */
  readonly table: (summary: Summary, context: CardContext) => Table;
  readonly metrics: readonly Metric<Summary>[];
  /** The metric that leads its card, where it is not the first. */
  readonly leading?: string;
  readonly words: Readonly<Record<Locale, ReportWords>>;
};

/** A fold under way. `mark`/`rewind` undo a window that turned out to be cut at the row limit. */
export type Fold = {
  readonly add: (raw: unknown) => void;
  readonly mark: () => void;
  readonly rewind: () => void;
  readonly finish: () => { readonly sealed: Sealed; readonly rows: RowCount };
};

/** A report as the rest of the house sees it: its row, state and summary types are inside and stay there. */
export type Report = {
  readonly id: ReportId;
  readonly aliases: readonly string[];
  readonly endpoint: Endpoint;
  readonly catalogues: readonly Catalogue[];
  readonly takes: readonly Choice[];
  readonly words: Readonly<Record<Locale, ReportWords>>;
  readonly metrics: readonly (Pick<Metric<never>, 'id' | 'unit' | 'better' | 'scopes'> & { readonly sums: boolean })[];
  readonly leading: string;
  readonly fold: (context: FoldContext) => Fold;
  /** The version that a summary of today has. */
  readonly version: number;
  /** Whether a stored summary is of today's shape; one that is not is asked anew, never guessed at. */
  readonly opens: (sealed: Sealed) => boolean;
  /** A day's summary as `excuse` leaves it; where nothing is justified, and for reports of which nothing can be, the very same. */
  readonly excuse: (sealed: Sealed, justified: readonly Justified[], operation: Operation) => Sealed;
  /** The six below throw if `opens` says no: callers check what they read from a store first. */
  readonly card: (sealed: Sealed, context: CardContext, previous: Sealed | null) => CardBody;
  readonly brief: (sealed: Sealed, context: CardContext, previous: Sealed | null) => Brief;
  readonly table: (sealed: Sealed, context: CardContext) => Table;
  readonly figures: (sealed: Sealed) => unknown;
  readonly read: (sealed: Sealed, metric: string, scope: Scope) => Reading | null;
  /** All metrics at once, by id: a large summary is opened but once. */
  readonly readings: (sealed: Sealed, scope: Scope) => Readonly<Record<string, Reading>>;
  /** Opens a summary once for many questions; each gives null for a metric that is not there. */
  readonly opened: (sealed: Sealed) => (metric: string, scope: Scope) => Reading | null;
};

/** Seals a definition: from here on only `Report` is seen, and every summary that comes back is parsed before it is believed. */
export function defineReport<Row, State, Summary>(definition: ReportDefinition<Row, State, Summary>): Report {
  const { metrics } = definition;
  const open = (sealed: Sealed): Summary => {
    if (sealed.report !== definition.id || sealed.version !== definition.version) {
      throw new Error(
        `a summary of ${sealed.report} v${sealed.version} was handed to ${definition.id} v${definition.version}`,
      );
    }
    return definition.summary.parse(sealed.summary);
  };
  return {
    id: definition.id,
    aliases: definition.aliases,
    endpoint: definition.endpoint,
    catalogues: definition.catalogues,
    takes: definition.takes,
    words: definition.words,
    metrics: metrics.map(({ id, unit, better, scopes, sums = false }) => ({ id, unit, better, scopes, sums })),
    leading: definition.leading ?? definition.metrics[0]?.id ?? '',
    fold: (context) => startFold(definition, context),
    version: definition.version,
    opens: (sealed) =>
      sealed.report === definition.id &&
      sealed.version === definition.version &&
      definition.summary.safeParse(sealed.summary).success,
    excuse: (sealed, justified, operation) =>
      definition.excuse === undefined || justified.length === 0
        ? sealed
        : { ...sealed, summary: definition.excuse(open(sealed), justified, operation) },
    card: (sealed, context, previous) => definition.card(open(sealed), context, previous && open(previous)),
    brief: (sealed, context, previous) => {
      const [summary, before] = [open(sealed), previous && open(previous)];
      if (definition.brief !== undefined) return definition.brief(summary, context, before);
      const { headline, notes } = definition.card(summary, context, before);
      return unjudged(headline, notes);
    },
    table: (sealed, context) => definition.table(open(sealed), context),
    figures: (sealed) => open(sealed),
    read: (sealed, metric, scope) =>
      definition.metrics.find(({ id }) => id === metric)?.read(open(sealed), scope) ?? null,
    readings: (sealed, scope) => {
      const summary = open(sealed);
      return Object.fromEntries(definition.metrics.map(({ id, read }) => [id, read(summary, scope)]));
    },
    opened: (sealed) => {
      const summary = open(sealed);
      const metrics = new Map(definition.metrics.map((one) => [one.id, one.read]));
      return (metric, scope) => metrics.get(metric)?.(summary, scope) ?? null;
    },
  };
}

function startFold<Row, State, Summary>(definition: ReportDefinition<Row, State, Summary>, context: FoldContext): Fold {
  let state = definition.start(context);
  let count = { read: 0, used: 0, skipped: new Map<SkipReason, number>() };
  let marked = structuredClone({ state, count });
  return {
    add(raw) {
      count.read += 1;
      const result = definition.row(raw, context);
      const skip = 'skip' in result ? result.skip : definition.add(state, result.row, context);
      if (skip === null) count.used += 1;
      else count.skipped.set(skip, (count.skipped.get(skip) ?? 0) + 1);
    },
    mark() {
      definition.nextWindow?.(state);
      marked = structuredClone({ state, count });
    },
    rewind() {
      ({ state, count } = structuredClone(marked));
    },
    finish: () => ({
      sealed: { report: definition.id, version: definition.version, summary: definition.finish(state, context) },
      rows: { read: count.read, used: count.used, skipped: Object.fromEntries(count.skipped) },
    }),
  };
}
