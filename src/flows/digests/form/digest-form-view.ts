import type { Block } from '../../../core/card/block.ts';
import type { Card } from '../../../core/card/card.ts';
import {
  chooseChannels,
  chooseOne,
  choosePeople,
  chooseSome,
  chooseTime,
  type FieldAsked,
  tick,
  writeIn,
} from '../../../core/card/inputs.ts';
import { cardWords, toBlocks, toModal } from '../../../core/card/to-blocks.ts';
import { choiceWord, OPTION_CHOICES, PERIOD_CHOICES } from '../../../core/command/part-words.ts';
import { CADENCE_CHOICES, type CadenceField, SHOWN } from '../../../core/digests/form-cadence.ts';
import { CALENDAR_NAMES } from '../../../core/i18n/calendar-names.ts';
import { digestFormWords } from '../../../core/i18n/digests/digest-form-words.ts';
import { digestWords } from '../../../core/i18n/digests/digest-words.ts';
import { type Locale, LOCALES } from '../../../core/i18n/locale.ts';
import { words } from '../../../core/i18n/words.ts';
import { zoneCity } from '../../../core/i18n/zone-city.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Settings } from '../../../core/settings.ts';
import { upperFirst } from '../../../core/values/text.ts';
import type { SlackView } from '../../../ports.ts';
import { reportOf } from '../../../reports/catalog.ts';
import { DIGEST_CHANGE, DIGEST_FORM } from '../digest-actions.ts';
import { AS_USUAL, type Field, type FormState, type Held, HELD } from './digest-form-state.ts';
import { zoneChoices } from './form-zones.ts';

const NAME_MAX = 60;
const TARGETS_MAX = 10;

export type FormSight = { readonly settings: Settings; readonly operation: Operation; readonly locale: Locale };

/** The form as it stands, with what comes of it below. `isNew`: it makes a digest rather than changing one. */
export function formView(
  form: FormState,
  preview: Card,
  { isNew, metadata }: { readonly isNew: boolean; readonly metadata: string },
  sight: FormSight,
): SlackView {
  const w = digestFormWords(sight.locale);
  return toModal(
    {
      title: isNew ? w.add : w.edit,
      close: w.close,
      submit: w.save,
      callbackId: DIGEST_FORM,
      metadata,
      sections: [],
      inputs: [
        ...whatBlocks(form, sight),
        ...whereBlocks(form, sight.locale),
        ...whenBlocks(form, sight),
        ...howBlocks(form, sight.locale),
        { type: 'divider' },
        ...toBlocks(preview, { rung: 'text', words: cardWords(sight.locale) }),
      ],
    },
    cardWords(sight.locale),
  );
}

/** The form before its content is there: Slack takes a press for opening it for three seconds only. */
export function openingView(locale: Locale): SlackView {
  const w = digestFormWords(locale);
  return toModal({ title: w.add, close: w.close, sections: [{ kind: 'text', text: w.opening }] });
}

/** What stands in the place of a form that there is not. */
export function noticeView(card: Card, locale: Locale): SlackView {
  const w = digestFormWords(locale);
  return toModal({
    title: w.edit,
    close: w.close,
    sections: [{ kind: 'text', text: [{ bold: card.headline }] }, ...card.sections],
    inputs: toBlocks({ headline: '', sections: [], trust: card.trust, actions: card.actions }, { rung: 'text' }).slice(
      1,
    ),
  });
}

const asked = (field: Field, label: string, more: Partial<FieldAsked> = {}): FieldAsked => ({ field, label, ...more });
const LIVE = { live: DIGEST_CHANGE } as const;

function whatBlocks(form: FormState, { settings, operation, locale }: FormSight): readonly Block[] {
  const w = digestFormWords(locale);
  const operations = settings.operations.map(({ id, name }) => ({ value: id, label: name }));
  return [
    writeIn(asked('name', w.name), { value: form.name, max: NAME_MAX, example: w.nameExample }),
    ...(operations.length > 1 ? [chooseOne(asked('operation', w.operation, LIVE), operations, operation.id)] : []),
    tick(
      asked('reports', w.reports, { ...LIVE, optional: true }),
      HELD.map((value) => ({ value, label: heldTitle(value, locale) })),
      form.reports,
    ),
    chooseOne(
      asked('period', w.period, LIVE),
      PERIOD_CHOICES.map((value) => ({ value, label: upperFirst(choiceWord(value, locale)) })),
      form.period,
    ),
    chooseSome(
      asked('options', w.options, { ...LIVE, optional: true }),
      OPTION_CHOICES.map((value) => ({ value, label: choiceWord(value, locale) })),
      form.options,
      w.choose,
    ),
    writeIn(asked('words', w.words, { optional: true, hint: w.wordsHint(settings.command) }), {
      value: form.words,
      max: 1_000,
      lines: true,
    }),
  ];
}

function whereBlocks(form: FormState, locale: Locale): readonly Block[] {
  const w = digestFormWords(locale);
  return [
    chooseChannels(asked('channels', w.channels, { optional: true }), form.channels, TARGETS_MAX, w.choose),
    choosePeople(asked('people', w.people, { optional: true }), form.people, TARGETS_MAX, w.choose),
  ];
}

function whenBlocks(form: FormState, { operation, locale }: FormSight): readonly Block[] {
  const w = digestFormWords(locale);
  const fields: Readonly<Record<CadenceField, () => Block>> = {
    time: () => chooseTime(asked('time', w.time, LIVE), form.time),
    days: () =>
      tick(
        asked('days', w.days, LIVE),
        CALENDAR_NAMES[locale].weekdays.map((label, at) => ({ value: String(at + 1), label })),
        form.days.map(String),
      ),
    times: () => writeIn(asked('times', w.times, { ...LIVE, hint: w.timesHint }), { value: form.times, max: 200 }),
    cron: () =>
      writeIn(asked('cron', w.cron, { ...LIVE, hint: w.cronHint }), {
        value: form.cron,
        max: 100,
        example: '10 8 * * 1-5',
      }),
  };
  const zones = [{ value: AS_USUAL, label: w.zoneOfOperation(zoneCity(operation.zone)) }, ...zoneChoices(form.zone)];
  return [
    chooseOne(
      asked('cadence', w.cadence, LIVE),
      CADENCE_CHOICES.map((value) => ({ value, label: w.cadences[value] })),
      form.cadence,
    ),
    ...SHOWN[form.cadence].map((field) => fields[field]()),
    chooseOne(asked('zone', w.zone, LIVE), zones, form.zone ?? AS_USUAL),
  ];
}

function howBlocks(form: FormState, locale: Locale): readonly Block[] {
  const w = digestFormWords(locale);
  const { languages } = words(locale).home;
  const spoken = [
    { value: AS_USUAL, label: w.languageOfChannel },
    ...LOCALES.map((value) => ({ value, label: languages[value] })),
  ];
  return [
    chooseOne(asked('language', w.language), spoken, form.language ?? AS_USUAL),
    tick(
      asked('skipHolidays', w.holidays, { ...LIVE, optional: true }),
      [{ value: 'skip', label: w.skip }],
      form.skipHolidays ? ['skip'] : [],
    ),
  ];
}

function heldTitle(held: Held, locale: Locale): string {
  if (held === 'ledger' || held === 'quota' || held === 'hygiene') return digestWords(locale)[held].title;
  return reportOf(held).words[locale].title;
}
