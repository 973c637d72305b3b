import { nextFree } from './agent-calls.ts';
import { buildCall, lineDown, unreached } from './call.ts';
import type { AuxEpisode, Call, PreviewRecord } from './events.ts';
import type { Random } from './random.ts';
import { type Agent, customerOf } from './roster.ts';
import { type DayPlan, type Shift, spellOn, within } from './shift.ts';

const reachedResults = ['CONTESTA TITULAR', 'RPC', 'Contesta titular', 'CONTESTA TERCERO'] as const;
const missedResults = ['BUZON', 'NO CONTESTA', 'BUZON', 'Ocupado'] as const;
const regComments = [
  '',
  '',
  '',
  'Prefiere contacto por la mañana',
  'Llamar después de las 5 p.m.\r\nNo tiene WhatsApp',
] as const;

function dial(
  agent: Agent,
  plan: DayPlan,
  second: number,
  customerNumber: number,
  attempt: number,
  random: Random,
): Call {
  const trouble = plan.badDays.lineTrouble;
  const misfortune = random.unit();
  const broken = lineDown(random);
  const missed = unreached(random);
  const talk = Math.round(random.skewed(190, 0.6));
  const reached = random.chance(0.4);
  const down = trouble !== null && within(second, spellOn(plan.day, trouble)) && misfortune < trouble.share;
  const result = down ? broken : reached ? 'answer' : missed;
  const customer = customerOf(customerNumber);
  const telephone = attempt === 0 ? `9${customer.telephone}` : `95266${customer.telephone.slice(-9)}`;
  return buildCall(
    plan,
    {
      second,
      kind: 'outbound_ma',
      result,
      ring: random.between(3, 30),
      seconds: result === 'answer' ? talk : result === 'answer machine' ? 3 + (talk % 10) : 0,
      agentId: agent.id,
      skillId: null,
      campaignId: agent.campaignId,
      telephone,
      customerId: customer.id,
      centsPerMinute: 4500,
      head: agent.id,
    },
    random,
  );
}

export function previewsOf(
  agent: Agent,
  plan: DayPlan,
  shift: Shift,
  aux: readonly AuxEpisode[],
  random: Random,
): PreviewRecord[] {
  const records: PreviewRecord[] = [];
  let at = shift.start + random.between(30, 240);
  while (at < shift.end - 120) {
    const second = nextFree(Math.round(at), aux);
    if (second >= shift.end - 120) break;
    const customerNumber = random.between(1, 1400);
    const clean = random.chance(0.1);
    const retry = random.chance(0.2);
    const previewed = random.between(6, 50);
    const calls: Call[] = [];
    let end = second + previewed;
    if (!clean) {
      const first = dial(agent, plan, end + 12, customerNumber, 0, random);
      calls.push(first);
      end = first.readyAt;
      if (retry && first.result !== 'answer') {
        const again = dial(agent, plan, end + 35, customerNumber, 1, random);
        calls.push(again);
        end = again.readyAt;
      }
    }
    const last = calls.at(-1);
    const result = last?.result === 'answer' ? random.pick(reachedResults) : random.pick(missedResults);
    records.push({
      day: plan.day,
      second,
      readyAt: end,
      campaignId: agent.campaignId,
      agentId: agent.id,
      customerNumber,
      result: clean ? 'CLEAN' : result,
      lastCode: last?.code ?? '',
      comments: random.pick(regComments),
      calls,
    });
    at = end + random.waiting(210);
  }
  return records;
}
