import type { Locale } from '../../core/i18n/locale.ts';
import type { ReportWords } from '../report.ts';

export const words = {
  es: {
    title: 'Auxiliares',
    what: 'Tiempo auxiliar por agente y estado, y quién está fuera de lo habitual',
    metrics: {
      aux_total: 'Tiempo auxiliar',
      aux_state: 'Mayor tiempo en un estado',
      aux_median: 'Mediana del equipo',
      out_of_usual: 'Fuera de lo habitual',
      group_over: 'Estados con el grupo alto',
    },
  },
  en: {
    title: 'Aux',
    what: 'Auxiliary time per agent and state, and who is out of the usual',
    metrics: {
      aux_total: 'Auxiliary time',
      aux_state: 'Longest time in one state',
      aux_median: 'Median of the team',
      out_of_usual: 'Out of the usual',
      group_over: 'States with the group high',
    },
  },
  pt: {
    title: 'Pausas',
    what: 'Tempo em pausa por agente e estado, e quem está fora do habitual',
    metrics: {
      aux_total: 'Tempo em pausa',
      aux_state: 'Maior tempo em um estado',
      aux_median: 'Mediana da equipe',
      out_of_usual: 'Fora do habitual',
      group_over: 'Estados com o grupo alto',
    },
  },
} satisfies Record<Locale, ReportWords>;

export type Why = 'usual' | 'allowed' | 'both';
/** `median`, `low` and `high` are bare minutes; `time` and `allowed` carry their unit. */
type Team = { readonly median: string; readonly low: string; readonly high: string };

/** Arguments are formatted already; a bare number beside one only chooses singular or plural. */
export type Said = {
  readonly subject: string;
  readonly noState: string;
  readonly one: (name: string, state: string, time: string, team: Team) => string;
  readonly oneAllowed: (name: string, state: string, time: string, allowed: string) => string;
  readonly several: (agents: number, text: string, why: Why, states: string) => string;
  readonly group: (states: string) => string;
  readonly nobody: (period: string) => string;
  readonly tooSmall: (agents: number, text: string, period: string) => string;
  readonly total: (period: string, time: string, agents: number, text: string, change: string | null) => string;
  readonly line: (name: string, state: string, time: string, team: Team) => string;
  readonly lineAllowed: (name: string, state: string, time: string, allowed: string) => string;
  readonly lineState: (state: string, agents: number, text: string, team: Team) => string;
  readonly lineStateAllowed: (state: string, agents: number, text: string, allowed: string) => string;
  readonly andMore: (many: number, text: string) => string;
  readonly groupOf: (state: string, over: string, users: string, by: 'allowance' | 'statistics') => string;
  readonly allWithin: (state: string, allowed: string) => string;
  readonly ordered: (many: number, states: string) => string;
  readonly few: (state: string, agents: number, text: string) => string;
  readonly alike: (state: string) => string;
  readonly highest: (list: string) => string;
  readonly chart: string;
  readonly minutes: string;
  readonly perAgent: string;
  readonly agentsCaption: (shown: number, asked: number, of: number) => string;
  readonly statesCaption: (states: number) => string;
  readonly columns: Readonly<
    Record<'id' | 'agent' | 'total' | 'others' | 'state' | 'time' | 'users' | 'median' | 'middle' | 'verdict', string>
  >;
  readonly verdicts: Readonly<Record<'ordered' | 'within' | 'over' | 'usual' | 'out' | 'group' | 'too-small', string>>;
  readonly runningNote: string;
  readonly namesNote: string;
  readonly daysNote: (days: string) => string;
};
