import type { Message, View } from '../../../src/simulators/slack/index.ts';
import type { Floor } from '../floor/floor.ts';

/** What somebody does with the form of a digest, and what they see of it. */
export function formsOn(floor: Floor) {
  const top = (person: string): View | undefined => floor.slack.views(person).at(-1);
  const shown = (person: string): string => JSON.stringify(top(person)?.body.blocks ?? []);
  const shows = (person: string, text: string): Promise<unknown> =>
    floor.slack.waitFor(() => shown(person).includes(text));
  return {
    top,
    shown,
    shows,
    /** Types the command that opens the form, and waits until its fields are there. */
    async open(person: string, words: string, channel = 'operaciones'): Promise<void> {
      await floor.slack.slash(person, channel, words);
      await shows(person, '"block_id":"name"');
    },
    /** Changes a field, or presses a button of the form, and waits until the form says something. */
    async change(person: string, field: string, value: string | string[], until: string): Promise<void> {
      const view = top(person);
      if (view === undefined) throw new Error('no form is open');
      await floor.slack.choose(person, view.id, `digest-change:${field}`, value);
      await shows(person, until);
    },
    answer: (person: string, text: string): Promise<Message> =>
      floor.slack.waitFor(() => floor.slack.ephemerals(person).find((message) => message.text.startsWith(text))),
  };
}
