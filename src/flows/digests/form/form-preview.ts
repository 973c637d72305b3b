import { audienceFor } from '../../../core/access.ts';
import type { Button, Card, Section } from '../../../core/card/card.ts';
import type { Digest } from '../../../core/digests/digest.ts';
import { DEFAULT_LATE_MS } from '../../../core/digests/digest.ts';
import { cadenceOfForm } from '../../../core/digests/form-cadence.ts';
import { digestFormWords } from '../../../core/i18n/digests/digest-form-words.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { operationNamed, type Settings } from '../../../core/settings.ts';
import { upperFirst } from '../../../core/values/text.ts';
import type { Clock, Holidays } from '../../../ports.ts';
import type { Reader } from '../../answer/identify.ts';
import type { DigestReader, MakeDigest } from '../card/digest-card.ts';
import { type Draft, judgeForm, type Mistakes } from './digest-form-judge.ts';
import type { FormState } from './digest-form-state.ts';
import { DIGEST_CHANGE } from '../digest-actions.ts';
import { comingSlots, sayParts, saySlot, sayTimes } from '../say-digest.ts';

export type PreviewParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly holidays: Holidays;
  readonly make: MakeDigest;
};

/** What came of a button below the form. */
export type Seen = Pick<Card, 'sections' | 'trust'>;
const NOTHING_SEEN: Seen = { sections: [], trust: [] };

const NEXT = 3;

/** What comes of a form: when it will come, in words and by the next three times, and on demand what it would say now. */
export function formPreview({ settings, clock, holidays, make }: PreviewParts) {
  const operationOf = ({ operation }: Pick<FormState, 'operation'>) =>
    operationNamed(settings, operation) ?? settings.operations[0];

  /** In whose language and for whose eyes the first target gets it. */
  const readerOf = (form: FormState, reader: Reader): DigestReader => {
    const { language } = form;
    const [channel] = form.channels;
    if (channel === undefined) return { locale: language ?? reader.locale, audience: reader.audience };
    const channelPolicy = settings.channels[channel] ?? null;
    return {
      locale: language ?? channelPolicy?.locale ?? operationOf(form).locale,
      audience: audienceFor({ role: 'supervisor', place: 'channel', channelPolicy }),
    };
  };

  /** As if it had a name and a place already, which only saving needs. */
  const judgeWithoutPlace = (form: FormState, user: string, locale: Locale) => {
    const nowhere = form.channels.length + form.people.length === 0;
    const name = form.name === '' ? digestFormWords(locale).nameExample : form.name;
    const people = nowhere ? [user] : form.people;
    return judgeForm({ ...form, name, people }, { settings, locale, now: clock.now() });
  };

  return {
    /** The times and contents in words, below the fields; `more`: what came of a button there. */
    card(form: FormState, locale: Locale, { sections: more, trust }: Seen = NOTHING_SEEN): Card {
      const w = digestFormWords(locale).preview;
      const operation = operationOf(form);
      const now = clock.now();
      const read = cadenceOfForm(form);
      const judged = judgeWithoutPlace(form, '', locale);
      const zone = form.zone ?? operation.zone;
      const button = (act: string, label: string): Button => ({
        kind: 'button',
        id: `${DIGEST_CHANGE}:${act}`,
        label,
        value: act,
      });
      const when = (): readonly Section[] => {
        if ('mistake' in read) {
          const said = 'mistakes' in judged ? judged.mistakes[read.mistake.field] : undefined;
          return said === undefined ? [] : [{ kind: 'lines', title: w.unsound, lines: [{ text: said }] }];
        }
        const timed = { cadence: read.cadence, zone: form.zone, skipHolidays: form.skipHolidays };
        const slots = comingSlots(timed, operation, holidays, now, NEXT);
        const said = slots.map((at) => saySlot(at, now, zone, locale)).join(' · ');
        return [
          { kind: 'text', text: [{ bold: `${upperFirst(sayTimes(timed, operation, locale))}.` }] },
          { kind: 'text', text: slots.length === 0 ? w.never : w.next(said) },
        ];
      };
      const holds: readonly Section[] =
        'draft' in judged ? [{ kind: 'text', text: w.holds(sayParts(judged.draft.parts, locale)) }] : [];
      return {
        headline: w.title,
        sections: [...when(), ...holds, ...more],
        trust,
        actions: [button('refresh', w.refresh), button('see', w.see), button('test', w.send)],
      };
    },

    /** The digest as it stands, without what only saving needs: a name and a place. */
    trial(form: FormState, { actor, locale }: Reader): { readonly digest: Digest } | { readonly mistakes: Mistakes } {
      const judged = judgeWithoutPlace(form, actor.user, locale);
      return 'mistakes' in judged ? judged : { digest: trialOf(judged.draft, actor.user) };
    },

    /** What it would say now to its first target. */
    async seen(digest: Digest, form: FormState, reader: Reader): Promise<Seen> {
      const { card } = await make(digest, { at: clock.now(), late: false }, readerOf(form, reader));
      const sections = card.sections.filter(({ kind }) => kind !== 'actions');
      return { sections: [{ kind: 'text', text: [{ bold: card.headline }] }, ...sections], trust: card.trust };
    },

    said(text: string): Seen {
      return { sections: [{ kind: 'text', text }], trust: [] };
    },

    wrong(mistakes: Mistakes, locale: Locale): Seen {
      const lines = Object.values(mistakes).map((text) => ({ text }));
      return { sections: [{ kind: 'lines', title: digestFormWords(locale).preview.unsound, lines }], trust: [] };
    },
  };
}
export type FormPreview = ReturnType<typeof formPreview>;

function trialOf(draft: Draft, owner: string): Digest {
  return { ...draft, id: 'preview', owner, paused: false, lateMs: DEFAULT_LATE_MS, origin: 'slack' };
}
