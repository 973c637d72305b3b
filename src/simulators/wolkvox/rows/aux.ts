import type { AuxEpisode } from '../operation/events.ts';
import { clock } from '../operation/local-time.ts';
import { type Agent, agents } from '../operation/roster.ts';
import type { Row } from './row.ts';

function idOf(agent: Agent): string {
  return agent.index % 18 === 5 ? `${agent.id}-${agent.name}` : agent.id;
}

function labelOf(agent: Agent, state: string): string {
  if (state === 'Baño' && agent.index % 5 === 2) return ` ${state}`;
  return state === 'Break' && agent.index % 11 === 4 ? `${state} ` : state;
}

function durationOf(agent: Agent, seconds: number): string {
  const text = clock(seconds);
  return agent.index % 7 === 3 ? text.replace(/^0(?=\d:)/, '') : text;
}

export function auxRows(episodes: readonly AuxEpisode[]): Row[] {
  const byAgent = new Map<string, Map<string, number>>();
  for (const episode of episodes) {
    const states = byAgent.get(episode.agentId) ?? new Map<string, number>();
    states.set(episode.state, (states.get(episode.state) ?? 0) + episode.seconds);
    byAgent.set(episode.agentId, states);
  }
  const rows: Row[] = [];
  for (const agent of agents) {
    const states = byAgent.get(agent.id);
    if (states === undefined) continue;
    const who = { agent_id: idOf(agent), agent_dni: agent.dni, agent_name: agent.name };
    for (const [state, seconds] of states) {
      rows.push({ ...who, aux_state: labelOf(agent, state), time: durationOf(agent, seconds) });
    }
    if (agent.index === 11) rows.push({ ...who, aux_state: ' ', time: '00:00:00' });
  }
  return rows;
}
