import { type BriefMetric, type Move, movesOf, standingOf } from '../../core/phrases/brief.ts';
import { noDataBrief } from '../../core/phrases/no-data.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough } from '../../core/stats/rate.ts';
import type { Brief, CardContext } from '../report.ts';
import { briefWords } from './brief-words.ts';
import { hasLineProblem } from './card.ts';
import type { LiveSummary } from './summary.ts';
import { resultText } from './table.ts';
import { said } from './words.ts';

const LINES = 3;
const LINE_FAULTS: ReadonlySet<string> = new Set(['failed', 'congestion', 'chanunavail']);

export function brief(summary: LiveSummary, context: CardContext): Brief {
  const { format, locale } = context;
  if (summary.calls === 0) return noDataBrief(context, said[locale].subject, said[locale].nothing);
  const { figures, when, ...say } = briefWords[locale];
  const { inbound, outbound } = summary;
  const abandonment: BriefMetric = { id: 'abandonment', better: 'low', said: figures.abandonment };
  const volume: readonly BriefMetric[] = [
    { id: 'inbound', better: 'neither', said: figures.inbound },
    { id: 'dialled', better: 'neither', said: figures.dialled },
  ];
  const judged = inbound.abandonment.of > 0;
  const { known, moves } = movesOf(judged ? [abandonment, ...volume] : volume.toReversed(), context);
  const lines = hasLineProblem(summary);
  const worst = moves.find(({ worse }) => worse);
  const entered = figures.inbound(format.number(inbound.calls), inbound.calls);
  const dialled = figures.dialled(format.number(outbound.dialled), outbound.dialled);
  const abandoned = abandonmentSaid();
  const faults = format.evidence(outbound.lineFaults.count, outbound.lineFaults.of);
  const leadsBy = lines ? 'lines' : (worst?.id ?? 'abandonment');
  const lead = lines ? `${say.lines(faults)} ${when}` : leadsBy === 'abandonment' ? withUsual() : worst?.sentence;
  return {
    standing: standingOf(lines || worst !== undefined, known),
    verdict: leadsBy === 'abandonment' ? (lead ?? abandoned) : `${lead}; ${abandoned}`,
    figures: [abandoned, ...(judged ? [entered] : []), ...(outbound.dialled > 0 ? [dialled] : [])],
    moved: moves.filter(({ id }) => id !== leadsBy).map(({ sentence }) => sentence),
    who: lines ? faultLines(summary, context) : [],
    next: lines ? say.next.lines : worst === undefined ? null : nextOf(worst, context),
    notes: [...(judged ? [said[locale].instantHangUps] : []), ...(lines ? [said[locale].machineNote] : [])],
  };

  function abandonmentSaid(): string {
    if (!judged) return inbound.calls > 0 ? say.unjudged(entered) : say.noInbound;
    const text = figures.abandonment(rateSaid(inbound.abandonment, context), inbound.abandonment.count);
    return enough(inbound.abandonment.of) ? text : say.few(text);
  }

  function withUsual(): string {
    const usual = enough(inbound.abandonment.of) ? context.usual?.['abandonment'] : undefined;
    return [`${abandoned} ${when}`, ...(usual === undefined ? [] : [usual])].join(', ');
  }
}

function nextOf({ id, side }: Move, { locale }: CardContext): string {
  const { next } = briefWords[locale];
  if (id === 'abandonment') return next.abandonment;
  if (id === 'dialled') return next.dialled;
  return side === 'below' ? next.noEntry : next.muchEntry;
}

function faultLines({ results }: LiveSummary, { format, locale }: CardContext): Brief['who'] {
  return results
    .filter(({ family, result }) => family === 'outbound' && LINE_FAULTS.has(result))
    .slice(0, LINES)
    .map(({ result, calls }) => ({
      text: briefWords[locale].result(resultText(result, locale), format.number(calls)),
    }));
}
