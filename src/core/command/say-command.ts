import { LOCALES, type Locale } from '../i18n/locale.ts';
import { utcText } from '../period/local-time.ts';
import type { Period } from '../period/period.ts';
import type { Request } from '../request.ts';
import { phraseFor, reportWord } from './lexicon.ts';
import { FILLERS, longest, phrasesFor } from './phrases.ts';
import { tokensOf } from './tokens.ts';

/** The words after the slash command that ask for a request again: dates absolute, the operation unless it is the one that is meant anyway. */
export function sayCommand(request: Request, locale: Locale, defaultOperation: string | null = null): string {
  const { report, operation, period, campaign, view } = request;
  const phrase = (fits: Parameters<typeof phraseFor>[1]): string => phraseFor(locale, fits) ?? '';
  const words = [
    reportWord(report, locale),
    report === 'preview' && campaign !== null ? (campaign === 'all' ? phrase(({ is }) => is === 'all') : campaign) : '',
    operation === defaultOperation ? '' : operationWord(operation),
    periodWords(period, locale),
    view.top === null ? '' : phrase(({ is }) => is === 'top').replace('#', String(view.top)),
    view.by === null ? '' : phrase((means) => means.is === 'by' && means.by === view.by),
    view.versus === null ? '' : phrase((means) => means.is === 'versus' && means.versus === view.versus),
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** An operation whose id is also a word of the grammar, or a number, is named with `op:` so that it is not taken for that. */
function operationWord(id: string): string {
  const tokens = tokensOf(id);
  const taken = longest(phrasesFor([], []), tokens, 0) !== null || FILLERS.has(tokens[0]?.folded ?? '');
  return taken || /^\d/.test(id) || LOCALES.some((locale) => locale === id) ? `op:${id}` : id;
}

function periodWords(period: Period, locale: Locale): string {
  switch (period.kind) {
    case 'day':
      return period.date;
    case 'week':
      return `${phraseFor(locale, ({ is }) => is === 'weekOf') ?? 'week'} ${period.monday}`;
    case 'month':
      return period.month;
    case 'days':
      return `${period.first}..${period.last}`;
    case 'hours':
      return `${period.date} ${period.from}-${period.to}`;
    case 'span':
      return `${utcText(period.from)}..${utcText(period.to)}`;
  }
}
