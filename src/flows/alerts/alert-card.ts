import { endOfShift } from '../../core/alerts/active-hours.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import type { Ended, Episode, Point } from '../../core/alerts/state.ts';
import type { Audience } from '../../core/actor.ts';
import type { Action, Card, Line, Section, Text } from '../../core/card/card.ts';
import { alertCardWords } from '../../core/i18n/alert-card-words.ts';
import type { Format } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { dateAt } from '../../core/period/local-time.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { auxReason } from '../../core/phrases/aux-reason.ts';
import {
  evidenceSaid,
  figureSaid,
  limitsSaid,
  subjectSaid,
  type Told,
  unitOfRule,
  valueSaid,
  whenSaid,
} from './alert-figures.ts';
import { ALERT_PRESS, type CardRef, encodeOption, encodeRef } from './card-ref.ts';
import { type Member, membersOf } from './card-members.ts';
import type { AlertCard, Sheet } from './sheet.ts';

/** For whom a card is drawn and when. `owner`: how the rule's owner is called. */
export type DrawnFor = {
  readonly rule: Rule;
  readonly operation: Operation;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly format: Format;
  readonly owner: string | null;
  readonly now: number;
};

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
  return {
    headline: `${isOpen ? '●' : '○'} ${shown.headline}`,
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

type Shown = { readonly headline: string; readonly sections: readonly Section[] };

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
  return {
    headline: `${words.many(format.number(members.length))} ${drawn.rule.name}.${open === undefined ? ` ${words.manyOver}` : ''}`,
    sections: [
      { kind: 'lines', lines: hidden > 0 ? [...lines, { text: `+${format.number(hidden)}` }] : lines },
      ...(open === undefined ? [] : standingSaid(open, drawn, told).map((text): Section => ({ kind: 'text', text }))),
    ],
  };
}

/** Whom or what a case is about, as this audience may see it. */
export function nameOf({ subject, basis }: Member, { audience, locale, rule }: DrawnFor, told: Told): string {
  if (subject.kind === 'case' || (rule.scope !== 'all' && rule.scope.kind === 'agent')) {
    if (!audience.outliersByName) return told.words.someAgent;
    return agentLabel(basis?.name ?? '', 1, audience.names, locale);
  }
  return subjectSaid(rule, basis?.name ?? null, told);
}

function openSaid(member: Member, drawn: DrawnFor, told: Told): string {
  const { rule, format, operation, now, locale } = drawn;
  const { basis, subject, last } = member;
  if (subject.kind === 'case' && basis?.aux) {
    const today = dateAt(now, operation.zone);
    return told.words.auxCase(nameOf(member, drawn, told), auxReason(basis.aux, { format, locale, today }));
  }
  if (subject.kind === 'group') {
    const { count, of } = basis?.figure ?? { count: 0, of: 0 };
    const numbers = { over: format.number(count ?? 0), users: format.number(of ?? 0) };
    return told.words.auxGroup({ state: basis?.state ?? '', ...numbers });
  }
  const point = last ?? member.episode.peak;
  const name = basis?.name == null ? null : scopeName(member, drawn, told);
  return told.words.open({
    what: `${subjectSaid(rule, name, told)} ${valueSaid(unitOfRule(rule), point.value, format)}`,
    evidence: evidenceSaid(rule, point, told),
    when: basis === null ? '' : whenSaid(rule, basis, told),
    limits: limitsSaid(rule, basis?.usual ?? null, told),
  });
}

function scopeName(member: Member, drawn: DrawnFor, told: Told): string {
  const { rule } = drawn;
  return rule.scope !== 'all' && rule.scope.kind === 'agent' ? nameOf(member, drawn, told) : (member.basis?.name ?? '');
}

function sinceSaid(episode: Episode, { subject }: Member, { rule, now }: DrawnFor, { words, format }: Told): string {
  const since = words.since(format.moment(episode.since, now));
  return subject.kind === 'case' || subject.kind === 'group'
    ? `${since}.`
    : `${since}, ${peakSaid(rule, episode.peak, { words, format })}.`;
}

function peakSaid(rule: Rule, peak: Point, { words, format }: Pick<Told, 'words' | 'format'>): string {
  const low = rule.condition.kind === 'below' || rule.condition.kind === 'below-usual';
  const value = valueSaid(unitOfRule(rule), peak.value, format);
  return (low ? words.lowest : words.highest)(value, format.time(peak.at));
}

