import { problem } from '../../core/errors.ts';
import { problemSaid } from '../../core/i18n/problem-said.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { runWords } from '../../core/i18n/digests/run-words.ts';
import { makeFormat } from '../../core/i18n/make-format.ts';
import type { Operation } from '../../core/operation.ts';
import { timeAt } from '../../core/period/local-time.ts';
import type { DigestRun, TargetRun } from './slots/run-history.ts';

/** In whose words and by whose clock. */
export type RunSight = {
  readonly locale: Locale;
  readonly operation: Operation;
  readonly zone: string;
  readonly now: number;
};

/** How a slot ended in all its targets, each way once. What nobody was to get says nothing where others got it. */
export function sayRun({ targets }: DigestRun, sight: RunSight): string {
  const told = targets.filter(({ why }) => why !== 'nothing-held' && why !== 'not-a-supervisor');
  return [...new Set((told.length > 0 ? told : targets).map((target) => sayTargetRun(target, sight)))].join('; ');
}

/** How a slot ended in one target: `publicado a las 08:10`. */
export function sayTargetRun(
  { result, sentAt, code, why, missing, late }: TargetRun,
  { locale, operation, zone, now }: RunSight,
): string {
  const w = runWords(locale);
  switch (result) {
    case 'sent': {
      const time = timeAt(sentAt ?? now, zone);
      return `${late ? w.late(time) : w.sentAt(time)}${missing > 0 ? `, ${w.partMissing}` : ''}`;
    }
    case 'waits':
      return w.waiting;
    case 'unclear':
      return w.unclear;
    case 'failed': {
      const { currency, country } = operation;
      const format = makeFormat({ locale, zone: operation.zone, currency, country });
      const { what } = problemSaid(problem(code ?? 'unexpected'), { locale, operation: operation.name, format, now });
      return w.failed(what.replace(/\.$/, ''));
    }
    case 'skipped':
      return w.skipped[why ?? ''] ?? w.skippedOther;
  }
}
