import { buildCall, lineDown, unreached } from './call.ts';
import type { Call } from './events.ts';
import type { Random } from './random.ts';
import { type Campaign, customerOf, type Skill, testAgent } from './roster.ts';
import { busynessAt, type DayPlan, opening, spellOn, within } from './shift.ts';

function arrivals(plan: DayPlan, mean: number, random: Random): number[] {
  const { start, end } = opening(plan);
  const times: number[] = [];
  for (let at = start; ; ) {
    at += random.waiting(mean / busynessAt(plan, at));
    if (at >= end) return times;
    times.push(Math.round(at));
  }
}

export function abandonedOf(skill: Skill, plan: DayPlan, random: Random): Call[] {
  return arrivals(plan, 2900 / skill.weight, random).map((second) => {
    const customer = customerOf(random.between(1, 5000));
    const draft = {
      second,
      kind: 'inbound',
      result: 'abandon',
      ring: random.between(8, 240),
      seconds: 0,
      agentId: null,
      skillId: skill.id,
      campaignId: null,
      telephone: `604555${customer.telephone.slice(-4)}`,
      customerId: '',
      centsPerMinute: 0,
      head: '6736.4628.1040',
    } as const;
    return { ...buildCall(plan, draft, random), cents: 100 * random.between(1, 9) };
  });
}

export function unansweredDialsOf(campaign: Campaign, plan: DayPlan, random: Random): Call[] {
  const trouble = plan.badDays.lineTrouble;
  const range = spellOn(plan.day, trouble);
  return arrivals(plan, 520, random).map((second) => {
    const customer = customerOf(random.between(1, 5000));
    const misfortune = random.unit();
    const broken = lineDown(random);
    const missed = unreached(random);
    const down = trouble !== null && within(second, range) && misfortune < trouble.share;
    const draft = {
      second,
      kind: 'out_pre',
      result: down ? broken : missed,
      ring: random.between(3, 40),
      seconds: 0,
      agentId: null,
      skillId: campaign.skillId,
      campaignId: campaign.id,
      telephone: `9${customer.telephone}`,
      customerId: customer.id,
      centsPerMinute: 0,
      head: campaign.id,
    } as const;
    return buildCall(plan, draft, random);
  });
}

export function testCallsOf(plan: DayPlan, random: Random): Call[] {
  const times = Array.from({ length: random.between(0, 3) }, () => random.between(9 * 3600, 13 * 3600));
  return times.map((second) => {
    const draft = {
      second,
      kind: 'internal call',
      result: 'answer',
      ring: 2,
      seconds: random.between(4, 60),
      agentId: testAgent.id,
      skillId: null,
      campaignId: null,
      telephone: '12301',
      customerId: '-',
      centsPerMinute: 0,
      head: testAgent.id,
    } as const;
    return buildCall(plan, draft, random);
  });
}
