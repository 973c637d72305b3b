import type { Call, CallKind, CallResult } from './events.ts';
import type { Random } from './random.ts';
import type { DayPlan } from './shift.ts';

const spellings: Record<CallResult, readonly [string, ...string[]]> = {
  answer: ['answer', 'ANSWER', 'ANSWER'],
  'answer machine': ['ANSWER-MACHINE', 'answer machine'],
  'no answer': ['NO-ANSWER', 'no answer'],
  busy: ['BUSY', 'busy'],
  failed: ['FAILED', 'failed'],
  congestion: ['CONGESTION', 'congestion'],
  chanunavail: ['chanunavail', 'Chanunavail'],
  abandon: ['ABANDON', 'abandon'],
};

const codes: readonly [string, ...string[]] = [
  '2001',
  '102',
  '305',
  'Acuerdo_de_Pago',
  'Ya_pago_Whatasapp',
  'Volver_a_llamar',
  'Información_entregada',
  'En_proceso_de_selección',
];

const remarks: readonly [string, ...string[]] = [
  '',
  '',
  'Cliente pide que se le llame en la tarde',
  '<b>ok</b> & confirma datos',
  'No tiene WhatsApp\r\nllamar después de las 5 p.m.',
  'Queda pendiente: envío de factura @ correo',
];

export interface CallDraft {
  second: number;
  kind: CallKind;
  result: CallResult;
  ring: number;
  seconds: number;
  agentId: string | null;
  skillId: string | null;
  campaignId: string | null;
  telephone: string;
  customerId: string;
  centsPerMinute: number;
  /** What a connection id begins with: an agent, a campaign or the five-part head of the flow. */
  head: string;
}

function dispositionOf(draft: CallDraft, random: Random): { code: string; comments: string } {
  const luck = random.unit();
  const code = random.pick(codes);
  const comments = random.pick(remarks);
  const talked = draft.agentId !== null && draft.seconds > 0;
  if (!talked || luck < 0.05) return { code: '', comments: '' };
  if (luck < 0.14) return { code: 'TIMEOUTACW', comments: '' };
  return { code, comments };
}

export function buildCall(plan: DayPlan, draft: CallDraft, random: Random): Call {
  const epoch = Math.round(plan.midnight + draft.second - draft.ring);
  const pbx = String(random.between(1, 9999)).padStart(4, '0');
  const tail = random.between(1000, 199_999);
  return {
    day: plan.day,
    second: draft.second,
    readyAt: draft.second + draft.seconds,
    kind: draft.kind,
    result: draft.result,
    resultText: random.pick(spellings[draft.result]),
    seconds: draft.seconds,
    agentId: draft.agentId,
    skillId: draft.skillId,
    campaignId: draft.campaignId,
    telephone: draft.telephone,
    customerId: draft.customerId,
    connId: `${draft.head}.${pbx}.${epoch}.${tail}`,
    cents: Math.round((draft.seconds / 60) * draft.centsPerMinute),
    hangUp: draft.seconds === 0 ? '' : random.pick(['agent', 'customer', 'customer']),
    ...dispositionOf(draft, random),
  };
}

export function unreached(random: Random): CallResult {
  const luck = random.unit();
  if (luck < 0.5) return 'no answer';
  if (luck < 0.8) return 'answer machine';
  if (luck < 0.93) return 'busy';
  if (luck < 0.97) return 'congestion';
  return luck < 0.99 ? 'failed' : 'chanunavail';
}

export function lineDown(random: Random): CallResult {
  return random.pick(['congestion', 'failed', 'congestion', 'chanunavail']);
}
