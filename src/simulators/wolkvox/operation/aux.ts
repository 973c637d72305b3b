import type { AuxEpisode } from './events.ts';
import type { Random } from './random.ts';
import type { Agent } from './roster.ts';
import { type DayPlan, type Shift, spellOn, within } from './shift.ts';

interface Pause {
  state: string;
  at: number;
  seconds: number;
}

const hour = 3600;
const minute = 60;

// The same people every day, so that three of the last five days can be seen.
const outlierIndexes: readonly number[] = [6, 15, 21, 30, 36];

export function isOutlier(agent: Agent, plan: DayPlan): boolean {
  const spell = plan.badDays.auxOutliers;
  if (spell === null || spellOn(plan.day, spell) === undefined) return false;
  return outlierIndexes.slice(0, spell.agents).includes(agent.index);
}

function usualPauses(agent: Agent, plan: DayPlan, shift: Shift, random: Random): Pause[] {
  const pauses: Pause[] = [];
  const add = (state: string, at: number, minutes: number): void => {
    pauses.push({ state, at: Math.round(at), seconds: Math.round(minutes * minute) });
  };
  add('Break', shift.start + (1.7 + random.unit() * 0.8) * hour, random.skewed(15, 0.2));
  add('Break', shift.start + (5.6 + random.unit() * 0.9) * hour, random.skewed(15, 0.2));
  if (!plan.saturday)
    add(
      'Almuerzo',
      Math.max(11.7 * hour, shift.start + 2.6 * hour) + random.unit() * 1.4 * hour,
      random.skewed(55, 0.1),
    );
  const visits = random.between(1, 4);
  for (let visit = 0; visit < visits; visit += 1) {
    add('Baño', shift.start + (0.5 + random.unit() * 7.5) * hour, random.skewed(5, 0.3));
  }
  if (random.chance(0.1)) add('Capacitación', shift.start + (0.4 + random.unit() * 5) * hour, random.between(60, 120));
  if (random.chance(0.2)) add('Reunión', shift.start + random.unit() * 7 * hour, random.between(20, 35));
  const writings = agent.index % 4 === 1 ? random.between(2, 4) : 0;
  for (let writing = 0; writing < writings; writing += 1) {
    add('Respuesta Whats', shift.start + random.unit() * 8 * hour, random.skewed(24, 0.25));
  }
  return pauses;
}

function extraPauses(agent: Agent, plan: DayPlan, shift: Shift): Pause[] {
  const spell = plan.badDays.auxOutliers;
  if (spell === null || !isOutlier(agent, plan)) return [];
  const range = spellOn(plan.day, spell);
  return [0.5, 1.9, 6.4]
    .map((hours) => ({
      state: spell.state,
      at: Math.round(shift.start + hours * hour),
      seconds: Math.round((spell.extraMinutes * minute) / 3),
    }))
    .filter((pause) => within(pause.at, range));
}

export function auxOf(agent: Agent, plan: DayPlan, shift: Shift, random: Random): AuxEpisode[] {
  const wanted = [...usualPauses(agent, plan, shift, random), ...extraPauses(agent, plan, shift)];
  const episodes: AuxEpisode[] = [];
  let free = shift.start;
  for (const pause of wanted.sort((one, other) => one.at - other.at)) {
    const startedAt = Math.max(pause.at, free + 90);
    const end = startedAt + pause.seconds;
    if (end > shift.end) continue;
    const common = { day: plan.day, second: end, readyAt: end, agentId: agent.id };
    episodes.push({ ...common, state: pause.state, startedAt, seconds: pause.seconds });
    free = end;
  }
  return episodes;
}
