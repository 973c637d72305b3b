import type { Button, Line } from '../../core/card/card.ts';
import { sayJustified } from '../../core/command/read-justified.ts';
import {
  type AuxCase,
  type AuxDay,
  type AuxJudgement,
  type Justified,
  judgeAux,
} from '../../core/history/aux-cases.ts';
import { encodeCase, type Justification } from '../../core/history/justified-case.ts';
import { DAYS_LOOKED_AT } from '../../core/history/persistence.ts';
import type { Operation } from '../../core/operation.ts';
import { judgeState } from '../../core/stats/outliers.ts';
import { spreadOf } from '../../core/stats/spread.ts';
import type { CardContext } from '../report.ts';
import { pastSaid } from './past-said.ts';
import { people, stateName } from './people.ts';
import { said } from './said.ts';
import { spoken, teamSaid } from './spoken.ts';
import type { AuxSummary, StateFigures } from './summary.ts';

const LINES = 3;
/** More in one list than a phone shows: the rest is counted. */
const JUSTIFIED_LINES = 5;

/** The summary as it stands once what a supervisor accepted has left the baseline of its day. */
export function withoutJustified(summary: AuxSummary, context: CardContext): AuxSummary {
  return excuse(summary, justifiedOf(summary, context), context.operation);
}

/** The same, from the cases of its day. */
export function excuse(
  summary: AuxSummary,
  justified: readonly Justified[],
  { aux }: Pick<Operation, 'aux'>,
): AuxSummary {
  if (justified.length === 0) return summary;
  const states = summary.states.map((state): StateFigures => {
    const accepted = new Set(justified.filter((one) => one.state === state.key).map(({ agent }) => agent));
    if (accepted.size === 0) return state;
    const uses = usesOf(summary, state.key);
    const spread = spreadOf(uses.filter(({ id }) => !accepted.has(id)).map(({ seconds }) => seconds));
    const verdict = judgeState(state.state, uses, aux, 1, accepted);
    if (spread === null) return { ...state, verdict };
    const { median, q1, q3 } = spread;
    return { ...state, median, q1, q3, verdict };
  });
  return { ...summary, states };
}

/** One line a case, alerts first, each with how long it lasts and, for a supervisor alone, a button; null where the days before are not known. */
export function caseLines(summary: AuxSummary, context: CardContext): readonly Line[] | null {
  const judgement = judged(summary, context);
  if (judgement === null || !context.audience.outliersByName) return null;
  // Accepted today is looked at: the days before it are not held against the same agent once more on this card.
  const excused = justifiedOf(summary, context);
  const isExcused = ({ agent, key }: AuxCase): boolean =>
    excused.some((one) => one.agent === agent && one.state === key);
  const cases = [...judgement.alerts, ...judgement.looks].filter(
    (found) => knows(summary, found.agent) && !isExcused(found),
  );
  const { format, locale } = context;
  const alone = cases.length === 1 && isOfTheDayShown(cases[0], context);
  const lines = cases.slice(0, LINES).map(
    (found, index): Line => ({
      // The only one of today is the headline already.
      text: alone ? shortLine(found, summary, context) : caseLine(found, summary, context),
      ...withButton(context, () => ({
        kind: 'button',
        id: `justify:${index}`,
        label: pastSaid[locale].justify,
        value: encodeCase({
          request: context.request,
          found: { date: found.date, agent: found.agent, state: found.key },
          about: aboutOf(found, summary, context),
        }),
      })),
    }),
  );
  const more = cases.length - LINES;
  return more > 0 ? [...lines, { text: said[locale].andMore(more, format.number(more)) }] : lines;
}

/** What was accepted on the day shown, with the word why and a button that takes it back. */
export function justifiedLines(summary: AuxSummary, context: CardContext): readonly Line[] {
  if (!context.audience.outliersByName) return [];
  const name = people(summary, context);
  const say = pastSaid[context.locale];
  return justifiedOf(summary, context)
    .slice(0, JUSTIFIED_LINES)
    .map((one, index) => ({
      text: say.justifiedLine(name(one.agent), stateOf(summary, one.state, context), one.why, one.name),
      ...withButton(context, () => ({
        kind: 'button',
        id: `unjustify:${index}`,
        label: say.undo,
        value: encodeCase({ request: context.request, found: one }),
      })),
    }));
}

