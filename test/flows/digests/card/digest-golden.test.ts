import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardWords, toBlocks } from '../../../../src/core/card/to-blocks.ts';
import { toTerminal } from '../../../../src/core/card/to-terminal.ts';
import { toText } from '../../../../src/core/card/to-text.ts';
import type { Part } from '../../../../src/core/digests/digest.ts';
import { LOCALES, type Locale } from '../../../../src/core/i18n/locale.ts';
import type { DigestReader, DigestSlot } from '../../../../src/flows/digests/card/digest-card.ts';
import { HOUR } from '../../../reports/fixture.ts';
import {
  CALM_AUX,
  CALM_HOLD,
  CUT,
  digest,
  IN_CHANNEL,
  IN_OPEN_CHANNEL,
  MAINTENANCE,
  makerIn,
  mark,
  MINUTE,
  MORNING,
  says,
  type World,
} from '../digest-fixture.ts';

type Story = {
  readonly parts: readonly Part[];
  readonly slot: DigestSlot;
  readonly world: World;
  readonly audience?: DigestReader['audience'];
};

const CUTS = says('espera hoy', 'ahora', 'aux hoy');
const DAY_BEFORE = says('agents yesterday top 5', 'aux yesterday', 'hold yesterday', 'preview all yesterday');
const CALM = { aux: CALM_AUX, hold: CALM_HOLD };
const retryAt = () => CUT + 6 * MINUTE;

const STORIES: Readonly<Record<string, Story>> = {
  typical: {
    parts: [...CUTS, { kind: 'quota' }],
    slot: { at: CUT, late: false },
    world: { before: { 'hold.debt': 0.3, 'live.abandonment': 0.3, 'aux.aux_total': 0.8 } },
  },
  morning: {
    parts: DAY_BEFORE,
    slot: { at: MORNING, late: false },
    world: { now: MORNING + MINUTE, before: { 'hold.debt': 0.3, 'agents.cost_per_call': 0.7, 'preview.uncoded': 0.4 } },
  },
  usual: { parts: CUTS, slot: { at: CUT, late: false }, world: { rows: CALM } },
  missing: {
    parts: CUTS,
    slot: { at: CUT, late: false, retryAt },
    world: { rows: CALM, fails: { hold: MAINTENANCE } },
  },
  late: { parts: CUTS, slot: { at: CUT, late: true }, world: { rows: CALM, now: CUT + 2 * HOUR } },
  named: {
    parts: DAY_BEFORE,
    slot: { at: MORNING, late: false },
    world: { now: MORNING + MINUTE, before: { 'agents.cost': 0.6 } },
    audience: IN_OPEN_CHANNEL,
  },
  ledger: {
    parts: [{ kind: 'ledger' }, { kind: 'quota' }, { kind: 'hygiene' }],
    slot: { at: CUT + 6 * HOUR, late: false },
    world: {
      now: CUT + 6 * HOUR + MINUTE,
      used: 8_700,
      marks: [
        mark(9, { 6110: [12, 6, 1], 6114: [2, 2, 0] }),
        mark(11, { 6110: [30, 14, 4], 6114: [10, 4, 1] }),
        mark(17, { 6110: [60, 34, 8], 6114: [22, 9, 4] }),
      ],
    },
  },
  'no history yet': {
    parts: DAY_BEFORE,
    slot: { at: MORNING, late: false },
    world: { now: MORNING + MINUTE, rows: CALM, known: false },
  },
};

async function told(locale: Locale, { parts, slot, world, audience = IN_CHANNEL }: Story) {
  const made = await makerIn(world)(digest(parts), slot, { locale, audience });
  const words = cardWords(locale);
  const shown = process.env['SHOW_DIGESTS'] === locale;
  if (shown) process.stdout.write(`\n————\n${toTerminal(made.card, 100)}`);
  if (shown && made.named !== null) process.stdout.write(`\n—— named\n${toTerminal(made.named, 100)}`);
  return {
    ...made,
    blocks: toBlocks(made.card, { rung: 'native', words }),
    text: toText(made.card, words),
  };
}

describe('golden digests', () => {
  it.each(Object.entries(STORIES).flatMap(([name, story]) => LOCALES.map((locale) => [name, locale, story] as const)))(
    'say of %s in %s what was read aloud and agreed',
    async (name, locale, story) => {
      const now = `${JSON.stringify(await told(locale, story), null, 2)}\n`;
      const file = new URL(`../../../golden/digest-${name.replaceAll(' ', '-')}.${locale}.json`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, now);
      const agreed = existsSync(file) ? readFileSync(file, 'utf8') : '';
      expect(now, 'the digest changed: read it aloud, and if it is meant, run  npm run golden').toBe(agreed);
    },
  );
});
