import type { Action, Button, Card, Line, Section, Span } from '../../core/card/card.ts';
import type { Digest } from '../../core/digests/digest.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import { upperFirst } from '../../core/values/text.ts';
import type { Clock, Holidays } from '../../ports.ts';
import type { Reader } from '../answer/identify.ts';
import { DIGEST_OPEN, DIGEST_PRESS } from './digest-actions.ts';
import { mayChange } from './find-digest.ts';
import type { DigestRuns } from './slots/run-history.ts';
import type { SlotTarget } from './slots/slot-record.ts';
import { comingSlots, sayParts, saySlot, sayTargets, sayTimes } from './say-digest.ts';
import { type RunSight, sayRun, sayTargetRun } from './say-run.ts';

export type ListParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly holidays: Holidays;
  readonly runs: DigestRuns;
  readonly nameOf: (user: string) => Promise<string>;
};

/** Above so many each is a line with a button that opens it: five buttons each would fill a phone. */
const MOST_IN_FULL = 4;
const RUNS_SHOWN = 12;

export function digestCards(parts: ListParts) {
  const { settings, clock, holidays } = parts;
  const operationOf = ({ operation }: Digest): Operation =>
    operationNamed(settings, operation) ?? settings.operations[0];

  const comingTo = (digest: Digest, count: number): readonly number[] =>
    digest.paused ? [] : comingSlots(digest, operationOf(digest), holidays, clock.now(), count);
  const zoneOf = (digest: Digest): string => digest.zone ?? operationOf(digest).zone;
  const sightOf = (digest: Digest, locale: Locale): RunSight => ({
    locale,
    operation: operationOf(digest),
    zone: zoneOf(digest),
    now: clock.now(),
  });
  const said = (digest: Digest, at: number, locale: Locale) => saySlot(at, clock.now(), zoneOf(digest), locale);

  /** What there is to know of one: when, what, to whom; how it stands; and its last time. */
  const facts = async (digest: Digest, { locale }: Pick<Reader, 'locale'>): Promise<readonly Section[]> => {
    const w = digestListWords(locale);
    const names = new Map<string, string>();
    for (const { kind, id } of digest.targets) if (kind === 'person') names.set(id, await parts.nameOf(id));
    const [next] = comingTo(digest, 1);
    const [last] = await parts.runs.of(digest.id, 1);
    const stands = [
      digest.paused ? w.paused : next === undefined ? w.noNext : w.next(said(digest, next, locale)),
      last === undefined
        ? w.neverSent
        : w.last({ time: said(digest, last.at, locale), how: sayRun(last, sightOf(digest, locale)) }),
      ...(digest.origin === 'file' ? [w.inFile] : []),
    ];
    const many = settings.operations.length > 1 ? ` · ${operationOf(digest).name}` : '';
    return [
      {
        kind: 'text',
        text: [
          { bold: digest.name },
          `${many}\n${upperFirst(sayTimes(digest, operationOf(digest), locale))}\n${sayParts(digest.parts, locale)} → `,
          ...sayTargets(digest.targets, (id) => names.get(id) ?? id),
          `\n${stands.join(' ')}`,
        ],
      },
    ];
  };

  const placeOf = async ({ kind, id }: SlotTarget): Promise<readonly Span[]> => {
    if (kind === 'all') return [];
    return kind === 'channel' ? [' → ', { channel: id }] : [` → ${await parts.nameOf(id)}`];
  };

  const buttons = (digest: Digest, reader: Reader): readonly Action[] => {
    const w = digestListWords(reader.locale);
    const mine = mayChange(reader, digest) === null;
    const any = mayChange(reader, null) === null;
    const own = digest.origin === 'slack' && mine;
    const press = (verb: string, label: string, more: Partial<Button> = {}): Button => ({
      kind: 'button',
      id: `${DIGEST_PRESS}:${verb}`,
      label,
      value: digest.id,
      ...more,
    });
    return [
      ...(own ? [press('edit', w.buttons.edit, { id: `${DIGEST_OPEN}:edit` })] : []),
      ...(mine ? [digest.paused ? press('resume', w.buttons.resume) : press('pause', w.buttons.pause)] : []),
      ...(any ? [press('test', w.buttons.test), press('history', w.buttons.history)] : []),
      ...(own
        ? [
            press('remove', w.buttons.remove, {
              style: 'danger',
              confirm: {
                title: w.sureTitle,
                text: w.did.sure(digest.name),
                yes: w.buttons.remove,
                no: w.buttons.keep,
              },
            }),
          ]
        : []),
    ];
  };

  const addButton = (reader: Reader): readonly Button[] =>
    mayChange(reader, null) === null
      ? [
          {
            kind: 'button',
            id: `${DIGEST_OPEN}:add`,
            label: digestListWords(reader.locale).buttons.add,
            value: '',
            style: 'primary',
          },
        ]
      : [];
  const allButton = ({ locale }: Reader): Button => ({
    kind: 'button',
    id: `${DIGEST_PRESS}:list`,
    label: digestListWords(locale).buttons.all,
    value: '',
  });

  const line = (digest: Digest, { locale }: Reader): Line => {
    const w = digestListWords(locale);
    const [next] = comingTo(digest, 1);
    const when = digest.paused ? w.paused : next === undefined ? w.noNext : w.next(said(digest, next, locale));
    return {
      text: [{ bold: digest.name }, `: ${sayTimes(digest, operationOf(digest), locale)}. ${when}`],
      action: { kind: 'button', id: `${DIGEST_PRESS}:show`, label: w.buttons.open, value: digest.id },
    };
  };

  const inFull = async (digest: Digest, reader: Reader): Promise<readonly Section[]> => {
    const actions = buttons(digest, reader);
    return [...(await facts(digest, reader)), ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const])];
  };

  return {
    facts,
    line,
    addButton,
    allButton,
    /** All of them, or those of one operation, the one that comes next first; `note`: what was just done. */
    async list(all: readonly Digest[], reader: Reader, note: string | null = null): Promise<Card> {
      const first = new Map(all.map((digest) => [digest.id, comingTo(digest, 1)[0] ?? Number.POSITIVE_INFINITY]));
      const digests = all.toSorted((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0));
      const { locale } = reader;
      const w = digestListWords(locale);
      const [soonest] = digests;
      const at = soonest === undefined ? Number.POSITIVE_INFINITY : (first.get(soonest.id) ?? 0);
      const next = soonest === undefined || !Number.isFinite(at) ? null : said(soonest, at, locale);
      const headline = digests.length === 0 ? w.none : w.some({ count: digests.length, next });
      const sections: readonly Section[] =
        digests.length > MOST_IN_FULL
          ? [{ kind: 'lines', lines: digests.map((digest) => line(digest, reader)) }]
          : (await Promise.all(digests.map((digest) => inFull(digest, reader)))).flat();
      return {
        headline: note ?? headline,
        sections: [
          ...(note === null || digests.length === 0 ? [] : [{ kind: 'text', text: headline } as const]),
          ...(digests.length === 0 ? [{ kind: 'text', text: w.noneHint } as const] : sections),
        ],
        trust: [],
        actions: addButton(reader),
      };
    },

    /** One, with all that can be done with it. */
    async one(digest: Digest, reader: Reader, note: string | null = null): Promise<Card> {
      const { locale } = reader;
      const w = digestListWords(locale);
      const slots = comingTo(digest, 3).map((at) => said(digest, at, locale));
      const yaml: Button = { kind: 'button', id: `${DIGEST_OPEN}:yaml`, label: w.buttons.yaml, value: digest.id };
      return {
        headline: note ?? `${digest.name}.`.replace('..', '.'),
        sections: [
          ...(await inFull(digest, reader)),
          ...(slots.length > 1 ? [{ kind: 'text', text: w.following(slots.join(' · ')) } as const] : []),
        ],
        trust: [
          digest.id,
          ...(digest.origin === 'file' ? [w.inFileHint] : []),
          ...(digest.owner === null ? [] : [w.ownedBy(await parts.nameOf(digest.owner))]),
        ],
        actions: [yaml, allButton(reader)],
      };
    },

    async history(digest: Digest, reader: Reader): Promise<Card> {
      const { locale } = reader;
      const w = digestListWords(locale);
      const sight = sightOf(digest, locale);
      const runs = await parts.runs.of(digest.id, RUNS_SHOWN);
      const lines = await Promise.all(
        runs.flatMap(({ at, targets }) =>
          targets.map(async (run): Promise<Line> => {
            const where = await placeOf(run.target);
            return { text: [{ bold: said(digest, at, locale) }, ...where, `: ${sayTargetRun(run, sight)}`] };
          }),
        ),
      );
      return {
        headline: w.history.title(digest.name),
        sections: [lines.length === 0 ? { kind: 'text', text: w.history.none } : { kind: 'lines', lines }],
        trust: [],
        actions: [
          { kind: 'button', id: `${DIGEST_PRESS}:show`, label: w.buttons.open, value: digest.id },
          allButton(reader),
        ],
      };
    },

    /** Several that may be meant, each with the button that does what was wanted. */
    choose(
      said: string,
      hint: string | null,
      among: readonly Digest[],
      press: (digest: Digest) => Button,
      reader: Reader,
    ): Card {
      return {
        headline: said,
        sections: [
          ...(hint === null ? [] : [{ kind: 'text', text: hint } as const]),
          { kind: 'lines', lines: among.map((digest) => ({ text: [{ bold: digest.name }], action: press(digest) })) },
        ],
        trust: [],
        actions: [allButton(reader), ...addButton(reader)],
      };
    },
  };
}
export type DigestCards = ReturnType<typeof digestCards>;
