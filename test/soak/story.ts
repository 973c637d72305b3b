/** What the driver tells the bot's process, and what that tells back. Instants are epoch ms, memory is MB. */
export type Told =
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'measure' }
  | { readonly kind: 'stop' };
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ticked'; readonly ran: number }
  | { readonly kind: 'measured'; readonly heap: number; readonly outside: number; readonly resident: number }
  | { readonly kind: 'failed'; readonly why: string };
