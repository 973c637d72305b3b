function localDateTime(text: string): string {
  return text.includes('T') ? String(Math.floor(new Date(text).getTime() / 1000)) : text;
}

export function valueOf(control: HTMLElement): string | string[] {
  if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) return control.value;
  if (control instanceof HTMLInputElement) return control.dataset['given'] ?? localDateTime(control.value);
  const chosen = [...control.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
  return control.dataset['kind'] === 'radio_buttons' ? (chosen[0] ?? '') : chosen;
}

/** Everything filled in inside a message, a modal or the home, by "block/action". */
export function valuesIn(root: ParentNode): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const control of root.querySelectorAll<HTMLElement>('[data-action]')) {
    const { kind = '', block = '', action = '' } = control.dataset;
    if (['button', 'overflow', 'icon_button', 'feedback_buttons', 'workflow_button'].includes(kind)) continue;
    values[`${block}/${action}`] = valueOf(control);
  }
  return values;
}

function put(control: HTMLElement, value: string | string[]): void {
  if (control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) control.value = String(value);
  else if (control instanceof HTMLInputElement) {
    if (control.dataset['given'] === undefined && control.type !== 'datetime-local') control.value = String(value);
  } else {
    for (const input of control.querySelectorAll('input')) input.checked = [value].flat().includes(input.value);
  }
}

/** What a person typed stays when the bot redraws the form around it. */
export function keepValues(root: HTMLElement, values: Record<string, string | string[]>): void {
  for (const control of root.querySelectorAll<HTMLElement>('[data-action]')) {
    const value = values[`${control.dataset['block'] ?? ''}/${control.dataset['action'] ?? ''}`];
    if (value !== undefined && value.length > 0) put(control, value);
  }
}
