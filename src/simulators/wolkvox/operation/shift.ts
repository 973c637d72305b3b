import type { BadDays, Spell } from '../scenario.ts';
import { epochOfDay, rangeOn, readStamp, weekdayOf } from './local-time.ts';
import type { Random } from './random.ts';
import type { Agent } from './roster.ts';

export interface Shift {
  readonly start: number;
  readonly end: number;
}

export interface DayPlan {
  readonly day: string;
  readonly seed: number;
  readonly midnight: number;
  readonly saturday: boolean;
  readonly busyness: number;
  readonly badDays: BadDays;
}

const hour = 3600;
const weekdayBusyness = [1.15, 1.06, 1, 0.98, 0.95, 0.85];
const busynessByHour = [0.45, 0.8, 1.15, 1.3, 1.25, 0.95, 0.7, 0.95, 1.15, 1.1, 0.85, 0.5];

export function planDay(day: string, seed: number, zone: string, noise: number, badDays: BadDays): DayPlan | undefined {
  const weekday = weekdayOf(day);
  if (weekday === 7 || badDays.closedDays.includes(day)) return undefined;
  const busyness = (weekdayBusyness[weekday - 1] ?? 1) * (0.94 + 0.12 * noise);
  return { day, seed, midnight: epochOfDay(day, zone), saturday: weekday === 6, busyness, badDays };
}

export function opening(plan: DayPlan): Shift {
  return plan.saturday ? { start: 8 * hour, end: 14 * hour } : { start: 7 * hour, end: 19 * hour };
}

export function busynessAt(plan: DayPlan, second: number): number {
  return plan.busyness * (busynessByHour[Math.floor(second / hour) - 7] ?? 0.4);
}

export function shiftOf(agent: Agent, plan: DayPlan, random: Random, mustWork: boolean): Shift | undefined {
  const absent = random.chance(plan.saturday ? 0.45 : 0.06);
  const late = Math.round(random.waiting(150));
  if (absent && !mustWork) return undefined;
  if (plan.saturday) return { start: 8 * hour + late, end: 14 * hour };
  if (mustWork || agent.index % 3 === 0) return { start: 7 * hour + late, end: 16 * hour };
  if (agent.index % 3 === 1) return { start: 8.5 * hour + late, end: 17.5 * hour };
  return { start: 10 * hour + late, end: 19 * hour };
}

export function spellOn(day: string, spell: Spell | null): { first: number; last: number } | undefined {
  if (spell === null) return undefined;
  const from = readStamp(spell.from ?? '19700101000000');
  const to = readStamp(spell.to ?? '29991231235959');
  if (from === undefined || to === undefined) throw new Error('A spell of the scenario needs fourteen-digit stamps.');
  return rangeOn(day, { from, to });
}

export function within(second: number, range: { first: number; last: number } | undefined): boolean {
  return range !== undefined && second >= range.first && second <= range.last;
}
