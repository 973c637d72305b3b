import { ask, toast } from './ask.ts';

async function choose(box: HTMLDetailsElement, button: HTMLElement): Promise<void> {
  const { ok } = await ask({ do: 'control', id: button.dataset['control'] });
  if (!ok) return;
  if (button.dataset['moment'] === undefined) {
    const choices = [...box.querySelectorAll<HTMLElement>('[data-control]:not([data-moment])')];
    for (const choice of choices) choice.setAttribute('aria-pressed', String(choice === button));
    const now = box.querySelector('summary b');
    if (now) now.textContent = button === choices[0] ? '' : button.textContent;
  }
  box.open = false;
  toast(button.dataset['told'] ?? '');
}

export function listenToSimulation(): void {
  const box = document.getElementById('simulation');
  if (!(box instanceof HTMLDetailsElement)) return;
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-control]');
    if (button) void choose(box, button);
    else if (!box.contains(target)) box.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') box.open = false;
  });
}
