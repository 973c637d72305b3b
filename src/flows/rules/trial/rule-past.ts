import type { Rule } from '../../../core/alerts/rule.ts';
import { metricOf } from '../../../core/alerts/rule-metrics.ts';
import type { Episode } from '../../../core/alerts/state.ts';
import type { Card, Line } from '../../../core/card/card.ts';
import { alertCardWords } from '../../../core/i18n/alerts/alert-card-words.ts';
import { ruleListWords } from '../../../core/i18n/alerts/rule-list-words.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Clock } from '../../../ports.ts';
import type { Reader } from '../../answer/identify.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { endingSaid, valueSaid } from '../../alerts/cards/alert-figures.ts';
import type { ReadStanding } from '../rule-standing.ts';

export type RulePast = (rule: Rule, operation: Operation, reader: Pick<Reader, 'locale'>) => Promise<Card>;

const SHOWN = 15;

/** What a rule told lately: when, for how long, how bad, and who answered. */
export function rulePast({
  standing,
  clock,
  formatFor,
}: {
  readonly standing: ReadStanding;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
}): RulePast {
  return async (rule, operation, { locale }) => {
    const w = ruleListWords(locale);
    const words = alertCardWords(locale);
    const format = formatFor(locale, operation);
    const now = clock.now();
    const { open, ended } = await standing(rule);
    const unit = rule.condition.kind === 'aux' ? 'duration' : (metricOf(rule)?.unit ?? 'count');
    const peakSaid = ({ peak }: Episode) => valueSaid(unit, peak.value, format);
    const lines: readonly Line[] = [
      ...open.map((episode): Line => {
        const said = w.history.line({ duration: null, peak: peakSaid(episode) });
        const who = episode.taken === null ? '' : ` ${w.takenBy(episode.taken.name)}`;
        return { text: [{ bold: `● ${format.moment(episode.since, now)}` }, `: ${w.history.open}, ${said}.${who}`] };
      }),
      ...ended.slice(0, SHOWN).map(({ episode, at, how }): Line => {
        const duration = format.duration((at - episode.since) / 1_000);
        const said = w.history.line({ duration, peak: peakSaid(episode) });
        const { taken } = episode;
        const who = taken === null ? w.history.nobody : w.history.answered(taken.name);
        const end = how === 'resolved' ? '' : ` ${endingSaid(rule, how, format.moment(at, now), words)}.`;
        return { text: [{ bold: `○ ${format.moment(episode.since, now)}` }, `: ${said}.${end} ${who}`] };
      }),
    ];
    return {
      headline: w.history.title(rule.name),
      sections: [lines.length === 0 ? { kind: 'text', text: w.history.none } : { kind: 'lines', lines }],
      trust: [operation.name, w.history.kept],
      actions: [],
    };
  };
}
