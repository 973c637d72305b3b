import { readDuration } from '../../core/values/duration.ts';
import { fingerprint } from '../../core/values/fingerprint.ts';
import { readHour } from '../../core/values/instant.ts';
import { readId, readKey, textOf } from '../../core/values/text.ts';
import { readWord } from '../../core/values/words.ts';
import { isRow } from '../../core/values/raw-row.ts';
import type { FoldContext, RowResult } from '../report.ts';

type Common = { readonly agent: string | null; readonly campaign: string | null; readonly campaignText: string };

/** A record of the campaign. `dialled`: it left the state in which it was loaded. `rightParty`: the person sought answered. */
export type RecordRow = Common & { readonly kind: 'record'; readonly dialled: boolean; readonly rightParty: boolean };

/** `answered` null: no result came. `code` is folded, '' where the agent did not code; `codeText` as written. `customer`: a fingerprint. */
export type CallRow = Common & {
  readonly kind: 'call';
  readonly answered: boolean | null;
  readonly code: string;
  readonly codeText: string;
  readonly seconds: number | null;
  readonly hungUp: 'agent' | 'customer' | 'unknown';
  readonly hour: number | null;
  readonly customer: number | null;
};
export type PreviewRow = RecordRow | CallRow;

type Field =
  | 'type_of_row'
  | 'campaign_id'
  | 'agent_id'
  | 'result'
  | 'customer_id'
  | 'telephone'
  | 'tel_number'
  | 'hang_up'
  | 'call_result'
  | 'date'
  | 'time'
  | 'cod_act';

/** What an operation calls the person who was sought having answered. */
const RIGHT_PARTY = new Set(['rpc', 'contesta titular']);
/** What wolkvox writes where the wrap-up time ran out before the agent coded. */
const TIMED_OUT = 'timeoutacw';
const HUNG_UP = new Map<string, CallRow['hungUp']>([
  ['agent', 'agent'],
  ['agente', 'agent'],
  ['customer', 'customer'],
  ['cliente', 'customer'],
]);

export function readRow(raw: unknown, { operation }: FoldContext): RowResult<PreviewRow> {
  if (!isRow<Field>(raw)) return { skip: 'unreadable' };
  const kind = readWord(raw.type_of_row);
  if (kind === 'total') return { skip: 'total' };
  if (kind !== 'preview' && kind !== 'call') return { skip: kind === '' ? 'unreadable' : 'other' };
  const agent = readId(raw.agent_id);
  if (agent !== null && operation.ignoreAgents.includes(agent)) return { skip: 'pseudo' };
  const common: Common = { agent, campaign: readId(raw.campaign_id), campaignText: textOf(raw.campaign_id) };
  if (kind === 'preview') {
    const result = readWord(raw.result);
    const dialled = result !== '' && result !== 'clean';
    return { row: { ...common, kind: 'record', dialled, rightParty: RIGHT_PARTY.has(result) } };
  }
  const result = readWord(raw.call_result);
  const code = readWord(raw.cod_act);
  const customer = readKey(raw.customer_id) ?? readKey(raw.telephone) ?? readKey(raw.tel_number);
  return {
    row: {
      ...common,
      kind: 'call',
      answered: result === '' ? null : result === 'answer',
      code: code === TIMED_OUT ? '' : code,
      codeText: textOf(raw.cod_act),
      seconds: readDuration(raw.time),
      hungUp: HUNG_UP.get(readWord(raw.hang_up)) ?? 'unknown',
      hour: readHour(raw.date),
      customer: customer === null ? null : fingerprint(customer),
    },
  };
}
