import { z } from 'zod';
import { act, invite, openHome, say, slash } from '../drive/acts.ts';
import { placeOf, type Desk } from '../drive/desk.ts';
import { closeView, submitView, suggest } from '../drive/forms.ts';
import type { Language } from '../options.ts';
import { bot } from '../people.ts';
import type { Panel } from './panel.ts';
import { languageOf } from './words.ts';

const values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const base = { as: z.string() };

export const deedSchema = z.discriminatedUnion('do', [
  z.object({ ...base, do: z.literal('write'), in: z.string(), text: z.string() }),
  z.object({
    ...base,
    do: z.literal('act'),
    where: z.string(),
    block: z.string(),
    action: z.string(),
    given: z.union([z.string(), z.array(z.string())]).optional(),
    values: values.default({}),
  }),
  z.object({
    ...base,
    do: z.literal('suggest'),
    where: z.string(),
    block: z.string(),
    action: z.string(),
    typed: z.string(),
  }),
  z.object({ ...base, do: z.literal('submit'), values }),
  z.object({ ...base, do: z.literal('close') }),
  z.object({ ...base, do: z.literal('home') }),
  z.object({ ...base, do: z.literal('language'), locale: z.string() }),
  z.object({ ...base, do: z.literal('control'), id: z.string() }),
]);
export type Deed = z.infer<typeof deedSchema>;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a person types, as Slack sends it on: names of people and channels become references. */
export function asSent(desk: Desk, typed: string): string {
  const { people, channels } = desk.around.workspace;
  const named = escaped(typed).replaceAll(/@([\p{L}\w.-]+)/gu, (whole, name: string) => {
    const wanted = name.toLowerCase();
    const person = [...people.values()].find((one) => one.handle === wanted || one.name.toLowerCase() === wanted);
    return person ? `<@${person.id}>` : whole;
  });
  return named.replaceAll(/(^|\s)#([\p{L}\w-]+)/gu, (whole, before: string, name: string) => {
    const channel = [...channels.values()].find((one) => one.kind !== 'im' && one.name === name);
    return channel ? `${before}<#${channel.id}|${channel.kind === 'private' ? '' : channel.name}>` : whole;
  });
}

async function write(desk: Desk, who: string, where: string, typed: string): Promise<unknown> {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const sent = asSent(desk, rest.join(' '));
  if (first === desk.command) return slash(desk, who, where, sent);
  if (first === '/invite' && sent === `<@${bot.userId}>`) {
    const told = placeOf(desk, where).members.has(bot.userId) ? undefined : await invite(desk, where, who);
    desk.around.workspace.post({ channel: where, author: who, text: `/invite ${sent}`, blocks: [], onlyFor: who });
    return told;
  }
  return say(desk, who, where, asSent(desk, typed.trim()));
}

interface Around {
  panel: Panel;
  languageChosen: (person: string, language: Language) => Promise<void>;
}

/** Does what the page asks in a person's name; resolves when the bot has acknowledged it. */
export async function perform(desk: Desk, around: Around, deed: Deed): Promise<Record<string, unknown>> {
  const told = (result: unknown) =>
    typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
      ? { ok: false }
      : { ok: true };
  switch (deed.do) {
    case 'write':
      return { ...told(await write(desk, deed.as, deed.in, deed.text)) };
    case 'act':
      return told(await act(desk, deed.as, deed.where, `${deed.block}/${deed.action}`, deed.given, deed.values));
    case 'suggest': {
      const options = await suggest(desk, deed.as, deed.where, `${deed.block}/${deed.action}`, deed.typed);
      return { ok: true, options: options.map((option) => ({ value: option.value, label: option.text.text })) };
    }
    case 'submit': {
      const sent = await submitView(desk, deed.as, deed.values);
      return { ok: sent.ok, missing: sent.missing };
    }
    case 'close':
      return told(await closeView(desk, deed.as));
    case 'control':
      return { ok: await around.panel.run(deed.id) };
    case 'home':
      return told(await openHome(desk, deed.as));
    case 'language': {
      const person = desk.around.workspace.people.get(deed.as);
      if (person) person.locale = deed.locale;
      await around.languageChosen(deed.as, languageOf(deed.locale));
      return { ok: true };
    }
  }
}
