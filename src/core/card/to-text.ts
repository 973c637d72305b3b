import { spokenRow } from './aligned.ts';
import type { Card, Section } from './card.ts';
import { type CardWords, PLAIN_WORDS } from './card-words.ts';
import { TOP_TEXT } from './limits.ts';
import { escapeEntities, neutralise } from './mrkdwn.ts';
import { cellText, cut, oneLine, plain } from './plain.ts';

/** Longest single line: a name or a comment that is longer is read in the blocks or the CSV. */
const LINE = 600;
/** Room for "12 more", escaped at worst. */
const MORE = 240;

type Said = { readonly lines: readonly string[]; readonly rows: readonly string[] };

/** `lines` are said always where they fit, `rows` as far as there is room. */
function said(section: Section): Said {
  switch (section.kind) {
    case 'text':
    case 'unavailable':
      return { lines: plain(section.text).split('\n'), rows: [] };
    case 'lines':
      return {
        lines: section.title === undefined ? [] : [section.title],
        rows: section.lines.map(({ text }) => `• ${oneLine(plain(text))}`),
      };
    case 'figures':
      return { lines: section.figures.map(({ label, value }) => `${label}: ${value}`), rows: [] };
    case 'chart':
      return {
        lines: [section.chart.title],
        rows: section.chart.series.map(
          ({ name, points }) =>
            `${section.chart.series.length > 1 ? `${oneLine(name)}: ` : ''}${points
              .map(({ label, text }) => `${oneLine(label)} ${cellText(text)}`)
              .join(', ')}`,
        ),
      };
    case 'table':
      return {
        lines: [section.table.caption],
        rows: section.table.rows.map((row) => {
          const { name, rest } = spokenRow(section.table, row);
          return rest === '' ? name : `${name}: ${rest}`;
        }),
      };
    case 'actions':
      return { lines: [], rows: [] };
  }
}

function written(line: string): string {
  return escapeEntities(neutralise(cut(oneLine(line), LINE)));
}

/** For the two lines that are always said: never more than a third of the text each, escaping included. */
function short(line: string): string {
  const whole = written(line);
  return whole.length <= TOP_TEXT / 3 ? whole : escapeEntities(neutralise(cut(oneLine(line), TOP_TEXT / 15)));
}

const present = (line: string): boolean => line.trim() !== '';

/**
 * The message's top-level text, 4,000 characters at most: what notifications show and the only thing screen readers read.
 * Headline, lines and trust line first; rows of lists, charts and tables share what is left, whole, with how many more there are.
 */
export function toText(card: Card, words: CardWords = PLAIN_WORDS): string {
  const parts = card.sections.map(said).map(({ lines, rows }) => ({
    lines: lines.filter(present).map(written),
    rows: rows.filter(present).map(written),
  }));
  const trust = card.trust.length === 0 ? [] : [short(card.trust.map(oneLine).join(' · '))];
  const headline = short(card.headline);
  let room = TOP_TEXT - headline.length - trust.join('').length - 2;
  const fits = (line: string): boolean => {
    if (line.length + 1 > room) return false;
    room -= line.length + 1;
    return true;
  };
  const firm = parts.map(({ lines }) => lines.filter(fits));
  let waiting = parts.filter(({ rows }) => rows.length > 0).length;
  const body = parts.flatMap(({ rows }, at) => {
    const lines = firm[at] ?? [];
    if (rows.length === 0) return lines;
    const floor = room - Math.floor(room / waiting) + MORE;
    waiting -= 1;
    const first = rows.findIndex((row) => room - row.length - 1 < floor || !fits(row));
    const shown = first === -1 ? rows.length : first;
    const more = words.more(rows.length - shown, rows.length);
    const rest = shown === rows.length ? [] : [escapeEntities(neutralise(cut(oneLine(more), MORE / 6)))].filter(fits);
    return [...lines, ...rows.slice(0, shown), ...rest];
  });
  return [headline, ...body, ...trust].join('\n');
}
