import type { Section } from '../../core/card/card.ts';
import { comparedCount, comparedRate, nowAndBefore } from '../../core/phrases/compare.ts';
import { noData } from '../../core/phrases/no-data.ts';
import { mayGrow } from '../../core/phrases/may-grow.ts';
import { rateSaid } from '../../core/phrases/rate-said.ts';
import { enough, type Rate } from '../../core/stats/rate.ts';
import { nameIn } from '../../core/values/name-in.ts';
import { shortLabels } from '../../core/values/person.ts';
import type { CardBody, CardContext } from '../report.ts';
import { closingSentence, ledgerChart, missingHours } from './day.ts';
import type { HoldSummary, SkillFigures } from './summary.ts';
import { table } from './table.ts';
import { said, words } from './words.ts';

const BARS = 10;
const LINES = 3;
const LABEL_LENGTH = 20;

export function card(summary: HoldSummary, context: CardContext, previous: HoldSummary | null): CardBody {
  if (summary.skills.length === 0) return noData(context, said[context.locale].subject);
  const before = previous !== null && previous.skills.length > 0 ? previous : null;
  const more = figures(summary, context);
  const byHour = ledgerChart(summary, context);
  return {
    headline: `${closingSentence(summary, context) ?? headline(summary, context, before)}.`,
    sections: [
      ...(more === '' ? [] : [{ kind: 'text' as const, text: more }]),
      ...lines(summary, context),
      ...beforeAndNow(summary, context, before),
      ...(byHour === null ? chart(summary, context) : [byHour]),
      { kind: 'table', table: table(summary, context) },
    ],
    notes: [...notes(summary, context), ...missingHours(summary, context)],
  };
}

function headline({ total, skills }: HoldSummary, context: CardContext, before: HoldSummary | null): string {
  const { format, locale, now, request } = context;
  const say = said[locale];
  const period = format.when(request.period, now);
  if (total.debt > 0) {
    const text = format.number(total.debt);
    const owed = mayGrow(context) ? say.debt(total.debt, text) : say.debtPast(total.debt, text, period);
    const change = before === null ? [] : [comparedCount(total.debt, before.total.debt, context)];
    return [[owed, ...change].join(', '), ...worst(total.debt, skills, context)].join('; ');
  }
  const { recallSuccess } = total;
  if (recallSuccess.of === 0) return say.noRecalls(total.offered, format.number(total.offered), period);
  if (!enough(recallSuccess.of)) {
    return say.fewRecalls(format.number(recallSuccess.count), format.number(recallSuccess.of), period);
  }
  const was = before?.total.recallSuccess;
  const change =
    was !== undefined && enough(was.of) ? comparedRate(recallSuccess.fraction, was.fraction, context) : null;
  const recalls = say.recalls(format.evidence(recallSuccess.count, recallSuccess.of), period);
  return [[recalls, ...(change === null ? [] : [change])].join(', '), say.nothingOwed].join('; ');
}

/** Which skill owes most, where one does. */
export function worst(debt: number, skills: readonly SkillFigures[], context: CardContext): string[] {
  const [first, second] = skills;
  // Where two owe alike, naming one would be chance; the lines below name both.
  if (first === undefined || second === undefined || first.debt === second.debt) return [];
  const say = said[context.locale];
  const name = nameOf(first, context);
  return [first.debt === debt ? say.debtOnlyIn(name) : say.debtOf(context.format.number(first.debt), name)];
}

