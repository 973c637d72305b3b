import { ask, place } from './ask.ts';

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
    const wanted = /^\/\S*$/.test(typed);
    for (const one of offers) one.hidden = !(one.dataset['insert'] ?? '').startsWith(typed);
    box.hidden = !wanted || shown().length === 0;
    at = 0;
    mark();
    grow();
  };
  const take = (one: HTMLElement | undefined) => {
    text.value = `${one?.dataset['insert'] ?? ''} `;
    box.hidden = true;
    text.focus();
  };
  const send = () => {
    const typed = text.value.trim();
    if (typed === '' || form.getAttribute('aria-busy') === 'true') return;
    history.unshift(typed);
    back = 0;
    text.value = '';
    box.hidden = true;
    grow();
    form.setAttribute('aria-busy', 'true');
    void ask({ do: 'write', in: place, text: typed }).finally(() => form.removeAttribute('aria-busy'));
  };

  text.addEventListener('input', offer);
  text.addEventListener('keydown', (event) => {
    const open = !box.hidden;
    const list = shown();
    if (event.key === 'Escape') box.hidden = true;
    else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      at = (at + (event.key === 'ArrowDown' ? 1 : -1) + list.length) % list.length;
      mark();
      event.preventDefault();
    } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && text.value !== list[at]?.dataset['insert']))) {
      take(list[at]);
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
  text.focus();
}
