import type { Text } from '../card/card.ts';
import { assertNever } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { manageExamples } from '../i18n/manage-words.ts';
import { words } from '../i18n/words.ts';
import { REPORT_IDS } from '../request.ts';
import type { UnclearCommand, UnclearReason } from './command.ts';
import { reportWord } from './lexicon.ts';

const WORDS_QUOTED = 3;

/** The sentences for a command that was not understood, the first the most telling; and commands that run, without the slash word. */
export function explain(
  unclear: UnclearCommand,
  locale: Locale,
): { readonly sentences: readonly [Text, ...Text[]]; readonly examples: readonly string[] } {
  const w = words(locale).unclear;
  const more = unclear.words.length - WORDS_QUOTED;
  const { subject, report } = unclear;
  const named =
    report !== null && more <= 0 && unclear.words.some(({ nearest }) => nearest.length === 0) ? w.names[report] : null;
  const [first, ...rest] = [
    ...unclear.words.slice(0, WORDS_QUOTED).map((word) => w.unknownWord(word)),
    ...(more > 0 ? [w.moreUnknown({ count: more })] : []),
    ...(named === null ? [] : [named]),
    ...unclear.reasons.map((reason) => sentence(reason, locale)),
  ];
  const near =
    subject !== undefined ? manageExamples(subject, locale) : report === null ? w.examples : w.examplesFor[report];
  const instead = unclear.instead ?? [];
  return {
    sentences: [first ?? sentence({ because: 'noReport' }, locale), ...rest],
    examples: [...new Set([...instead, ...near])].slice(0, Math.max(near.length, instead.length)),
  };
}

function sentence(reason: UnclearReason, locale: Locale): Text {
  const w = words(locale).unclear;
  switch (reason.because) {
    case 'noReport':
      return w.noReport({ reports: REPORT_IDS.map((id) => reportWord(id, locale)) });
    case 'two':
      return w.two(reason);
    case 'noSuchDate':
      return w.noSuchDate(reason);
    case 'noSuchTime':
      return w.noSuchTime(reason);
    case 'backwards':
      return w.backwards(reason);
    case 'future':
      return w.future(reason);
    case 'tooLong':
      return w.tooLong(reason);
    case 'hoursNeedOneDay':
      return w.hoursNeedOneDay(reason);
    case 'badTop':
      return w.badTop(reason);
    case 'badAmount':
      return w.badAmount(reason);
    case 'notFor':
      return w.notFor(reason);
    case 'whichOperation':
      return w.whichOperation(reason);
    case 'tooManyWords':
      return w.tooManyWords(reason);
    default:
      return assertNever(reason);
  }
}
