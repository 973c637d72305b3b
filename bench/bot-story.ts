/** The bots that are measured: ours on either store, a bare Bolt app, and one that answers the very message that ours does. */
export const BOTS = ['bare', 'same', 'redis', 'embedded'] as const;
export type Bot = (typeof BOTS)[number];

/** So many people type at once. */
export const PEOPLE = 50;
/** Those who type take turns: who typed more than sixty commands in a minute would be asked to wait, which is no answer. */
export const CREWS = 4;

/** What the world is asked over IPC, and what it tells. */
export type Asked =
  | { readonly kind: 'burst'; readonly bot: Bot; readonly crew: number; readonly texts: readonly string[] }
  | { readonly kind: 'answer'; readonly bot: Bot; readonly text: string }
  /** Answered once nobody has asked wolkvox anything for a while. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'sockets'; readonly bot: Bot; readonly sockets: number };
export type Open = {
  readonly kind: 'open';
  readonly slack: Readonly<Record<string, string>>;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly wolkvox: { readonly url: string; readonly token: string };
};
export type Told =
  | Open
  | { readonly kind: 'waited'; readonly ms: readonly number[] }
  | { readonly kind: 'answered'; readonly text: string; readonly blocks: readonly unknown[] }
  | { readonly kind: 'connected' }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'failed'; readonly why: string };
