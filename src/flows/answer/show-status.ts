import type { Card } from '../../core/card/card.ts';
import { words } from '../../core/i18n/words.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Lanes } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { Reader } from './identify.ts';
import type { SayHistory } from '../history/show-history.ts';
import type { SayNext } from '../digests/next-digests.ts';
import type { LastReads } from '../read/last-reads.ts';
import type { ReadLane } from '../read/read-lane.ts';
import type { ReadQuota } from '../read/read-quota.ts';

/** Whether each part answers: null when it does, else why not, in a word that is no secret. */
export type Parts = () => Promise<Readonly<Record<'store' | 'slack' | 'jobs', string | null>>>;

/** Store, Slack, wolkvox, quota left today, the age of the data and what comes by itself next, as one card. */
export type ShowStatus = (operation: Operation, reader: Reader) => Promise<Card>;

export type StatusPorts = {
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly parts: Parts;
  readonly readLane: ReadLane;
  readonly readQuota: ReadQuota;
  readonly lastReads: LastReads;
  readonly sayHistory: SayHistory;
  readonly sayNext: SayNext;
  readonly formatFor: FormatFor;
  readonly version: string;
  readonly startedAt: number;
};

export function statusTeller(ports: StatusPorts): ShowStatus {
  return async (operation, { locale }) => {
    const now = ports.clock.now();
    const w = words(locale).status;
    const format = ports.formatFor(locale, operation);
    const [parts, ill, quota, reads, counts, history, next] = await Promise.all([
      ports.parts(),
      ports.readLane(operation),
      ports.readQuota(operation),
      ports.lastReads(operation),
      ports.lanes.counts(),
      ports.sayHistory(operation, locale, format),
      ports.sayNext(operation, locale),
    ]);
    const said = (why: string | null) => (why === null ? w.well : w.notAnswering({ why }));
    const trouble =
      ill === null ? null : words(locale).problems[ill.code]({ ...ill, operation: operation.name, format, now });
    const wolkvox = trouble?.what ?? null;
    const broken = Object.values(parts).filter((why) => why !== null).length;
    const waiting = (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0) + (counts['active'] ?? 0);
    const lastReads = reads.map(({ report, answer }) =>
      w.lastRead({ report: reportOf(report).words[locale].title, time: format.moment(answer.asOf, now) }),
    );
    return {
      headline: broken > 0 ? w.something({ count: broken }) : (wolkvox ?? w.allWell),
      sections: [
        ...(trouble === null ? [] : [{ kind: 'text' as const, text: trouble.next }]),
        {
          kind: 'figures',
          figures: [
            { label: w.store, value: said(parts.store) },
            { label: w.slack, value: said(parts.slack) },
            { label: w.jobs, value: said(parts.jobs) },
            { label: 'wolkvox', value: wolkvox ?? w.well },
            {
              label: w.quotaLabel,
              value: w.quota({ used: quota.used, limit: quota.limit, resets: format.time(quota.resetAt), format }),
            },
            { label: w.waitingLabel, value: w.waiting({ count: waiting }) },
            { label: w.lastReadLabel, value: lastReads.length === 0 ? w.neverRead : lastReads.join(' · ') },
            history,
            next,
          ],
        },
      ],
      trust: [
        operation.name,
        `${w.versionLabel} ${ports.version}`,
        `${w.upLabel} ${format.duration((now - ports.startedAt) / 1_000)}`,
      ],
      actions: [],
    };
  };
}
