import { alignedLines, naturalWidth, PHONE_COLUMNS, spokenRow } from './aligned.ts';
import { mrkdwnObject, type Piece, section } from './block.ts';
import type { Chart, Line, Section, Table, Text } from './card.ts';
import { buttonElement } from './controls.ts';
import * as limit from './limits.ts';
import { bold, codeBlock, mrkdwn } from './mrkdwn.ts';
import { cellText, NOTHING, oneLine, plain } from './plain.ts';

/** Lines gathered into sections of a readable size, never one broken over two. */
function gathered(lines: readonly string[], write: (lines: readonly string[]) => string): Piece[] {
  const pieces: Piece[] = [];
  let held: string[] = [];
  const flush = () => {
    if (held.length > 0) pieces.push({ block: section(write(held)), items: held.length });
    held = [];
  };
  for (const line of lines) {
    if (held.length > 0 && write([...held, line]).length > limit.SECTION_PIECE) flush();
    held.push(line);
  }
  flush();
  return pieces;
}

const stacked = (lines: readonly string[]): string => lines.join('\n');

function titlePiece(title: string): Piece {
  return { block: section(bold(title, limit.SECTION_PIECE)), items: 0 };
}

function textPieces(text: Text): readonly Piece[] {
  if (plain(text).trim() === '') return [];
  return [{ block: section(mrkdwn(text, limit.SECTION_TEXT)), items: 1 }];
}

function linePieces(title: string | undefined, lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = title === undefined ? [] : [titlePiece(title)];
  let bare: string[] = [];
  const flush = () => {
    pieces.push(...gathered(bare, stacked));
    bare = [];
  };
  for (const { text, action } of lines) {
    const written = `• ${mrkdwn(text, limit.SECTION_PIECE - 2)}`;
    const accessory = action && buttonElement(action);
    if (accessory) {
      flush();
      pieces.push({ block: { ...section(written), accessory }, items: 1 });
    } else {
      bare.push(written);
    }
  }
  flush();
  return pieces;
}

type Figures = readonly { readonly label: string; readonly value: string }[];

function figurePieces(figures: Figures): readonly Piece[] {
  const fields = figures.map(({ label, value }) =>
    mrkdwnObject(`${bold(label, limit.FIELD_TEXT / 4)}\n${mrkdwn(oneLine(value), limit.FIELD_TEXT / 4)}`),
  );
  const pieces: Piece[] = [];
  for (let at = 0; at < fields.length; at += limit.FIELDS) {
    const some = fields.slice(at, at + limit.FIELDS);
    pieces.push({ block: { type: 'section', fields: some }, items: some.length });
  }
  return pieces;
}

/** The last rung: aligned where a phone can show it, else a line for each row with its name in bold. */
export function tableAsText(table: Table): readonly Piece[] {
  const pieces: Piece[] = [titlePiece(table.caption)];
  if (table.rows.length === 0) return [...pieces, { block: section(NOTHING), items: 0 }];
  if (naturalWidth(table) <= PHONE_COLUMNS) {
    const { head, rows } = alignedLines(table, PHONE_COLUMNS);
    return [...pieces, ...gathered(rows, (lines) => codeBlock([...head, ...lines]))];
  }
  const lines = table.rows.map((row) => {
    const { name, rest } = spokenRow(table, row);
    return `• ${mrkdwn([{ bold: name }, rest === '' ? '' : `: ${rest}`], limit.SECTION_PIECE - 2)}`;
  });
  return [...pieces, ...gathered(lines, stacked)];
}

/** The points of a chart as lines of text, for where Slack takes no chart. */
export function chartAsText(chart: Chart): readonly Piece[] {
  const points = chart.series.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  const named = chart.series.length > 1;
  const lines = points.map(({ name, point }) => {
    const label = named ? `${oneLine(name)}, ${oneLine(point.label)}` : oneLine(point.label);
    return `• ${mrkdwn(`${label}: ${cellText(point.text)}`, limit.SECTION_PIECE - 2)}`;
  });
  return [titlePiece(chart.title), ...gathered(lines, stacked)];
}

/** The pieces of what every rung draws alike. */
export function commonPieces(section: Exclude<Section, { kind: 'chart' | 'table' | 'actions' }>): readonly Piece[] {
  switch (section.kind) {
    case 'text':
    case 'unavailable':
      return textPieces(section.text);
    case 'lines':
      return linePieces(section.title, section.lines);
    case 'figures':
      return figurePieces(section.figures);
  }
}
