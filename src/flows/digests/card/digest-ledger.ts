import type { Section, Table } from '../../../core/card/card.ts';
import { closingOf, type Ledger, type LedgerMark, ledgerOf } from '../../../core/history/ledger.ts';
import { openSkills } from '../../../core/history/stored.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import { dayOf } from '../../../core/period/recent.ts';
import { readOpeningHours } from '../../../core/period/opening-hours.ts';
import { promisesWaiting } from '../../../core/phrases/promises.ts';
import { PLAIN_VIEW, type Request } from '../../../core/request.ts';
import { nameIn } from '../../../core/values/name-in.ts';
import type { Brief } from '../../../reports/report.ts';
import { keptSkills } from '../../history/history-figures.ts';
import type { Gathered } from '../../read/gather-report.ts';
import type { PartRead } from './digest-part.ts';
import type { PartDesk } from './digest-parts.ts';

/** Slack's tables have room for twenty columns: the skill and the last hours of the day. */
const MOST_HOURS = 12;

/** The promises of the slot's day, skill by skill and hour by hour: the marks that are kept, and what smart hold says now. */
export async function ledgerPart(desk: PartDesk): Promise<PartRead> {
  const { ports, part, operation, at, now, locale, audience, format, missing } = desk;
  const words = digestWords(locale).ledger;
  const period = dayOf(at, operation.zone);
  if (period.kind !== 'day') throw new Error('a day is a day');
  const detail: Request = { report: 'hold', operation: operation.id, period, campaign: null, view: PLAIN_VIEW };
  const [marks, gathered] = await Promise.all([
    ports.readLedgerMarks(operation, period.date),
    ports.gather({ request: detail, operation, locale, audience, urgency: 'digest' }),
  ]);
  const last = gathered.ok ? lastMark(gathered.value, format.time) : [];
  const ledger = ledgerOf([...marks.filter(({ at: marked }) => last.every((one) => marked < one.at)), ...last]);
  if (ledger === null) {
    if (!gathered.ok) return { ...missing(words.title, gathered.problem), detail };
    return { kind: 'silent', part, title: words.title, why: digestWords(locale).nothingYet };
  }
  const names = gathered.ok ? gathered.value.context.names.skills : {};
  const skillName = (skill: string): string => nameIn(names, skill) ?? `skill ${skill}`;
  const hours = operation.hours === null ? null : readOpeningHours(operation.hours);
  const closing = closingOf(period.date, now, hours, operation.zone);
  const waiting = promisesWaiting(ledger, closing, { format, locale, skillName });
  const closes = closing !== null && closing.minutesLeft > 0 ? closing.closes : null;
  const brief: Brief = {
    standing: waiting === null ? 'usual' : 'look',
    verdict: waiting ?? words.nobody,
    figures: [waiting === null ? words.nobody : words.figure(format.number(ledger.waiting))],
    moved: [],
    who: [],
    next: waiting === null ? null : closes === null ? words.next : words.nextClosing(closes),
    notes: [],
  };
  return {
    kind: 'said',
    part,
    title: words.title,
    period,
    ofTheMoment: false,
    brief,
    full: brief,
    sections: byHour(ledger, desk, skillName),
    detail,
    trust: gathered.ok ? gathered.value.trust([], Object.values(gathered.value.usual.phrases).join(' ')) : null,
    notes: [
      ...(gathered.ok ? [] : [words.until(ledger.time)]),
      ...(ledger.missing.length === 0 ? [] : [words.missing(format.list(ledger.missing))]),
    ],
  };
}

function lastMark({ report, answer }: Gathered, time: (at: number) => string): readonly LedgerMark[] {
  const skills = keptSkills(report, answer.sealed);
  if (skills === undefined || answer.rows.used === 0) return [];
  const at = Math.min(answer.asOf, answer.window.to);
  return [{ time: time(at), at, skills: openSkills(skills) }];
}

function byHour(ledger: Ledger, { locale, format }: PartDesk, skillName: (skill: string) => string): Section[] {
  const owing = ledger.skills.filter(({ promised, points }) => promised > 0 || points.some((one) => one.waiting > 0));
  const times = ledger.points.map(({ time }) => time).slice(-MOST_HOURS);
  if (owing.length === 0 || times.length < 2) return [];
  const words = digestWords(locale).ledger;
  const row = (title: string, points: Ledger['points']) => [
    title,
    ...times.map((time) => {
      const waiting = points.find((point) => point.time === time)?.waiting;
      return waiting === undefined ? '—' : { number: waiting, text: format.number(waiting) };
    }),
  ];
  const table: Table = {
    caption: words.caption,
    columns: [{ title: words.skill, align: 'left' }, ...times.map((title) => ({ title, align: 'right' }) as const)],
    rows: [
      ...owing.map(({ skill, points }) => row(skillName(skill), points)),
      ...(owing.length > 1 ? [row(words.total, ledger.points)] : []),
    ],
  };
  return [{ kind: 'table', table }];
}
