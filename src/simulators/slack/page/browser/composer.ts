import { ask, place } from './ask.ts';
import { awaitAnswer } from './reading.ts';

export function listenToComposer(): void {
  const form = document.getElementById('composer');
  const text = document.getElementById('text');
  const box = document.getElementById('suggestions');
  if (!(form instanceof HTMLFormElement) || !(text instanceof HTMLTextAreaElement) || !box) return;
  const offers = [...box.querySelectorAll<HTMLElement>('[data-insert]')];
  let at = 0;
  const history: string[] = [];
  let back = 0;

  const grow = () => {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
  };
  const shown = () => offers.filter((offer) => !offer.hidden);
  const mark = () => {
    for (const offer of offers) offer.setAttribute('aria-selected', String(offer === shown()[at]));
  };
  const offer = () => {
    const typed = text.value;
    for (const one of offers) one.hidden = !(one.dataset['insert'] ?? '').startsWith(typed);
    box.hidden = !typed.startsWith('/') || shown().length === 0;
    at = typed.includes(' ') ? -1 : 0;
    mark();
    grow();
  };
  const insertOf = (one: HTMLElement | undefined) => one?.dataset['insert'];
  const take = (one: HTMLElement | undefined) => {
    text.value = `${one?.dataset['insert'] ?? ''} `;
    text.focus();
    offer();
    at = -1;
    mark();
  };
  const send = (typed = text.value.trim()) => {
    if (typed === '' || form.getAttribute('aria-busy') === 'true') return;
    history.unshift(typed);
    back = 0;
    text.value = '';
    box.hidden = true;
    grow();
    form.setAttribute('aria-busy', 'true');
    awaitAnswer();
    void ask({ do: 'write', in: place, text: typed }).finally(() => form.removeAttribute('aria-busy'));
  };

  text.addEventListener('input', offer);
  text.addEventListener('keydown', (event) => {
    const open = !box.hidden;
    const list = shown();
    if (event.key === 'Escape') box.hidden = true;
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      at = event.key === 'ArrowDown' ? (at + 1) % list.length : (Math.max(at, 0) - 1 + list.length) % list.length;
      mark();
      event.preventDefault();
    } else if (
      open &&
      (event.key === 'Tab' || (event.key === 'Enter' && at >= 0 && text.value !== insertOf(list[at])))
    ) {
      take(list[Math.max(at, 0)]);
      event.preventDefault();
    } else if (!open && event.key === 'ArrowUp' && (text.value === '' || back > 0) && history[back] !== undefined) {
      text.value = history[back++] ?? '';
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      send();
      event.preventDefault();
    }
  });
  for (const one of offers) one.addEventListener('click', () => take(one));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  document.getElementById('slash')?.addEventListener('click', () => {
    text.value = '/';
    text.focus();
    offer();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const say = target.closest<HTMLElement>('[data-say]')?.dataset['say'];
    if (say) send(say);
    if (!form.contains(target)) box.hidden = true;
  });
  if (matchMedia('(pointer: fine)').matches) text.focus();
}
