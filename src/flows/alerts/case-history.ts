import type { Card } from '../../core/card/card.ts';
import { alertCardWords } from '../../core/i18n/alerts/alert-card-words.ts';
import { audienceFor } from '../../core/access.ts';
import type { FormatFor } from '../read/format-for.ts';
import { endingSaid } from './cards/alert-figures.ts';
import { nameOf, ruleNameSaid } from './cards/member-said.ts';
import type { Before } from './answer-alert.ts';
import { membersOf } from './cards/card-members.ts';
import type { Deed, Sheet } from './cards/sheet.ts';

/** Who did what about a card and when, for the one who asks alone. */
export function caseHistory(
  sheet: Sheet,
  { ref, rule, operation, reader }: Before,
  formatFor: FormatFor,
  now: number,
): Card {
  const { locale } = reader;
  const words = alertCardWords(locale);
  const format = formatFor(locale, operation);
  const shown = sheet.cards[ref.card];
  const audience = audienceFor({ role: reader.actor.role, place: 'private', channelPolicy: null });
  const name = ruleNameSaid(rule, audience, { locale, format, words });
  const plain = { trust: [operation.name, words.ruleOf(name, null)], actions: [] };
  if (shown === undefined) return { ...plain, headline: words.answers.gone, sections: [] };
  const time = (at: number): string => format.moment(at, now);
  const drawn = { rule, operation, locale, audience, format, owner: null, now };
  const events = [
    ...membersOf(sheet, shown).flatMap((member) => {
      const name =
        shown.grouped || member.subject.kind === 'case' ? ` (${nameOf(member, drawn, { locale, format, words })})` : '';
      return [
        { at: member.episode.since, text: `${words.deeds.began(time(member.episode.since))}${name}` },
        ...(member.ended === null
          ? []
          : [
              {
                at: member.ended.at,
                text: `${endingSaid(rule, member.ended.how, time(member.ended.at), words)}${name}`,
              },
            ]),
      ];
    }),
    ...(shown.posted === null ? [] : [{ at: shown.posted.at, text: words.deeds.told(time(shown.posted.at)) }]),
    ...shown.deeds.map((deed) => ({ at: deed.at, text: deedSaid(deed) })),
  ].toSorted((one, other) => one.at - other.at);
  return {
    ...plain,
    headline: words.deeds.title,
    sections: [
      { kind: 'lines', lines: events.map(({ text }) => ({ text })) },
      ...(shown.deeds.length === 0 ? [{ kind: 'text' as const, text: words.deeds.none }] : []),
    ],
  };

  function deedSaid({ did, at, name, until, to, why }: Deed): string {
    const { deeds } = words;
    switch (did) {
      case 'take':
        return deeds.take(name, time(at));
      case 'release':
        return deeds.release(name, time(at));
      case 'snooze':
        return deeds.snooze(name, time(at), time(until ?? at));
      case 'assign':
        return deeds.assign(name, time(at), to ?? '');
      case 'justify':
        // Why somebody was away is between supervisors.
        return deeds.justify(name, time(at), audience.outliersByName ? (why ?? null) : null);
    }
  }
}
