import { type BriefMetric, type Move, movesOf, standingOf } from '../../core/phrases/brief.ts';
import { comparedRate } from '../../core/phrases/compare.ts';
import { noDataBrief } from '../../core/phrases/no-data.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough } from '../../core/stats/rate.ts';
import { nameIn } from '../../core/values/name-in.ts';
import { readableName } from '../../core/values/person.ts';
import type { Brief, CardContext } from '../report.ts';
import { briefWords } from './brief-words.ts';
import { campaignName } from './card.ts';
import type { PreviewSummary } from './summary.ts';
import { said } from './words.ts';

const LINES = 3;

export function brief(summary: PreviewSummary, context: CardContext, previous: PreviewSummary | null): Brief {
  const { format, locale } = context;
  const { total } = summary;
  if (total.calls + total.records === 0)
    return noDataBrief(context, said[locale].subject(campaignName(summary, context)));
  const { figures, ...say } = briefWords[locale];
  const metrics: readonly BriefMetric[] = [
    { id: 'contact_rate', better: 'high', said: figures.contact_rate },
    { id: 'rpc', better: 'high', said: figures.rpc },
    { id: 'uncoded', better: 'low', said: figures.uncoded },
    { id: 'calls', better: 'neither', said: figures.calls },
  ];
  const { known, moves } = movesOf(metrics, context);
  const worst = moves.find(({ worse }) => worse);
  const leadsBy = worst?.id ?? 'contact_rate';
  const calls = figures.calls(format.number(total.calls), total.calls);
  const contact = contactSaid();
  const where = campaignName(summary, context);
  const lead = leadsBy === 'contact_rate' ? withChange() : `${worst?.sentence}; ${contact}`;
  return {
    standing: standingOf(worst !== undefined, known),
    verdict: where === null ? lead : say.of(lead, where),
    figures: [
      contact,
      ...(total.calls > 0 ? [calls] : []),
      ...(total.uncoded.of > 0 ? [figures.uncoded(rateSaid(total.uncoded, context), total.uncoded.count)] : []),
    ],
    moved: moves.filter(({ id }) => id !== leadsBy).map(({ sentence }) => sentence),
    who: worst === undefined ? [] : campaigns(summary, leadsBy, context),
    next: worst === undefined ? null : nextOf(worst, context),
    notes: [],
  };

  function contactSaid(): string {
    if (total.calls === 0) return say.noCalls;
    const text = figures.contact_rate(rateSaid(total.contact, context), total.contact.count);
    return enough(total.contact.of) ? text : say.few(text);
  }

  function withChange(): string {
    if (!enough(total.contact.of)) return contact;
    const was = previous?.total.contact;
    const change =
      was !== undefined && enough(was.of)
        ? comparedRate(total.contact.fraction, was.fraction, context)
        : context.usual?.['contact_rate'];
    return change ? `${contact}, ${change}` : contact;
  }
}

function nextOf({ id, side }: Move, { locale }: CardContext): string {
  const { next } = briefWords[locale];
  if (id === 'uncoded') return next.uncoded;
  if (id === 'calls') return side === 'below' ? next.fewer : next.more;
  return next.contact;
}

/** Where it was: the campaigns with most calls, each with the figure that moved. Nobody is named for a rate of the whole. */
function campaigns({ campaigns: all }: PreviewSummary, metric: string, context: CardContext): Brief['who'] {
  if (all.length < 2) return [];
  const { format, locale, names } = context;
  const { figures, of } = briefWords[locale];
  return all.slice(0, LINES).map(({ id, name, contact, rightParty, uncoded, calls }) => {
    const figure =
      metric === 'calls'
        ? figures.calls(format.number(calls), calls)
        : metric === 'uncoded'
          ? figures.uncoded(rateSaid(uncoded, context), uncoded.count)
          : metric === 'rpc'
            ? figures.rpc(rateSaid(rightParty, context), rightParty.count)
            : figures.contact_rate(rateSaid(contact, context), contact.count);
    return { text: of(figure, readableName(nameIn(names.campaigns, id) ?? name ?? id)) };
  });
}
