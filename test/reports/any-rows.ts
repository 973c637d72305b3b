import fc from 'fast-check';
import type { ReportId } from '../../src/core/request.ts';

const small = (most = 40) => fc.nat(most).map(String);
const two = (many: number) => String(many).padStart(2, '0');
const clock = fc
  .nat(6 * 3600)
  .map((s) => `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`);
const noise = fc.constantFrom(null, 5, {}, [], 'TOTAL');
const id = fc.constantFrom('12301', '12314', '12327-ZULUAGA MARÍA', '61182', '', '-');
const name = fc.constantFrom('RESTREPO  ANA', 'COM-JUAN PÉREZ', 'Routing_point_61182', 'TOTAL', 'PRUEBA TI', '');

const agents = fc.record({
  calls: fc.oneof(small(), fc.constant('x')),
  agent_name: fc.oneof(name, fc.stringMatching(/^[A-E]{1,2}$/)),
  cost: fc.oneof(
    fc.nat(9_999_999).map((cents) => (cents / 10_000).toFixed(4)),
    fc.constantFrom('', '1,204.50'),
  ),
});

const aux = fc.record({
  agent_id: fc.oneof(id, fc.integer({ min: 12_000, max: 12_020 }).map(String)),
  agent_name: name,
  aux_state: fc.constantFrom('Break', 'BREAK', ' Baño', 'Almuerzo', 'Capacitación', ' ', 'READY', 'TOTAL'),
  time: fc.oneof(clock, fc.constantFrom('41:06:30', '4:38:08', '', '-')),
});

const hold = fc.record({
  skill_id: fc.constantFrom('6110', '6112', '6114', '0', 'TOTAL'),
  treatment: small(),
  customer_say_no: small(),
  customer_say_yes: fc.oneof(small(), fc.constant('')),
  recall_fail: small(),
  recall_ok: small(),
  service_level_up: fc.constantFrom('12.50 %', '0 %', ''),
});

const preview = fc.record({
  type_of_row: fc.constantFrom('PREVIEW', 'CALL', 'call', 'CALL', 'TOTAL', ''),
  campaign_id: fc.constantFrom('22109', '22109 - COBRANZA JULIO', '22114', ''),
  customer_name: fc.constant('Óscar Secreto'),
  result: fc.constantFrom('RPC', 'CONTESTA TITULAR', 'BUZON', 'clean', ''),
  customer_id: fc.constantFrom('71000333', '52000444', '-', ''),
  agent_id: id,
  telephone: fc.constantFrom('93005550101', '9526675550199', ''),
  hang_up: fc.constantFrom('agent', 'customer', ''),
  call_result: fc.constantFrom('ANSWER', 'answer', 'NO-ANSWER', 'busy', ''),
  date: fc.constantFrom('2026-11-19 09:12:44', '20261119101244', '', '-'),
  time: fc.oneof(clock, fc.constant('')),
  cod_act: fc.constantFrom('2001', 'Acuerdo_de_Pago', 'TIMEOUTACW', ''),
  comments: fc.constant('<b>secreto</b>'),
});

const live = fc.record({
  type_interaction: fc.constantFrom(
    'inbound',
    'out_pre',
    'outbound_ma',
    'internal call_que',
    'transfer',
    'chat-web',
    '',
  ),
  result: fc.constantFrom('answer', 'ABANDON', 'NO-ANSWER', 'FAILED', 'chanunavail', 'busy', ''),
  date: fc.constantFrom('2026-11-19 09:21:44', '20261119092200', '2026-11-19 09:23:00', ''),
  telephone: fc.constant('6045550123'),
  conn_id: fc.oneof(
    fc.constantFrom('-', '0', ''),
    fc.nat(30).map((n) => `6736.4628.1040.${n}.1`),
  ),
});

const ROWS: Record<ReportId, fc.Arbitrary<unknown>> = { agents, aux, hold, preview, live };

/** Rows as wolkvox may send them, the unreadable among them. */
export function anyRows(report: ReportId): fc.Arbitrary<unknown[]> {
  return fc.array(fc.oneof({ weight: 12, arbitrary: ROWS[report] }, { weight: 1, arbitrary: noise }), {
    maxLength: 60,
  });
}
