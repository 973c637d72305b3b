import { SKIP_REASONS, type SkipReason } from '../../skip-reason.ts';
import { counted } from './fact.ts';
import type { TrustWords } from './wording.ts';

type RowWords = {
  readonly one: string;
  readonly many: string;
  readonly oneOut: string;
  readonly manyOut: string;
  readonly names: Readonly<Record<SkipReason, string>>;
};

/** `38 filas, 2 no contadas (TOTAL, …)`: what was used, and what was not with its reasons; numbers only where reasons differ. */
export function rowsSaid({ used, skipped, format }: Parameters<TrustWords['rows']>[0], words: RowWords): string {
  const rows = counted(used, words.one, words.many, format);
  const out = skippedSaid({ skipped, format }, words);
  return out === null ? rows : `${rows}, ${out}`;
}

/** `2 no contadas (TOTAL, …)`; null where everything was counted. */
export function skippedSaid(
  { skipped, format }: Pick<Parameters<TrustWords['rows']>[0], 'skipped' | 'format'>,
  words: RowWords,
): string | null {
  const kinds = SKIP_REASONS.filter((kind) => (skipped[kind] ?? 0) > 0);
  if (kinds.length === 0) return null;
  const out = kinds.reduce((sum, kind) => sum + (skipped[kind] ?? 0), 0);
  const reasons = kinds.map((kind) =>
    kinds.length === 1 ? words.names[kind] : `${format.number(skipped[kind] ?? 0)} ${words.names[kind]}`,
  );
  return `${counted(out, words.oneOut, words.manyOut, format)} (${reasons.join(', ')})`;
}
