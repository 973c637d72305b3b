import { addDays, weekdayOf } from '../../../src/core/period/dates.ts';
import { instantAt } from '../../../src/core/period/local-time.ts';
import { SLICES } from '../../../src/flows/history/history-records.ts';
import { hourKey } from '../../../src/flows/history/history-slices.ts';
import { reportOf } from '../../../src/reports/catalog.ts';
import type { Message, View } from '../../../src/simulators/slack/index.ts';
import type { Floor } from '../floor/floor.ts';

const SLOT_MS = 10 * 60_000;

/**
 * Keeps ten minutes after ten minutes of `live` for the days of work before a date, 07:00 to 19:00: thirty calls, two abandoned, and from
 * 11:00 to 12:00 as many more as the day says (1: yesterday).
 */
export async function keepLive(
  floor: Floor,
  today: string,
  days: number,
  more: (back: number) => number,
): Promise<void> {
  const { store, settings } = floor.bot.house;
  const [operation] = settings.operations;
  const { version } = reportOf('live');
  for (let back = 1; back <= days; back += 1) {
    const date = addDays(today, -back);
    if (weekdayOf(date) > 5) continue;
    for (let hour = 7; hour < 19; hour += 1) {
      const from = instantAt(date, `${String(hour).padStart(2, '0')}:00`, operation.zone);
      const slots = Array.from({ length: 6 }, (_, index) => from + index * SLOT_MS).map((slot) => {
        const abandoned = hour === 11 ? 2 + more(back) : 2;
        return [String(slot), { k: 'kept', version, asOf: slot, figures: { abandonment: [abandoned, 30] } }] as const;
      });
      await store.documents.put(SLICES, hourKey(operation, from), { v: 1, slots: Object.fromEntries(slots) });
    }
  }
}

/** What somebody does with the form of an alert rule, and what they see of it. */
export function ruleFormsOn(floor: Floor) {
  const top = (person: string): View | undefined => floor.slack.views(person).at(-1);
  const shown = (person: string): string => JSON.stringify(top(person)?.body.blocks ?? []).replaceAll('\u00a0', ' ');
  const shows = (person: string, text: string): Promise<unknown> =>
    floor.slack.waitFor(() => shown(person).includes(text));
  /** Blocks are called after their field and the turn in which they were drawn. */
  const block = (person: string, field: string): string => {
    const found = top(person)?.body.blocks.find(({ block_id: id }) => id?.split('.')[0] === field)?.block_id;
    if (found === undefined) throw new Error(`the form has no ${field}: ${shown(person)}`);
    return found;
  };
  return {
    top,
    shown,
    shows,
    block,
    /** Types the command that opens the form, and waits until its fields are there. */
    async open(person: string, words: string, channel = 'operaciones'): Promise<void> {
      await floor.slack.slash(person, channel, words);
      await shows(person, '"block_id":"metric.');
    },
    /** Changes a field, and waits until the form says something. */
    async change(person: string, field: string, value: string | string[], until: string): Promise<void> {
      const view = top(person);
      if (view === undefined) throw new Error('no form is open');
      await floor.slack.choose(person, view.id, `rule-change:${block(person, field)}`, value);
      await shows(person, until);
    },
    async press(person: string, button: string, until: string): Promise<void> {
      const view = top(person);
      if (view === undefined) throw new Error('no form is open');
      await floor.slack.press(person, view.id, button);
      await shows(person, until);
    },
    submit: (person: string, values: Readonly<Record<string, string | string[]>> = {}) =>
      floor.slack.submitView(
        person,
        Object.fromEntries(Object.entries(values).map(([field, value]) => [block(person, field), value])),
      ),
    /** What is said beside fields, by field. */
    mistakes: (person: string): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(top(person)?.errors ?? {}).map(([at, said]) => [at.split('.')[0] ?? at, said])),
    answer: (person: string, text: string): Promise<Message> =>
      floor.slack.waitFor(() => floor.slack.ephemerals(person).find((message) => message.text.startsWith(text))),
  };
}
