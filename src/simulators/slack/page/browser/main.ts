import { closeMenus, listenToActs } from './acts.ts';
import { ask, me, place } from './ask.ts';
import { listenToComposer } from './composer.ts';
import { listenToModal, showModal } from './modal.ts';
import { showMessage, toEnd } from './reading.ts';
import { listenToSimulation } from './simulation.ts';
import { listenToTables } from './tables.ts';

type Update = { kind: string; ts?: string; html?: string; channel?: string };

/** The server writes this shape on its stream. */
function asUpdate(text: string): Update {
  return JSON.parse(text) as Update;
}

function apply({ kind, ts = '', html = '', channel = '' }: Update): void {
  const home = document.getElementById('home');
  if (kind === 'message') showMessage(ts, html);
  if (kind === 'gone') document.getElementById(`m${ts}`)?.remove();
  if (kind === 'unread') document.querySelector(`[data-channel="${channel}"]`)?.classList.add('unread');
  if (kind === 'modal') showModal(html);
  if (kind === 'home' && home) home.innerHTML = html;
}

function go(change: { as?: string }): void {
  const address = new URL(location.href);
  if (change.as) address.searchParams.set('as', change.as);
  if (change.as && place.startsWith('D')) address.searchParams.delete('in');
  location.assign(address);
}

const events = new EventSource(`/page/stream?as=${me}&in=${place}`);
events.addEventListener('message', (event) => apply(asUpdate(String(event.data))));
events.addEventListener(
  'open',
  () => {
    document.body.dataset['live'] = 'true';
    if (place === 'home') void ask({ do: 'home' });
  },
  { once: true },
);

const person = document.getElementById('person');
const language = document.getElementById('language');
person?.addEventListener('change', () => person instanceof HTMLSelectElement && go({ as: person.value }));
language?.addEventListener('change', () => {
  if (language instanceof HTMLSelectElement)
    void ask({ do: 'language', locale: language.value }).then(() => location.reload());
});

const menu = document.getElementById('menu');
menu?.addEventListener('click', () => {
  const open = document.body.classList.toggle('menu-open');
  menu.setAttribute('aria-expanded', String(open));
});
document.querySelector('main')?.addEventListener('pointerdown', (event) => {
  if (event.target !== menu) document.body.classList.remove('menu-open');
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeMenus();
});

listenToActs();
listenToComposer();
listenToTables();
listenToModal();
listenToSimulation();
toEnd();
