import { z } from 'zod';
import { storedRuleSchema } from '../../../core/alerts/rule.ts';
import { alertStateSchema, endedSchema } from '../../../core/alerts/state.ts';
import { PROBLEM_CODES } from '../../../core/errors.ts';
import type { Documents } from '../../../ports.ts';

const instant = z.number();
const figureSchema = z.object({
  value: z.number().nullable(),
  count: z.number().nullable(),
  of: z.number().nullable(),
});

/** What a case is of: all that the rule looks at, one agent or skill of it, one agent in one state, or a whole group in a state. */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('scope'), id: z.string() }),
  z.object({ kind: z.literal('case'), agent: z.string(), state: z.string() }),
  z.object({ kind: z.literal('group'), state: z.string() }),
]);
export type Subject = Readonly<z.infer<typeof subjectSchema>>;

const yardstickSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allowance'), allowed: z.number() }),
  z.object({
    kind: z.literal('team'),
    median: z.number(),
    low: z.number(),
    high: z.number(),
    users: z.number(),
  }),
]);
const auxCaseSchema = z.object({
  agent: z.string(),
  key: z.string(),
  state: z.string(),
  date: z.string(),
  seconds: z.number(),
  against: yardstickSchema,
  persistence: z.object({ kind: z.enum(['within', 'first-day', 'again']), overDays: z.number(), ofDays: z.number() }),
});

/** What the last reading of a case rests on, for a card that is drawn between two checks. `name`: of the agent or of the scope, as wolkvox has it. */
export const basisSchema = z.object({
  from: instant,
  to: instant,
  fetchedAt: instant,
  figure: figureSchema.nullable(),
  usual: z.object({ low: z.number(), high: z.number(), until: z.string().nullable() }).nullable(),
  name: z.string().nullable(),
  aux: auxCaseSchema.nullable(),
  state: z.string().nullable(),
});
export type Basis = Readonly<z.infer<typeof basisSchema>>;

const caseSchema = z.object({ subject: subjectSchema, state: alertStateSchema, basis: basisSchema.nullable() });
export type Case = Readonly<z.infer<typeof caseSchema>>;

/** What somebody did about a card. `to`: a Slack user id and that person's name. Instants are epoch ms. */
const deedSchema = z.object({
  did: z.enum(['take', 'release', 'snooze', 'assign', 'justify']),
  at: instant,
  by: z.string(),
  name: z.string(),
  until: instant.optional(),
  to: z.string().optional(),
  why: z.string().optional(),
});
export type Deed = Readonly<z.infer<typeof deedSchema>>;

const postedSchema = z.object({ channel: z.string(), ts: z.string(), at: instant });

/**
 * One message in Slack and the problems it tells of. `shown`: a fingerprint of what it says now. `trying`: a post that may or may not have
 * arrived, by its mark. `over`: how a problem of it ended. `owed`: what Slack has not taken yet, and since when. `astray`: the channel takes nothing, so its owner has it.
 */
const cardSchema = z.object({
  members: z.array(
    z.object({
      instance: z.string(),
      firedAt: instant,
      over: z.object({ ended: endedSchema, subject: subjectSchema, basis: basisSchema.nullable() }).nullable(),
    }),
  ),
  grouped: z.boolean(),
  /** The card that took its problems over. */
  movedTo: z.string().nullable(),
  posted: postedSchema.nullable(),
  louds: z.number().int(),
  shown: z.number().nullable(),
  trying: z.object({ key: z.string(), since: instant }).nullable(),
  owed: z
    .object({ since: instant, tries: z.number().int(), code: z.enum(PROBLEM_CODES), notBefore: instant })
    .nullable(),
  astray: z.enum(PROBLEM_CODES).nullable(),
  lateSince: instant.nullable(),
  deeds: z.array(deedSchema),
  closedAt: instant.nullable(),
  /** The rule that it was told under: what ends it when the rule is another one or no more. */
  rule: storedRuleSchema.omit({ v: true }).nullable().default(null),
});
export type AlertCard = Readonly<z.infer<typeof cardSchema>>;

const sheetSchema = z.object({
  v: z.literal(1),
  cases: z.record(z.string(), caseSchema),
  cards: z.record(z.string(), cardSchema),
});
/** All that is remembered of one rule. */
export type Sheet = Readonly<z.infer<typeof sheetSchema>>;

export const EMPTY_SHEET: Sheet = { v: 1, cases: {}, cards: {} };
export const ALERT_STATES = 'alert-states';
const PAGE = 500;

export type Found = { readonly sheet: Sheet; readonly revision: number | 'absent' };
export type SheetKey = { readonly operation: string; readonly rule: string };

function keyOf({ operation, rule }: SheetKey): string {
  return `${operation}/${rule}`;
}

/** Keeps the sheets; one that cannot be understood any more starts anew. */
export function sheetStore({ documents }: { readonly documents: Documents }) {
  const opened = (value: unknown): Sheet => {
    const read = sheetSchema.safeParse(value);
    return read.success ? read.data : EMPTY_SHEET;
  };
  const load = async (key: SheetKey): Promise<Found> => {
    const found = await documents.get(ALERT_STATES, keyOf(key));
    return { sheet: opened(found?.value), revision: found?.revision ?? 'absent' };
  };
  const save = async (key: SheetKey, sheet: Sheet, expected: number | 'absent'): Promise<number | null> =>
    documents.put(ALERT_STATES, keyOf(key), sheet, { expected });

  return {
    load,
    save,
    /** Of an operation, by rule; rules of which there is nothing to remember are not there. */
    async all(operation: string): Promise<ReadonlyMap<string, Found>> {
      const prefix = `${operation}/`;
      const found = new Map<string, Found>();
      for (let after = ''; ; ) {
        const page = await documents.list(ALERT_STATES, { prefix, limit: PAGE, ...(after === '' ? {} : { after }) });
        for (const { key, value, revision } of page)
          found.set(key.slice(prefix.length), { sheet: opened(value), revision });
        const last = page.at(-1);
        if (page.length < PAGE || last === undefined) return found;
        after = last.key;
      }
    },
    /** Changes what is there now, again if somebody was faster; null from `change`: nothing to write. Gives what is there then. */
    async change(key: SheetKey, change: (sheet: Sheet) => Sheet | null): Promise<Sheet> {
      for (;;) {
        const { sheet, revision } = await load(key);
        const next = change(sheet);
        if (next === null) return sheet;
        if ((await save(key, next, revision)) !== null) return next;
      }
    },
    /** Forgets what is settled, unless somebody was faster: an empty sheet is left until the engine has forgotten it. */
    async clear(key: SheetKey, expected: number, at: number): Promise<boolean> {
      const options = { expected, expiresAt: at };
      return (await documents.put(ALERT_STATES, keyOf(key), EMPTY_SHEET, options)) !== null;
    },
    remove: (key: SheetKey) => documents.delete(ALERT_STATES, keyOf(key)),
  };
}
export type SheetStore = ReturnType<typeof sheetStore>;
