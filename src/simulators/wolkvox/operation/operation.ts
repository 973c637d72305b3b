import type { BadDays } from '../scenario.ts';
import { callsOf } from './agent-calls.ts';
import { auxOf, isOutlier } from './aux.ts';
import type { AuxEpisode, Call, Day, Event, PreviewRecord, SmartHold } from './events.ts';
import { daysOf, type Moment, rangeOn, type Window } from './local-time.ts';
import { previewsOf } from './preview-calls.ts';
import { seededRandom } from './random.ts';
import { agents, campaigns, skills } from './roster.ts';
import { planDay, shiftOf, type DayPlan } from './shift.ts';
import { smartHoldsOf } from './smart-hold.ts';
import { abandonedOf, testCallsOf, unansweredDialsOf } from './unattended.ts';

const quietDay: Day = { calls: [], aux: [], holds: [], previews: [] };
const daysKept = 130;

function bySecond<Item extends Event>(events: Item[]): Item[] {
  return events.sort((one, other) => one.second - other.second);
}

function generate(plan: DayPlan): Day {
  const calls: Call[] = [];
  const aux: AuxEpisode[] = [];
  const previews: PreviewRecord[] = [];
  for (const agent of agents) {
    const shift = shiftOf(agent, plan, seededRandom(plan.seed, plan.day, 'shift', agent.id), isOutlier(agent, plan));
    if (shift === undefined) continue;
    const episodes = auxOf(agent, plan, shift, seededRandom(plan.seed, plan.day, 'aux', agent.id));
    aux.push(...episodes);
    const random = seededRandom(plan.seed, plan.day, 'calls', agent.id);
    if (agent.role === 'preview') {
      const records = previewsOf(agent, plan, shift, episodes, random);
      previews.push(...records);
      calls.push(...records.flatMap((record) => record.calls));
    } else {
      calls.push(...callsOf(agent, plan, shift, episodes, random));
    }
  }
  for (const skill of skills)
    calls.push(...abandonedOf(skill, plan, seededRandom(plan.seed, plan.day, 'lost', skill.id)));
  for (const campaign of campaigns) {
    calls.push(...unansweredDialsOf(campaign, plan, seededRandom(plan.seed, plan.day, 'dials', campaign.id)));
  }
  calls.push(...testCallsOf(plan, seededRandom(plan.seed, plan.day, 'test')));
  return { calls: bySecond(calls), aux: bySecond(aux), holds: smartHoldsOf(plan), previews: bySecond(previews) };
}

/** What is known up to a moment: events ready before `second` of `day`, which itself is not included. */
export interface View {
  readonly window: Window;
  readonly horizon: Moment;
}

export interface Truth {
  readonly calls: Call[];
  readonly aux: AuxEpisode[];
  readonly holds: SmartHold[];
  readonly previews: PreviewRecord[];
}

export interface Operation {
  day(day: string): Day;
  calls(view: View): Call[];
  aux(view: View): AuxEpisode[];
  holds(view: View): SmartHold[];
  previews(view: View): PreviewRecord[];
}

export function isKnown(day: string, readyAt: number, horizon: Moment): boolean {
  return day < horizon.day || (day === horizon.day && readyAt < horizon.second);
}

export function openOperation(seed: number, zone: string, badDays: () => BadDays): Operation {
  const kept = new Map<string, Day>();

  function day(date: string): Day {
    const { abandonSpike, lineTrouble, auxOutliers, promiseDebt, closedDays } = badDays();
    const bad = { abandonSpike, lineTrouble, auxOutliers, promiseDebt, closedDays };
    const key = `${date} ${JSON.stringify(bad)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const plan = planDay(date, seed, zone, seededRandom(seed, date, 'noise').unit(), bad);
    const made = plan === undefined ? quietDay : generate(plan);
    if (kept.size >= daysKept) kept.clear();
    kept.set(key, made);
    return made;
  }

  function select<Item extends Event>(view: View, of: (day: Day) => readonly Item[]): Item[] {
    const chosen: Item[] = [];
    for (const date of daysOf(view.window)) {
      const range = date > view.horizon.day ? undefined : rangeOn(date, view.window);
      if (range === undefined) continue;
      for (const event of of(day(date))) {
        const asked = event.second >= range.first && event.second <= range.last;
        if (asked && isKnown(date, event.readyAt, view.horizon)) chosen.push(event);
      }
    }
    return chosen;
  }

  return {
    day,
    calls: (view) => select(view, (each) => each.calls),
    aux: (view) => select(view, (each) => each.aux),
    holds: (view) =>
      select(view, (each) => each.holds).map((hold) =>
        hold.recallAt === null || isKnown(hold.day, hold.recallAt, view.horizon)
          ? hold
          : { ...hold, recall: 'none', recallAt: null },
      ),
    previews: (view) => select(view, (each) => each.previews),
  };
}
