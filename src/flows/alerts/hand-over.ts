import { audienceFor } from '../../core/access.ts';
import type { Audience } from '../../core/actor.ts';
import { activeStretch } from '../../core/alerts/active-hours.ts';
import {
  type Handover,
  handoverOf,
  isAnswered,
  type Open,
  type Past,
  type Watched,
} from '../../core/alerts/handover.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import { type Episode, openEpisode } from '../../core/alerts/state.ts';
import type { Card, Line, Text } from '../../core/card/card.ts';
import { alertCardWords } from '../../core/i18n/alerts/alert-card-words.ts';
import { alertShiftWords } from '../../core/i18n/alerts/alert-shift-words.ts';
import type { Format } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { windowOf } from '../../core/period/calendar.ts';
import { readOpeningHours } from '../../core/period/opening-hours.ts';
import { dayOf } from '../../core/period/recent.ts';
import type { Settings } from '../../core/settings.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { ReadReport } from '../read/read-report.ts';
import { subjectSaid, unitOfRule, valueSaid } from './cards/alert-figures.ts';
import { isPerson } from './cards/draw-card.ts';
import type { EndedLog } from './cards/ended-log.ts';
import { ruleNameSaid } from './cards/member-said.ts';
import type { NoteSender } from './notes.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { isEach } from '../rules/rule-scopes.ts';
import type { Case, SheetStore } from './cards/sheet.ts';

type About = { readonly rule: Rule; readonly found: Case | null };

/** Tells each channel with rules, at the end of a shift, what it leaves to the next: open, put off, promised to customers. */
export type HandOver = (operation: Operation, at: number) => Promise<void>;

/** Minute and hour, and the weekdays, at which shifts of an operation end, as cron patterns; none where it has no hours. */
export function shiftEnds({ hours }: Pick<Operation, 'hours'>): readonly string[] {
  const read = hours === null ? null : readOpeningHours(hours);
  return (read ?? []).map(({ weekdays, to }) => {
    // What ends at midnight ends the day that begins then.
    const days = weekdays.map((day) => (to === 24 * 60 ? (day % 7) + 1 : day) % 7);
    return `${to % 60} ${Math.floor(to / 60) % 24} * * ${days.join(',')}`;
  });
}

export function shiftTeller(parts: {
  readonly book: Pick<RuleBook, 'list'>;
  readonly sheets: SheetStore;
  readonly ended: EndedLog;
  readonly notes: NoteSender;
  readonly readReport: ReadReport;
  readonly settings: Pick<Settings, 'channels'>;
  readonly formatFor: FormatFor;
}): HandOver {
  return async (operation, at) => {
    const shift = operation.hours === null ? null : activeStretch(operation.hours, operation, at - 1);
    // Hours that touch are one shift: its end is still to come.
    if (shift === null || shift.to > at) return;
    const rules = (await parts.book.list()).filter((rule) => rule.operation === operation.id);
    const channels = new Set(rules.flatMap(({ channel }) => (isPerson(channel) ? [] : [channel])));
    if (channels.size === 0) return;
    const [sheets, past, promised] = await Promise.all([
      parts.sheets.all(operation.id),
      parts.ended.between(operation.id, shift.from, at + 1),
      promises(parts.readReport, operation, at),
    ]);
    for (const channel of channels) {
      const own = new Map(rules.filter((rule) => rule.channel === channel).map((rule) => [rule.id, rule]));
      const watched = [...own].flatMap(([id, rule]): readonly Watched<About>[] =>
        Object.values(sheets.get(id)?.sheet.cases ?? {}).map((found) => ({
          about: { rule, found },
          state: found.state,
        })),
      );
      const over = past.flatMap(({ about, ended }) => {
        const rule = own.get(about.rule);
        if (rule === undefined) return [];
        // The check of this very minute may be ending what is still open above.
        const isOpen = watched.some(
          ({ about: open, state }) => open.rule.id === rule.id && openEpisode(state)?.firedAt === ended.episode.firedAt,
        );
        return isOpen ? [] : [{ about: { rule, found: null }, ended }];
      });
      const handover = handoverOf<About>(watched, over, { from: shift.from, to: at });
      if (handover === null && !(typeof promised === 'number' && promised > 0)) continue;
      const channelPolicy = parts.settings.channels[channel] ?? null;
      const locale = channelPolicy?.locale ?? operation.locale;
      const audience = audienceFor({ role: 'supervisor', place: 'channel', channelPolicy });
      const format = parts.formatFor(locale, operation);
      const card = handoverCard(handover, promised, { operation, locale, audience, format, at });
      await parts.notes.post(`${operation.id}/shift/${at}/${channel}`, channel, card, locale, at);
    }
  };
}

