/**
 * A period as a person means it, in local days of the operation's zone; always absolute ("today" is resolved when it is read),
 * so that a card shown yesterday still speaks of its own day. Dates are `YYYY-MM-DD`, hours `HH:MM`, both ends of `days` included;
 * `hours` is half open on its date (`24:00` is its midnight); `span` is a window of instants (`last 3 hours`), epoch milliseconds.
 */
export type Period =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'week'; readonly monday: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  | { readonly kind: 'hours'; readonly date: string; readonly from: string; readonly to: string }
  | { readonly kind: 'span'; readonly from: number; readonly to: number };
