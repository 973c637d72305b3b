import { sayOffset } from '../../core/i18n/say-offset.ts';
import { words } from '../../core/i18n/words.ts';
import { zoneOffsetMinutes } from '../../core/pacing/local-day.ts';
import type { CardContext } from '../../reports/report.ts';
import type { Answer } from './read-report.ts';

type Trust = {
  readonly answer: Answer;
  readonly context: CardContext;
  readonly running: boolean;
  readonly notes: readonly string[];
};

/** Where the figures are of, how many rows they rest on, until when the data reaches, how old it is, and what else is to be known. */
export type TrustParts = {
  readonly operation: string;
  readonly window: string;
  readonly rows: string;
  readonly until: string;
  readonly age: string;
  readonly notes: readonly string[];
};

/** The parts of the small last line, in their order. */
export function trustLine({ operation, window, rows, until, age, notes }: TrustParts): readonly string[] {
  return [`${operation}, ${window}`, rows, until, age, ...notes];
}

/** What the small last line is made of: the window, the rows, how old the data is, and what was not available. */
export function trustParts({ answer, context, running, notes }: Trust): TrustParts {
  const { format, locale, now, operation } = context;
  const w = words(locale).trust;
  const age = now - answer.fetchedAt;
  const minutes = Math.floor(age / 60_000);
  const read =
    age >= operation.pacing.freshnessMs
      ? w.last({ time: format.moment(answer.fetchedAt, now) })
      : w.cached({ minutes });
  const expected = zoneOffsetMinutes(answer.window.from, operation.zone);
  const until = answer.asOf < answer.window.to;
  return {
    operation: operation.name,
    window: format.window(answer.window),
    rows: answer.rows.read === 0 ? w.noRows : w.rows({ used: answer.rows.used, skipped: answer.rows.skipped, format }),
    until: until || running ? w.until({ time: format.time(answer.asOf) }) : w.complete,
    age: answer.fresh && minutes > 0 ? read : w.fresh,
    notes: [
      ...(answer.zoneOffset === null || answer.zoneOffset === expected
        ? []
        : [w.zoneMismatch({ expected: sayOffset(expected), seen: sayOffset(answer.zoneOffset) })]),
      ...(answer.requests > 1 ? [w.requests({ count: answer.requests })] : []),
      ...notes,
    ],
  };
}
