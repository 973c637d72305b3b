import { z } from 'zod';
import { type Figure, keepFigure, openFigures } from '../../../core/history/stored.ts';
import type { Operation } from '../../../core/operation.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import type { Store } from '../../../ports.ts';
import type { MetricUnit } from '../../../reports/report.ts';
import type { HistoryReader } from '../../history/history-reader.ts';

/** The ten minutes of `live` that end at `asOf` (epoch ms). `figures` empty: nobody called. */
export type Piece = { readonly asOf: number; readonly figures: Readonly<Record<string, Figure>> };

/** Pieces put together, `from` to `to`; `whole`: they cover all of the window that was wanted. */
export type Together = {
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
};

const COLLECTION = 'alert-pieces';
export const PIECE_MS = 10 * 60_000;
/** Two pieces may share this much: more would count calls twice. */
const OVERLAP_MS = 60_000;
/** A little over the longest window of `live` that is offered. */
const KEPT_MS = 130 * 60_000;

const figureSchema = z.union([
  z.null(),
  z.number(),
  z.tuple([z.number(), z.number()]),
  z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()]),
]);
const piecesSchema = z.object({
  v: z.literal(1),
  version: z.number().int(),
  pieces: z.array(z.object({ asOf: z.number(), figures: z.record(z.string(), figureSchema) })),
});

/**
 * The ten-minute answers of `live` that checks have seen, so that 30 and 60 minutes end at any check and not at full tens alone. Those
 * that the history keeps stand in where nobody checked. Kept in one small document for each operation; of two writers one is enough.
 */
export function livePieces({
  store: { documents },
  history,
  version,
}: {
  readonly store: Pick<Store, 'documents'>;
  readonly history: Pick<HistoryReader, 'slices'>;
  readonly version: number;
}) {
  const load = async (operation: Operation) => {
    const found = await documents.get(COLLECTION, operation.id);
    const read = piecesSchema.safeParse(found?.value);
    const pieces = read.success && read.data.version === version ? read.data.pieces : [];
    return { pieces, revision: found?.revision ?? ('absent' as const) };
  };

  return {
    /** Keeps what was read now and gives all that is known of the two hours before it, newest first. */
    async with(operation: Operation, piece: Piece): Promise<readonly Piece[]> {
      const { pieces, revision } = await load(operation);
      const known = pieces.some(({ asOf }) => asOf === piece.asOf);
      const since = piece.asOf - KEPT_MS;
      const kept = {
        asOf: piece.asOf,
        figures: Object.fromEntries(Object.entries(piece.figures).map(([id, figure]) => [id, keepFigure(figure)])),
      };
      const all = known ? pieces : [...pieces.filter(({ asOf }) => asOf > since), kept];
      if (!known) {
        const value = { v: 1, version, pieces: all };
        await documents.put(COLLECTION, operation.id, value, { expected: revision });
      }
      const dates = new Set([dateAt(since, operation.zone), dateAt(piece.asOf, operation.zone)]);
      const slices = await Promise.all([...dates].map((date) => history.slices(operation, date)));
      const older = slices.flat().flatMap((slice): readonly Piece[] => {
        if (slice.kind === 'hole' || slice.asOf <= since || slice.asOf > piece.asOf) return [];
        return [{ asOf: slice.asOf, figures: slice.kind === 'kept' ? slice.figures : {} }];
      });
      return [...all.map(({ asOf, figures }) => ({ asOf, figures: openFigures(figures) })), ...older]
        .filter(({ asOf }) => asOf <= piece.asOf)
        .toSorted((one, other) => other.asOf - one.asOf);
    },
  };
}
export type LivePieces = ReturnType<typeof livePieces>;

/**
 * A figure over the last `windowMs` of pieces (newest first): ten minutes after ten minutes without counting a call twice. Counts are
 * added, and a rate is worked out anew from them. Null where there is no piece at all.
 */
export function together(
  pieces: readonly Piece[],
  { id, unit }: { readonly id: string; readonly unit: MetricUnit },
  windowMs: number,
): Together | null {
  const [newest] = pieces;
  if (newest === undefined) return null;
  const wanted = Math.max(1, Math.round(windowMs / PIECE_MS));
  const chosen: Piece[] = [newest];
  let edge = newest.asOf - PIECE_MS;
  const end = newest.asOf - windowMs;
  for (const piece of pieces) {
    // Where people asked in between, the pieces do not meet: then a window reaches back by one piece more at most.
    if (chosen.length >= wanted || piece.asOf <= end) break;
    if (piece.asOf > edge + OVERLAP_MS) continue;
    chosen.push(piece);
    edge = piece.asOf - PIECE_MS;
  }
  const from = Math.min(...chosen.map(({ asOf }) => asOf)) - PIECE_MS;
  const figure = added(
    unit,
    chosen.flatMap(({ figures }) => figures[id] ?? []),
  );
  return { figure, from, to: newest.asOf, whole: chosen.length >= wanted };
}

/** Several stretches as one; null as a value where none of them has anything to say. */
export function added(unit: MetricUnit, figures: readonly Figure[]): Figure {
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((all, each) => all + (each ?? 0), 0);
  const known = figures.filter(({ value }) => value !== null);
  if (known.length === 0) {
    const of = figures.some((each) => each.of !== null) ? sum(figures.map((each) => each.of)) : null;
    return { value: null, count: of === null ? null : 0, of };
  }
  if (unit !== 'rate') return { value: sum(known.map(({ value }) => value)), count: null, of: null };
  const [count, of] = [sum(known.map((each) => each.count)), sum(known.map((each) => each.of))];
  return { value: of > 0 ? count / of : null, count, of };
}
