import { describe, expect, it } from 'vitest';
import { audienceFor } from '../../../src/core/access.ts';
import { cardWords, RUNGS, toMessage } from '../../../src/core/card/to-blocks.ts';
import type { Digest } from '../../../src/core/digests/digest.ts';
import { problem } from '../../../src/core/errors.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { exportDigestText } from '../../../src/config/digests/export-digests.ts';
import type { Reader } from '../../../src/flows/answer/identify.ts';
import { digestCards } from '../../../src/flows/digests/digest-list.ts';
import { noticeCard } from '../../../src/flows/digests/slots/owner-notice.ts';
import type { DigestRun } from '../../../src/flows/digests/slots/run-history.ts';
import { yamlView } from '../../../src/flows/digests/yaml-view.ts';
import { formats } from '../../../src/flows/read/format-for.ts';
import { checkMessage, checkView } from '../../fixtures/block-check.ts';
import { BOGOTA, CUT, digest, MINUTE, says } from './digest-fixture.ts';

const HOSTILE = `<!channel> <@U01LAURA> *a_b~c\`d\` & ${'muy largo '.repeat(400)}`;
const READER: Reader = {
  actor: { kind: 'person', user: 'U01', role: 'admin' },
  name: 'Laura',
  locale: 'es',
  audience: audienceFor({ role: 'admin', place: 'private', channelPolicy: null }),
  team: 'T1',
  channel: null,
  operation: BOGOTA,
};
const made = (id: string, some: Partial<Digest> = {}): Digest =>
  digest(says('agents yesterday top 5', 'aux yesterday'), { id, name: `${id} ${HOSTILE}`, ...some });
const runs: readonly DigestRun[] = Array.from({ length: 12 }, (_, at) => ({
  at: CUT - at * 60 * MINUTE,
  late: false,
  targets: Array.from({ length: 11 }, (_none, which) => ({
    target: { kind: 'channel', id: `C0${which}` },
    result: 'failed',
    sentAt: null,
    ts: null,
    code: 'slack.archived',
    why: null,
    missing: 0,
    late: false,
  })),
}));
const shown = digestCards({
  settings: { operations: [BOGOTA], channels: {}, roles: null, command: '/wolkvox', digests: [], rules: [] },
  clock: { now: () => CUT, wait: () => Promise.resolve() },
  holidays: { isHoliday: () => false },
  runs: { of: async (_id, limit) => runs.slice(0, limit) },
  nameOf: async () => HOSTILE,
});
/** What Slack would read as its own signs; the plain text of a dialog is no such thing. */
const formatted = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(formatted);
};
const people = Array.from({ length: 10 }, (_, at) => ({ kind: 'person' as const, id: `U${at}` }));

describe('what is shown of digests', () => {
  it.each(LOCALES)(
    'fits what Slack takes and mentions nobody, whatever their names and however many, in %s',
    async (locale) => {
      const reader = { ...READER, locale };
      const many = Array.from({ length: 300 }, (_, at) => made(`d${at}`, { targets: people }));
      const [one = made('one')] = many;
      const cards = [
        await shown.list(many, reader),
        await shown.list(many.slice(0, 4), reader, HOSTILE),
        await shown.one(one, reader),
        await shown.history(one, reader),
        noticeCard(
          {
            v: 1,
            kind: 'target',
            owner: 'U01',
            operation: 'bogota',
            digest: one.id,
            name: one.name,
            at: CUT,
            slotUntil: CUT,
            target: { kind: 'person', id: 'U02' },
            locale: null,
            problem: { ...problem('slack.archived'), facts: {} },
            until: CUT,
            send: { state: 'waiting', nextAt: CUT, tries: 0, problem: null },
          },
          { locale, operation: BOGOTA, formatFor: formats(), now: CUT, name: HOSTILE, instead: true },
        ),
      ];
      for (const card of cards) {
        for (const rung of RUNGS) {
          const { text, blocks } = toMessage(card, { rung, words: cardWords(locale) });
          expect(checkMessage(blocks)).toEqual([]);
          expect(formatted(blocks).filter((said) => /<!|<@/.test(said))).toEqual([]);
          expect(text).not.toMatch(/<!|<@/);
        }
      }
    },
  );

  it('fits as YAML too, with every line of it', () => {
    const long = made('long', {
      parts: says(...Array.from({ length: 80 }, (_, at) => `agents yesterday top ${at + 1}`)),
    });
    for (const locale of LOCALES) {
      const view = yamlView(exportDigestText(long), locale);
      expect(checkView(view)).toEqual([]);
      expect(JSON.stringify(view)).toContain('agents yesterday top 80');
    }
  });
});
