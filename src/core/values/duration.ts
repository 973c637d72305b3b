import { isDigit, textOf } from './text.ts';

/** `00:58:12`, `4:38:08`, `1041:06:30` as seconds: one to four digits of hours that never wrap. Anything else is null. */
export function readDuration(value: unknown): number | null {
  const text = textOf(value);
  const hourDigits = text.length - 6;
  if (hourDigits < 1 || hourDigits > 4) return null;
  if (text.charCodeAt(hourDigits) !== COLON || text.charCodeAt(hourDigits + 3) !== COLON) return null;
  const hours = digits(text, 0, hourDigits);
  const minutes = digits(text, hourDigits + 1, hourDigits + 3);
  const seconds = digits(text, hourDigits + 4, hourDigits + 6);
  if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
  return hours * 3600 + minutes * 60 + seconds;
}

const COLON = 58;

/** The number that the digits of `text` from `start` to `end` write, or -1 where one of them is no digit. */
export function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return -1;
    number = number * 10 + code - 48;
  }
  return number;
}
