import { z } from 'zod';
import { REQUEST_CODE_MAX, decodeRequest, encodeRequest } from '../request-code.ts';
import type { Request } from '../request.ts';
import type { AuxDay, Justified } from './aux-cases.ts';
import { readJson } from '../values/json.ts';

/** A case that a supervisor accepted, with the word why. `by`: a Slack user id; `name`: as that person is shown; `at`: epoch ms. */
export type Justification = Justified & {
  readonly why: string;
  readonly by: string;
  readonly name: string;
  readonly at: number;
};

/** What is kept beside one day of aux: the days of work before it, newest first, and the justified cases of all of them. */
export type AuxPast = { readonly days: readonly AuxDay[]; readonly justified: readonly Justification[] };

/**
 * A case as a button carries it: which one (`state` by its key), and the request whose card is shown afterwards. `about`: whom and what it
 * is about, as the card that it was pressed on names them.
 */
export type CaseCode = { readonly request: Request; readonly found: Justified; readonly about?: string };

const ABOUT_MAX = 150;

const coded = z.tuple([
  z.literal(1),
  z.iso.date(),
  z.string().min(1).max(200),
  z.string().max(200),
  z.string().max(REQUEST_CODE_MAX),
  z.string().max(ABOUT_MAX).optional(),
]);

/** What a button carries; `decodeCase` reads it. */
export function encodeCase({ request, found: { date, agent, state }, about }: CaseCode): string {
  const said = about === undefined || about.length > ABOUT_MAX ? [] : [about];
  return JSON.stringify([1, date, agent, state, encodeRequest(request), ...said]);
}

/** The case that `encodeCase` wrote; null for anything else. */
export function decodeCase(text: string): CaseCode | null {
  const parts = coded.safeParse(readJson(text));
  if (!parts.success) return null;
  const [, date, agent, state, code, about] = parts.data;
  const request = decodeRequest(code);
  return request && { request, found: { date, agent, state }, ...(about === undefined ? {} : { about }) };
}