/** Customers who wait for their call-back today; null: it could not be read, `none`: nothing was promised. */
async function promises(readReport: ReadReport, operation: Operation, at: number): Promise<number | null | 'none'> {
  const window = windowOf(dayOf(at - 1, operation.zone), operation.zone);
  const read = await readReport({ operation, report: 'hold', window, campaign: null, urgency: 'alert' });
  if (!read.ok) return null;
  if (read.value.rows.read === 0) return 'none';
  return reportOf('hold').read(read.value.sealed, 'debt', 'all')?.value ?? 'none';
}

type Told = {
  readonly operation: Operation;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly format: Format;
  readonly at: number;
};

function handoverCard(handover: Handover<About> | null, promised: number | null | 'none', told: Told): Card {
  const { operation, locale, format, at } = told;
  const words = alertShiftWords(locale);
  const open = handover === null ? [] : [...handover.untaken, ...handover.taken];
  const snoozed = handover?.snoozed ?? [];
  const left = handover?.left ?? [];
  const many = handover?.ended.length ?? 0;
  const unsolved = open.length + left.length;
  const parts = [
    unsolved === 0 ? words.nothingOpen : words.open(unsolved, format.number(unsolved)),
    ...(snoozed.length === 0 ? [] : [words.snoozed(snoozed.length, format.number(snoozed.length))]),
    ...(typeof promised === 'number' && promised > 0 ? [words.promises(promised, format.number(promised))] : []),
  ];
  const answered = format.number(handover?.answered ?? 0);
  return {
    headline: words.headline({ time: format.time(at), parts }),
    sections: [
      { kind: 'lines', lines: [...[...open, ...snoozed].map((one) => lineOf(one, told)), ...leftLines(left, told)] },
      ...(many === 0
        ? []
        : [{ kind: 'text' as const, text: words.ended({ many, text: format.number(many), answered }) }]),
      ...(promised === null ? [{ kind: 'unavailable' as const, text: words.promisesUnknown }] : []),
    ],
    trust: [operation.name],
    actions: [],
  };
}

function lineOf({ about: { rule, found }, episode }: Open<About>, told: Told): Line {
  const { locale, format } = told;
  const point = found?.state.last ?? episode.peak;
  const said = { locale, format, words: alertCardWords(locale) };
  const isPersonal = found?.subject.kind === 'case' || found?.subject.kind === 'group';
  const scope = rule.scope !== 'all' && rule.scope.kind === 'agent' ? null : (found?.basis?.name ?? null);
  const figure = isPersonal
    ? (found?.basis?.state ?? '')
    : `${subjectSaid(rule, scope, said)} ${valueSaid(unitOfRule(rule), point.value, format)}`;
  return lineSaid(rule, figure, episode, told);
}

/** What its hours ended while it was bad. Of a rule that judges people or skills apart no names are kept: its problems are counted. */
function leftLines(left: readonly Past<About>[], told: Told): readonly Line[] {
  const { locale, format } = told;
  const words = alertShiftWords(locale);
  const said = { locale, format, words: alertCardWords(locale) };
  return [...Map.groupBy(left, ({ about: { rule } }) => rule)].flatMap(([rule, own]) => {
    const isCounted = rule.condition.kind === 'aux' || isEach(rule);
    const first = isCounted ? own[0] : own.at(-1);
    if (first === undefined) return [];
    const last = first.ended.last ?? first.ended.episode.peak;
    const figure = isCounted
      ? words.cases(own.length, format.number(own.length))
      : `${subjectSaid(rule, null, said)} ${valueSaid(unitOfRule(rule), last.value, format)}`;
    const open = (isCounted ? own.find(({ ended: { episode } }) => !isAnswered(episode)) : undefined) ?? first;
    return [lineSaid(rule, figure, { ...open.ended.episode, since: first.ended.episode.since }, told)];
  });
}

function lineSaid(
  rule: Rule,
  figure: string,
  { since, taken, assigned, snooze }: Episode,
  { locale, audience, format, at }: Told,
): Line {
  const words = alertShiftWords(locale);
  const said = { locale, format, words: alertCardWords(locale) };
  const who: Text =
    snooze !== null && snooze.until > at
      ? words.until(format.moment(snooze.until, at), snooze.name)
      : taken !== null
        ? words.has(taken.name)
        : assigned === null
          ? words.nobody
          : [words.givenTo, { mention: assigned.to }, '.'];
  const name = ruleNameSaid(rule, audience, said);
  const line = `${words.line({ rule: name, figure, since: format.moment(since, at) })} `;
  return { text: typeof who === 'string' ? `${line}${who}` : [line, ...who] };
}
