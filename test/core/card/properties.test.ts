import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS, toBlocks, toHome, toModal } from '../../../src/core/card/to-blocks.ts';
import { toTerminal } from '../../../src/core/card/to-terminal.ts';
import { toText } from '../../../src/core/card/to-text.ts';
import { checkMessage as refusal } from '../../../src/simulators/slack/index.ts';
import { checkMessage, checkView } from '../../fixtures/block-check.ts';
import { anyCard, anySection } from '../../fixtures/cards.ts';

/** A failing card of this size could be shrunk for minutes: the limit ends that, and keeps what was found. */
const WITHIN = { interruptAfterTimeLimit: 15_000 };
const MANY = { numRuns: 100, ...WITHIN };
const SOME = { numRuns: 30, ...WITHIN };
const CALLS = /<[@!#]|<http|@channel|@here|@everyone/i;

function mrkdwnTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnTexts);
}

describe('any card at any rung', () => {
  it.each(RUNGS)('breaks no limit of Slack (%s)', (rung) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const blocks = toBlocks(card, { rung });
        expect(checkMessage(blocks)).toEqual([]);
        expect(refusal(blocks, { refuse: new Set(), mostSeries: 6 })).toBeUndefined();
      }),
      MANY,
    );
  });

  it.each(RUNGS)('lets no name call or format (%s)', (rung) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const text of mrkdwnTexts(toBlocks(card, { rung }))) expect(text).not.toMatch(CALLS);
      }),
      MANY,
    );
  });

  it('always keeps the headline first', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom(...RUNGS), (card, rung) => {
        expect(toBlocks(card, { rung })[0]?.type).toBe('section');
      }),
      MANY,
    );
  });

  it('has a text of 4,000 characters at most that calls nobody and is never empty', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const text = toText(card);
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(text.length).toBeGreaterThan(0);
        expect(text).not.toMatch(CALLS);
      }),
      MANY,
    );
  });

  it('cannot move the cursor of a terminal', () => {
    fc.assert(
      fc.property(anyCard, fc.integer({ min: 20, max: 160 }), (card, width) => {
        expect(toTerminal(card, width)).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E]/u);
      }),
      MANY,
    );
  });
});

describe('any view', () => {
  it('breaks no limit as App Home', () => {
    fc.assert(
      fc.property(fc.array(anyCard, { minLength: 1, maxLength: 4 }), (cards) => {
        expect(checkView(toHome(cards))).toEqual([]);
      }),
      SOME,
    );
  });

  it('breaks no limit as a modal', () => {
    fc.assert(
      fc.property(fc.array(anySection, { maxLength: 8 }), fc.string({ maxLength: 60 }), (sections, title) => {
        const first = { kind: 'text', text: 'Antes de guardar' } as const;
        expect(checkView(toModal({ title, close: title, sections: [first, ...sections] }))).toEqual([]);
      }),
      MANY,
    );
  });
});
