import type { ReactNode } from 'react';
import type { View } from '../../workspace.ts';
import { blocksOf } from './blocks.ts';
import { wordsOf } from './mrkdwn.ts';
import { avatar, h, type Sight } from './sight.ts';

export function drawModal(view: View, sight: Sight): ReactNode {
  const { body } = view;
  const title = wordsOf(body['title']);
  const general = view.errors[''];
  return h(
    'form',
    { className: 'modal', 'data-where': view.id, 'data-test': 'modal', 'aria-label': title, noValidate: true },
    h(
      'header',
      null,
      avatar(sight, '', 24),
      h('h2', null, title),
      h(
        'button',
        { type: 'button', className: 'x', 'data-close': true, 'aria-label': sight.words.close, 'data-test': 'modal-x' },
        '✕',
      ),
    ),
    h(
      'div',
      { className: 'modal-body' },
      general ? h('p', { className: 'alert error', role: 'alert' }, general) : null,
      blocksOf(body.blocks, sight, { view }),
    ),
    h(
      'footer',
      null,
      h(
        'button',
        { type: 'button', className: 'button', 'data-close': true, 'data-test': 'modal-close' },
        wordsOf(body['close'], sight.words.cancel),
      ),
      body['submit']
        ? h(
            'button',
            { type: 'submit', className: 'button primary', 'data-test': 'modal-submit' },
            wordsOf(body['submit']),
          )
        : null,
    ),
  );
}

export function drawHome(view: View | undefined, sight: Sight): ReactNode {
  if (!view) return h('p', { className: 'nothing', 'data-test': 'home-empty' }, sight.words.noHome);
  return h(
    'div',
    { className: 'home', 'data-where': 'home', 'data-test': 'home' },
    blocksOf(view.body.blocks, sight, { view }),
  );
}
