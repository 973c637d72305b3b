import { amountBounds } from '../../core/alerts/rule-choices.ts';
import type { RuleMetric } from '../../core/alerts/rule-metrics.ts';
import type { Condition, Rule } from '../../core/alerts/rule.ts';
import { readAmount, readUsual, writeAmount } from './alert-amounts.ts';
import { type Note, shown } from '../mistake.ts';
import type { Path, YamlFile } from '../yaml-file.ts';

type Written = {
  readonly metric: string;
  readonly above?: string | null | undefined;
  readonly below?: string | null | undefined;
  readonly recover?: string | null | undefined;
};

/** `above: 10%`, `below: usual -30%`, `recover:` in the same form; without either, `aux.out_of_usual` is the rule over days. */
export function readCondition(
  { metric: name, above = null, below = null, recover = null }: Written,
  { report, metric, is }: Pick<Rule, 'report' | 'metric'> & { readonly is: RuleMetric },
  { file, path, note }: { readonly file: YamlFile; readonly path: Path; readonly note: Note },
): Condition | null {
  const wrong = (key: string, what: string, came: string | null): null => {
    note(file.mistake(came === null ? 'missing' : 'invalid', [...path, key], what, shown(came)));
    return null;
  };
  if (above !== null && below !== null) {
    note(file.mistake('conflict', [...path, 'below'], 'above or below, not both', 'both'));
    return null;
  }
  const high = above !== null;
  const [key, text] = high ? ['above', above] : ['below', below];
  if (text === null) {
    if (report !== 'aux' || metric !== 'out_of_usual') return wrong('above', 'a threshold, as above or below', null);
    return recover === null
      ? { kind: 'aux' }
      : wrong('recover', 'no recover: the rule over days ends by itself', recover);
  }
  if (text.startsWith('usual')) return againstUsual(text, recover, high, { key, wrong, report });
  const threshold = readAmount(text, is.unit);
  if (!threshold.ok) return wrong(key, `${threshold.expected} for ${name}, or usual ${high ? '+' : '-'}30%`, text);
  const { least, most } = amountBounds({ metric }, is.unit);
  const within = (value: number): boolean => value >= least && value <= most;
  const possible = `what ${name} can be, ${writeAmount(least, is.unit)} or more${is.unit === 'rate' ? ' up to 100%' : ''}`;
  if (!within(threshold.value)) return wrong(key, possible, text);
  const back = recover === null ? threshold : readAmount(recover, is.unit);
  if (!back.ok) return wrong('recover', `${back.expected} for ${name}`, recover);
  if (high ? back.value > threshold.value : back.value < threshold.value) {
    return wrong('recover', `a value ${high ? 'not above' : 'not below'} the threshold, ${text}`, recover);
  }
  if (!within(back.value)) return wrong('recover', possible, recover);
  return { kind: high ? 'above' : 'below', threshold: threshold.value, recover: back.value };
}

function againstUsual(
  text: string,
  recover: string | null,
  high: boolean,
  {
    key,
    wrong,
    report,
  }: {
    readonly key: string;
    readonly wrong: (key: string, what: string, came: string | null) => null;
    readonly report: Rule['report'];
  },
): Condition | null {
  const sign = high ? '+' : '-';
  if (report === 'quota') return wrong(key, 'a share such as 80%: nothing is usual for the quota', text);
  const share = readUsual(text, sign);
  if (share === null || share <= 0) return wrong(key, `usual and a share above 0, as usual ${sign}30%`, text);
  if (!high && share > 1) return wrong(key, 'usual and a share up to 100%: nothing is less than nothing', text);
  const back = recover === null ? share : readUsual(recover, sign);
  if (back === null || back < 0 || back > share) {
    return wrong('recover', `usual and a share from 0% to that of the threshold, as usual ${sign}10%`, recover);
  }
  return { kind: high ? 'above-usual' : 'below-usual', share, recover: back };
}
