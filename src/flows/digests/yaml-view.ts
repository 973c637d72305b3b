import { section } from '../../core/card/block.ts';
import { codeBlock } from '../../core/card/mrkdwn.ts';
import { cut } from '../../core/card/plain.ts';
import { toModal } from '../../core/card/to-blocks.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { SlackView } from '../../ports.ts';

/** Slack takes 3,000 characters in a section, and an escaped one counts as five; a digest of ten reports has some 700. */
const MOST_CHARS = 3_000;
const MOST_SECTIONS = 20;
const LONGEST_LINE = 590;

/** A digest as it would be written in the configuration file, to be copied. */
export function yamlView(yaml: string, locale: Locale): SlackView {
  const w = digestListWords(locale);
  return toModal({
    title: w.yamlTitle,
    close: w.close,
    sections: [{ kind: 'text', text: w.yamlHint }],
    inputs: codeBlocks(yaml.trimEnd().split('\n')).slice(0, MOST_SECTIONS).map(section),
  });
}

/** As few code blocks as take all lines. */
function codeBlocks(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    const kept = cut(line, LONGEST_LINE);
    const last = blocks.at(-1) ?? [];
    if (codeBlock([...last, kept]).length <= MOST_CHARS) last.push(kept);
    else blocks.push([kept]);
  }
  return blocks.filter((block) => block.length > 0).map(codeBlock);
}
