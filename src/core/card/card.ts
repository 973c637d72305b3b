/**
 * A run of text: plain, bold, code (a command that can be typed), a mention (a Slack user id; only for an assignee: it pings), or a
 * channel by its id, which Slack names for whoever may know it. Escaping is the renderer's work, never the author's.
 */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly mention: string }
  | { readonly channel: string };
export type Text = string | readonly Span[];

/** A table cell: text, or a number that sorts as one and is shown as `text`. */
export type Cell = string | { readonly number: number; readonly text: string };

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** `rows` are whole: the renderer shows what fits and says how many there are. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

/** `value` is what is drawn, `text` what is read aloud. Series share their labels, in the same order. */
export type Point = { readonly label: string; readonly value: number; readonly text: string };
export type Chart = {
  readonly type: 'bar' | 'line' | 'area' | 'pie';
  readonly title: string;
  readonly yLabel: string | null;
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[];
};

/** What a press does is in `id`, what it needs is in `value` (2,000 characters at most): the bot remembers nothing between presses. */
export type Button = {
  readonly kind: 'button';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  readonly spoken?: string;
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
};
/** Values of 150 characters at most: Slack's limit for options. `compact`: drawn as ⋯ where there are five options or fewer. */
export type Menu = {
  readonly kind: 'menu';
  readonly compact?: true;
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
};
export type Action = Button | Menu;

export type Line = { readonly text: Text; readonly action?: Button };

export type Section =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'lines'; readonly title?: string; readonly lines: readonly Line[] }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'unavailable'; readonly text: Text };

/**
 * What a message says, before anybody knows how it is drawn. `headline`: one sentence, the verdict. `trust`: the parts of the small
 * last line (window, rows, age, what was not available). Blocks, the top-level text and the terminal all come from this.
 */
export type Card = {
  readonly headline: string;
  readonly sections: readonly Section[];
  readonly trust: readonly string[];
  readonly actions: readonly Action[];
};
