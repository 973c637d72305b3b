import { ask } from './ask.ts';
import { confirmed } from './confirm.ts';
import { valueOf, valuesIn } from './values.ts';

async function send(
  control: HTMLElement,
  given: string | string[] | undefined,
  shown: HTMLElement = control,
): Promise<void> {
  const root = control.closest<HTMLElement>('[data-where]');
  if (!root || shown.getAttribute('aria-busy') === 'true') return;
  if (!(await confirmed(control.dataset['confirm']))) return;
  const { block = '', action = '', url } = control.dataset;
  if (url) window.open(url, '_blank', 'noreferrer');
  shown.setAttribute('aria-busy', 'true');
  const values = valuesIn(root);
  await ask({
    do: 'act',
    where: root.dataset['where'],
    block,
    action,
    values,
    ...(given === undefined ? {} : { given }),
  });
  shown.removeAttribute('aria-busy');
}

function openMenu(menu: HTMLElement, opener: HTMLElement, open: boolean): void {
  menu.hidden = !open;
  opener.setAttribute('aria-expanded', String(open));
  if (open) menu.querySelector('button')?.focus();
}

export function closeMenus(except?: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLElement>('[role=menu]:not([hidden])')) {
    const opener = menu.previousElementSibling;
    if (opener instanceof HTMLElement && menu.parentElement !== except) openMenu(menu, opener, false);
  }
}

function pressed(target: Element): void {
  const overflow = target.closest<HTMLElement>('.overflow');
  closeMenus(overflow);
  const button = target.closest<HTMLElement>('button');
  if (!button) return;
  const menu = overflow?.querySelector<HTMLElement>('[role=menu]');
  if (overflow && menu) {
    const opener = overflow.querySelector<HTMLElement>('[aria-haspopup]') ?? button;
    if (button === opener) return openMenu(menu, opener, menu.hidden !== false);
    openMenu(menu, opener, false);
    void send(overflow, button.dataset['value'], opener);
    return;
  }
  if (button.dataset['action'] === undefined) return;
  const feedback = button.dataset['kind'] === 'feedback_buttons';
  void send(button, feedback ? button.dataset['value'] : undefined);
}

function moved(event: KeyboardEvent): void {
  const menu = document.activeElement?.closest<HTMLElement>('[role=menu]');
  if (!menu) return;
  const items = [...menu.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(document.activeElement instanceof HTMLElement ? document.activeElement : menu);
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by !== 0) {
    items[(at + by + items.length) % items.length]?.focus();
    event.preventDefault();
  }
  if (event.key === 'Escape') {
    event.stopPropagation();
    const opener = menu.previousElementSibling;
    closeMenus();
    if (opener instanceof HTMLElement) opener.focus();
  }
}

let typing: ReturnType<typeof setTimeout> | undefined;

function typed(input: HTMLInputElement): void {
  const list = document.getElementById(input.getAttribute('list') ?? '');
  const chosen = [...(list?.querySelectorAll('option') ?? [])].find((option) => option.value === input.value);
  input.dataset['given'] = chosen?.dataset['value'] ?? '';
  if (chosen && input.dataset['dispatch']) return void send(input, input.dataset['given']);
  clearTimeout(typing);
  const { block, action } = input.dataset;
  const where = input.closest<HTMLElement>('[data-where]')?.dataset['where'];
  typing = setTimeout(() => {
    void ask({ do: 'suggest', where, block, action, typed: input.value }).then(({ options = [] }) => {
      const drawn = options.map(({ label, value }) => {
        const option = new Option(label, label);
        option.dataset['value'] = value;
        return option;
      });
      list?.replaceChildren(...drawn);
    });
  }, 200);
}

export function listenToActs(): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element) pressed(event.target);
  });
  document.addEventListener('keydown', moved);
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    // As in Slack, Enter in a field that is told at once tells it, and does not send the form.
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.dataset['dispatch'] === undefined) return;
    event.preventDefault();
    void send(target, valueOf(target));
  });
  document.addEventListener('change', (event) => {
    if (!(event.target instanceof Element)) return;
    const control = event.target.closest<HTMLElement>('[data-dispatch]');
    if (control && !control.dataset['kind']?.includes('external')) void send(control, valueOf(control));
  });
  document.addEventListener('input', (event) => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.dataset['kind']?.includes('external')) typed(target);
  });
}