/** How it stands: who has it, until when it is put off, whether it gets better, whether anybody knows. */
function standingSaid(
  { episode, recovering, stale, last }: Member,
  { now }: DrawnFor,
  { words, format }: Told,
): readonly Text[] {
  const { taken, assigned, snooze } = episode;
  return [
    ...(taken === null ? [] : [words.taken(taken.name, format.moment(taken.at, now))]),
    ...(assigned === null ? [] : [words.assigned(assigned.to, assigned.name, format.moment(assigned.at, now))]),
    ...(snooze === null || snooze.until <= now ? [] : [words.snoozed(format.moment(snooze.until, now), snooze.name)]),
    ...(recovering && !stale ? [words.recovering] : []),
    ...(stale && last !== null ? [words.stale(format.moment(last.at, now))] : []),
  ];
}

function endSaid(ended: Ended, { now }: DrawnFor, { words, format }: Told): string {
  return words.ended[ended.how](format.moment(ended.at, now));
}

function endedShown(member: Member, ended: Ended, drawn: DrawnFor, told: Told): Shown {
  const { rule, format } = drawn;
  const { words } = told;
  const { episode, at, last } = ended;
  const plain = member.subject.kind === 'rule' || member.subject.kind === 'scope';
  const figure =
    plain && last !== null
      ? words.endedWith(
          lower(figureSaid(rule, last, member.basis?.name == null ? null : scopeName(member, drawn, told), told)),
        )
      : words.endedWith(nameOf(member, drawn, told));
  const peak = plain ? `, ${peakSaid(rule, episode.peak, told)}` : '';
  const who = episode.taken?.name ?? null;
  return {
    headline: `${endSaid(ended, drawn, told)}${figure}.`,
    sections: [
      {
        kind: 'text',
        text: `${words.lasted(format.duration((at - episode.since) / 1_000))}${peak}. ${who === null ? words.nobody : words.answeredBy(who)}`,
      },
    ],
  };
}

function lower(said: string): string {
  return `${said.charAt(0).toLocaleLowerCase()}${said.slice(1)}`;
}

function lateSaid({ lateSince, posted }: AlertCard, { words, format }: Told): readonly Section[] {
  if (lateSince === null || (posted !== null && posted.at - lateSince < LATE_MS)) return [];
  return [{ kind: 'text', text: words.late(format.time(lateSince)) }];
}

function trustOf(
  members: readonly Member[],
  { rule, owner, operation }: DrawnFor,
  { words, format }: Told,
): readonly string[] {
  const basis = members.map((member) => member.basis).find((each) => each !== null) ?? null;
  const data =
    basis === null
      ? []
      : [
          `${operation.name}, ${format.time(basis.from)}–${format.time(basis.to)}`,
          words.dataOf(format.time(basis.fetchedAt)),
        ];
  return [...data, words.ruleOf(rule.name, owner)];
}

function actionsOf(
  members: readonly Member[],
  ref: CardRef,
  drawn: DrawnFor,
  { words, format }: Told,
): readonly Action[] {
  const { buttons } = words;
  const value = encodeRef(ref);
  const open = members.filter((member) => member.open);
  const isTaken = open.every(({ episode }) => episode.taken !== null);
  const shift = endOfShift(drawn.operation, drawn.now);
  const justifies = open.some(({ subject }) => subject.kind === 'case') && open.length === 1;
  return [
    ...(isTaken
      ? []
      : [{ kind: 'button' as const, id: ALERT_PRESS.take, label: buttons.take, value, style: 'primary' as const }]),
    {
      kind: 'menu',
      id: ALERT_PRESS.snooze,
      label: buttons.snooze,
      options: [
        { label: buttons.minutes('30'), value: encodeOption('30m', ref) },
        { label: buttons.hour, value: encodeOption('1h', ref) },
        ...(shift === null
          ? []
          : [{ label: buttons.endOfShift(format.time(shift)), value: encodeOption('shift', ref) }]),
      ],
    },
    {
      kind: 'menu',
      compact: true,
      id: ALERT_PRESS.more,
      label: buttons.more,
      options: [
        ...(isTaken ? [{ label: buttons.release, value: encodeOption('release', ref) }] : []),
        { label: buttons.assign, value: encodeOption('assign', ref) },
        ...(justifies ? [{ label: buttons.justify, value: encodeOption('justify', ref) }] : []),
        { label: buttons.adjust, value: encodeOption('adjust', ref) },
        { label: buttons.history, value: encodeOption('history', ref) },
      ],
    },
  ];
}
