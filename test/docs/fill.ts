/** What stands between these two lines is written by `npm run docs`; all else of a page is prose and stays. */
const PART = /^<!-- docs: ([\w.-]+) \(written by npm run docs\) -->\n[\s\S]*?^<!-- docs end -->$/gm;

export type Parts = Readonly<Record<string, string>>;

/** The page with its parts as they are today. Throws for a part that nobody writes. */
export function filled(page: string, parts: Parts): string {
  return page.replaceAll(PART, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part is called ${name}: ${Object.keys(parts).join(', ')}`);
    return `<!-- docs: ${name} (written by npm run docs) -->\n\n${part.trim()}\n\n<!-- docs end -->`;
  });
}

/** The names of the parts that a page asks for. */
export function partsOf(page: string): readonly string[] {
  return [...page.matchAll(PART)].map(([, name = '']) => name);
}

/** A Markdown table; a bar within a cell does not end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
