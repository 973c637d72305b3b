import type { Choice } from '../request.ts';
import type { Heard } from './heard.ts';
import type { Meaning } from './meaning.ts';

const PERIOD_KINDS: ReadonlySet<Heard['kind']> = new Set([
  'date',
  'dates',
  'dayOfMonth',
  'month',
  'monthName',
  'week',
  'hours',
  'span',
  'stretch',
]);
const PERIOD_MEANINGS: ReadonlySet<Meaning['is']> = new Set(['day', 'weekday', 'week', 'month', 'weekOf', 'last']);

/** What was chosen in so many words, each with the word that chose it. "Today" chooses nothing: it is what is meant anyway. */
export function choices(heard: readonly Heard[]): readonly { readonly word: string; readonly choice: Choice }[] {
  return heard.flatMap((item) => {
    const choice = choiceOf(item);
    return choice === null ? [] : [{ word: item.word, choice }];
  });
}

function choiceOf(item: Heard): Choice | null {
  if (PERIOD_KINDS.has(item.kind)) return 'period';
  if (item.kind !== 'said') return null;
  const { means } = item;
  if (means.is === 'top' || means.is === 'by' || means.is === 'versus') return means.is;
  if (means.is === 'day' && means.before === 0) return null;
  return PERIOD_MEANINGS.has(means.is) ? 'period' : null;
}
