import { type Block, charsOf, context, type Piece, section } from './block.ts';
import type { Section, Table } from './card.ts';
import type { CardWords } from './card-words.ts';
import { chartTable, nativeChart } from './charts.ts';
import { actionRows } from './controls.ts';
import * as limit from './limits.ts';
import { bold, mrkdwn } from './mrkdwn.ts';
import { chartAsText, commonPieces, tableAsText } from './pieces.ts';
import { dataTable, type DrawnTable, plainTable } from './tables.ts';

/** `native`: charts and sortable tables. `table`: one plain table in their place. `text`: sections only. */
export type Rung = 'native' | 'table' | 'text';
export const RUNGS = ['native', 'table', 'text'] as const satisfies readonly Rung[];

export type Room = { readonly blocks: number; readonly chars: number };

/** A section as it is to be laid out: pieces, or a table that takes what the others leave. */
type Part =
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly draw: (chars: number) => DrawnTable | null;
      readonly titled: boolean;
    };

/** The most a "12 more" line may need. */
const MORE_CHARS = 80;
/** What a table may count on: title, table and the line of what is hidden. */
const TABLE_BLOCKS = 3;

function moreBlock(hidden: number, total: number, words: CardWords): Block {
  return context(mrkdwn(words.more(hidden, total), MORE_CHARS));
}

function partsOf(sections: readonly Section[], rung: Rung, words: CardWords): readonly Part[] {
  let charts = 0;
  let tables = 0;
  const hasTable = sections.some(({ kind }) => kind === 'table');
  const asText = (pieces: readonly Piece[]): Part => ({ kind: 'pieces', pieces });
  const asTable = (table: Table): Part => {
    tables += 1;
    return { kind: 'table', table, draw: (chars) => plainTable(table, chars), titled: true };
  };
  return sections.map((section): Part => {
    if (section.kind === 'actions') {
      return asText(actionRows(section.actions).map((block) => ({ block, items: 1 })));
    }
    if (section.kind === 'chart') {
      const drawn = rung === 'native' && charts < limit.CHARTS ? nativeChart(section.chart, words.rest) : null;
      if (drawn !== null) {
        charts += 1;
        const { block, shown, total } = drawn;
        const rest = total > shown ? [{ block: moreBlock(total - shown, total, words), items: 0 }] : [];
        return asText([{ block, items: 1 }, ...rest]);
      }
      if (rung === 'table' && !hasTable && tables < limit.TABLES_OF_TABLE_RUNG)
        return asTable(chartTable(section.chart));
      return asText(chartAsText(section.chart));
    }
    if (section.kind === 'table') {
      const { table } = section;
      if (table.rows.length > 0 && rung === 'native') {
        return { kind: 'table', table, draw: (chars) => dataTable(table, chars), titled: false };
      }
      if (table.rows.length > 0 && rung === 'table' && tables < limit.TABLES_OF_TABLE_RUNG) return asTable(table);
      return asText(tableAsText(table));
    }
    return asText(commonPieces(section));
  });
}

/** As many pieces as fit, then one line with how many things are not shown. */
function takePieces(pieces: readonly Piece[], room: Room, words: CardWords): readonly Block[] {
  const cost = ({ block }: Piece) => charsOf(block);
  const all = pieces.reduce((sum, piece) => sum + cost(piece), 0);
  if (pieces.length <= room.blocks && all <= room.chars) return pieces.map(({ block }) => block);
  const taken: Block[] = [];
  let chars = room.chars - MORE_CHARS;
  let hidden = 0;
  let cutting = false;
  for (const piece of pieces) {
    chars -= cost(piece);
    cutting ||= chars < 0 || taken.length + 2 > room.blocks;
    if (cutting) hidden += piece.items;
    else taken.push(piece.block);
  }
  const total = pieces.reduce((sum, { items }) => sum + items, 0);
  return hidden > 0 && room.blocks > 0 && room.chars >= MORE_CHARS
    ? [...taken, moreBlock(hidden, total, words)]
    : taken;
}

function takeTable(part: Extract<Part, { kind: 'table' }>, room: Room, words: CardWords): readonly Block[] {
  if (room.blocks < TABLE_BLOCKS || room.chars < MORE_CHARS) return [];
  const title = part.titled ? [section(bold(part.table.caption, limit.TABLE_CAPTION))] : [];
  const drawn = part.draw(room.chars - MORE_CHARS - charsOf(title));
  const total = part.table.rows.length;
  const hidden = total - (drawn?.shown ?? 0);
  const rest = hidden > 0 ? [moreBlock(hidden, total, words)] : [];
  return [...title, ...(drawn ? [drawn.block] : []), ...rest];
}

/** Sections as blocks within the room: what is short first, tables share what is left; the order stays as written. */
export function layOut(sections: readonly Section[], rung: Rung, room: Room, words: CardWords): readonly Block[] {
  const parts = partsOf(sections, rung, words);
  const tables = parts.filter(({ kind }) => kind === 'table').length;
  let blocks = Math.max(0, room.blocks - tables * TABLE_BLOCKS);
  let chars = Math.max(0, room.chars - Math.min(tables * 600, room.chars / 2));
  let spent = 0;
  const done = parts.map((part) => {
    if (part.kind === 'table') return [];
    const taken = takePieces(part.pieces, { blocks, chars }, words);
    blocks -= taken.length;
    chars -= charsOf(taken);
    spent += charsOf(taken);
    return taken;
  });
  let left = room.chars - spent;
  let waiting = tables;
  return parts.flatMap((part, at) => {
    if (part.kind === 'pieces') return done[at] ?? [];
    const taken = takeTable(part, { blocks: TABLE_BLOCKS, chars: Math.floor(left / waiting) }, words);
    left -= charsOf(taken);
    waiting -= 1;
    return taken;
  });
}
