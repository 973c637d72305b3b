import type { Format } from '../../core/i18n/format.ts';
import type { CardContext } from '../report.ts';
import { type Finding, findingsOf, groupsOf } from './findings.ts';
import { people, stateName } from './people.ts';
import { said } from './said.ts';
import { spoken, teamSaid } from './spoken.ts';
import type { AuxSummary, StateFigures } from './summary.ts';
import type { Why } from './words.ts';

const LINES = 3;
const SMALL_STATES = 2;

/** Who is out of the usual and by how much, that the group is, that nobody is, or that nothing can be said of so few. */
export function verdictSentence(summary: AuxSummary, context: CardContext): string {
  const { audience, format, locale, now, request } = context;
  const say = said[locale];
  const period = format.when(request.period, now);
  const findings = findingsOf(summary);
  const [first] = findings;
  const many = new Set(findings.map(({ agent }) => agent)).size;
  if (first !== undefined && findings.length === 1 && audience.outliersByName) {
    const name = people(summary, context)(first.agent);
    const [state, time] = [stateName(first.state, context), spoken(first.seconds, format)];
    return first.allowed === null
      ? say.one(name, state, time, teamOf(first.state, format, first.seconds))
      : say.oneAllowed(name, state, time, spoken(first.allowed, format, first.seconds));
  }
  if (first !== undefined) {
    const states = unique(findings.map(({ state }) => stateName(state, context)));
    return say.several(many, format.number(many), whyOf(findings), format.list(states));
  }
  const groups = groupsOf(summary);
  if (groups.length > 0) return say.group(format.list(groups.map((state) => stateName(state, context))));
  const judged = summary.states.some(({ verdict }) => verdict.kind === 'judged' || verdict.kind === 'allowance');
  const agents = summary.agents.length;
  return judged ? say.nobody(period) : say.tooSmall(agents, format.number(agents), period);
}

/** Up to three, each with its reason: by name where the audience may, else by state. */
export function reasons(summary: AuxSummary, context: CardContext): string[] {
  const { audience, format, locale } = context;
  const say = said[locale];
  const findings = findingsOf(summary);
  if (!audience.outliersByName) return statesOver(findings, context);
  // The only one is the headline already.
  if (findings.length < 2) return [];
  const name = people(summary, context);
  const lines = findings.slice(0, LINES).map((finding) => {
    const [state, time] = [stateName(finding.state, context), spoken(finding.seconds, format)];
    return finding.allowed === null
      ? say.line(name(finding.agent), state, time, teamOf(finding.state, format, finding.seconds))
      : say.lineAllowed(name(finding.agent), state, time, spoken(finding.allowed, format, finding.seconds));
  });
  const more = findings.length - LINES;
  return more > 0 ? [...lines, say.andMore(more, format.number(more))] : lines;
}

function statesOver(findings: readonly Finding[], context: CardContext): string[] {
  const { format, locale } = context;
  const say = said[locale];
  const states = new Map(findings.map(({ state }) => [state.key, state]));
  return [...states.values()].slice(0, LINES).map((state) => {
    const own = findings.filter((finding) => finding.state.key === state.key);
    const [allowed, many] = [own[0]?.allowed ?? null, own.length];
    const longest = Math.max(...own.map(({ seconds }) => seconds));
    return allowed === null
      ? say.lineState(stateName(state, context), many, format.number(many), {
          ...teamOf(state, format, longest),
          median: spoken(state.median, format, longest),
        })
      : say.lineStateAllowed(stateName(state, context), many, format.number(many), spoken(allowed, format));
  });
}

/** What is not a finding and still has to be said of the states: groups, kept allowances, the ordered, the too small. */
export function ofStates(summary: AuxSummary, context: CardContext): string[] {
  const { audience, format, locale } = context;
  const say = said[locale];
  const name = people(summary, context);
  const sentences: string[] = [];
  const ordered: string[] = [];
  let small = 0;
  for (const state of summary.states) {
    const { verdict } = state;
    const label = stateName(state, context);
    if (verdict.kind === 'ordered') ordered.push(label);
    if (verdict.kind === 'group') {
      sentences.push(say.groupOf(label, format.number(verdict.over), format.number(verdict.users), verdict.by));
    }
    if (verdict.kind === 'allowance' && verdict.over.length === 0) {
      sentences.push(say.allWithin(label, spoken(verdict.allowed, format)));
    }
    if (verdict.kind === 'too-small' && small < SMALL_STATES) {
      small += 1;
      const why =
        verdict.because === 'few-users' ? say.few(label, state.users, format.number(state.users)) : say.alike(label);
      const highest = verdict.highest.map(({ id, seconds }) => `${name(id)} ${spoken(seconds, format)}`);
      sentences.push(
        audience.outliersByName && highest.length > 1 ? `${why} ${say.highest(format.list(highest))}` : why,
      );
    }
  }
  return ordered.length > 0 ? [...sentences, say.ordered(ordered.length, format.list(ordered))] : sentences;
}

function teamOf({ median, q1, q3 }: StateFigures, format: Format, beside: number) {
  return teamSaid({ median, low: q1, high: q3 }, format, beside);
}

function whyOf(findings: readonly Finding[]): Why {
  const allowed = findings.filter((finding) => finding.allowed !== null).length;
  return allowed === 0 ? 'usual' : allowed === findings.length ? 'allowed' : 'both';
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
