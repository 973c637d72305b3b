import { DEFAULT_AUX, DEFAULT_PACING } from '../core/operation.ts';
import { code, type ExplainedKeys, NONE, REQUIRED } from './explained.ts';
import { durationText } from './export-values.ts';
import type { OperationSection } from './operations.ts';

export const operationKeys: ExplainedKeys<OperationSection> = {
  id: {
    meaning: 'one word of letters, digits, `-`, `_` (40 at most): how commands name it. Each once',
    otherwise: REQUIRED,
  },
  name: { meaning: 'how cards name it; commands understand it too', otherwise: 'the id' },
  server: { meaning: '`3`, `0003`, `wv0003` or an address', otherwise: 'required, or `url`' },
  url: { meaning: 'the address of the server, in place of `server`', otherwise: 'required, or `server`' },
  token: {
    meaning: 'the API token of the operation; better as `${NAME}`, a variable of the environment',
    otherwise: 'required, or `token_file`',
  },
  token_file: { meaning: 'path of a file that holds the token', otherwise: 'required, or `token`' },
  zone: {
    meaning: 'IANA zone: the one that its wolkvox server lives in, or days start at the wrong hour',
    otherwise: '`VIGIA_ZONE`',
  },
  locale: { meaning: '`es`, `en` or `pt`: the language of posts', otherwise: '`VIGIA_LOCALE`' },
  currency: { meaning: 'ISO 4217 code that labels costs; nothing is converted', otherwise: '`VIGIA_CURRENCY`' },
  licences: { meaning: 'the daily quota of wolkvox is 1,000 times this', otherwise: '`VIGIA_LICENCES`' },
  country: {
    meaning:
      'ISO 3166 code: how numbers are written (`1.234,5` or `1,234.5`), and whose public holidays are no ordinary days',
    otherwise: 'numbers as in CO for es, US for en, BR for pt; no holidays',
  },
  closures: { meaning: 'days such as `2026-12-24`. No ordinary days: left out of what is usual', otherwise: NONE },
  hours: {
    meaning:
      '`mon-fri 07:00-19:00, sat 08:00-14:00`. When hours of the day are kept, which days count as worked, when the day closes',
    otherwise: NONE,
  },
  'pacing.in_flight': {
    meaning: "requests at once: `1`, or `2`, which is wolkvox's own limit",
    otherwise: code(DEFAULT_PACING.inFlight),
  },
  'pacing.spacing': {
    meaning: 'least time between two requests, up to `10m`',
    otherwise: code(durationText(DEFAULT_PACING.spacingMs)),
  },
  'pacing.freshness': {
    meaning: 'how long an answer is given again without asking, up to `24h`',
    otherwise: code(durationText(DEFAULT_PACING.freshnessMs)),
  },
  ignore_agents: {
    meaning:
      'names and ids of what is no agent: test accounts. Case and accents do not matter. `preview` knows ids only',
    otherwise: NONE,
  },
  'aux.allowances': {
    meaning: 'allowed time per state and local day, `1s` to `24h`: `{ Break: 30m, Almuerzo: 60m }`',
    otherwise: 'none: judged against the team',
  },
  'aux.ordered': { meaning: 'states that the company orders: never judged', otherwise: NONE },
  'aux.rule.score': {
    meaning:
      'modified z-score from which a time is out of the usual; all five must hold, [why](reports/aux.md#how-a-state-is-judged)',
    otherwise: code(DEFAULT_AUX.minScore),
  },
  'aux.rule.over': {
    meaning: 'at least so much over the median',
    otherwise: code(durationText(DEFAULT_AUX.minOverSeconds * 1_000)),
  },
  'aux.rule.over_share': {
    meaning: 'in short states: this share of the median is enough in place of `over`, but never less than five minutes',
    otherwise: code(DEFAULT_AUX.minOverShare),
  },
  'aux.rule.ratio': { meaning: 'at least so many times the median', otherwise: code(DEFAULT_AUX.minRatio) },
  'aux.rule.fence': {
    meaning: "so many times the middle half's width above it (Tukey's fence)",
    otherwise: code(DEFAULT_AUX.minFence),
  },
};
