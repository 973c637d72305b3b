import type { Span } from '../../card/card.ts';

/** Things that can be typed, each as code, with `between` from one to the next. */
export function codes(items: readonly string[], between: string): readonly Span[] {
  return items.flatMap((item, index): readonly Span[] => (index === 0 ? [{ code: item }] : [between, { code: item }]));
}
