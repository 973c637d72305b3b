import { z } from 'zod';
import type { Message } from '../../../src/simulators/slack/index.ts';

const cell = z.looseObject({ value: z.number().optional(), text: z.string() });
const table = z.looseObject({ type: z.literal('data_table'), rows: z.array(z.array(cell)) });

/** The cells of a message's table, without its head: numbers as numbers, all else as text. */
export function tableIn({ blocks }: Pick<Message, 'blocks'>): (string | number)[][] {
  const found = blocks.flatMap((block) => {
    const read = table.safeParse(block);
    return read.success ? [read.data] : [];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} tables were found`);
  return only.rows.slice(1).map((row) => row.map(({ value, text }) => value ?? text));
}

/** Whether a number stands in a text as people of a language write it, and not as a part of another. */
export function saysNumber(text: string, value: number, locale: 'es' | 'en' | 'pt'): boolean {
  const written = new Intl.NumberFormat({ es: 'es-CO', en: 'en-US', pt: 'pt-BR' }[locale]).format(value);
  return new RegExp(`(?<![\\d.,])${written.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`).test(text);
}

/** Names as they are compared: spelling of capitals and spaces apart. */
export const folded = (name: string): string => name.toLocaleUpperCase('es').replaceAll(/\s+/g, ' ').trim();

/** The labels of the buttons under a message. */
export function buttonsOn({ blocks }: Pick<Message, 'blocks'>): string[] {
  const shape = z.looseObject({
    type: z.literal('actions'),
    elements: z.array(z.looseObject({ type: z.string(), text: z.looseObject({ text: z.string() }).optional() })),
  });
  return blocks.flatMap((block) => {
    const read = shape.safeParse(block);
    return read.success ? read.data.elements.flatMap(({ text }) => (text === undefined ? [] : [text.text])) : [];
  });
}
