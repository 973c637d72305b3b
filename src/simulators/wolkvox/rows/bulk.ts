import { clock, dateAndClock, daysOf, epochOfDay, rangeOn, type Window } from '../operation/local-time.ts';
import { campaigns, customerOf } from '../operation/roster.ts';
import type { Row, Rows } from './row.ts';

/** `rows` to each local day, evenly spread over its 24 hours whatever the time is now. */
export interface BulkAnswer {
  api: 'campaign_5';
  rows: number;
  bytesPerRow?: number;
}

const daySeconds = 86_400;
// One byte to a letter, so that a slice is as long as it says.
const remark = 'Cliente revisa el estado de cuenta y pide una nueva llamada en la tarde; ';

interface Slice {
  day: string;
  midnight: number;
  first: number;
  end: number;
}

function rowAt(slice: Slice, index: number, rowsPerDay: number): Row {
  const second = Math.floor((index * daySeconds) / rowsPerDay);
  const agentId = String(12_301 + (index % 40) * 13);
  const customer = customerOf(index % 5000);
  const call = index % 2 === 1;
  const talk = call ? 5 + ((index * 37) % 400) : 0;
  return {
    type_of_row: call ? 'CALL' : 'PREVIEW',
    campaign_id: campaigns[0].id,
    customer_name: customer.name,
    customer_last_name: customer.lastName,
    result: index % 4 < 2 ? 'CONTESTA TITULAR' : 'BUZON',
    last_code_act: index % 5 === 0 ? 'Acuerdo_de_Pago' : '2001',
    comments_customer_reg: '',
    customer_id: customer.id,
    agent_id: agentId,
    conn_id: call ? `${agentId}.0277.${slice.midnight + second - 5}.${index}` : '-',
    telephone: call ? `9${customer.telephone}` : '',
    hang_up: call ? 'customer' : '',
    type_interaction: call ? 'outbound_ma' : '',
    call_result: call ? 'ANSWER' : '',
    date: dateAndClock({ day: slice.day, second }),
    time: call ? clock(talk) : '',
    cod_act: call ? (index % 11 === 1 ? 'TIMEOUTACW' : '2001') : '',
    comments: '',
  };
}

export function bulkRows(bulk: BulkAnswer, window: Window, zone: string): Rows {
  const slices: Slice[] = [];
  for (const day of daysOf(window)) {
    const range = rangeOn(day, window);
    if (range === undefined) continue;
    const first = Math.ceil((range.first * bulk.rows) / daySeconds);
    const end = Math.ceil(((range.last + 1) * bulk.rows) / daySeconds);
    slices.push({ day, midnight: epochOfDay(day, zone), first, end });
  }
  const wanted = bulk.bytesPerRow ?? 0;
  const padding = remark.repeat(Math.ceil(wanted / remark.length));
  function* each(): Generator<Row> {
    for (const slice of slices) {
      for (let index = slice.first; index < slice.end; index += 1) {
        const row = rowAt(slice, index, bulk.rows);
        const missing = wanted === 0 ? 0 : wanted - Buffer.byteLength(JSON.stringify(row));
        yield missing > 0 ? { ...row, comments: padding.slice(0, missing) } : row;
      }
    }
  }
  return { count: slices.reduce((sum, slice) => sum + slice.end - slice.first, 0), each: each() };
}
