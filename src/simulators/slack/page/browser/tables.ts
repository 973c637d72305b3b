function rowsOf(figure: HTMLElement): HTMLTableRowElement[] {
  return [...figure.querySelectorAll<HTMLTableRowElement>('tbody tr')];
}

function show(figure: HTMLElement, page: number): void {
  const rows = rowsOf(figure);
  const size = Number(figure.dataset['pageSize']) || rows.length;
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const now = Math.min(Math.max(page, 0), last);
  figure.dataset['page'] = String(now);
  for (const [at, row] of rows.entries()) row.hidden = at < now * size || at >= (now + 1) * size;
  const told = figure.querySelector<HTMLElement>('[data-shown]');
  if (told) {
    const numbers: Record<string, number> = {
      '-1': now * size + 1,
      '-2': Math.min((now + 1) * size, rows.length),
      '-3': rows.length,
    };
    told.textContent = (told.dataset['shown'] ?? '').replaceAll(/-[123]/g, (mark) => String(numbers[mark]));
  }
  for (const turn of figure.querySelectorAll<HTMLButtonElement>('[data-turn]')) {
    turn.disabled = Number(turn.dataset['turn']) < 0 ? now === 0 : now === last;
  }
}

function sort(figure: HTMLElement, button: HTMLElement): void {
  const column = Number(button.dataset['sort']);
  const numeric = button.dataset['numeric'] === 'true';
  const head = button.closest('th');
  const before = head?.getAttribute('aria-sort');
  const down = before === 'none' ? numeric : before === 'ascending';
  for (const other of figure.querySelectorAll('thead th')) other.setAttribute('aria-sort', 'none');
  head?.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const value = (row: HTMLTableRowElement) => row.cells[column]?.dataset['value'] ?? '';
  const order = (a: HTMLTableRowElement, b: HTMLTableRowElement) =>
    numeric
      ? Number(value(a)) - Number(value(b))
      : value(a).localeCompare(value(b), document.documentElement.lang, { numeric: true });
  const sorted = rowsOf(figure).sort((a, b) => (down ? order(b, a) : order(a, b)));
  figure.querySelector('tbody')?.append(...sorted);
  show(figure, 0);
}

export function listenToTables(): void {
  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-sort], [data-turn]') : null;
    const figure = button?.closest<HTMLElement>('figure');
    if (!button || !figure) return;
    if (button.dataset['sort'] !== undefined) sort(figure, button);
    else show(figure, Number(figure.dataset['page']) + Number(button.dataset['turn']));
  });
}
