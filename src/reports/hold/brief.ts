import { type BriefMetric, type Move, movesOf, standingOf } from '../../core/phrases/brief.ts';
import { comparedCount } from '../../core/phrases/compare.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { noDataBrief } from '../../core/phrases/no-data.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough } from '../../core/stats/rate.ts';
import { lowerFirst } from '../../core/values/text.ts';
import type { Brief, CardContext } from '../report.ts';
import { briefWords } from './brief-words.ts';
import { skillLines, worst } from './card.ts';
import { closesSoon, closingSentence } from './day.ts';
import type { HoldSummary } from './summary.ts';
import { said } from './words.ts';

/** Debt is judged against its usual where that is known; else, and shortly before closing, whoever waits is worth a look. */
export function brief(summary: HoldSummary, context: CardContext, previous: HoldSummary | null): Brief {
  const { format, locale, usual } = context;
  if (summary.skills.length === 0) return noDataBrief(context, said[locale].subject);
  const say = briefWords[locale];
  const { total, skills } = summary;
  const metrics: readonly BriefMetric[] = [
    { id: 'debt', better: 'low', said: say.figures.debt },
    { id: 'recall_success', better: 'high', said: say.figures.recall_success },
    { id: 'kept', better: 'high', said: say.figures.kept },
    { id: 'accepted', better: 'high', said: say.figures.accepted },
    { id: 'offered', better: 'neither', said: say.figures.offered },
  ];
  const { known, moves } = movesOf(metrics, context);
  const closing = closingSentence(summary, context);
  const owes = total.debt > 0 && (!known || closing !== null || moves.some(({ id, worse }) => id === 'debt' && worse));
  const other = owes ? undefined : moves.find(({ worse }) => worse);
  const sayDebt = mayGrow(context) ? say.figures.debt : say.debtPast;
  const debt = total.debt > 0 ? sayDebt(format.number(total.debt), total.debt) : say.noDebt;
  const recalls = recallsSaid();
  const owing = owes ? skillLines(summary, context).map((text) => ({ text })) : [];
  const leadsBy = owes ? 'debt' : other?.id;
  const lead = owes
    ? closing === null
      ? owed()
      : lowerFirst(closing)
    : (other?.sentence ?? [debt, ...recalls].join('; '));
  return {
    standing: standingOf(owes || other !== undefined, known || total.debt === 0),
    verdict: other === undefined ? lead : `${lead}; ${debt}`,
    figures: [debt, ...recalls],
    moved: moves.filter(({ id }) => id !== leadsBy && (id !== 'debt' || !owes)).map(({ sentence }) => sentence),
    who: owing,
    whoElse: owes ? skills.filter((skill) => skill.debt > 0).length - owing.length : 0,
    next: owes ? nextForDebt(context) : other === undefined ? null : nextOf(other, context),
    notes: [],
  };

  function owed(): string {
    const text = format.number(total.debt);
    const [first, ...rest] = [
      mayGrow(context) ? lowerFirst(said[locale].debt(total.debt, text)) : say.leftWithout(text, total.debt),
      ...worst(total.debt, skills, context),
    ];
    const change = previous === null ? usual?.['debt'] : comparedCount(total.debt, previous.total.debt, context);
    return [change === undefined ? first : `${first}, ${change}`, ...rest].join('; ');
  }

  function recallsSaid(): string[] {
    const { recallSuccess } = total;
    if (recallSuccess.of === 0) return [];
    const text = say.figures.recall_success(rateSaid(recallSuccess, context), recallSuccess.count);
    return [enough(recallSuccess.of) ? text : say.few(text)];
  }
}

function nextForDebt(context: CardContext): string {
  const { next } = briefWords[context.locale];
  const closes = closesSoon(context);
  if (closes !== null) return next.closing(closes);
  return mayGrow(context) ? next.now : next.past;
}

function nextOf({ id }: Move, { locale }: CardContext): string {
  const { next } = briefWords[locale];
  return id === 'offered' ? next.offered : next.recalls;
}
