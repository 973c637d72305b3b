import { agentLabel } from '../../core/phrases/agent-label.ts';
import { nameIn } from '../../core/values/name-in.ts';
import type { CardContext } from '../report.ts';
import { said } from './said.ts';
import type { AuxSummary, StateFigures } from './summary.ts';

/** How each agent of a summary is shown to this audience, by id. */
export function people({ agents }: AuxSummary, { audience, locale, names }: CardContext): (id: string) => string {
  const labels = new Map(
    agents.map(({ id, name }, index) => [
      id,
      agentLabel(name ?? nameIn(names.agents, id) ?? id, index + 1, audience.names, locale),
    ]),
  );
  return (id) => labels.get(id) ?? '—';
}

export function stateName({ state }: Pick<StateFigures, 'state'>, { locale }: CardContext): string {
  return state === '' ? said[locale].noState : state;
}