/** The way to the list of all that was accepted lately, for whoever may take it back; null where there is nothing else to see. */
export function justifiedButton(summary: AuxSummary, context: CardContext): Button | null {
  const { audience, auxPast, format, locale, operation } = context;
  const all = auxPast?.justified.length ?? 0;
  const seen = Math.min(JUSTIFIED_LINES, justifiedOf(summary, context).length);
  if (all <= seen || !audience.outliersByName || audience.place !== 'private') return null;
  const label = pastSaid[locale].allJustified(format.number(all));
  return { kind: 'button', id: 'say:justified', label, value: sayJustified(locale, operation.id) };
}

/** `1 justificado`; null where nothing was accepted. */
export function justifiedTitle(summary: AuxSummary, context: CardContext): string | null {
  const many = justifiedOf(summary, context).length;
  return many === 0 ? null : pastSaid[context.locale].justified(many, context.format.number(many));
}

function judged(summary: AuxSummary, { auxPast, operation, request }: CardContext): AuxJudgement | null {
  if (auxPast === undefined || request.period.kind !== 'day') return null;
  const today: AuxDay = {
    date: request.period.date,
    states: summary.states.map(({ key, state }) => ({ key, state, uses: usesOf(summary, key) })),
  };
  return judgeAux([today, ...auxPast.days], operation.aux, auxPast.justified);
}

function justifiedOf(summary: AuxSummary, { auxPast, request }: CardContext): readonly Justification[] {
  const { period } = request;
  if (auxPast === undefined || period.kind !== 'day') return [];
  return auxPast.justified.filter(({ date, agent }) => date === period.date && knows(summary, agent));
}

function caseLine(found: AuxCase, summary: AuxSummary, context: CardContext): string {
  const { format, locale } = context;
  const say = said[locale];
  const label = stateName(found, context);
  const state = isOfTheDayShown(found, context) ? label : pastSaid[locale].onDay(label, format.day(found.date));
  const name = people(summary, context)(found.agent);
  const time = spoken(found.seconds, format);
  const line =
    found.against.kind === 'allowance'
      ? say.lineAllowed(name, state, time, spoken(found.against.allowed, format, found.seconds))
      : say.line(name, state, time, teamSaid(found.against, format, found.seconds));
  const lasting = lastingOf(found, context);
  return lasting === null ? line : `${line} ${lasting}`;
}

/** `Suárez Henao Claudia: Break el vie 20 nov`: what the form that asks why is about. */
function aboutOf(found: AuxCase, summary: AuxSummary, context: CardContext): string {
  const { format, locale } = context;
  const name = people(summary, context)(found.agent);
  return `${name}: ${pastSaid[locale].onDay(stateName(found, context), format.day(found.date))}`;
}

function shortLine(found: AuxCase, summary: AuxSummary, context: CardContext): string {
  const lasting = lastingOf(found, context) ?? pastSaid[context.locale].noDays;
  return `${people(summary, context)(found.agent)}: ${lasting.charAt(0).toLocaleLowerCase(context.locale)}${lasting.slice(1)}`;
}

/** Null where today is the only day that is known: a first day is one that follows others. */
function lastingOf({ persistence: { kind, overDays, ofDays } }: AuxCase, context: CardContext): string | null {
  const { format, locale } = context;
  if (ofDays < 2) return null;
  if (kind === 'first-day' && ofDays === DAYS_LOOKED_AT) return pastSaid[locale].first;
  return pastSaid[locale].days(format.number(overDays), format.number(ofDays));
}

function isOfTheDayShown(found: AuxCase | undefined, { request: { period } }: CardContext): boolean {
  return period.kind === 'day' && period.date === found?.date;
}

function withButton({ audience }: CardContext, make: () => Button): { readonly action?: Button } {
  return audience.place === 'private' ? { action: make() } : {};
}

function stateOf(summary: AuxSummary, key: string, context: CardContext): string {
  return stateName({ state: summary.states.find((state) => state.key === key)?.state ?? key }, context);
}

function usesOf({ agents }: AuxSummary, key: string) {
  return agents.flatMap(({ id, states }) => {
    const seconds = states.find((one) => one.key === key)?.seconds ?? 0;
    return seconds > 0 ? [{ id, seconds }] : [];
  });
}

function knows({ agents }: AuxSummary, agent: string): boolean {
  return agents.some(({ id }) => id === agent);
}
