import { DEFAULT_EVERY_MS, ruleDefaults } from '../../core/alerts/rule-defaults.ts';
import type { RuleSection } from './alerts.ts';
import { code, type ExplainedKeys, NONE, REQUIRED } from '../explained.ts';
import { durationText } from '../export-values.ts';

const usual = ruleDefaults({ report: 'live', metric: 'abandonment' });

export const alertKeys: ExplainedKeys<RuleSection> = {
  id: { meaning: 'one word of letters, digits, `-`, `_`. Each once', otherwise: REQUIRED },
  name: { meaning: 'how cards and lists name it', otherwise: 'the id' },
  operation: { meaning: 'whose figures', otherwise: 'the only operation; required with several' },
  metric: {
    meaning:
      '`report.metric` (`live.abandonment`, `hold.debt`: [all of them](#metrics)), or `quota.used`. `aux.out_of_usual` without a threshold is the [rule over days](history.md#aux-time-over-days)',
    otherwise: REQUIRED,
  },
  scope: {
    meaning:
      '`all`, `skill:6110`, `agent:…`, `campaign:22109`, `state:Break`; `skill:each` and its like judge every one apart. Which of them a metric has differs',
    otherwise: code('all'),
  },
  window: {
    meaning: 'how far back it looks, `10m` to `24h`; `live` up to `2h`',
    otherwise: 'the running day; `live`: ten minutes',
  },
  above: {
    meaning:
      'too much, in the unit of the metric: `10%`, `30m`, `20`; or `usual +30%`, the distance from the median of comparable days, which it must leave the middle half for as well',
    otherwise: 'required, or `below`',
  },
  below: { meaning: 'too little, likewise; `usual -30%`', otherwise: 'required, or `above`' },
  recover: {
    meaning: 'where it is good again, in the same form. Between the two all stays as it is',
    otherwise: 'the threshold',
  },
  floor: {
    meaning: 'observations under which a rate or a mean is not judged: it neither fires nor resolves',
    otherwise: `${code(usual.floor)} for rates, else ${code(0)}`,
  },
  for: {
    meaning: 'how long it must be bad before it is told. Time that nobody saw does not count',
    otherwise: code(durationText(usual.forMs)),
  },
  keep_firing_for: {
    meaning: 'how long it must be good before it is over',
    otherwise: code(durationText(usual.keepFiringForMs)),
  },
  repeat: {
    meaning:
      '`never`, or told again after this long, up to `168h`, unless somebody has taken it; what comes back before that is the same card',
    otherwise: code('never'),
  },
  every: { meaning: 'how often it is checked, `1m` to `24h`', otherwise: code(durationText(DEFAULT_EVERY_MS)) },
  severity: { meaning: '`info`, `warning`, `critical`', otherwise: code(usual.severity) },
  active: {
    meaning:
      "hours as of an operation, or `before closing 90m`: the last of the operation's day. Their end closes what is open, as not resolved",
    otherwise: 'always',
  },
  channel: { meaning: 'id of the channel', otherwise: REQUIRED },
  owner: {
    meaning:
      'id of the user who is told, alone, of half an hour without data or a quarter without an answer while the operation works, and of its end',
    otherwise: NONE,
  },
  paused: { meaning: '`true`: not checked until it is resumed in Slack', otherwise: '`false`' },
};
