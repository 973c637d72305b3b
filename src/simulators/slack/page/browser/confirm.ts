interface Words {
  title: { text: string };
  text: { text: string };
  confirm: { text: string };
  deny: { text: string };
  style?: string;
}

/** The bot's confirmation has been checked by the server before it was drawn. */
function asWords(text: string): Words {
  return JSON.parse(text) as Words;
}

function make(tag: string, text: string, more: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(more)) made.setAttribute(name, value);
  return made;
}

export function confirmed(source: string | undefined): Promise<boolean> {
  const dialog = document.getElementById('confirm');
  if (!source || !(dialog instanceof HTMLDialogElement)) return Promise.resolve(true);
  const words = asWords(source);
  const yes = make('button', words.confirm.text, {
    class: `button ${words.style ?? 'primary'}`,
    'data-test': 'confirm-yes',
  });
  const no = make('button', words.deny.text, { class: 'button', 'data-test': 'confirm-no' });
  const foot = make('footer', '');
  foot.append(no, yes);
  dialog.replaceChildren(make('h2', words.title.text), make('p', words.text.text), foot);
  dialog.showModal();
  return new Promise((resolve) => {
    const done = (answer: boolean) => {
      dialog.close();
      resolve(answer);
    };
    yes.addEventListener('click', () => done(true));
    no.addEventListener('click', () => done(false));
    dialog.addEventListener('cancel', () => resolve(false), { once: true });
  });
}
