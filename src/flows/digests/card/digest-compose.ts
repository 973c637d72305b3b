import type { Button, Card, Line, Section } from '../../../core/card/card.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { words } from '../../../core/i18n/words.ts';
import { dateAt } from '../../../core/period/local-time.ts';
import type { Problem } from '../../../core/errors.ts';
import { encodeRequest } from '../../../core/request-code.ts';
import { lowerFirst, upperFirst } from '../../../core/values/text.ts';
import type { Brief } from '../../../reports/report.ts';
import { PRESS } from '../../answer/card-buttons.ts';
import type { PartMissing, PartRead, PartSaid, PartSilent } from './digest-part.ts';
import { digestTrust } from './digest-trust.ts';

/** Where and when a digest is of, and when it goes out. `retryAt`: when a part will be tried again by itself, where it will. */
export type Occasion = {
  readonly operation: string;
  readonly zone: string;
  readonly at: number;
  readonly late: boolean;
  readonly now: number;
  readonly locale: Locale;
  readonly format: Format;
  readonly retryAt: (problem: Problem) => number | null;
};

const MOST_WHO = 3;
const MOST_FIGURES = 3;

/** One card of all parts: the verdict of the whole, what moved, who and where, what to do; what is usual takes one line. */
export function composeDigest(read: readonly PartRead[], occasion: Occasion): Card {
  const { locale } = occasion;
  const say = digestWords(locale);
  const parts = read.filter((part) => part.kind === 'said');
  const missing = read.filter((part) => part.kind === 'missing');
  const silent = read.filter((part) => part.kind === 'silent');
  const shared = sharedPeriod(parts, occasion);
  const when = (part: PartSaid): string | null =>
    part.period === null || shared !== null || isToday(part, occasion) ? null : periodOf(part, occasion);

  const looks = parts.filter(({ brief }) => brief.standing === 'look');
  const usual = parts.filter(({ brief }) => brief.standing === 'usual');
  const unknown = parts.filter(({ brief }) => brief.standing === 'unknown');
  const lead = looks[0] ?? (usual.length === 0 ? unknown[0] : undefined);
  const allUsual = unknown.length > 0 ? say.nothingOut : missing.length > 0 ? say.restUsual : say.allUsual;
  const verdict =
    lead?.brief.verdict ?? (usual.length > 0 ? allUsual : missing.length > 0 ? say.noneRead : say.nothingYet);
  const leadWhen = lead === undefined ? null : when(lead);

  const asides = [
    ...(occasion.late ? [say.late] : []),
    ...(missing.length > 0 ? [say.missing(listed(missing, occasion), missing.length > 1)] : []),
  ];
  const head = `${headOf(parts, occasion)}${asides.length === 0 ? '' : ` (${asides.join('; ')})`}`;
  const headline = `${leadWhen === null ? `${head}:` : `${head}. ${upperFirst(leadWhen)}:`} ${verdict}.`;

  const others = [...looks, ...unknown].flatMap((part) => partLine(part, part === lead, when(part)));
  const figures = usual.flatMap(({ brief }, at) => brief.figures.slice(0, figuresOf(at, usual.length)));
  const onlyUsual = lead === undefined && unknown.length === 0;
  const said = figures.join(', ');
  const usualText = onlyUsual ? `${upperFirst(said)}.` : say.usual(said);
  const next = [...new Set(looks.flatMap(({ brief }) => brief.next ?? []))];
  return {
    headline,
    sections: [
      ...texts(lateText(parts, occasion)),
      ...lines(null, others),
      ...lines(
        say.who,
        whoLines(
          looks.map(({ brief }) => brief),
          occasion,
        ),
      ),
      ...(next.length > 1
        ? lines(
            say.next('').trim(),
            next.map((text) => ({ text: upperFirst(text) })),
          )
        : texts(next.map(say.next))),
      ...(figures.length > 0 ? texts([usualText]) : []),
      ...parts.flatMap(({ sections }) => sections),
      ...[...missing, ...silent].map((part) => unavailable(part, occasion)),
    ],
    trust: digestTrust(parts, 'brief'),
    actions: details(parts, missing, occasion),
  };
}

/** `Operación Bogotá, corte de las 12:10`, or `Operación Bogotá, ayer` where all of it is of that day. */
export function headOf(parts: readonly PartSaid[], occasion: Occasion): string {
  return `${occasion.operation}, ${sharedPeriod(parts, occasion) ?? cutSaid(occasion)}`;
}

function cutSaid({ at, now, zone, locale, format }: Occasion): string {
  const say = digestWords(locale);
  const date = dateAt(at, zone);
  return date === dateAt(now, zone) ? say.cut(format.time(at)) : say.cutOf(format.day(date), format.time(at));
}

/** The one period of the past that all dated parts are of, in words; null where they are of today or of several. */
function sharedPeriod(parts: readonly PartSaid[], occasion: Occasion): string | null {
  const [first, ...rest] = parts.filter(({ period }) => period !== null);
  if (first === undefined || parts.some(({ ofTheMoment }) => ofTheMoment) || isToday(first, occasion)) return null;
  const said = periodOf(first, occasion);
  return rest.every((part) => periodOf(part, occasion) === said) ? said : null;
}

