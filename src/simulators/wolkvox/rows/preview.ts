import type { Call, PreviewRecord } from '../operation/events.ts';
import { clock, dateAndClock, daysOf, rangeOn } from '../operation/local-time.ts';
import { isKnown, type Operation, type View } from '../operation/operation.ts';
import { campaigns, customerOf } from '../operation/roster.ts';
import type { RowHabits } from '../scenario.ts';
import type { Row } from './row.ts';

interface TimedRow {
  second: number;
  readyAt: number;
  row: Row;
}

const noCall = {
  conn_id: '-',
  telephone: '',
  hang_up: '',
  type_interaction: '',
  call_result: '',
  date: '',
  time: '',
  cod_act: '',
  comments: '',
};

function whose(record: PreviewRecord, campaign: string, lastCode: string, comments: string, result: string): Row {
  const customer = customerOf(record.customerNumber);
  return {
    campaign_id: campaign,
    customer_name: customer.name,
    customer_last_name: customer.lastName,
    result,
    last_code_act: lastCode,
    comments_customer_reg: comments,
    customer_id: customer.id,
  };
}

function previewRow(record: PreviewRecord): Row {
  const campaign =
    campaigns[0].id === record.campaignId ? `${campaigns[0].id} - ${campaigns[0].name}` : record.campaignId;
  const when = dateAndClock(record);
  if (record.calls.length > 0) {
    const who = whose(record, campaign, record.lastCode, record.comments, record.result);
    return { type_of_row: 'PREVIEW', ...who, agent_id: record.agentId, ...noCall, date: when };
  }
  const lower = record.customerNumber % 2 === 0;
  const who = whose(record, campaign, '', record.comments, lower ? 'clean' : 'CLEAN');
  const undialled = { ...noCall, conn_id: lower ? '0' : '-', date: lower ? '' : when };
  return { type_of_row: lower ? 'preview' : 'PREVIEW', ...who, agent_id: lower ? '' : '-', ...undialled };
}

function callRow(record: PreviewRecord, call: Call, last: boolean): Row {
  return {
    type_of_row: record.customerNumber % 9 === 0 ? 'call' : 'CALL',
    ...whose(record, record.campaignId, call.code, '', last ? record.result : ''),
    agent_id: record.agentId,
    conn_id: call.connId,
    telephone: call.telephone,
    hang_up: call.hangUp,
    type_interaction: call.kind,
    call_result: call.resultText,
    date: dateAndClock(call),
    time: clock(call.seconds),
    cod_act: call.code,
    comments: call.comments,
  };
}

function totalRow(record: PreviewRecord): Row {
  const talk = record.calls.reduce((sum, call) => sum + call.seconds, 0);
  const who = whose(record, record.campaignId, '', '', '');
  return { type_of_row: 'TOTAL', ...who, agent_id: '', ...noCall, conn_id: '', time: clock(talk) };
}

function rowsOf(record: PreviewRecord, totals: boolean): TimedRow[] {
  const { second, readyAt, calls } = record;
  const rows: TimedRow[] = [{ second, readyAt, row: previewRow(record) }];
  for (const call of calls) {
    rows.push({ second: call.second, readyAt: call.readyAt, row: callRow(record, call, call === calls.at(-1)) });
  }
  const last = calls.at(-1);
  if (totals && last !== undefined) rows.push({ second: last.second, readyAt, row: totalRow(record) });
  return rows;
}

/** A row belongs to the window by its own second, so that split windows share a record's rows out exactly. */
export function previewRows(operation: Operation, view: View, campaignId: string, habits: RowHabits): Row[] {
  const rows: Row[] = [];
  for (const day of daysOf(view.window)) {
    const range = day > view.horizon.day ? undefined : rangeOn(day, view.window);
    if (range === undefined) continue;
    const wanted = operation.day(day).previews.filter((each) => campaignId === 'all' || each.campaignId === campaignId);
    const near = wanted.filter((each) => each.second <= range.last && each.readyAt >= range.first);
    const timed = near
      .flatMap((record) => rowsOf(record, habits.totals))
      .filter((each) => each.second >= range.first && each.second <= range.last)
      .filter((each) => isKnown(day, each.readyAt, view.horizon));
    for (const each of timed.sort((one, other) => one.second - other.second)) rows.push(each.row);
  }
  return rows;
}
