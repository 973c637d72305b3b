import type { Call } from '../operation/events.ts';
import { dateAndClock, writeStamp } from '../operation/local-time.ts';
import type { RowHabits } from '../scenario.ts';
import type { Row } from './row.ts';

function liveRow(call: Call, habits: RowHabits): Row {
  const mixed = habits.fieldNames === 'mixed';
  const old = habits.fieldNames === 'old' || (mixed && call.kind === 'transfer');
  const compact = mixed && call.kind === 'internal call_que';
  return {
    [old ? 'type_call' : 'type_interaction']: call.kind,
    result: call.resultText,
    date: compact ? writeStamp(call) : dateAndClock(call),
    [old ? 'tel_number' : 'telephone']: call.telephone,
    customer_id: call.customerId,
    conn_id: call.connId,
  };
}

export function liveRows(calls: readonly Call[], habits: RowHabits): Row[] {
  return [...calls].reverse().map((call) => liveRow(call, habits));
}
