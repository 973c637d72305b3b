import type { ReactNode } from 'react';
import type { Panel } from '../panel.ts';
import { languageOf } from '../words.ts';
import { h, type Sight } from './sight.ts';

/** Says that all of it is invented, and lets whoever looks choose a bad day. */
export function simulation(sight: Sight, panel: Panel): ReactNode {
  const { words, viewer } = sight;
  const language = languageOf(viewer.locale);
  const current = panel.current();
  const choices = panel.controls.map((control) =>
    h(
      'button',
      {
        key: control.id,
        type: 'button',
        'data-control': control.id,
        'data-told': words.simulationTold(control.labels[language]),
        'data-test': `control-${control.id}`,
        'aria-pressed': control === current,
      },
      control.labels[language],
    ),
  );
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
    ),
  );
}
