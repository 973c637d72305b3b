import type { Said } from './words.ts';

const SPELLED = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const agents = (many: number, text: string): string => (many === 1 ? `${text} agent` : `${text} agents`);

export const en: Said = {
  subject: 'auxiliary time',
  noState: 'No state',
  one: (name, state, time, team) =>
    `${name} out of the usual in ${state}, worth a look: ${time}; the team ${team.median} (${team.low}–${team.high})`,
  oneAllowed: (name, state, time, allowed) =>
    `${name} above what is allowed in ${state}: ${time}; ${allowed} are allowed`,
  several: (many, text, why, states) => {
    const where = {
      usual: 'out of the usual',
      allowed: 'above what is allowed',
      both: 'out of the usual or of what is allowed',
    }[why];
    return `${agents(many, SPELLED[many] ?? text)} ${where} in ${states}${why === 'allowed' ? '' : ', worth a look'}; the team is as usual`;
  },
  group: (states) => `The whole group is high in ${states}; it is not about one or two`,
  nobody: (period) => `Nobody out of the usual in aux ${period}`,
  tooSmall: (many, text, period) => `Group too small to judge aux ${period}: ${agents(many, text)}`,
  total: (period, time, many, text, change) =>
    `Aux ${period}: ${time} over ${agents(many, text)}${change === null ? '' : `, ${change}`}.`,
  line: (name, state, time, team) =>
    `${name}: ${time} of ${state}; the team ${team.median} (${team.low}–${team.high}).`,
  lineAllowed: (name, state, time, allowed) => `${name}: ${time} of ${state}; ${allowed} are allowed.`,
  lineState: (state, many, text, team) =>
    `${state}: ${agents(many, text)} out of the usual; the team ${team.median} (${team.low}–${team.high}).`,
  lineStateAllowed: (state, many, text, allowed) =>
    `${state}: ${agents(many, text)} above what is allowed (${allowed}).`,
  andMore: (many, text) =>
    many === 1
      ? 'And one more: the file (CSV or Excel) marks it.'
      : `And ${text} more: the file (CSV or Excel) marks them.`,
  groupOf: (state, over, users, by) =>
    by === 'allowance'
      ? `${state}: ${over} of ${users} agents above what is allowed. Worth a look at what happened, or at the allowance.`
      : `${state}: ${over} of ${users} agents far above the others. Worth a look at what happened.`,
  allWithin: (state, allowed) => `${state}: nobody above what is allowed (${allowed}).`,
  ordered: (many, states) =>
    `${states} ${many === 1 ? 'is' : 'are'} not judged: that time is ordered by the operation.`,
  few: (state, many, text) => `${state}: too few to judge (${agents(many, text)}).`,
  alike: (state) => `${state}: nearly all with the same time, not judged.`,
  highest: (list) => `The highest there: ${list}.`,
  chart: 'Auxiliary time per state',
  minutes: 'minutes',
  perAgent: 'Per agent',
  agentsCaption: (shown, asked, of) => {
    if (shown > asked) return `First ${asked}; ${shown} because of a tie, of ${of} agents`;
    return shown < of ? `First ${shown} of ${of} agents` : agents(of, String(of));
  },
  statesCaption: (states) => (states === 1 ? 'One state' : `${states} states`),
  columns: {
    id: 'Extension',
    agent: 'Agent',
    total: 'Total',
    others: 'Others',
    state: 'State',
    time: 'Time',
    users: 'Agents',
    median: 'Median',
    middle: 'Middle half',
    verdict: 'Reading',
  },
  verdicts: {
    ordered: 'not judged: the operation orders it',
    within: 'within what is allowed',
    over: 'above what is allowed',
    usual: 'within the usual',
    out: 'out of the usual, worth a look',
    group: 'the whole group is high',
    'too-small': 'too few to judge',
  },
  runningNote: 'episodes under way do not count yet',
  namesNote: 'names are for supervisors',
  daysNote: (days) => `allowances are per day: here they count ${days} times`,
};
