const scroll = document.getElementById('scroll');
const list = document.getElementById('messages');
const AT_END = 4;
let awaited = false;

/** What somebody just asked is shown when it comes, wherever they read meanwhile. */
export function awaitAnswer(): void {
  awaited = true;
}

/** The newest message, a tall one from its first line. */
export function toEnd(): void {
  const last = list?.lastElementChild;
  if (!scroll || !(last instanceof HTMLElement)) return;
  const tall = last.offsetHeight > scroll.clientHeight;
  scroll.scrollTo({ top: tall ? last.offsetTop - scroll.offsetTop : scroll.scrollHeight });
}

function drawn(html: string): HTMLElement | null {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const first = holder.content.firstElementChild;
  return first instanceof HTMLElement ? first : null;
}

function isCard(message: Element): boolean {
  return message.querySelectorAll('.block').length > 1;
}

/** A card that changes stays where it is, and so does all below it until the next one has come. */
function swap(known: HTMLElement, message: HTMLElement): void {
  const top = known.getBoundingClientRect().top;
  if (isCard(known) && !isCard(message)) message.style.minHeight = `${known.offsetHeight}px`;
  known.replaceWith(message);
  scroll?.scrollBy({ top: message.getBoundingClientRect().top - top });
}

export function showMessage(ts: string, html: string): void {
  const message = drawn(html);
  if (!message || !scroll) return;
  const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < scroll.clientHeight;
  const known = document.getElementById(`m${ts}`);
  if (known) {
    const stays = isCard(known) || known.style.minHeight !== '';
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < AT_END;
    swap(known, message);
    // The newest card, seen to its end, is seen to its end when it grows, unless it no longer fits.
    const follows = atEnd && message === list?.lastElementChild && message.offsetHeight <= scroll.clientHeight;
    if (stays && follows) toEnd();
    if (stays) return;
  } else {
    message.classList.add('new');
    list?.append(message);
  }
  if (near || awaited) toEnd();
  if (isCard(message)) awaited = false;
}
