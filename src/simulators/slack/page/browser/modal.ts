import { ask } from './ask.ts';
import { keepValues, valuesIn } from './values.ts';

const dialog = document.getElementById('modal');

export function showModal(html: string): void {
  if (!(dialog instanceof HTMLDialogElement)) return;
  const before = dialog.querySelector<HTMLElement>('[data-where]');
  const values = before ? valuesIn(before) : {};
  const { where } = before?.dataset ?? {};
  const scrolled = dialog.querySelector('.modal-body')?.scrollTop ?? 0;
  dialog.innerHTML = html;
  if (html === '') return dialog.close();
  const after = dialog.querySelector<HTMLElement>('[data-where]');
  if (after && after.dataset['where'] === where) {
    keepValues(after, values);
    dialog.querySelector('.modal-body')?.scrollTo(0, scrolled);
  }
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector<HTMLElement>('.wrong .field, .modal-body select, .modal-body .field');
  if (after?.dataset['where'] !== where) first?.focus();
}

function complain(missing: readonly string[]): void {
  for (const input of dialog?.querySelectorAll<HTMLElement>('[data-input]') ?? []) {
    const wrong = missing.includes(input.dataset['input'] ?? '');
    input.classList.toggle('wrong', wrong);
    const error = input.querySelector('.error');
    if (error) error.textContent = wrong ? (document.body.dataset['required'] ?? '') : '';
  }
  dialog?.querySelector<HTMLElement>('.wrong .field, .wrong select')?.focus();
}

async function submit(form: HTMLElement): Promise<void> {
  const button = form.querySelector('[type=submit]');
  if (button?.getAttribute('aria-busy') === 'true') return;
  button?.setAttribute('aria-busy', 'true');
  const { missing = [] } = await ask({ do: 'submit', values: valuesIn(form) });
  button?.removeAttribute('aria-busy');
  if (missing.length > 0) complain(missing);
}

export function listenToModal(): void {
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (dialog.childElementCount > 0) dialog.showModal();
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLElement) void submit(event.target);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void ask({ do: 'close' });
  });
  dialog.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-close]')) void ask({ do: 'close' });
  });
}
