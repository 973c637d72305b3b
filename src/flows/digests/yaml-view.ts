import { section } from '../../core/card/block.ts';
import { codeBlock } from '../../core/card/mrkdwn.ts';
import { toModal } from '../../core/card/to-blocks.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { SlackView } from '../../ports.ts';

/** Slack takes 3,000 characters in a section; a digest of ten reports has some 700. */
const MOST_LINES = 60;

/** A digest as it would be written in the configuration file, to be copied. */
export function yamlView(yaml: string, locale: Locale): SlackView {
  const w = digestListWords(locale);
  return toModal({
    title: w.yamlTitle,
    close: w.close,
    sections: [{ kind: 'text', text: w.yamlHint }],
    inputs: [section(codeBlock(yaml.trimEnd().split('\n').slice(0, MOST_LINES)))],
  });
}
