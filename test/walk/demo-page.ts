import { until } from './until.ts';

/** A message on the page: its time by the demo's clock, whether only its reader sees it, and its words. */
export type Shown = { readonly at: number; readonly onlyForReader: boolean; readonly text: string };

/** What is filled in, by field. */
type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The page of the demo as somebody uses it, by the requests that their browser would send. */
export function demoPage(url: string, person: string) {
  const html = async (place: string) => (await fetch(`${url}?as=${person}&in=${place}`)).text();
  const deed = async (what: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const answer = await fetch(`${url}page/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: person, ...what }),
    });
    return (await answer.text()).includes('"ok":true');
  };
  return {
    write: (place: string, text: string) => deed({ do: 'write', in: place, text }),
    /** The message that fits, once it is there. */
    message: (place: string, what: string, withinMs: number, fits: (shown: Shown) => boolean): Promise<Shown> =>
      until(what, withinMs, async () => messagesOn(await html(place)).find(fits) ?? null),
    /** The open form, once it has its fields. */
    form: (place: string): Promise<string> =>
      until('the form', 20_000, async () => {
        const page = await html(place);
        return page.includes('data-block="time"') ? (/data-where="(V\w+)"/.exec(page)?.[1] ?? null) : null;
      }),
    submit: (values: Filled) => deed({ do: 'submit', values }),
    /** Presses a button of the open form. */
    press: async (place: string, form: string, action: string, values: Filled) => {
      const block = new RegExp(`data-block="(\\w+)" data-action="${action}"`).exec(await html(place))?.[1] ?? '';
      return deed({ do: 'act', where: form, block, action, values });
    },
  };
}

function messagesOn(page: string): readonly Shown[] {
  const items = page.matchAll(/<li id="m([\d.]+)" class="([^"]*)"([\s\S]*?)(?=<li id="m|<\/ul>|<\/ol>|<dialog)/g);
  return [...items].map(([, ts = '', classes = '', inside = '']) => ({
    at: Number(ts) * 1_000,
    onlyForReader: classes.includes('private'),
    text: inside
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^[^>]*> /, '')
      .trim(),
  }));
}
