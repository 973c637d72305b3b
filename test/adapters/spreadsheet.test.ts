import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../src/adapters/spreadsheet.ts';
import type { Table } from '../../src/core/card/card.ts';

const table: Table = {
  caption: 'Agentes',
  columns: [
    { title: 'Agente', align: 'left' },
    { title: 'Costo', align: 'right' },
  ],
  rows: [
    ['Ana Lucía & <Luis>', { number: 224.5, text: '$ 224,5' }],
    ['=HYPERLINK("http://example.test")', { number: -3, text: '−3' }],
  ],
};

async function parts(name: string) {
  const files = unzipSync(await writeXlsx(table, name));
  const read = (path: RegExp) =>
    strFromU8(files[Object.keys(files).find((file) => path.test(file)) ?? ''] ?? new Uint8Array());
  return { sheet: read(/worksheets\/sheet1\.xml$/), book: read(/xl\/workbook\.xml$/), strings: read(/sharedStrings/) };
}

describe('a workbook', () => {
  it('holds numbers as numbers', async () => {
    const { sheet } = await parts('Agentes');
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>224\.5<\/v>/);
    expect(sheet).toMatch(/<c r="B3"[^>]*><v>-3<\/v>/);
  });

  it('has no formula, whatever a text looks like', async () => {
    const { sheet, strings } = await parts('Agentes');
    expect(sheet).not.toContain('<f');
    expect(sheet + strings).toContain('=HYPERLINK(');
    expect(sheet + strings).toContain('Ana Lucía &amp; &lt;Luis&gt;');
  });

  it('has a bold header that stays in sight, wide enough columns and its name', async () => {
    const { sheet, book } = await parts('Agentes: ayer');
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).toMatch(/<col [^>]*width="35/);
    expect(sheet).toMatch(/<c r="A1" s="[1-9]/);
    expect(book).toContain('name="Agentes ayer"');
  });
});
