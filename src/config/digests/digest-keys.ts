import { DEFAULT_LATE_MS } from '../../core/digests/digest.ts';
import { code, type ExplainedKeys, NONE, REQUIRED } from '../explained.ts';
import { durationText } from '../export-values.ts';
import type { DigestSection } from './digests.ts';

export const digestKeys: ExplainedKeys<DigestSection> = {
  id: { meaning: 'one word of letters, digits, `-`, `_`. Each once', otherwise: REQUIRED },
  name: { meaning: 'how it is listed', otherwise: 'the id' },
  operation: { meaning: 'whose figures', otherwise: 'the only operation; required with several' },
  channels: { meaning: 'ids of channels', otherwise: 'required, or `people`' },
  people: { meaning: 'ids of users, by direct message', otherwise: 'required, or `channels`' },
  reports: {
    meaning:
      "a list of what it holds: the words of the slash command for one report (`agents yesterday top 5`, in any language), or `ledger` (the day's promises), `quota`, `hygiene`. Their period is that of the slot's nominal time",
    otherwise: REQUIRED,
  },
  at: { meaning: '`"08:10"`, or a list of times', otherwise: 'required, or `cron`' },
  cron: {
    meaning:
      'five fields (`"10 8 * * 1-5"`; lists, ranges, steps, English names of days and months), at most twelve times an hour',
    otherwise: 'required, or `at`',
  },
  days: {
    meaning: 'with `at`: `mon`, `mon-fri`, `weekdays`, `every day`, or several of them',
    otherwise: '`every day`',
  },
  skip_holidays: {
    meaning: "`true`: not on public holidays of the operation's `country` nor on its `closures`",
    otherwise: '`false`',
  },
  late: {
    meaning:
      'after downtime the newest missed slot is posted, marked late, up to this long after its time (`168h` at most); older ones are skipped and listed',
    otherwise: code(durationText(DEFAULT_LATE_MS)),
  },
  owner: { meaning: 'id of the user who is told when it cannot be posted', otherwise: NONE },
  zone: { meaning: 'of its times', otherwise: "the operation's" },
  locale: { meaning: 'of its text', otherwise: "the channel's, else the operation's" },
  paused: { meaning: '`true`: not until it is resumed in Slack', otherwise: '`false`' },
};
