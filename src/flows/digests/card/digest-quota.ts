import { mayAsk } from '../../../core/pacing/budget.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import type { Brief } from '../../../reports/report.ts';
import type { PartRead } from './digest-part.ts';
import type { PartDesk } from './digest-parts.ts';

/** How much of the day's requests are used, as they were counted; asks wolkvox nothing. */
export async function quotaPart({ ports, part, operation, format, locale }: PartDesk): Promise<PartRead> {
  const { used, limit, resetAt } = await ports.readQuota(operation);
  const words = digestWords(locale).quota;
  const back = format.time(resetAt);
  const share = limit === null || limit === 0 ? null : used / limit;
  const verdict =
    limit === null || share === null
      ? words.unknown(format.number(used))
      : words.used(format.number(used), format.number(limit), format.percent(share, 0));
  // From where the history has to wait, others soon do.
  const look = !mayAsk('history', { used, limit }).go;
  const brief: Brief = {
    standing: share === null ? 'unknown' : look ? 'look' : 'usual',
    verdict,
    figures: [verdict],
    moved: [],
    who: [],
    next: !look ? null : limit !== null && used >= limit ? words.usedUp(back) : words.next,
    notes: [],
  };
  return {
    kind: 'said',
    part,
    title: words.title,
    period: null,
    ofTheMoment: false,
    brief,
    full: brief,
    sections: [],
    detail: null,
    trust: null,
    notes: [words.back(back)],
  };
}
