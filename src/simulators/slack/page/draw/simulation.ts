import type { ReactNode } from 'react';
import type { Control } from '../../options.ts';
import type { Panel } from '../panel.ts';
import { languageOf } from '../words.ts';
import { h, type Sight } from './sight.ts';

/** Says that all of it is invented, and lets whoever looks choose a bad day. */
export function simulation(sight: Sight, panel: Panel): ReactNode {
  const { words, viewer } = sight;
  const language = languageOf(viewer.locale);
  const current = panel.current();
  const press = (control: Control, told: string, more: Record<string, unknown>) =>
    h(
      'button',
      {
        key: control.id,
        type: 'button',
        'data-control': control.id,
        'data-told': told,
        'data-test': `control-${control.id}`,
        ...more,
      },
      control.labels[language],
    );
  const choices = panel.controls
    .filter(({ moment }) => !moment)
    .map((control) =>
      press(control, words.simulationTold(control.labels[language]), { 'aria-pressed': control === current }),
    );
  const moments = panel.controls
    .filter(({ moment }) => moment)
    .map((control) => press(control, words.simulationHappened(control.labels[language]), { 'data-moment': true }));
  const title = panel.unusual() ? (current?.labels[language] ?? '') : '';
  return h(
    'details',
    { id: 'simulation', className: 'simulation', 'data-test': 'simulation' },
    h(
      'summary',
      { 'data-test': 'simulation-open' },
      h('span', null, words.simulation),
      h('b', { 'data-test': 'simulation-now' }, title),
    ),
    h(
      'div',
      { className: 'simulation-box' },
      h('p', null, words.simulationNote),
      choices.length > 0 ? h('h2', null, words.simulationDay) : null,
      choices,
      moments.length > 0 ? h('h2', null, words.simulationMoment) : null,
      moments,
    ),
  );
}
