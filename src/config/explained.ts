/** What docs/configure.md says of a key, in Markdown. `otherwise`: what holds where it is left out; one code span alone is a value that may as well be written. */
export type Explained = { readonly meaning: string; readonly otherwise: string };

/** The dotted paths of a section's keys. A list, and a section of free keys, is one key. */
export type KeyPath<Section> = {
  [Key in keyof Section & string]: Below<Key, NonNullable<Section[Key]>>;
}[keyof Section & string];

type Below<Key extends string, Value> = Value extends readonly unknown[]
  ? Key
  : Value extends object
    ? string extends keyof Value
      ? Key
      : `${Key}.${KeyPath<Value>}`
    : Key;

/** Every key of a section explained, and no other: a new key does not compile without its line here. */
export type ExplainedKeys<Section> = Readonly<Record<KeyPath<Section>, Explained>>;

export const REQUIRED = 'required';
export const NONE = 'none';

/** A value as the file has it. */
export function code(value: string | number): string {
  return `\`${value}\``;
}
