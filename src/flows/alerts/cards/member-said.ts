import type { Audience } from '../../../core/actor.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Ended, Episode, Point } from '../../../core/alerts/state.ts';
import type { Section, Text } from '../../../core/card/card.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import type { Operation } from '../../../core/operation.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import { agentLabel } from '../../../core/phrases/agent-label.ts';
import { auxReason } from '../../../core/phrases/aux-reason.ts';
import {
  endingSaid,
  evidenceSaid,
  figureSaid,
  limitsSaid,
  subjectSaid,
  type Told,
  unitOfRule,
  valueSaid,
  whenSaid,
} from './alert-figures.ts';
import type { Member } from './card-members.ts';
import { isEach } from '../../rules/rule-scopes.ts';

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

export type Shown = { readonly headline: string; readonly sections: readonly Section[] };

/** Whom or what a case is about, as this audience may see it. */
export function nameOf({ subject, basis }: Member, { audience, locale, rule }: DrawnFor, told: Told): string {
  if (subject.kind === 'case' || (rule.scope !== 'all' && rule.scope.kind === 'agent')) {
    if (!audience.outliersByName) return told.words.someAgent;
    return agentLabel(basis?.name ?? '', 1, audience.names, locale);
  }
  return subjectSaid(rule, basis?.name ?? null, told);
}

/** A rule's name; one that looks at a single agent mostly names them, which is not for everybody. */
export function ruleNameSaid(rule: Rule, { outliersByName }: Pick<Audience, 'outliersByName'>, told: Told): string {
  if (outliersByName || rule.scope === 'all' || rule.scope.kind !== 'agent' || isEach(rule)) return rule.name;
  return subjectSaid(rule, lower(told.words.someAgent), told);
}

export function openSaid(member: Member, drawn: DrawnFor, told: Told): string {
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
  const name = scopeName(member, drawn, told);
  return told.words.open({
    what: `${subjectSaid(rule, name, told)} ${valueSaid(unitOfRule(rule), point.value, format)}`,
    evidence: evidenceSaid(rule, point, told),
    when: basis === null ? '' : whenSaid(rule, basis, told),
    limits: limitsSaid(rule, basis?.usual ?? null, told),
  });
}

function scopeName(member: Member, drawn: DrawnFor, told: Told): string | null {
  const { rule } = drawn;
  if (member.basis === null || member.basis.name === null) return null;
  if (rule.scope === 'all' || rule.scope.kind !== 'agent') return member.basis.name;
  return drawn.audience.outliersByName ? nameOf(member, drawn, told) : lower(told.words.someAgent);
}

export function sinceSaid(
  episode: Episode,
  { subject }: Member,
  { rule, now }: DrawnFor,
  { words, format }: Told,
): string {
  const since = words.since(format.moment(episode.since, now));
  return subject.kind === 'case' || subject.kind === 'group'
    ? `${since}.`
    : `${since}, ${peakSaid(rule, episode.peak, now, { words, format })}.`;
}

function peakSaid(rule: Rule, peak: Point, now: number, { words, format }: Pick<Told, 'words' | 'format'>): string {
  const low = rule.condition.kind === 'below' || rule.condition.kind === 'below-usual';
  const value = valueSaid(unitOfRule(rule), peak.value, format);
  return (low ? words.lowest : words.highest)(value, format.moment(peak.at, now));
}

/** How it stands: who has it, until when it is put off, whether it gets better, whether anybody knows. */
export function standingSaid(
  { episode, recovering, stale, last }: Member,
  { now }: DrawnFor,
  { words, format }: Told,
): readonly Text[] {
  const { taken, assigned, snooze } = episode;
  return [
    ...(taken === null ? [] : [words.taken(taken.name, format.moment(taken.at, now))]),
    ...(assigned === null ? [] : [words.assigned(assigned.to, assigned.name, format.moment(assigned.at, now))]),
    ...(snooze === null || snooze.until <= now ? [] : [words.snoozed(format.moment(snooze.until, now), snooze.name)]),
    ...(recovering && stale === null ? [words.recovering] : []),
    ...(stale === null || last === null
      ? []
      : [words[stale === 'blind' ? 'stale' : 'thin'](format.moment(last.at, now))]),
  ];
}

export function endSaid(ended: Ended, { now, rule }: DrawnFor, { words, format }: Told): string {
  return endingSaid(rule, ended.how, format.moment(ended.at, now), words);
}

export function endedShown(member: Member, ended: Ended, drawn: DrawnFor, told: Told): Shown {
  const { rule, format } = drawn;
  const { words } = told;
  const { episode, at, last } = ended;
  const plain = member.subject.kind === 'rule' || member.subject.kind === 'scope';
  const figure =
    plain && last !== null
      ? words.endedWith(lower(figureSaid(rule, last, scopeName(member, drawn, told), told)))
      : words.endedWith(nameOf(member, drawn, told));
  const peak = plain ? `, ${peakSaid(rule, episode.peak, drawn.now, told)}` : '';
  const { taken, assigned } = episode;
  const who: Text =
    taken !== null
      ? words.answeredBy(taken.name)
      : assigned !== null
        ? words.assigned(assigned.to, assigned.name, format.moment(assigned.at, drawn.now))
        : words.nobody;
  const lasted = `${words.lasted(format.duration(Math.max(0, at - episode.since) / 1_000))}${peak}. `;
  return {
    headline: `${endSaid(ended, drawn, told)}${figure}.`.replace(/\.{2}$/, '.'),
    sections: [
      {
        kind: 'text',
        text: typeof who === 'string' ? `${lasted}${who}` : [lasted, ...who],
      },
    ],
  };
}

function lower(said: string): string {
  return `${said.charAt(0).toLocaleLowerCase()}${said.slice(1)}`;
}