function periodOf({ period }: PartSaid, { format, now }: Occasion): string {
  return period === null ? '' : format.period(period, now);
}

function isToday({ period }: PartSaid, { at, zone }: Occasion): boolean {
  return period?.kind === 'day' && period.date === dateAt(at, zone);
}

function partLine({ title, brief }: PartSaid, isLead: boolean, when: string | null): Line[] {
  const sentences = [...(isLead ? [] : [brief.verdict]), ...brief.moved];
  if (sentences.length === 0) return [];
  const name = when === null ? title : `${title}, ${when}`;
  return [
    {
      text: [
        { bold: name },
        `: ${sentences.map((sentence, at) => `${at === 0 ? sentence : upperFirst(sentence)}.`).join(' ')}`,
      ],
    },
  ];
}

/** Chosen in turns, so that each part has its first before any has its second; shown part by part. */
function whoLines(briefs: readonly Brief[], { locale, format }: Occasion): readonly Line[] {
  const turns = Math.max(0, ...briefs.map(({ who }) => who.length));
  const all = Array.from({ length: turns }, (_, turn) => briefs.flatMap(({ who }) => who[turn] ?? [])).flat();
  const chosen = new Set(all.slice(0, MOST_WHO));
  const beyond = briefs.reduce((sum, { whoElse }) => sum + (whoElse ?? 0), 0);
  const more = Math.max(0, all.length - MOST_WHO) + beyond;
  const rest = more > 0 ? [{ text: digestWords(locale).more(more, format.number(more)) }] : [];
  return [...briefs.flatMap(({ who }) => who.filter((line) => chosen.has(line))), ...rest];
}

/** Three in all where there are few parts; one of each where there are many. */
function figuresOf(at: number, parts: number): number {
  const each = Math.max(1, Math.floor(MOST_FIGURES / parts));
  return at === 0 ? Math.max(each, MOST_FIGURES - each * (parts - 1)) : each;
}

function lateText(parts: readonly PartSaid[], { at, now, late, zone, locale, format }: Occasion): string[] {
  if (!late) return [];
  const say = digestWords(locale);
  const [due, sent, date] = [format.time(at), format.moment(now, now), dateAt(at, zone)];
  const since = date === dateAt(now, zone) ? say.lateSince(due, sent) : say.lateSinceDay(format.day(date), due, sent);
  const live = parts.some(({ ofTheMoment, detail }) => ofTheMoment && detail !== null);
  return [live ? `${since} ${say.lateLive(sent, due)}` : since];
}

function unavailable(part: PartMissing | PartSilent, { now, zone, locale, format, retryAt }: Occasion): Section {
  const say = digestWords(locale);
  if (part.kind === 'silent') return { kind: 'unavailable', text: `${part.title}: ${part.why}` };
  const { problem, why, next, title } = part;
  const again = retryAt(problem);
  const dayOf = (at: number): string | null =>
    dateAt(at, zone) === dateAt(now, zone) ? null : format.day(dateAt(at, zone));
  const then =
    again !== null
      ? say.again(format.time(again), dayOf(again))
      : problem.retryAt !== null
        ? say.askFrom(format.time(problem.retryAt), dayOf(problem.retryAt))
        : problem.mayPass
          ? say.askSoon
          : next;
  return { kind: 'unavailable', text: `${title} (${format.time(now)}): ${why} ${then} ${say.notZero}` };
}

function details(parts: readonly PartSaid[], missing: readonly PartMissing[], { locale }: Occasion): readonly Button[] {
  const say = digestWords(locale);
  const { retry } = words(locale).buttons;
  const shown = parts.filter(({ detail }) => detail !== null);
  const buttons = [...shown, ...missing].flatMap((part): Omit<Button, 'id'>[] => {
    const { kind, title, detail } = part;
    if (detail === null) return [];
    const label = kind === 'missing' ? `${retry}: ${title}` : shown.length === 1 ? say.detail : say.detailOf(title);
    const spoken = label === say.detail ? { spoken: say.detailOf(title) } : {};
    return [{ kind: 'button', label, value: encodeRequest(detail), ...spoken }];
  });
  const once = new Map(buttons.map((button) => [button.value, button]));
  return [...once.values()].map((button, at) => ({ ...button, id: `${PRESS.run}:digest-${at}` }));
}

function listed(missing: readonly PartMissing[], { format }: Occasion): string {
  return format.list(missing.map(({ title }) => lowerFirst(title)));
}

function texts(said: readonly string[]): Section[] {
  return said.map((text) => ({ kind: 'text', text }));
}

function lines(title: string | null, some: readonly Line[]): Section[] {
  if (some.length === 0) return [];
  return [{ kind: 'lines', ...(title === null ? {} : { title }), lines: some }];
}
