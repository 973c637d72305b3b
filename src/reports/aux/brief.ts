import { movesOf } from '../../core/phrases/brief.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { noDataBrief } from '../../core/phrases/no-data.ts';
import { lowerFirst } from '../../core/values/text.ts';
import type { Brief, CardContext } from '../report.ts';
import { briefWords } from './brief-words.ts';
import { findingsOf, groupsOf } from './findings.ts';
import { reasons, verdictSentence } from './judgement.ts';
import { caseLines, withoutJustified } from './past.ts';
import { said } from './said.ts';
import type { AuxSummary } from './summary.ts';

const LINES = 3;

/** Judged against the team of the day, as the card does; the total alone is held against other days. */
export function brief(read: AuxSummary, context: CardContext): Brief {
  const { audience, format, locale } = context;
  if (read.agents.length === 0) return noDataBrief(context, said[locale].subject);
  const say = briefWords[locale];
  const summary = withoutJustified(read, context);
  const { moves } = movesOf([{ id: 'aux_total', better: 'low', said: say.total }], context);
  const [findings, groups] = [findingsOf(summary), groupsOf(summary)];
  const judged = summary.states.some(({ verdict }) => verdict.kind === 'judged' || verdict.kind === 'allowance');
  const grew = moves.find(({ worse }) => worse);
  const calm = judged ? say.nobody : say.tooSmall(format.number(read.agents.length), read.agents.length);
  const total = say.total(format.duration(summary.seconds), summary.seconds);
  const out = findings.length + groups.length > 0;
  const named = findings.length === 1 && audience.outliersByName;
  const sentence = verdictSentence(summary, context);
  const verdict = out ? (named ? sentence : lowerFirst(sentence)) : grew ? `${grew.sentence}; ${calm}` : calm;
  return {
    standing: out || grew ? 'look' : judged ? 'usual' : 'unknown',
    verdict,
    figures: [say.among(total, format.number(read.agents.length))],
    moved: moves.filter((move) => out || move !== grew).map((move) => move.sentence),
    ...(findings.length > 0 ? who() : { who: [] }),
    next: findings.length > 0 ? say.next.people : groups.length > 0 ? say.next.group : grew ? say.next.total : null,
    notes: [
      ...(mayGrow(context) ? [said[locale].runningNote] : []),
      ...(!audience.outliersByName && findings.length > 0 ? [said[locale].namesNote] : []),
    ],
  };

  function who(): Pick<Brief, 'who' | 'whoElse'> {
    const lines = caseLines(read, context) ?? reasons(summary, context).map((text) => ({ text }));
    // Beyond three, a line of the card counts the rest; a digest counts it over all its parts.
    return { who: lines.slice(0, LINES), whoElse: lines.length > LINES ? Math.max(0, findings.length - LINES) : 0 };
  }
}