function figures({ total }: HoldSummary, { format, locale }: CardContext): string {
  const say = said[locale];
  const evidence = ({ count, of }: Rate): string =>
    enough(of) ? format.evidence(count, of) : say.few(format.number(count), format.number(of));
  const { accepted, recallSuccess, kept, yes, ok, fail, debt } = total;
  return [
    ...(accepted.of > 0 ? [say.accepted(evidence(accepted))] : []),
    ...(recallSuccess.of > 0 && debt > 0 ? [`${say.recalls(evidence(recallSuccess), null)}.`] : []),
    ...(ok > yes
      ? [say.keptOdd(format.number(ok), format.number(yes))]
      : kept.of > 0
        ? [say.kept(evidence(kept))]
        : []),
    ...(debt > 0 ? [pending({ yes, ok, fail, debt })] : []),
  ].join(' ');

  function pending(of: { yes: number; ok: number; fail: number; debt: number }): string {
    const text = format.number(of.debt);
    if (of.yes - of.ok - of.fail !== of.debt) return say.pendingPlain(text);
    return say.pending(format.number(of.yes), format.number(of.ok), format.number(of.fail), text);
  }
}

function lines(summary: HoldSummary, context: CardContext): Section[] {
  const owing = summary.skills.length < 2 ? [] : skillLines(summary, context);
  return owing.length === 0 ? [] : [{ kind: 'lines', lines: owing.map((text) => ({ text })) }];
}

/** The skills that owe most, three at most, each with what its debt is made of. */
export function skillLines({ skills }: HoldSummary, context: CardContext): readonly string[] {
  const { format, locale } = context;
  const owing = skills.filter(({ debt }) => debt > 0).slice(0, LINES);
  return owing.map((skill) =>
    said[locale].skillLine(
      nameOf(skill, context),
      format.number(skill.debt),
      format.number(skill.yes),
      format.number(skill.ok),
      format.number(skill.fail),
    ),
  );
}

function beforeAndNow({ total }: HoldSummary, { format, locale }: CardContext, before: HoldSummary | null): Section[] {
  if (before === null) return [];
  const label = words[locale].metrics;
  const share = (one: Rate): string => rateSaid(one, { format, locale });
  const figures = [
    { label: label.debt, value: nowAndBefore(format.number(total.debt), format.number(before.total.debt), locale) },
    { label: label.accepted, value: nowAndBefore(share(total.accepted), share(before.total.accepted), locale) },
    {
      label: label.recall_success,
      value: nowAndBefore(share(total.recallSuccess), share(before.total.recallSuccess), locale),
    },
  ];
  return [{ kind: 'figures', figures }];
}

function chart({ skills }: HoldSummary, context: CardContext): Section[] {
  const { format, locale } = context;
  const owing = skills.filter(({ debt }) => debt > 0);
  const byDebt = owing.length >= 3;
  const shown = byDebt
    ? owing.slice(0, BARS)
    : skills
        .filter(({ offered }) => offered > 0)
        .toSorted((a, b) => b.offered - a.offered)
        .slice(0, BARS);
  if (shown.length < 3) return [];
  const labels = shortLabels(
    shown.map((skill) => nameOf(skill, context)),
    LABEL_LENGTH,
  );
  const points = shown.map(({ debt, offered }, index) => {
    const value = byDebt ? debt : offered;
    return { label: labels[index] ?? '', value, text: format.number(value) };
  });
  const title = byDebt ? said[locale].chartDebt : said[locale].chartOffered;
  const name = byDebt ? words[locale].metrics.debt : words[locale].metrics.offered;
  return [{ kind: 'chart', chart: { type: 'bar', title, yLabel: null, series: [{ name, points }] } }];
}

function notes({ skills }: HoldSummary, context: CardContext): string[] {
  const say = said[context.locale];
  const named = (some: readonly SkillFigures[]): string =>
    context.format.list(some.map((skill) => nameOf(skill, context)));
  const attempts = skills.filter(({ debt }) => debt < 0);
  const odd = skills.filter(({ undecided }) => undecided < 0);
  return [
    ...(attempts.length > 0 ? [say.attempts(named(attempts))] : []),
    ...(odd.length > 0 ? [say.oddOffers(named(odd))] : []),
  ];
}

function nameOf({ skill }: SkillFigures, { names }: CardContext): string {
  return nameIn(names.skills, skill) ?? `skill ${skill}`;
}
