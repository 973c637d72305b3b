import type { Card, Line, Section, Text } from '../../../core/card/card.ts';
import { alertCardWords } from '../../../core/i18n/alerts/alert-card-words.ts';
import { ruleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import { actionsOf } from './alert-actions.ts';
import type { Told } from './alert-figures.ts';
import { type Member, membersOf } from './card-members.ts';
import type { CardRef } from './card-ref.ts';
import {
  type DrawnFor,
  endedShown,
  endSaid,
  nameOf,
  openSaid,
  ruleNameSaid,
  type Shown,
  sinceSaid,
  standingSaid,
} from './member-said.ts';
import type { AlertCard, Sheet } from './sheet.ts';

export type { DrawnFor } from './member-said.ts';

const LATE_MS = 2 * 60_000;
/** More in one list than a phone shows; the rest is counted. */
const LINES = 10;

/** One problem, or more than three of a rule at once, as one message that is edited as things go on. */
export function alertCard(sheet: Sheet, card: AlertCard, ref: CardRef, drawn: DrawnFor): Card {
  const { locale, format } = drawn;
  const told: Told = { locale, format, words: alertCardWords(locale) };
  const members = membersOf(sheet, card);
  const [only] = members;
  const isOpen = members.some(({ open }) => open);
  const shown =
    only === undefined || card.grouped || members.length > 1
      ? manyShown(members, drawn, told)
      : oneShown(only, drawn, told);
  const { severities } = ruleFormWords(locale);
  const grave = isOpen && drawn.rule.severity === 'critical' ? `${severities.critical}: ` : '';
  return {
    headline: `${isOpen ? '●' : '○'} ${grave}${shown.headline}`,
    sections: [...shown.sections, ...lateSaid(card, told)],
    trust: trustOf(members, drawn, told),
    actions: isOpen ? actionsOf(members, ref, drawn, told) : [],
  };
}

/** What is left of a message whose problem goes on in a later one. */
export function movedCard(headline: string, at: number, { locale, format }: Pick<DrawnFor, 'locale' | 'format'>): Card {
  const said = alertCardWords(locale).movedDown(format.time(at));
  return { headline, sections: [{ kind: 'text', text: said }], trust: [], actions: [] };
}

function oneShown(member: Member, drawn: DrawnFor, told: Told): Shown {
  const { episode, ended } = member;
  if (ended !== null) return endedShown(member, ended, drawn, told);
  const lines: Text[] = [
    `${sinceSaid(episode, member, drawn, told)}${episode.returns > 0 ? ` ${told.words.returned(episode.returns)}` : ''}`,
    ...standingSaid(member, drawn, told),
  ];
  return {
    headline: openSaid(member, drawn, told),
    sections: lines.map((text) => ({ kind: 'text', text })),
  };
}

function manyShown(members: readonly Member[], drawn: DrawnFor, told: Told): Shown {
  const { words, format } = told;
  const lines = members.slice(0, LINES).map((member): Line => {
    const { ended } = member;
    const said = ended === null ? openSaid(member, drawn, told) : `${endSaid(ended, drawn, told)}.`;
    const who =
      member.episode.taken === null
        ? ''
        : ` ${words.taken(member.episode.taken.name, format.time(member.episode.taken.at))}`;
    return {
      text: `${ended === null ? '●' : '○'} ${ended === null ? '' : `${nameOf(member, drawn, told)}: `}${said}${ended === null ? who : ''}`,
    };
  });
  const hidden = members.length - lines.length;
  const open = members.find((member) => member.open);
  const shut = members.every(({ ended }) => ended?.how === 'resolved') ? words.manyOver : words.manyShut;
  return {
    headline: `${words.many(format.number(members.length))} ${ruleNameSaid(drawn.rule, drawn.audience, told)}.${open === undefined ? ` ${shut}` : ''}`,
    sections: [
      { kind: 'lines', lines: hidden > 0 ? [...lines, { text: `+${format.number(hidden)}` }] : lines },
      ...(open === undefined ? [] : standingSaid(open, drawn, told).map((text): Section => ({ kind: 'text', text }))),
    ],
  };
}

function lateSaid({ lateSince, posted }: AlertCard, { words, format }: Told): readonly Section[] {
  if (lateSince === null || (posted !== null && posted.at - lateSince < LATE_MS)) return [];
  return [{ kind: 'text', text: words.late(format.time(lateSince)) }];
}

function trustOf(
  members: readonly Member[],
  { rule, owner, operation, audience }: DrawnFor,
  told: Told,
): readonly string[] {
  const { words, format } = told;
  const basis = members.map((member) => member.basis).find((each) => each !== null) ?? null;
  const data =
    basis === null
      ? []
      : [
          `${operation.name}, ${format.time(basis.from)}–${format.time(basis.to)}`,
          words.dataOf(format.time(basis.fetchedAt)),
        ];
  const mild = rule.severity === 'info' ? [ruleFormWords(told.locale).severities.info.toLocaleLowerCase()] : [];
  return [...data, words.ruleOf(ruleNameSaid(rule, audience, told), owner), ...mild];
}
