/** A scalar of wolkvox as trimmed text. Numbers are taken as written; anything else that is not text is nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** wolkvox writes "none" as nothing, `-` or `0` in its id fields. */
function isNone(text: string): boolean {
  return text === '' || text === '-' || text === '0';
}

/** A name as a key and to be read: NFC, single spaces, trimmed; null where there is none. */
export function readName(value: unknown): string | null {
  const name = textOf(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name === '' || name === '-' ? null : name;
}

/** The id of `22109`, `22109 - COBRANZA` and `12345-NAME`: its leading digits; an id of another kind is kept whole. */
export function readId(value: unknown): string | null {
  const text = textOf(value);
  if (isNone(text)) return null;
  let end = 0;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  if (end === text.length) return text;
  const next = text.charCodeAt(end);
  const id = end > 0 && (next === SPACE || next === HYPHEN) ? text.slice(0, end) : text;
  return isNone(id) ? null : id;
}

/** The name that came with an id, as in `22109 - COBRANZA` or `12345-NAME`; null where the id stands alone. */
export function readNameBesideId(value: unknown): string | null {
  return readName(/^\d+\s*-\s*(?<name>\S.*)$/su.exec(textOf(value))?.groups?.['name']);
}

/** An id that may be a sentinel (`conn_id`, `customer_id`): null for the ways in which wolkvox says none. */
export function readKey(value: unknown): string | null {
  const text = textOf(value);
  return isNone(text) ? null : text;
}

/** With its first letter lowered, for a sentence that goes on after a colon. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** With its first letter raised, for what begins a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SPACE = 32;
const HYPHEN = 45;

/** Whether a character, by its code, is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
