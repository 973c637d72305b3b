import type { Operation } from '../src/core/operation.ts';
import { PLAIN_OPERATION } from '../src/core/operation.ts';
import type { ReportId } from '../src/core/request.ts';
import type { Window } from '../src/core/window.ts';
import { reportOf } from '../src/reports/catalog.ts';
import type { RowCount, Sealed } from '../src/reports/report.ts';

/** The operation that the history is measured with: 200 agents on a working day of thirteen hours. */
export const FLOOR: Operation = { ...PLAIN_OPERATION, id: 'floor', hours: 'every day 07:00-20:00' };
const AGENTS = 200;
const STATES = ['Break', 'Almuerzo', 'Baño', 'Capacitación', 'Reunión', 'Pausa activa'];
const SKILLS = 12;
const CAMPAIGNS = 8;
const CODES = 40;
const FIRST = ['Ana', 'Luz', 'Óscar', 'Iván', 'Paula', 'Yuliana', 'Sebastián', 'Natalia', 'Felipe', 'Ángela'];
const LAST = ['Restrepo Muñoz', 'Zuluaga Ospina', 'Castañeda Vélez', 'Gómez Londoño', 'Quiñones Roldán'];

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
}

/** An invented day of that floor as a report sums it, up to a share (0 to 1) of the day. */
export function floorDay(
  report: ReportId,
  day: number,
  share: number,
  window: Window,
): { readonly sealed: Sealed; readonly rows: RowCount } {
  const fold = reportOf(report).fold({ operation: FLOOR, window });
  for (const row of rowsOf(report, chance(day * 7_919 + report.length), share)) fold.add(row);
  return fold.finish();
}

const name = (at: number): string => `${LAST[at % 5]} ${FIRST[Math.floor(at / 5) % 10]} ${at}`.toUpperCase();
const clock = (seconds: number): string =>
  [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

function* rowsOf(report: ReportId, random: (most: number) => number, share: number): Generator<unknown, void> {
  const of = (most: number): number => Math.round(random(most) * share);
  if (report === 'agents') {
    for (let at = 0; at < AGENTS; at += 1) {
      const calls = of(180);
      yield { agent_name: name(at), calls: String(calls), cost: (calls * (90 + random(9_000) / 100)).toFixed(2) };
    }
  }
  if (report === 'aux') {
    for (let at = 0; at < AGENTS; at += 1) {
      for (const state of STATES) {
        yield { agent_id: String(12_000 + at), agent_name: name(at), aux_state: state, time: clock(of(5_400)) };
      }
    }
  }
  if (report === 'hold') {
    for (let at = 0; at < SKILLS; at += 1) {
      const treatment = of(400);
      const yes = random(treatment + 1);
      const ok = random(yes + 1);
      yield {
        skill_id: String(6_100 + at),
        treatment: String(treatment),
        customer_say_no: String(random(treatment - yes + 1)),
        customer_say_yes: String(yes),
        recall_ok: String(ok),
        recall_fail: String(random(yes - ok + 1)),
        service_level_up: `${(random(2_000) / 100).toFixed(2)} %`,
      };
    }
  }
  if (report === 'preview') {
    for (let at = 0; at < 12_000 * share; at += 1) {
      const agent = String(12_000 + random(AGENTS));
      yield {
        type_of_row: 'CALL',
        campaign_id: String(22_100 + random(CAMPAIGNS)),
        customer_id: String(71_000_000 + random(9_000)),
        agent_id: agent,
        conn_id: `${agent}.0277.1795089600.${at}`,
        hang_up: random(2) === 0 ? 'customer' : 'agent',
        type_interaction: 'outbound_ma',
        call_result: random(3) === 0 ? 'ANSWER' : 'NO-ANSWER',
        date: `2026-11-19 ${clock(25_200 + random(46_800))}`,
        time: clock(random(600)),
        cod_act: `Codigo_${random(CODES)}`,
      };
    }
  }
  if (report === 'live') {
    for (let at = 0; at < 120; at += 1) {
      const isInbound = random(3) === 0;
      yield {
        type_interaction: isInbound ? 'inbound' : 'outbound_ma',
        result: isInbound ? (random(10) === 0 ? 'ABANDON' : 'ANSWER') : random(3) === 0 ? 'ANSWER' : 'NO ANSWER',
        date: `2026-11-19 ${clock(34_200 + random(600))}`,
        conn_id: `6736.4628.1040.1784039401.${at}`,
      };
    }
  }
}
