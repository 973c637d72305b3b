/** The fields of a row that a report reads, as wolkvox sent them: any scalar, or missing, which reads as undefined; the readers say what each is worth. */
export type RawRow<Field extends string> = Readonly<Record<Field, unknown>>;

/**
 * Whether something is a row at all: an object, no list. Of its fields nothing is claimed, so there is nothing more to check, and the
 * tens of thousands of rows of an answer are not copied for it.
 */
export function isRow<Field extends string>(raw: unknown): raw is RawRow<Field> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
