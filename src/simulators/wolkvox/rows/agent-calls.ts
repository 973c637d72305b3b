import type { Call } from '../operation/events.ts';
import { agents, routingPoint, testAgent } from '../operation/roster.ts';
import type { RowHabits } from '../scenario.ts';
import { money, type Row } from './row.ts';

interface Sum {
  calls: number;
  cents: number;
}

function ownerOf(call: Call): string | null {
  if (call.result === 'abandon') return routingPoint.id;
  return call.result === 'answer' || call.result === 'answer machine' ? call.agentId : null;
}

function row(name: string, sum: Sum, blank: string): Row {
  return { calls: String(sum.calls), agent_name: name, cost: sum.cents === 0 ? blank : money(sum.cents) };
}

export function agentCallRows(calls: readonly Call[], habits: RowHabits): Row[] {
  const sums = new Map<string, Sum>();
  for (const call of calls) {
    const owner = ownerOf(call);
    if (owner === null) continue;
    const sum = sums.get(owner) ?? { calls: 0, cents: 0 };
    sums.set(owner, { calls: sum.calls + 1, cents: sum.cents + call.cents });
  }
  if (sums.size === 0) return [];
  const shown: [string, Sum, string][] = [];
  for (const agent of agents) {
    const sum = sums.get(agent.id);
    if (sum !== undefined) shown.push([agent.name, sum, agent.index % 4 === 0 ? '0' : '']);
  }
  if (habits.pseudoAgents) {
    shown.push([testAgent.name, sums.get(testAgent.id) ?? { calls: 0, cents: 0 }, '']);
    const routed = sums.get(routingPoint.id);
    if (routed !== undefined) shown.push([routingPoint.name, routed, '0']);
  }
  const rows = shown.map(([name, sum, blank]) => row(name, sum, blank));
  if (!habits.totals || rows.length === 0) return rows;
  const total = { calls: 0, cents: 0 };
  for (const [, sum] of shown) {
    total.calls += sum.calls;
    total.cents += sum.cents;
  }
  return [...rows, row('TOTAL', total, '0')];
}
