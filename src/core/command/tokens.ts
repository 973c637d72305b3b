/** One word as it was typed and as it is compared: without accents, in lower case. */
export type Token = { readonly word: string; readonly folded: string };

/** Text as commands compare it: compatibility forms, accents and case folded. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a command, after undoing what Slack and keyboards did to it: escapes, curly quotes, long dashes, odd spaces. */
export function tokensOf(text: string): readonly Token[] {
  return spread(decodeSlack(text).normalize('NFKC'))
    .split(/\s+/u)
    .map((word) => word.replace(/^[¿¡([{*_~]+|[.,;:?!)\]}*_~]+$/gu, (ends) => (ends.startsWith('..') ? ends : '')))
    .filter((word) => word !== '')
    .map((word) => ({ word, folded: fold(word) }));
}

/** `<@U1|ana>`, `<#C1|sales>`, `<https://…|text>` as a person sees them, then the three entities of Slack. */
function decodeSlack(text: string): string {
  return text
    .replace(
      /<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g,
      (_, sign: string, id: string, label: string | undefined) =>
        `${sign === '!' ? '@' : sign}${label === undefined || label === '' ? id : label}`,
    )
    .replace(
      /<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/g,
      (_, address: string, label: string | undefined) => label ?? address,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const DATE = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`;
const BETWEEN_DATES = new RegExp(String.raw`(${DATE})\s*-+\s*(?=${DATE})`, 'g');

/** Sets apart what people write together (`08:00-12:00`, `top5`, `7d`), so that the grammar sees words. */
function spread(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/["'`´“”„‘’‚«»,;]/g, ' ')
    .replace(
      /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?/gi,
      (whole, hour: string, minutes: string | undefined, half: string) =>
        twelveHours(Number(hour), minutes ?? '00', half.toLowerCase() === 'p') ?? whole,
    )
    .replace(
      /\b(\d{1,2})h(\d{2})?(\s*-+\s*)(\d{1,2})h(\d{2})?\b/gi,
      (_, from: string, a: string | undefined, dash: string, to: string, b: string | undefined) =>
        `${from}:${a ?? '00'}${dash}${to}:${b ?? '00'}`,
    )
    .replace(/(\d{1,2}:\d{2})\s*-+\s*(?=\d{1,2}:\d{2})/g, '$1 .. ')
    .replace(BETWEEN_DATES, '$1 .. ')
    .replace(/\.{2,}/g, ' .. ')
    .replace(/\btop[:=]?(\d+)\b/gi, 'top $1')
    .replace(/(^|\s)(\d+)(d|h|min|d[ií]as|days|horas|hours)(?=\s|$)/gi, '$1$2 $3');
}

function twelveHours(hour: number, minutes: string, afternoon: boolean): string | null {
  if (hour < 1 || hour > 12) return null;
  return `${(hour % 12) + (afternoon ? 12 : 0)}:${minutes}`;
}
