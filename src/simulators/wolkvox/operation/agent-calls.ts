import { buildCall, type CallDraft, lineDown, unreached } from './call.ts';
import type { AuxEpisode, Call } from './events.ts';
import type { Random } from './random.ts';
import { type Agent, customerOf } from './roster.ts';
import { busynessAt, type DayPlan, type Shift, spellOn, within } from './shift.ts';

const internalKinds = ['internal call', 'internal call_que', 'transfer'] as const;

export function nextFree(second: number, aux: readonly AuxEpisode[]): number {
  const busy = aux.find((episode) => second >= episode.startedAt && second < episode.second);
  return busy === undefined ? second : busy.second;
}

function draftInbound(agent: Agent, second: number, spiking: boolean, random: Random): CallDraft {
  const seconds = Math.round(random.skewed(250, 0.5));
  const waited = random.between(4, 110);
  const customer = customerOf(random.between(1, 5000));
  const known = random.chance(0.6);
  const common = { second, kind: 'inbound', skillId: agent.skillId, campaignId: null, ring: waited } as const;
  const caller = { telephone: known ? customer.telephone : `604555${customer.telephone.slice(-4)}` };
  const customerId = known ? customer.id : '';
  if (spiking) {
    const lost = { result: 'abandon', seconds: 0, agentId: null, centsPerMinute: 0 } as const;
    return { ...common, ...caller, ...lost, customerId, head: '6736.4628.1040' };
  }
  const taken = {
    result: 'answer',
    seconds,
    agentId: agent.id,
    centsPerMinute: agent.index % 2 === 0 ? 0 : 900,
  } as const;
  return { ...common, ...caller, ...taken, customerId, head: agent.id };
}

function draftOutbound(agent: Agent, second: number, down: boolean, random: Random): CallDraft {
  const talk = Math.round(random.skewed(180, 0.6));
  const missed = unreached(random);
  const broken = lineDown(random);
  const reached = random.chance(0.42);
  const customer = customerOf(random.between(1, 5000));
  const result = down ? broken : reached ? 'answer' : missed;
  const seconds = result === 'answer' ? talk : result === 'answer machine' ? 3 + (talk % 10) : 0;
  const predictive = random.chance(0.5);
  return {
    second,
    kind: predictive ? 'out_pre' : 'outbound_ma',
    result,
    ring: random.between(3, 35),
    seconds,
    agentId: agent.id,
    skillId: agent.skillId,
    campaignId: predictive ? agent.campaignId : null,
    telephone: `9${customer.telephone}`,
    customerId: customer.id,
    centsPerMinute: 4500,
    head: predictive ? agent.campaignId : agent.id,
  };
}

function draftInternal(agent: Agent, second: number, random: Random): CallDraft {
  const seconds = Math.round(random.skewed(70, 0.5));
  const kind = random.pick(internalKinds);
  const result = random.chance(0.12) ? 'chanunavail' : 'answer';
  return {
    second,
    kind,
    result,
    ring: random.between(2, 15),
    seconds: result === 'answer' ? seconds : 0,
    agentId: agent.id,
    skillId: null,
    campaignId: null,
    telephone: kind === 'transfer' ? customerOf(seconds).telephone : String(12_301 + (seconds % 40) * 13),
    customerId: '-',
    centsPerMinute: 0,
    head: agent.id,
  };
}

export function callsOf(agent: Agent, plan: DayPlan, shift: Shift, aux: readonly AuxEpisode[], random: Random): Call[] {
  const calls: Call[] = [];
  const spike = plan.badDays.abandonSpike;
  const trouble = plan.badDays.lineTrouble;
  const spikeRange = spellOn(plan.day, spike);
  const troubleRange = spellOn(plan.day, trouble);
  let at = shift.start + random.between(20, 200);
  while (at < shift.end - 60) {
    at = nextFree(Math.round(at + random.waiting(230 / busynessAt(plan, at))), aux);
    if (at >= shift.end - 60) break;
    const misfortune = random.unit();
    const choice = random.unit();
    const spiking = spike !== null && within(at, spikeRange) && misfortune < spike.share;
    const down = trouble !== null && within(at, troubleRange) && misfortune < trouble.share;
    const outbound = agent.role === 'mixed' ? 0.55 : 0.08;
    let draft = draftInbound(agent, at, spiking, random);
    if (choice < outbound) draft = draftOutbound(agent, at, down, random);
    else if (choice < outbound + 0.05) draft = draftInternal(agent, at, random);
    calls.push(buildCall(plan, draft, random));
    at += draft.seconds + random.between(8, 45);
  }
  return calls;
}
