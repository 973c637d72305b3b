import { alignedLines } from './aligned.ts';
import type { Card, Chart, Section } from './card.ts';
import { cellText, cut, oneLine, plain, widthOf } from './plain.ts';

const BOLD = '\u001b[1m';
const DIM = '\u001b[2m';
const NORMAL = '\u001b[0m';
const NARROW = 40;

function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  });
}

/** Bars of one length scale; what is negative or no number has no bar, only its figure. */
function bars(chart: Chart, width: number): readonly string[] {
  const points = chart.series.flatMap(({ name, points }) =>
    points.map(({ label, value, text }) => ({
      label: chart.series.length > 1 ? `${oneLine(name)}, ${oneLine(label)}` : oneLine(label),
      value: Number.isFinite(value) ? Math.max(0, value) : 0,
      text: cellText(text),
    })),
  );
  const most = Math.max(...points.map(({ value }) => value), 0);
  const labels = Math.min(Math.floor(width / 3), Math.max(...points.map(({ label }) => widthOf(label)), 0));
  const figures = Math.max(...points.map(({ text }) => widthOf(text)), 0);
  const room = Math.max(4, width - labels - figures - 4);
  return points.map(({ label, value, text }) => {
    const bar = '█'.repeat(most === 0 ? 0 : Math.round((value / most) * room));
    return `${cut(label, labels).padEnd(labels)}  ${bar}${bar === '' ? '' : ' '}${text}`;
  });
}

function sectionLines(section: Section, width: number): readonly string[] {
  switch (section.kind) {
    case 'text':
    case 'unavailable':
      return wrapped(plain(section.text), width);
    case 'lines':
      return [
        ...(section.title === undefined ? [] : [oneLine(section.title)]),
        ...section.lines.flatMap(({ text }) =>
          wrapped(oneLine(plain(text)), width - 2).map((line, at) => `${at === 0 ? '· ' : '  '}${line}`),
        ),
      ];
    case 'figures': {
      const labels = Math.max(...section.figures.map(({ label }) => widthOf(oneLine(label))), 0);
      return section.figures.map(({ label, value }) => `${oneLine(label).padEnd(labels)}  ${oneLine(value)}`);
    }
    case 'chart':
      return [oneLine(section.chart.title), ...bars(section.chart, width)];
    case 'table': {
      const { head, rows } = alignedLines(section.table, width);
      const rule = '─'.repeat(Math.min(width, Math.max(...head.map(widthOf))));
      return [oneLine(section.table.caption), ...head, rule, ...rows];
    }
    case 'actions':
      return [];
  }
}

/**
 * A card for the command line: all rows, nothing cut but cells that do not fit `width`. Names cannot move the cursor or colour
 * anything; bold and dim are ANSI, and only where `ansi` asks for them.
 */
export function toTerminal(card: Card, width: number, options: { readonly ansi?: boolean } = {}): string {
  const columns = Math.max(NARROW, width);
  const styled = (line: string, style: string) => (options.ansi ? `${style}${line}${NORMAL}` : line);
  const parts = [
    wrapped(oneLine(card.headline), columns).map((line) => styled(line, BOLD)),
    ...card.sections.map((section) => sectionLines(section, columns)),
    card.trust.length === 0
      ? []
      : wrapped(card.trust.map(oneLine).join(' · '), columns).map((line) => styled(line, DIM)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
