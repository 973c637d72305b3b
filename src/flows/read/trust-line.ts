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

/** The parts of the small last line: the window, the rows, how old the data is, and what was not available. */
export function trustLine({ answer, context, running, notes }: Trust): readonly string[] {
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
  return [
    `${operation.name}, ${format.window(answer.window)}`,
    answer.rows.read === 0 ? w.noRows : w.rows({ used: answer.rows.used, skipped: answer.rows.skipped, format }),
    until || running ? w.until({ time: format.time(answer.asOf) }) : w.complete,
    answer.fresh && minutes > 0 ? read : w.fresh,
    ...(answer.zoneOffset === null || answer.zoneOffset === expected
      ? []
      : [w.zoneMismatch({ expected: sayOffset(expected), seen: sayOffset(answer.zoneOffset) })]),
    ...(answer.requests > 1 ? [w.requests({ count: answer.requests })] : []),
    ...notes,
  ];
}
