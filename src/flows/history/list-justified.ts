import { z } from 'zod';
import type { Audience } from '../../core/actor.ts';
import type { Card, Line } from '../../core/card/card.ts';
import { encodeCase, type Justification } from '../../core/history/justified-case.ts';
import { justifiedWords } from '../../core/i18n/justified-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { addDays } from '../../core/period/dates.ts';
import { dateAt } from '../../core/period/local-time.ts';
import { agentLabel } from '../../core/phrases/agent-label.ts';
import { nameIn } from '../../core/values/name-in.ts';
import { upperFirst } from '../../core/values/text.ts';
import type { Clock } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { ReadNames } from '../read/read-names.ts';
import type { HistoryReader } from './history-reader.ts';
import type { Justifications } from './justify-store.ts';

/** What was accepted in the last 30 days, newest first, each with a button that takes it back. Asks wolkvox for names alone. */
export type ListJustified = (
  operation: Operation,
  reader: { readonly locale: Locale; readonly audience: Audience },
) => Promise<Card>;

export type JustifiedPorts = {
  readonly clock: Clock;
  readonly justified: Pick<Justifications, 'between'>;
  readonly history: Pick<HistoryReader, 'days'>;
  readonly readNames: ReadNames;
  readonly formatFor: FormatFor;
};

export const LISTED_DAYS = 30;
/** What a button takes a case back with and then shows the list again. */
export const UNLIST = 'unlist';
/** Each line with a button is a block: a message holds fifty, a phone fewer. */
const MOST_LINES = 20;

const figuresSchema = z.object({
  agents: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  states: z.array(z.object({ key: z.string(), state: z.string() })),
});

/** Justified cases of the last 30 local days up to now, newest date first, then newest decision. */
export async function lately(
  { clock, justified }: Pick<JustifiedPorts, 'clock' | 'justified'>,
  { id, zone }: Operation,
): Promise<readonly Justification[]> {
  const today = dateAt(clock.now(), zone);
  const found = await justified.between(id, addDays(today, 1 - LISTED_DAYS), today);
  return found.toSorted((a, b) => (a.date === b.date ? b.at - a.at : a.date < b.date ? 1 : -1));
}

export function justifiedLister(ports: JustifiedPorts): ListJustified {
  return async (operation, { locale, audience }) => {
    const now = ports.clock.now();
    const format = ports.formatFor(locale, operation);
    const say = justifiedWords(locale);
    const found = await lately(ports, operation);
    const shown = found.slice(0, MOST_LINES);
    const labels = shown.length === 0 ? null : await labelsOf(ports, operation, shown);
    const lines = shown.map((one, index): Line => {
      const agent = agentLabel(labels?.agents.get(one.agent) ?? one.agent, index + 1, audience.names, locale);
      const state = one.state === '' ? say.noState : (labels?.states.get(one.state) ?? upperFirst(one.state));
      const [day, at] = [format.day(one.date), format.moment(one.at, now)];
      return {
        text: say.line({ day, agent, state, why: one.why, by: one.name, at }),
        action: {
          kind: 'button',
          id: `${UNLIST}:${index}`,
          label: say.undo,
          value: encodeCase({ request: requestOf(operation, one), found: one }),
        },
      };
    });
    const more = found.length - shown.length;
    return {
      headline: say.headline({ count: found.length, days: LISTED_DAYS, format }),
      sections: [
        ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
        ...(more > 0 ? [{ kind: 'text' as const, text: say.more(format.number(more)) }] : []),
      ],
      trust: [operation.name, ...(found.length > 0 ? [say.effect] : [])],
      actions: [],
    };
  };
}

function requestOf({ id }: Operation, { date }: Justification) {
  const view = { top: null, by: null, versus: null };
  return { report: 'aux', operation: id, period: { kind: 'day', date }, campaign: null, view } as const;
}

/** How agents and states are called: as the kept days say it, the newest first, else by wolkvox's catalogue. */
async function labelsOf({ history, readNames }: JustifiedPorts, operation: Operation, shown: readonly Justification[]) {
  const dates = shown.map(({ date }) => date).toSorted();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const kept = await history.days(operation, 'aux', addDays(first, -7), last);
  const agents = new Map<string, string>();
  const states = new Map<string, string>();
  for (const { day } of kept) {
    if (day.kind !== 'kept') continue;
    const figures = figuresSchema.parse(reportOf('aux').figures(day.sealed));
    for (const { id, name } of figures.agents) if (name !== null) agents.set(id, name);
    for (const { key, state } of figures.states) states.set(key, state);
  }
  if (shown.some(({ agent }) => !agents.has(agent))) {
    const { names } = await readNames(operation, ['agents'], 'person');
    for (const { agent } of shown) {
      const name = nameIn(names.agents, agent);
      if (name !== null && !agents.has(agent)) agents.set(agent, name);
    }
  }
  return { agents, states };
}
